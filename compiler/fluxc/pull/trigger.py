"""Triggers as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.names import qualified, quote
from fluxc.model.routine import Function
from fluxc.model.set_on_update import is_brought
from fluxc.model.state import Key
from fluxc.model.trigger import BUILT_IN, Trigger
from fluxc.pull.emit import Block
from fluxc.pull.options import some

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.trigger_copy import TriggerCopy
    from fluxc.pull.sight import Sight

_LONGEST = 110
_ENABLED = {"origin": True, "disabled": False, "replica": "replica", "always": "always"}


def trigger_form(item: Trigger, sight: Sight) -> object:
    """Return a trigger without its name: a text that reads like SQL where that says all, or the long form."""
    long = long_trigger(item, sight)
    if long.keys() - {"when", "on", "for_each", "if", "execute"}:
        return long
    each = f" for each {long['for_each']}" if "for_each" in long else ""
    if "if" in long:
        each = f"{each or ' for each row'} when ({long['if']})"
    text = f"{item.timing} {' or '.join(_events(item))}{each} execute {long['execute']}"
    return text if len(text) <= _LONGEST else long


def triggers_form(path: tuple[str, ...], sight: Sight) -> Block | None:
    """Return the triggers of a view by name; None where there are none."""
    items = sight.state.members(path, Trigger)
    return Block({item.name: trigger_form(item, sight) for item in items}) if items else None


def long_trigger(item: Trigger, sight: Sight) -> dict[str, Any]:
    """Return a trigger in the long form, without its name."""
    events = _events(item)
    usual = "truncate" not in item.events
    said: dict[str, Any] = {"when": item.timing, "on": events[0] if len(events) == 1 else events}
    if item.row != usual:
        said["for_each"] = "row" if item.row else "statement"
    if item.condition is not None:
        said["if"] = sight.sql(item.condition)
    said["execute"] = _call(item, sight)
    referencing = some(old=item.old_table, new=item.new_table)
    said |= some(referencing=referencing or None, constraint=_constraint(item, sight))
    if item.fires != "origin":
        said["enabled"] = _ENABLED[item.fires]
    return said | some(doc=item.doc)


def _events(item: Trigger) -> list[str]:
    of = f" of {', '.join(map(quote, item.columns))}" if item.columns else ""
    return [f"{event}{of}" if event == "update" else event for event in item.events]


def _constraint(item: Trigger, sight: Sight) -> bool | dict[str, Any]:
    if not item.constraint:
        return False
    deferrable = "initially deferred" if item.deferred else item.deferrable
    return some(deferrable=deferrable, **{"from": sight.name(item.source) if item.source else None}) or True


def _call(item: Trigger, sight: Sight) -> str:
    arguments = ", ".join("'" + text.replace("'", "''") + "'" for text in item.arguments)
    return f"{function_name(item.function, sight)}({arguments})"


def function_name(path: tuple[str, ...], sight: Sight) -> str:
    """Return the name of a trigger's function: plain where the domain declares it or the server brings it."""
    if len(path) == 1 or (path[0] == "pg_catalog" and path[1] in BUILT_IN):
        return quote(path[-1])
    declared = (path[0], f"{quote(path[1])}()")
    function = sight.state.get(Key("function", declared))
    if not isinstance(function, Function) or is_brought(function, sight.state):
        return qualified(*path)
    home = sight.homes.of(declared)
    return quote(path[1]) if home == sight.domain else qualified(home or path[0], path[1])


def firing_form(copies: Iterable[TriggerCopy]) -> dict[str, Any]:
    """Return by name how triggers fire that a partition has from its table."""
    return {item.name: _ENABLED[item.fires] for item in sorted(copies, key=lambda item: item.name)}

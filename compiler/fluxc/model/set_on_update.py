"""Columns that are assigned whenever their row changes: the function and the trigger that do it.

The body of the function is part of the state, so it is made here and not by a template.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.model.names import MAX_BYTES, derived, quote, unquote
from fluxc.model.privileges import privileges_of
from fluxc.model.routine import Function
from fluxc.model.state import Key
from fluxc.model.trigger import Trigger

if TYPE_CHECKING:
    from fluxc.model.state import State

_PLAIN: Final = re.compile(r"([a-z_]+)(\(\))?")
_BODY: Final = "\nbegin\n  new.{column} := {expression};\n  return new;\nend\n"
_READ: Final = re.compile(r'\nbegin\n  new\.((?:U&)?"(?:[^"]|"")+"|[a-z_0-9]+) := ([^\n]+);\n  return new;\nend\n')


class Assignment(NamedTuple):
    """A column and the canonical expression that it is assigned."""

    column: str
    expression: str


@lru_cache(maxsize=256)
def updating_function(namespace: str, said: Assignment) -> Function:
    """Return the function that assigns the column of whatever table in the namespace."""
    body = _BODY.format(column=quote(said.column), expression=said.expression)
    name = f"{quote(_name(said))}()"
    return Function(place=(namespace,), name=name, returns="trigger", language="plpgsql", body=body)


def updating_trigger(table: tuple[str, ...], said: Assignment) -> Trigger:
    """Return the trigger by which a table runs the function of its namespace."""
    name = _name(said)
    return Trigger(
        place=table, name=name, timing="before", events=("update",), row=True, function=(table[0], name), arguments=()
    )


def _name(said: Assignment) -> str:
    """Return the name of both: it tells the column and the expression, where that is no more than a word."""
    plain = _PLAIN.fullmatch(said.expression)
    digest = hashlib.sha256(repr(tuple(said)).encode()).hexdigest()[:8]
    name = f"set_{said.column}_to_{plain[1] if plain else digest}"
    return name if len(name.encode()) <= MAX_BYTES else derived("set", said.column, digest)


def assigned_by(trigger: Trigger, state: State) -> Assignment | None:
    """Return what a trigger assigns, where a column that says so would bring just it and its function."""
    if len(trigger.function) < 2 or trigger.name != trigger.function[1]:
        return None
    function = state.get(Key(Function.kind, (trigger.function[0], f"{quote(trigger.name)}()")))
    if not isinstance(function, Function) or privileges_of(state, function) is not None:
        return None
    said = _assigned(function)
    return said if said is not None and trigger == updating_trigger(trigger.place, said) else None


def is_brought(function: Function, state: State) -> bool:
    """Return whether columns that are assigned bring a function, so that nobody has to say it."""
    if _assigned(function) is None:
        return False
    path = (function.place[0], function.called)
    return any(item.function == path and assigned_by(item, state) is not None for item in state.of(Trigger))


def _assigned(function: Function) -> Assignment | None:
    found = _READ.fullmatch(function.body or "")
    if found is None:
        return None
    said = Assignment(unquote(found[1]), found[2])
    return said if function == updating_function(function.place[0], said) else None

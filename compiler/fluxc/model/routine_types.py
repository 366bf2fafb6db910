"""The types of arguments and results, which may also be those that nothing else has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.model import types
from fluxc.model.names import split_name
from fluxc.model.routine_text import PSEUDO
from fluxc.model.state import Key

if TYPE_CHECKING:
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering


def argument_type(low: Lowering, text: str, domain: str, place: Place) -> str | None:
    """Return the canonical type that a text means, without modifiers, which routines do not keep.

    Record why it means none, and return None then.
    """
    parts = types.take_apart(text)
    if parts is not None and parts.modifiers is None and parts.name in PSEUDO:
        return f"{parts.name}[]" if parts.array else parts.name
    if (
        parts is not None
        and types.builtin(parts._replace(modifiers=None)) is None
        and (row := _row(low, parts, domain))
    ):
        return row
    found = low.scope.type(text, domain, place)
    if found is None:
        return None
    if found.serial:
        message = f"`{text[:70]}` makes a sequence, and is no type of an argument"
        low.findings.add("bad-type", message, place, f"write {found.text}")
        return None
    path = ("character",) if found.path == ("bpchar",) else found.path
    return types.Type(path, (), found.array).text


def _row(low: Lowering, parts: types.TypeText, domain: str) -> str | None:
    """Return the type of the rows of a table or a view."""
    try:
        path = split_name(parts.name)
    except ValueError:
        return None
    if len(path) > 2:
        return None
    where, name = (domain, *path)[-2:]
    there = (low.scope.domains.get(where, where), name)
    found = name in low.scope.tables.get(where, {}) or any(Key(kind, there) in low.places for kind in _VIEWS)
    return types.Type(there, (), parts.array).text if found else None


_VIEWS: Final = ("view", "materialized_view")

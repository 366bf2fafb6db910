"""What the server can cast by itself, and which changes of type it does without rewriting the table.

The pairs are those of ``pg_cast`` with context assignment or implicit (manual, section 5.7.3 and ``CREATE CAST``); a
test compares them with a real server.
"""

from __future__ import annotations

from typing import Final

from fluxc.model.type_table import STRINGS
from fluxc.model.types import Type, parse

_NUMBERS: Final = ("smallint", "integer", "bigint", "numeric", "real", "double precision")
_DATE, _TIME, _TIMETZ = "date", "time without time zone", "time with time zone"
_STAMP, _STAMPTZ = "timestamp without time zone", "timestamp with time zone"

ASSIGNMENT: Final = frozenset(
    {(one, other) for one in _NUMBERS for other in _NUMBERS if one != other}
    | {(_DATE, _STAMP), (_DATE, _STAMPTZ), (_STAMP, _DATE), (_STAMP, _TIME), (_STAMP, _STAMPTZ)}
    | {(_STAMPTZ, _DATE), (_STAMPTZ, _TIME), (_STAMPTZ, _TIMETZ), (_STAMPTZ, _STAMP)}
    | {(_TIME, _TIMETZ), (_TIME, "interval"), (_TIMETZ, _TIME), ("interval", _TIME)}
    | {("json", "jsonb"), ("jsonb", "json"), ("inet", "cidr"), ("cidr", "inet")}
)
"""Pairs of built-in types, neither of them a string, that an assignment casts."""

_WIDER: Final = {"smallint": 1, "integer": 2, "bigint": 3}


def has_assignment_cast(old: str, new: str) -> bool:
    """Return whether values of the first type can be assigned to the second without being told how."""
    one, other = parse(old), parse(new)
    if one.array != other.array:
        return other.path[0] in STRINGS and not other.array
    return one.path == other.path or other.path[0] in STRINGS or (one.base, other.base) in ASSIGNMENT


def cast_path(old: str, new: str) -> tuple[str, ...]:
    """Return the types by way of which values of the first are cast to the second when that is asked for."""
    one, other = parse(old), parse(new)
    if one.path[0] in STRINGS or one.array != other.array:
        return (new,) if not one.array and not other.array else ("text", new)
    if {one.path[0], other.path[0]} <= {"boolean", *_WIDER}:
        return (new,) if "integer" in {old, new} else ("integer", new)
    return ("text", new)


def rewrites(old: str, new: str) -> bool:
    """Return whether PostgreSQL writes the table anew for the change: false only where it is known not to."""
    one, other = parse(old), parse(new)
    if one.array or other.array or one.path[0] == "character":
        return True
    if other.path == ("text",) and one.path == ("character varying",):
        return False
    if one.path != other.path:
        return not (one.path == ("text",) and other.path == ("character varying",) and not other.modifiers)
    return not _widens(one, other)


def _widens(one: Type, other: Type) -> bool:
    if one.path[0] in {"character", "interval", "bit"}:
        return one.modifiers == other.modifiers
    had, has = ([value for value in kind.modifiers if isinstance(value, int)] for kind in (one, other))
    if one.path == ("numeric",) and had and has:
        return had[1] == has[1] and had[0] <= has[0]
    return not has or (bool(had) and had[0] <= has[0])


def keeps_values(old: str, new: str) -> bool:
    """Return whether every value that the change lets through can be cast back to what it was."""
    one, other = parse(old), parse(new)
    if one.array != other.array:
        return False
    if one.path == other.path:
        return one.path[0] in {"character varying", "bit"} or _widens(one, other)
    if other.path[0] in {"text", "character varying"}:
        return one.path[0] not in {"character", "real", "double precision"}
    if one.path[0] in _WIDER and other.path[0] in _WIDER:
        return True
    return one.path[0] in _WIDER and other.path == ("numeric",) and not other.modifiers

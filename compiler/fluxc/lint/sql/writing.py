"""Reading what writes rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.lint.sql.cursor import Cursor
from fluxc.lint.sql.work_forms import Write

if TYPE_CHECKING:
    from fluxc.lint.sql.cursor import Name

_ENDS_ASSIGNMENTS: Final = frozenset({"from", "where", "returning"})


def insert(cursor: Cursor, start: int) -> Write | None:
    """Read what follows `insert`."""
    cursor.take("into")
    name = cursor.name()
    if name is None:
        return None
    if cursor.take("as"):
        cursor.name()
    listed = cursor.inside() if cursor.word == "(" and cursor.ahead(1) not in {"select", "with", "values"} else None
    columns = tuple(found for part in (listed.parts() if listed else ()) if (found := _target(part)) is not None)
    cursor.take("overriding", "system", "value")
    cursor.take("overriding", "user", "value")
    bounded = cursor.word in {"values", "default"}
    return Write(start=start, end=name.end, name=name, verb="insert", bounded=bounded, columns=columns)


def update(cursor: Cursor, start: int) -> Write | None:
    """Read what follows `update`."""
    cursor.take("only")
    name = cursor.name()
    if name is None:
        return None
    cursor.until(frozenset({"set"}))
    cursor.take("set")
    columns: list[Name] = []
    for part in _assignments(cursor):
        many = part.inside()
        parts = many.parts() if many is not None else [part]
        columns += [found for item in parts if (found := _target(item)) is not None]
    bounded = cursor.find("where")
    return Write(start=start, end=name.end, name=name, verb="update", bounded=bounded, columns=tuple(columns))


def delete(cursor: Cursor, start: int) -> Write | None:
    """Read what follows `delete from`."""
    cursor.take("from")
    cursor.take("only")
    name = cursor.name()
    if name is None:
        return None
    return Write(start=start, end=name.end, name=name, verb="delete", bounded=cursor.find("where"))


def _assignments(cursor: Cursor) -> list[Cursor]:
    return Cursor(cursor.until(_ENDS_ASSIGNMENTS)).parts()


def _target(part: Cursor) -> Name | None:
    """Return the column that a part writes whole; None where it is a field or an element of one."""
    name = part.name()
    return None if name is None or len(name.parts) > 1 or part.word == "[" else name

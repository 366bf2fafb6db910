"""Reading `create table` and `alter table`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fluxc.lint.sql.columns import (
    begins_constraint,
    canonical,
    read_column,
    read_constraint,
    read_expression,
    read_type,
    spelled,
)
from fluxc.lint.sql.cursor import identifier
from fluxc.lint.sql.forms import Rename
from fluxc.lint.sql.table_forms import (
    AlterTable,
    AttachPartition,
    ChangeType,
    CreateTable,
    DetachPartition,
    DropColumn,
    DropConstraint,
    DropNotNull,
    RenameColumn,
    RowSecurity,
    SetDefault,
    SetNotNull,
    TableSetting,
    Validate,
)

if TYPE_CHECKING:
    from fluxc.lint.sql.cursor import Cursor, Name
    from fluxc.lint.sql.forms import Form
    from fluxc.lint.sql.table_forms import Constraint, NewColumn

_SECURITY: Final = ("row", "level", "security")


def create_table(cursor: Cursor, *, temporary: bool, foreign: bool) -> CreateTable | None:
    """Read what follows `create table`."""
    guarded = cursor.take("if", "not", "exists")
    name = cursor.name()
    if name is None:
        return None
    said: dict[str, Any] = {"temporary": temporary, "guarded": guarded, "derived": foreign}
    if cursor.take("partition", "of"):
        said |= {"partition_of": cursor.name(), "derived": True}
    elif cursor.take("of") or cursor.word == "as":
        said["derived"] = True
    body = None if cursor.word == "as" else cursor.inside()
    if body is not None:
        said |= _body(body, name, derived=said["derived"])
    tail = [word.text for word in cursor.words[cursor.at :]]
    said["derived"] = said["derived"] or "inherits" in tail or "as" in tail
    said["partitioned"] = tail[:2] == ["partition", "by"] or "partition" in tail
    return CreateTable(start=name.start, end=name.end, name=name, **said)


def _body(body: Cursor, table: Name, *, derived: bool) -> dict[str, Any]:
    columns: list[NewColumn] = []
    constraints: list[Constraint] = []
    for part in body.parts():
        if part.take("like"):
            derived = True
        elif begins_constraint(part):
            constraint = read_constraint(part, table)
            constraints += [constraint] if constraint else []
        elif (column := read_column(part, table)) is not None:
            columns.append(column)
    names = [column.column for column in columns]
    twice = next((name for at, name in enumerate(names) if name in names[:at]), None) if _repeats(names) else None
    return {
        "columns": tuple(columns),
        "constraints": tuple(constraints),
        "derived": derived,
        "clashing": twice,
    }


def _repeats(names: list[str]) -> bool:
    return len(set(names)) < len(names)


def alter_table(cursor: Cursor, start: int) -> AlterTable | Rename | None:
    """Read what follows `alter table`, which began at an offset."""
    guarded = cursor.take("if", "exists")
    cursor.take("only")
    name = cursor.name()
    if name is None:
        return None
    cursor.take("*")
    if cursor.take("rename", "to"):
        to = identifier(cursor.word)
        return None if to is None else Rename(start=start, end=cursor.words[-1].end, name=name, kind="table", to=to)
    if cursor.take("set", "schema"):
        to = identifier(cursor.word)
        return None if to is None else Rename(start=start, end=cursor.words[-1].end, name=name, kind="table", to=to)
    parts = cursor.parts()
    actions = [found for part in parts if (found := _action(part, name)) is not None]
    return AlterTable(
        start=name.start,
        end=name.end,
        name=name,
        actions=tuple(actions),
        guarded=guarded,
        whole=len(actions) == len(parts),
    )


def _action(part: Cursor, table: Name) -> Form | None:
    """Read one action; None where no rule has use for it."""
    if part.done:
        return None
    at: dict[str, Any] = {"start": part.start, "end": part.words[-1].end, "table": table}
    verb = part.step()
    if verb == "add":
        return _add(part, table)
    if verb == "drop":
        return _drop(part, at)
    if verb == "alter":
        return _alter_column(part, at)
    if verb == "validate" and part.take("constraint"):
        label = identifier(part.word)
        return Validate(label=label, **at) if label else None
    if verb == "rename":
        return _rename(part, at)
    return _about_table(verb, part, at)


def _add(part: Cursor, table: Name) -> Form | None:
    if begins_constraint(part):
        return read_constraint(part, table, added=True)
    part.take("column")
    guarded = part.take("if", "not", "exists")
    return read_column(part, table, added=True, guarded=guarded)


def _drop(part: Cursor, at: dict[str, Any]) -> Form | None:
    constraint = part.take("constraint")
    part.take("column")
    guarded = part.take("if", "exists")
    name = identifier(part.step())
    if name is None:
        return None
    cascade = part.take("cascade")
    if constraint:
        return DropConstraint(label=name, cascade=cascade, guarded=guarded, **at)
    return DropColumn(column=name, cascade=cascade, guarded=guarded, **at)


def _alter_column(part: Cursor, at: dict[str, Any]) -> Form | None:
    if part.take("constraint"):
        return None
    part.take("column")
    name = identifier(part.step())
    if name is None:
        return None
    if part.take("set", "not", "null"):
        return SetNotNull(column=name, **at)
    if part.take("drop", "not", "null"):
        return DropNotNull(column=name, **at)
    if part.take("set", "default"):
        return SetDefault(column=name, default=read_expression(part), **at)
    if part.take("type") or part.take("set", "data", "type"):
        return _change_type(part, name, at)
    return None


def _change_type(part: Cursor, name: str, at: dict[str, Any]) -> ChangeType:
    kind, _ = read_type(part)
    collated = any(word.text == "collate" for word in part.until(frozenset({"using"})))
    using = part.words[part.at + 1 :]
    cast = bool(using) and identifier(using[0].text) == name
    plain = cast and (len(using) == 1 or (using[1].text == "::" and canonical(spelled(using[2:]))[0] == kind))
    said = () if plain else tuple(word.text for word in using)
    return ChangeType(column=name, type=kind, using=said, collated=collated, **at)


def _rename(part: Cursor, at: dict[str, Any]) -> Form | None:
    if part.take("constraint"):
        return None
    part.take("column")
    name = identifier(part.step())
    to = identifier(part.word) if part.take("to") else None
    return RenameColumn(column=name, to=to, **at) if name and to else None


def _about_table(verb: str, part: Cursor, at: dict[str, Any]) -> Form | None:
    if verb in {"attach", "detach"} and part.take("partition"):
        partition = part.name()
        if partition is None:
            return None
        if verb == "attach":
            return AttachPartition(partition=partition, **at)
        concurrently = part.take("concurrently")
        return DetachPartition(partition=partition, concurrently=concurrently, finalized=part.word == "finalize", **at)
    if verb == "no" and part.take("force", *_SECURITY):
        return RowSecurity(word="no force", **at)
    if verb in {"enable", "disable", "force"} and part.take(*_SECURITY):
        return RowSecurity(word=verb, **at)
    if verb == "set":
        return _set(part, at)
    return None


def _set(part: Cursor, at: dict[str, Any]) -> Form | None:
    if what := part.take_any({"logged", "unlogged", "tablespace"}):
        return TableSetting(what=what, **at)
    return TableSetting(what="access method", **at) if part.take("access", "method") else None

"""Declared constraints and indexes into objects, with PostgreSQL's own names where none are given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, cast

from fluxc.model import expression, names
from fluxc.model.constraint import Check, ForeignKey, PrimaryKey, Unique
from fluxc.model.draft import listed
from fluxc.model.index import Index, IndexPart
from fluxc.model.label import label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model import declared
    from fluxc.model.draft import TableDraft
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering

Columns = tuple[str, ...]


def known_columns(low: Lowering, draft: TableDraft, columns: str | list[str], place: Place) -> Columns:
    """Return the columns that a constraint names, those that the table has; record the others."""
    if isinstance(columns, str) and columns in draft.columns:
        return (columns,)
    wanted = listed(columns)
    for column in wanted:
        if column not in draft.columns:
            low.scope.unknown_column(draft, column, place)
    if len(set(wanted)) < len(wanted):
        low.findings.add("column-twice", "a column stands here twice", place, "leave one out")
    if not wanted:
        low.findings.add("bad-value", "no columns are named", place, "name at least one")
    return tuple(column for column in dict.fromkeys(wanted) if column in draft.columns)


def primary_key(low: Lowering, draft: TableDraft) -> PrimaryKey | None:
    """Return the primary key of a table without taking it in; record a second one."""
    keys = draft.primary_keys()
    for _, place in keys[1:]:
        message = f"table {draft.path[-1]} has a primary key already"
        low.findings.add("second-primary-key", message, place, "write `primary_key: [a, b]` for one of several columns")
    if not keys:
        return None
    declared, place = keys[0]
    columns = known_columns(low, draft, declared.columns, place)
    name = low.name(declared.name, names.primary_key_name(draft.path[-1]), "constraint", place)
    return PrimaryKey(place=draft.path, name=name, doc=declared.doc, columns=columns) if columns else None


def add_primary_key(low: Lowering, draft: TableDraft, key: PrimaryKey) -> None:
    """Take in the primary key that `primary_key` returned."""
    declared, place = draft.primary_keys()[0]
    low.add(key, place, declared.was)


def lower_constraints(low: Lowering, draft: TableDraft, key: PrimaryKey | None) -> None:
    """Take in unique constraints, checks, foreign keys, and the indexes of a table."""
    leading = [key.columns] if key else []
    leading += _uniques(low, draft)
    _checks(low, draft)
    wanted = list(_foreign_keys(low, draft))
    leading += _indexes(low, draft)
    for columns, place in wanted:
        if not any(lead[: len(columns)] == columns for lead in leading):
            parts = tuple(IndexPart(column=column) for column in columns)
            low.add(Index(place=draft.path, name=names.index_name(draft.path[-1], columns), parts=parts), place)
            leading.append(columns)


def _uniques(low: Lowering, draft: TableDraft) -> Iterable[Columns]:
    for declared, place in draft.uniques():
        columns = known_columns(low, draft, declared.columns, place)
        if columns:
            name = low.name(declared.name, names.unique_name(draft.path[-1], columns), "constraint", place)
            low.add(Unique(place=draft.path, name=name, doc=declared.doc, columns=columns), place, declared.was)
            yield columns


def _checks(low: Lowering, draft: TableDraft) -> None:
    for declared, place in draft.checks():
        sql = low.sql(declared.expression, draft.domain, place)
        if sql is not None:
            mentioned = expression.identifiers(sql) & draft.columns.keys()
            name = low.name(declared.name, names.check_name(draft.path[-1], mentioned), "constraint", place)
            low.add(Check(place=draft.path, name=name, doc=declared.doc, expression=sql), place, declared.was)


def _foreign_keys(low: Lowering, draft: TableDraft) -> Iterable[tuple[Columns, Place]]:
    """Take in the foreign keys; yield the columns of those that want an index."""
    for declared, place in draft.foreign_keys():
        columns = known_columns(low, draft, declared.columns, place)
        found = _target(low, draft, declared, place)
        if not columns or found is None:
            continue
        target, target_columns = found
        if len(columns) != len(target_columns):
            sides = f"({', '.join(columns)}) to ({', '.join(target_columns)})"
            message = f"{len(columns)} columns refer to {len(target_columns)}: {sides}"
            low.findings.add("no-unique-target", message, place, "name as many columns on both sides")
            continue
        name = low.name(declared.name, names.foreign_key_name(draft.path[-1], columns), "constraint", place)
        item = ForeignKey(
            place=draft.path,
            name=name,
            doc=declared.doc,
            columns=columns,
            target=target,
            target_columns=target_columns,
            on_delete=declared.on_delete,
            on_update=declared.on_update,
        )
        low.add(item, place, declared.was)
        if declared.indexed:
            yield columns, place


def _target(
    low: Lowering, draft: TableDraft, said: declared.ForeignKey, place: Place
) -> tuple[Columns, Columns] | None:
    found = low.scope.target(said.references, draft.domain, place)
    if found is None:
        return None
    target, columns = found
    return target.path, tuple(columns) or tuple(target.key_columns())


_ORDER: Final = re.compile(
    r"(?P<key>.*?)(?P<order>\s+(?:asc|desc))?(?P<nulls>\s+nulls\s+(?:first|last))?\s*", re.IGNORECASE | re.DOTALL
)


def _indexes(low: Lowering, draft: TableDraft) -> Iterable[Columns]:
    for declared, place in draft.indexes():
        parts = [_part(low, draft, text, place) for text in listed(declared.on)]
        where = low.sql(declared.where, draft.domain, place / "where") if declared.where is not None else None
        known = [part for part in parts if part is not None]
        if len(known) < len(parts) or not parts or (declared.where is not None and where is None):
            continue
        labels = [part.column or label(part.expression or "") for part in known]
        name = low.name(declared.name, names.index_name(draft.path[-1], labels), "index", place)
        item = Index(
            place=draft.path, name=name, doc=declared.doc, parts=tuple(known), unique=declared.unique, where=where
        )
        low.add(item, place, declared.was)
        if where is None:
            yield tuple(part.column or "" for part in known)


def _part(low: Lowering, draft: TableDraft, text: str, place: Place) -> IndexPart | None:
    if text in draft.columns:
        return IndexPart(column=text)
    match = _ORDER.fullmatch(text)
    assert match is not None  # every group is optional
    descending = (match["order"] or "").strip().lower() == "desc"
    nulls = cast(
        'Literal["first", "last"] | None', (match["nulls"] or "").split()[-1].lower() if match["nulls"] else None
    )
    if nulls == ("first" if descending else "last"):
        nulls = None  # that is where they stand anyway
    key = match["key"].strip()
    try:
        column = names.unquote(key) if key not in draft.columns else key
    except ValueError:
        sql = low.sql(key, draft.domain, place)
        return IndexPart(expression=sql, descending=descending, nulls=nulls) if sql is not None else None
    if column not in draft.columns:
        low.scope.unknown_column(draft, column, place)
        return None
    return IndexPart(column=column, descending=descending, nulls=nulls)

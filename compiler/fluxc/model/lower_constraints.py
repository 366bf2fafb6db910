"""Declared constraints into objects, with PostgreSQL's own names where none are given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, cast

from fluxc.model import expression, names
from fluxc.model.constraint import Check, ForeignKey, PrimaryKey, Unique
from fluxc.model.constraint_declaration import ForeignKeyDeclaration, PrimaryKeyDeclaration, UniqueDeclaration
from fluxc.model.draft import listed
from fluxc.model.index import Index, IndexPart
from fluxc.model.lower_exclusions import lower_exclusions
from fluxc.model.lower_expressions import over_columns
from fluxc.model.lower_indexes import lower_indexes, stored
from fluxc.model.parameters import parameters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model import declared
    from fluxc.model.column import Action
    from fluxc.model.draft import TableDraft
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering

Columns = tuple[str, ...]


def known_columns(low: Lowering, draft: TableDraft, columns: str | list[str], place: Place) -> Columns:
    """Return the columns that a constraint names, those that the table has; record the others."""
    if isinstance(columns, str) and columns in draft.columns and not draft.columns[columns].virtual:
        return (columns,)
    wanted = listed(columns)
    for column in wanted:
        if column not in draft.columns:
            low.scope.unknown_column(draft, column, place)
    if len(set(wanted)) < len(wanted):
        low.findings.add("column-twice", "a column stands here twice", place, "leave one out")
    if not wanted:
        low.findings.add("bad-value", "no columns are named", place, "name at least one")
    stored(low, draft, wanted, place)
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
    options = _indexed(low, draft, declared, place)
    return PrimaryKey(place=draft.path, name=name, doc=declared.doc, columns=columns, **options) if columns else None


def add_primary_key(low: Lowering, draft: TableDraft, key: PrimaryKey) -> None:
    """Take in the primary key that `primary_key` returned."""
    declared, place = draft.primary_keys()[0]
    low.add(key, place, declared.was)


def lower_constraints(low: Lowering, draft: TableDraft, key: PrimaryKey | None) -> None:
    """Take in unique constraints, checks, foreign keys, exclusion constraints, and the indexes of a table."""
    leading = [key.columns] if key else []
    leading += _uniques(low, draft)
    _checks(low, draft)
    wanted = list(_foreign_keys(low, draft))
    lower_exclusions(low, draft)
    leading += lower_indexes(low, draft)
    for columns, place in wanted:
        if not any(lead[: len(columns)] == columns for lead in leading):
            parts = tuple(IndexPart(column=column) for column in columns)
            low.add(Index(place=draft.path, name=names.index_name(draft.path[-1], columns), parts=parts), place)
            leading.append(columns)


def deferring(said: bool | str) -> dict[str, Any]:
    """Return the attributes that say when a constraint is checked."""
    return {"deferrable": True, "deferred": said == "initially deferred"} if said else {}


def _indexed(low: Lowering, draft: TableDraft, said: declared.Key, place: Place) -> dict[str, Any]:
    """Return the attributes of a key that only its long form can say."""
    long = said.long
    if not isinstance(long, PrimaryKeyDeclaration | UniqueDeclaration):
        return {}
    include = listed(long.include)
    if long.without_overlaps:
        low.findings.needs(18, "a key `without_overlaps`", place / "without_overlaps")
        if len(listed(long.columns)) < 2:
            message = "a key without overlaps needs a range of time behind another column"
            low.findings.add("bad-value", message, place / "without_overlaps", "name two columns at least")
    return {
        "temporal": long.without_overlaps,
        **deferring(long.deferrable),
        "include": known_columns(low, draft, include, place / "include") if include else (),
        "parameters": parameters(low.findings, long.parameters, place / "with"),
        "tablespace": low.optional_name(long.tablespace, "tablespace", place / "tablespace"),
    }


def _uniques(low: Lowering, draft: TableDraft) -> Iterable[Columns]:
    for declared, place in draft.uniques():
        columns = known_columns(low, draft, declared.columns, place)
        if columns:
            options = _indexed(low, draft, declared, place)
            if isinstance(declared.long, UniqueDeclaration) and declared.long.nulls_not_distinct:
                low.findings.needs(15, "`nulls_not_distinct`", place)
                options["nulls_distinct"] = False
            derived = names.unique_name(draft.path[-1], (*columns, *options.get("include", ())))
            name = low.name(declared.name, derived, "constraint", place)
            item = Unique(place=draft.path, name=name, doc=declared.doc, columns=columns, **options)
            low.add(item, place, declared.was)
            yield columns


def _checks(low: Lowering, draft: TableDraft) -> None:
    for declared, place in draft.checks():
        sql = over_columns(low, draft, declared.expression, place / "expression" if declared.long else place)
        if sql is None:
            continue
        mentioned = expression.identifiers(sql) & draft.columns.keys()
        name = low.name(declared.name, names.check_name(draft.path[-1], mentioned), "constraint", place)
        long, options = declared.long, dict[str, Any]()
        if long is not None:
            if not long.enforced:
                low.findings.needs(18, "a check that is not enforced", place / "enforced")
            valid = long.enforced and not long.not_valid  # what is not enforced is never valid
            options = {"inherit": not long.no_inherit, "valid": valid, "enforced": long.enforced}
        low.add(Check(place=draft.path, name=name, doc=declared.doc, expression=sql, **options), place, declared.was)


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
        on_delete, some = _on_delete(low, draft, declared.on_delete, columns, place)
        item = ForeignKey(
            place=draft.path,
            name=name,
            doc=declared.doc,
            columns=columns,
            target=target,
            target_columns=target_columns,
            on_delete=on_delete,
            on_update=cast("Action", declared.on_update),
            on_delete_columns=some,
            **_foreign_key_options(low, draft, declared, place),
        )
        low.add(item, place, declared.was)
        if declared.indexed:
            yield columns, place


def _foreign_key_options(low: Lowering, draft: TableDraft, said: declared.ForeignKey, place: Place) -> dict[str, Any]:
    long = said.long
    if long is None:
        return {}
    if not long.enforced:
        low.findings.needs(18, "a foreign key that is not enforced", place)
    if long.enforced and long.not_valid and draft.form.partition_by is not None:
        low.findings.needs(18, "a foreign key of a partitioned table that is `not_valid`", place)
    valid = long.enforced and not long.not_valid  # what is not enforced is never valid
    temporal = isinstance(long, ForeignKeyDeclaration) and long.period
    if temporal:
        low.findings.needs(18, "a foreign key with a `period`", place / "period")
    return {
        **deferring(long.deferrable),
        "match": long.match,
        "temporal": temporal,
        "valid": valid,
        "enforced": long.enforced,
    }


_SOME: Final = re.compile(r"(set null|set default) \((.+)\)")
_NAME: Final = re.compile(r'(?:(?:U&)?"(?:[^"]|"")+"|[^,])+')


def _on_delete(
    low: Lowering, draft: TableDraft, said: str, columns: Columns, place: Place
) -> tuple[Action, tuple[str, ...]]:
    """Return the action, and the columns that it sets where it does not set all of the key."""
    match = _SOME.fullmatch(said)
    if match is None:
        return cast("Action", said), ()
    low.findings.needs(15, f"`{match[1]}` of some columns", place / "on_delete")
    words = map(str.strip, _NAME.findall(match[2]))
    said_columns = [names.without_quotes(word) if word.endswith('"') else word for word in words]
    some = known_columns(low, draft, said_columns, place / "on_delete")
    if not set(some) <= set(columns):
        message = f"`{said[:70]}` names columns that are not in the foreign key"
        low.findings.add("unknown-column", message, place / "on_delete", f"name some of {', '.join(columns)}")
    return cast("Action", match[1]), some


def _target(
    low: Lowering, draft: TableDraft, said: declared.ForeignKey, place: Place
) -> tuple[Columns, Columns] | None:
    found = low.scope.target(said.references, draft.domain, place)
    if found is None:
        return None
    target, columns = found
    return target.path, tuple(columns) or tuple(target.key_columns())

"""Declared partitions into tables of their own, and the keys of partitioned tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from fluxc.diagnostics import did_you_mean
from fluxc.model.claims import claims
from fluxc.model.column import Column
from fluxc.model.constraint import ForeignKey, PrimaryKey, Unique
from fluxc.model.draft import draft_table
from fluxc.model.index import Index
from fluxc.model.inherited import columns_of, own_name, passed_on
from fluxc.model.lower_indexes import index_part
from fluxc.model.member_copy import MemberCopy, copied_by
from fluxc.model.partition import BoundError, PartitionKey, bound_sql, key_texts
from fluxc.model.state import Key, State
from fluxc.model.table import PartitionDeclaration, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.draft import TableDraft
    from fluxc.model.index_declaration import Part
    from fluxc.model.lowering import Lowering
    from fluxc.model.partition import Strategy
    from fluxc.model.state import Object


class _Key(NamedTuple):
    strategy: Strategy
    parts: list[Part]


def draft_partitions(low: Lowering) -> None:
    """Put the partitions of all tables, of any depth, into the scope; record those that are there twice."""
    found = [draft for tables in low.scope.tables.values() for draft in tables.values() if draft.form.named_partitions]
    while found:
        parent = found.pop(0)
        for name, said in parent.form.named_partitions.items():
            draft = _draft(low, parent, name, said)
            if draft is not None and draft.form.named_partitions:
                found.append(draft)


def _draft(low: Lowering, parent: TableDraft, name: str, said: str | PartitionDeclaration) -> TableDraft | None:
    place = parent.place / "partitions" / name
    form = said if isinstance(said, PartitionDeclaration) else PartitionDeclaration.model_validate({"values": said})
    domain = form.domain or parent.domain
    if domain not in low.scope.domains:
        help_text = did_you_mean(domain, low.scope.domains)
        low.findings.add("unknown-table", f"there is no domain `{domain[:70]}`", place / "domain", help_text)
        return None
    tables = cast("dict[str, TableDraft]", low.scope.tables[domain])
    if name in tables:
        other = tables[name].place.span(key=True)
        message = f"table {domain}.{name} is declared twice, also at {other.file}:{other.line}"
        low.findings.add("name-clash", message, place, "keep one of the two", key=True)
        return None
    if not low.findings.name(name, "table", place):
        return None
    if parent.form.partition_by is None:
        message = f"table {parent.path[-1]} has partitions, and nothing says how rows are told apart"
        low.findings.add("bad-partition", message, place, "write `partition_by: range (column)`", key=True)
        return None
    draft = draft_table(domain, (low.scope.domains[domain], name), form, place, {}, low.findings)
    draft.parent = parent
    for key in ("inherits", "use"):
        if getattr(form, key):
            message = f"partition {name} has the columns of its table, and no others"
            low.findings.add("bad-partition", message, place / key, f"take `{key}` out", key=True)
    tables[name] = draft
    return draft


def partitioning(low: Lowering, draft: TableDraft) -> dict[str, Any]:
    """Return the attributes of a table that say how its rows are told apart, and which rows of another it takes."""
    form, found = draft.form, dict[str, Any]()
    if form.rule is not None:
        from fluxc.model.lower_rolling import lower_rule  # few tables have partitions by the calendar

        found["rolling"] = lower_rule(low, draft, form.rule)
    if form.partition_by is not None:
        found["partition_by"] = _key(low, draft)
        for key in ("unlogged", "storage", "cluster_on"):
            if getattr(form, key):
                message = f"table {draft.path[-1]} is partitioned and keeps no rows itself"
                cure = f"say `{key}` of its partitions"
                low.findings.add("bad-partition", message, draft.place / key, cure, key=True)
    if draft.parent is not None and isinstance(form, PartitionDeclaration):
        short = isinstance(draft.parent.form.named_partitions[draft.path[-1]], str)
        place = draft.place if short else draft.place / "values"
        found["partition_of"] = draft.parent.path
        try:
            found["bound"] = bound_sql(form.values)
        except BoundError as problem:
            cure = "write `from (…) to (…)`, `in (…)`, `with (modulus N, remainder N)` or `default`"
            low.findings.add("bad-partition", str(problem), place, cure)
    return found


def _key(low: Lowering, draft: TableDraft) -> PartitionKey | None:
    place = draft.place / "partition_by"
    said = _said(draft)
    if said is None:
        message = "it does not say by what rows are told apart"
        cure = "write `range (column)`, `list (column)` or `hash (column)`"
        low.findings.add("bad-partition", message, place, cure)
        return None
    strategy, texts = said
    parts = [index_part(low, draft, text, place) for text in texts]
    if any(part is None for part in parts):
        return None
    return PartitionKey(strategy=strategy, parts=tuple(part for part in parts if part is not None))


def _said(draft: TableDraft) -> _Key | None:
    said = draft.form.partition_by
    if isinstance(said, str):
        taken = key_texts(said)
        return _Key(taken[0], list(taken[1])) if taken is not None else None
    if said is None:
        return None
    every: dict[Strategy, Part | list[Part] | None] = {
        "range": said.by_range,
        "list": said.by_list,
        "hash": said.by_hash,
    }
    given = [_Key(strategy, _listed(parts)) for strategy, parts in every.items() if parts is not None]
    return given[0] if len(given) == 1 else None


def _listed(parts: Part | list[Part]) -> list[Part]:
    return parts if isinstance(parts, list) else [parts]


_MAY_DIFFER: Final = ("doc", "nullable", "default", "serial", "storage", "statistics", "options")


def settle_columns(low: Lowering, drafts: Iterable[TableDraft]) -> None:
    """Take out the columns of partitions that say what their tables say; record those that cannot differ so."""
    places = {draft.path for draft in drafts if draft.parent is not None and draft.form.columns}
    if not places:
        return
    state = State(low.objects)
    same: set[Key] = set()
    for item in low.objects:
        if isinstance(item, Column) and item.place in places:
            table = state.objects[Key(Table.kind, item.place)]
            given = columns_of(table.partition_of, state) if isinstance(table, Table) else []
            theirs = next((column.at(*item.key.path) for column in given if column.name == item.name), None)
            if theirs == item:
                same.add(item.key)
            else:
                _check_own(low, item, passed_on(theirs) if theirs is not None else None)
    low.objects[:] = [item for item in low.objects if item.key not in same]


def _check_own(low: Lowering, item: Column, theirs: Column | None) -> None:
    """Record what a partition cannot say of a column."""
    if theirs is None:
        message = f"table {item.place[-1]} is a partition, and its table has no column {item.name}"
        cure = "add it to the table: a partition has the columns of its table, and no others"
    elif item.nullable and not theirs.nullable:
        message, cure = (
            f"column {item.name} takes no null in the table of partition {item.place[-1]}",
            "leave the `?` out",
        )
    elif theirs.model_copy(update={name: getattr(item, name) for name in _MAY_DIFFER}) != item:
        message = f"column {item.name} is another one in partition {item.place[-1]} than in its table"
        cure = "only the default and that null is refused can differ"
    else:
        return
    low.findings.add("bad-partition", message, low.places[item.key], cure)


def check_partitioned(low: Lowering, draft: TableDraft, table: Table) -> None:
    """Record the keys of a partitioned table that cannot hold for all partitions: they lack a column of its key."""
    assert table.partition_by is not None
    parts = table.partition_by.parts
    wanted = {part.column for part in parts if part.column}
    mixed = [part.expression for part in parts if part.expression]
    for item in reversed(low.objects):
        if item.key == table.key:
            return
        columns = _unique_columns(item) if item.place == draft.path else None
        if columns is None or not (mixed or wanted - columns):
            continue
        what = ", ".join(sorted(wanted - columns)) or f"the expression {mixed[0]}"
        message = f"{item.noun} {item.name} lacks {what}, by which the rows of {table.name} go to partitions"
        cure = "take every column of `partition_by` into it; over an expression there is none"
        low.findings.add("bad-partition", message, low.places[item.key], cure)


def _unique_columns(item: Object) -> set[str] | None:
    """Return the columns that are unique together, None where an object does not say so."""
    if isinstance(item, PrimaryKey | Unique):
        return set(item.columns)
    return {part.column or "" for part in item.parts} if isinstance(item, Index) and item.unique else None


def check_inherited_names(low: Lowering, state: State) -> None:
    """Record objects that are called like the copy of an index that a partition has from its table."""
    held = {claim: item for item in state for claim in claims(item) if claim[0] == "relation"}
    for table in (table for table in state.of(Table) if table.partition_of):
        for source in copied_by(table.key.path, state).values():
            if isinstance(source, ForeignKey) or Key(MemberCopy.kind, (*table.key.path, source.name)) in state.objects:
                continue
            other = held.get(("relation", table.place[0], own_name(source, table.name)))
            if other is not None:  # two that come from above are told apart by the server
                message = f"{other.noun} {other.name} is called like the one that {table.sql} has from its table"
                low.findings.add("name-clash", message, low.places[other.key], "give it a `name` of its own")

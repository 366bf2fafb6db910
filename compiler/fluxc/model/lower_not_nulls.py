"""Declared names of not-null constraints into tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.claims import claims
from fluxc.model.constraint import PrimaryKey
from fluxc.model.inherited import columns_of
from fluxc.model.names import not_null_name
from fluxc.model.not_nulls import NAMED, usual_names
from fluxc.model.state import Key, State
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.draft import TableDraft
    from fluxc.model.lowering import Lowering
    from fluxc.model.table import NotNullDeclaration, NotNullKind


def lower_not_nulls(low: Lowering, drafts: Iterable[TableDraft]) -> None:
    """Let tables know their not-null constraints; record those that cannot be."""
    state = State(low.objects)
    for draft in sorted(drafts, key=_depth):
        key = Key(Table.kind, draft.path)
        place = draft.place / "not_nulls"
        said = draft.form.not_nulls
        long = isinstance(said, dict) and any(not isinstance(form, str) for form in said.values())
        what = "in the long form" if long else "with a name of its own"
        low.findings.needs(NAMED, f"a not-null constraint {what}", place)
        usual = usual_names(draft.path, state)
        pairs = tuple(sorted(pair for pair in _pairs(low, draft, state) if usual.get(pair[0]) != pair[1]))
        update = {"not_nulls": pairs, "not_null_kinds": tuple(sorted(_kinds(low, draft, state)))}
        low.objects[:] = [item.model_copy(update=update) if item.key == key else item for item in low.objects]
        state = State(low.objects)


def _depth(draft: TableDraft) -> int:
    return 0 if draft.parent is None else 1 + _depth(draft.parent)


def _pairs(low: Lowering, draft: TableDraft, state: State) -> Iterator[tuple[str, str]]:
    said, place = draft.form.not_nulls, draft.place / "not_nulls"
    columns = {column.name: column for column in columns_of(draft.path, state)}
    if isinstance(said, str):
        if draft.parent is None:
            message = f"table {draft.path[-1]} is no partition, so its not-null constraints have names of its own"
            low.findings.add("bad-value", message, place, "leave `not_nulls` out", key=True)
        yield from ((name, not_null_name(draft.path[-1], name)) for name in columns if not columns[name].nullable)
        return
    taken = {claim[-1] for item in state.under(draft.path) for claim in claims(item) if claim[0] == "constraint"}
    for name, form in (said or {}).items():
        column, where = columns.get(name), place / name
        constraint = form if isinstance(form, str) else form.name
        if constraint is not None and not low.findings.name(constraint, "constraint", where):
            continue
        if column is None:
            low.scope.unknown_column(draft, name, where)
        elif column.nullable:
            low.findings.add("bad-value", f"column {name} takes null", where, "take the `?` of the column out")
        elif constraint is None:
            pass
        elif draft.parent is None and column.place != draft.path:
            message = f"column {name} comes from table {column.place[-1]}, with its not-null constraint"
            low.findings.add("bad-value", message, where, "say it there")
        elif constraint in taken:
            message = f"table {draft.path[-1]} has another constraint {constraint}"
            low.findings.add("name-clash", message, where, "give one of them another name")
        else:
            taken.add(constraint)
            yield name, constraint


def _kinds(low: Lowering, draft: TableDraft, state: State) -> Iterator[tuple[str, tuple[NotNullKind, ...]]]:
    """Yield by column how constraints in the long form hold; record what cannot be."""
    said, columns = draft.form.not_nulls, {column.name: column for column in columns_of(draft.path, state)}
    keyed = {name for item in state.members(draft.path, PrimaryKey) for name in item.columns}
    for name, form in said.items() if isinstance(said, dict) else ():
        column, place = columns.get(name), draft.place / "not_nulls" / name
        if column is None or isinstance(form, str):
            continue
        above = draft.parent is not None and _is_refused_above(draft.path, name, state)
        if form.local and not above:
            message, cure = f"no table refuses nulls in column {name} of {draft.path[-1]} as well", "leave `local` out"
        elif (form.no_inherit or form.not_valid) and (above or (draft.parent is None and column.place != draft.path)):
            message, cure = f"column {name} refuses nulls since its table does", "say it there"
        elif form.no_inherit and (draft.parent is not None or draft.form.partition_by is not None):
            message, cure = f"partitions refuse nulls in column {name} where their table does", "leave `no_inherit` out"
        elif (form.no_inherit or form.not_valid) and name in keyed:
            message, cure = f"the primary key refuses nulls in column {name}", "leave `no_inherit` and `not_valid` out"
        else:
            if kinds := tuple(_said(form)):
                yield name, kinds
            continue
        low.findings.add("bad-value", message, place, cure)


def _said(form: NotNullDeclaration) -> Iterator[NotNullKind]:
    if form.local:
        yield "local"
    if form.no_inherit:
        yield "no inherit"
    if form.not_valid:
        yield "not valid"


def _is_refused_above(path: tuple[str, ...], name: str, state: State) -> bool:
    table = state.get(Key(Table.kind, path))
    above = columns_of(table.partition_of, state) if isinstance(table, Table) else ()
    return any(column.name == name and not column.nullable for column in above)

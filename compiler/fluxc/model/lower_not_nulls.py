"""Declared names of not-null constraints into tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.claims import claims
from fluxc.model.inherited import columns_of
from fluxc.model.names import not_null_name
from fluxc.model.not_nulls import NAMED, usual_names
from fluxc.model.state import Key, State
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.draft import TableDraft
    from fluxc.model.lowering import Lowering


def lower_not_nulls(low: Lowering, drafts: Iterable[TableDraft]) -> None:
    """Let tables know the names of their not-null constraints; record those that cannot be."""
    state = State(low.objects)
    for draft in sorted(drafts, key=_depth):
        key = Key(Table.kind, draft.path)
        place = draft.place / "not_nulls"
        low.findings.needs(NAMED, "a not-null constraint with a name of its own", place)
        usual = usual_names(draft.path, state)
        pairs = tuple(sorted(pair for pair in _pairs(low, draft, state) if usual.get(pair[0]) != pair[1]))
        low.objects[:] = [
            item.model_copy(update={"not_nulls": pairs}) if item.key == key else item for item in low.objects
        ]
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
    for name, constraint in (said or {}).items():
        column, where = columns.get(name), place / name
        if not low.findings.name(constraint, "constraint", where):
            continue
        if column is None:
            low.scope.unknown_column(draft, name, where)
        elif column.nullable:
            low.findings.add("bad-value", f"column {name} takes null", where, "take the `?` of the column out")
        elif draft.parent is None and column.place != draft.path:
            message = f"column {name} comes from table {column.place[-1]}, with its not-null constraint"
            low.findings.add("bad-value", message, where, "say it there")
        elif constraint in taken:
            message = f"table {draft.path[-1]} has another constraint {constraint}"
            low.findings.add("name-clash", message, where, "give one of them another name")
        else:
            taken.add(constraint)
            yield name, constraint

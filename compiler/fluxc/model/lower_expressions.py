"""SQL expressions of a table into canonical text, with the names in them looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import did_you_mean
from fluxc.model import expression
from fluxc.model.draft import listed
from fluxc.model.sequence_names import with_sequences

if TYPE_CHECKING:
    from fluxc.model.draft import TableDraft
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering


def over_columns(low: Lowering, draft: TableDraft, text: str, place: Place) -> str | None:
    """Return the canonical text of an expression over the columns of a table; record what is wrong and return None."""
    sql = low.sql(text, draft.domain, place)
    if sql is None:
        return None
    known = {*draft.columns, *draft.faulty, *draft.path}
    unknown = expression.identifiers(sql) - known
    if unknown:
        unknown -= _earlier_names(draft)
    for name in sorted(unknown):
        _unknown(low, draft, name, place)
    return None if unknown else sql


def _earlier_names(draft: TableDraft) -> set[str]:
    """Return the earlier names of columns, of which more can be said once everything is known."""
    said = (column.long.was for column in draft.columns.values() if column.long and column.long.was is not None)
    return {name for was in said for name in listed(was)}


def _unknown(low: Lowering, draft: TableDraft, name: str, place: Place) -> None:
    if name in low.scope.tables.get(draft.domain, {}) or name in low.scope.domains:
        message = f"the expression looks at `{name[:70]}`, and can only see columns of {draft.path[-1]}"
        low.findings.add("unknown-column", message, place, "compare across tables in a trigger or a foreign key")
        return
    message = f"table {draft.domain}.{draft.path[-1]} has no column `{name[:70]}`, which the expression mentions"
    low.findings.add("unknown-column", message, place, did_you_mean(name, draft.columns))


def without_columns(low: Lowering, draft: TableDraft, text: str, place: Place) -> str | None:
    """Return the canonical text of a default, which sees no row; sequences of the project in it come qualified."""
    sql = low.sql(text, draft.domain, place)
    if sql is None:
        return None
    seen = sorted(expression.identifiers(sql) & draft.columns.keys())
    if seen:
        message = f"a default sees no row, and this one mentions column {seen[0]}"
        low.findings.add("bad-default", message, place, "write a `generated` column, or set the value in the insert")
        return None
    return with_sequences(sql, lambda path: _sequence(low, draft, path))


def _sequence(low: Lowering, draft: TableDraft, path: tuple[str, ...]) -> str | None:
    found = low.scope.sequence(path, draft.domain)
    return found.sql if found else None

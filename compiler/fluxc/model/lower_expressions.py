"""SQL expressions of a table into canonical text, with the names in them looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import did_you_mean
from fluxc.model import expression, names
from fluxc.model.column_declaration import IdentityDeclaration
from fluxc.model.draft import listed
from fluxc.model.sequence_names import with_sequences

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    said = (column.long.was for column in draft.columns.values() if column.long)
    return {name for was in said if isinstance(was, str | list) for name in listed(was)}


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
    if found is not None or len(path) not in {1, 2}:
        return found.sql if found else None
    domain, name = (draft.domain, *path)[-2:]
    if domain not in low.scope.serials:
        tables = low.scope.tables.get(domain, {}).values()
        low.scope.serials[domain] = dict(pair for table in tables for pair in _plain_sequences(table))
    plain = low.scope.serials[domain].get(name)
    if plain is not None:
        low.scope.drawn.add(plain)
    return plain


_SERIAL: Final = frozenset({"smallserial", "serial", "bigserial", "serial2", "serial4", "serial8"})


def _plain_sequences(draft: TableDraft) -> Iterator[tuple[str, str]]:
    """Yield the names of the sequences of serial and identity columns, and how SQL calls them."""
    for column in draft.columns.values():
        said = column.long.identity if column.long else None
        if column.spec.identity or (column.spec.type or "").strip().lower() in _SERIAL:
            given = said.name if isinstance(said, IdentityDeclaration) else None
            name = given or names.sequence_name(draft.path[-1], column.name)
            yield name, names.qualified(*draft.path[:-1], name)

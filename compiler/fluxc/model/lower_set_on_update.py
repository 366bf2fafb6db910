"""Columns that are assigned on update into the functions and triggers that do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import did_you_mean
from fluxc.model import expression
from fluxc.model.mentions import words
from fluxc.model.set_on_update import Assignment, updating_function, updating_trigger

if TYPE_CHECKING:
    from fluxc.model.draft import ColumnDraft, TableDraft
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering


def lower_set_on_update(low: Lowering, draft: TableDraft) -> None:
    """Take in the triggers of a table that assign columns, and note their functions."""
    for column in draft.columns.values():
        text = column.long.set_on_update if column.long else None
        if text is None:
            continue
        place = column.place / "set_on_update"
        sql = _expression(low, draft, column, text, place)
        if sql is not None:
            said = Assignment(column.name, sql)
            function = updating_function(draft.path[0], said)
            low.updating.setdefault(function.key, (function, place))
            low.add(updating_trigger(draft.path, said), place)


def _expression(low: Lowering, draft: TableDraft, column: ColumnDraft, text: str, place: Place) -> str | None:
    sql = low.sql(text, draft.domain, place)
    if sql is None:
        return None
    if column.long and column.long.generated is not None:
        message = f"column {column.name} is generated, and nobody can assign it"
        low.findings.add("bad-column", message, place, "leave `set_on_update` out", key=True)
        return None
    if "select" in words(sql):
        return sql
    bare = sorted(expression.identifiers(sql) - {"old", "new"})
    seen = {name for row in ("old", "new") for name in expression.identifiers(sql, row)} - {"old", "new", *bare}
    if bare:
        message = f"`{bare[0][:70]}` in it means nothing by itself"
        low.findings.add("bad-column", message, place, f"write `new.{bare[0][:70]}` for the column of the row")
        return None
    unknown = sorted(seen.difference(draft.columns, draft.faulty))
    for name in unknown:
        message = f"table {draft.domain}.{draft.path[-1]} has no column `{name[:70]}`, which the expression mentions"
        low.findings.add("unknown-column", message, place, did_you_mean(name, draft.columns))
    return None if unknown else sql

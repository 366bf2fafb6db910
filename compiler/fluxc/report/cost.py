"""What migrations would cost on a database, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.report.diagnostics import visible
from fluxc.sheet.words import priced_words, wait_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.commands.cost import Costs, Sheet


def costs_text(costs: Costs) -> str:
    """Return each migration with its statements, what they do and who waits."""
    return "\n".join(line for sheet in costs.sheets for line in _sheet(sheet))


def waits_text(costs: Costs) -> str:
    """Return who waits for each migration, without what it does."""
    lines = ((sheet.migration.name, words) for sheet in costs.sheets for words in _waits(sheet))
    return "\n".join(f"{name}.sql: {visible(words)}" for name, words in lines)


def _waits(sheet: Sheet) -> Iterator[str]:
    """Yield who waits long enough to notice it; of those that wait for a moment, only that they do."""
    waits = [wait for item in sheet.statements for wait in item.waits]
    if sheet.server is None:
        yield f"not proved, so nothing is known of what it costs: run `fluxc prove {sheet.migration.name}`"
    elif noticed := [wait for wait in waits if wait.noticed]:
        yield from map(wait_words, noticed)
    else:
        yield "no one waits for more than a moment" if waits else "no one waits"
    yield from sheet.remarks


def _sheet(sheet: Sheet) -> Iterator[str]:
    name = f"{sheet.migration.name}.sql"
    if sheet.server is None:
        yield f"{name}: not proved"
        return
    yield f"{name} (as proved on PostgreSQL {sheet.server})"
    for item in sheet.statements:
        yield f"    {visible(item.cost.text)}"
        yield from (f"        {visible(words)}" for words in priced_words(item))
    if not any(item.waits for item in sheet.statements):
        yield "    no one waits"
    yield from (f"    note: {visible(remark)}" for remark in sheet.remarks)

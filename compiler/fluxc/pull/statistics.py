"""Extended statistics as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.names import statistics_name
from fluxc.pull.options import some

if TYPE_CHECKING:
    from collections.abc import Container

    from fluxc.model.statistics import Statistics
    from fluxc.pull.sight import Sight


def derived_statistics_name(item: Statistics) -> str:
    """Return the name that PostgreSQL would give the statistics as they are written here."""
    return statistics_name(item.place[-1], [*item.columns, *(None for _ in item.expressions)])


def statistics_form(item: Statistics, sight: Sight, columns: Container[str]) -> object:
    """Return statistics without their name: their parts where these say all, or the long form."""
    long = long_statistics(item, sight, columns)
    return long["on"] if len(long) == 1 else long


def long_statistics(item: Statistics, sight: Sight, columns: Container[str]) -> dict[str, Any]:
    """Return statistics in the long form, without their name; ``columns`` are those of the table."""
    expressions = [sight.sql(text) for text in item.expressions]
    parts = [*item.columns, *(f"({text})" if text in columns else text for text in expressions)]
    return {"on": parts, **some(kinds=list(item.kinds), target=item.target, doc=item.doc)}

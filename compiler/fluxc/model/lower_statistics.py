"""Declared extended statistics into objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.model.draft import forms
from fluxc.model.lower_expressions import over_columns
from fluxc.model.names import statistics_name
from fluxc.model.statistics import KINDS, Statistics
from fluxc.model.statistics_declaration import StatisticsDeclaration

if TYPE_CHECKING:
    from fluxc.model.draft import TableDraft
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering
    from fluxc.model.statistics import StatisticsKind
    from fluxc.model.statistics_declaration import StatisticsForm


def lower_statistics(low: Lowering, draft: TableDraft, said: StatisticsForm, place: Place) -> None:
    """Take in the extended statistics of a table, which ``place`` holds."""
    for name, form, where in forms(said, place, "statistics"):
        long = form if isinstance(form, StatisticsDeclaration) else StatisticsDeclaration(on=form, kinds=[])
        item = _statistics(low, draft, name or long.name, long, where, where / "on" if long is form else where)
        if item is not None:
            low.add(item, where, long.was)


def _statistics(
    low: Lowering, draft: TableDraft, name: str | None, long: StatisticsDeclaration, place: Place, parts: Place
) -> Statistics | None:
    columns = [part for part in long.on if part in draft.columns]
    texts = [over_columns(low, draft, part, parts / at) for at, part in enumerate(long.on) if part not in draft.columns]
    expressions = tuple(text for text in texts if text is not None)
    if len(expressions) < len(texts):
        return None
    if wrong := _wrong(columns, expressions, long):
        low.findings.add("bad-statistics", wrong[0], place, wrong[1])
        return None
    derived = statistics_name(draft.path[-1], [part if part in draft.columns else None for part in long.on])
    return Statistics(
        place=draft.path,
        name=low.name(name, derived, "statistics", place),
        doc=long.doc,
        columns=tuple(sorted(columns)),
        expressions=expressions,
        kinds=_kinds(long),
        target=long.target,
    )


def _kinds(long: StatisticsDeclaration) -> tuple[StatisticsKind, ...]:
    """Return the kinds in the server's order, none where they are all."""
    return () if set(long.kinds) == set(KINDS) else tuple(kind for kind in KINDS if kind in long.kinds)


_MOST: Final = 8


def _wrong(columns: list[str], expressions: tuple[str, ...], long: StatisticsDeclaration) -> tuple[str, str] | None:
    """Return why PostgreSQL would refuse statistics, and the cure."""
    parts = len(columns) + len(expressions)
    if len(set(columns)) < len(columns) or len(set(expressions)) < len(expressions):
        return "a part stands here twice", "leave one out"
    if parts > _MOST:
        return f"statistics are over {_MOST} parts at most", "leave some out"
    if not expressions and parts < 2:
        return "statistics are over two columns at least, or over an expression", "name another column"
    if parts == 1 and long.kinds:
        return "statistics over one expression are of one kind only", "leave `kinds` out"
    return None

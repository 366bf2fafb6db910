"""For what steps hold others up for as long as there are rows, told from what their statements were measured to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Diagnostic, Severity, Span
from fluxc.trace.cost import Mode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.history.migration import Migration
    from fluxc.trace.measured import Measured

READS: Final = "blocks-reads"
WRITES: Final = "blocks-writes"
_TABLES: Final = frozenset({"table", "materialized view"})


_COVERING: Final = {READS: {READS, "rewrites-table"}, WRITES: {READS, WRITES, "rewrites-table"}}
_CURE: Final = (
    "take apart what was edited by hand, or be sure that the table is small; where nothing was edited, "
    "report it as a fault of fluxc, with the file"
)


def unsaid(migration: Migration, costs: Iterable[Measured]) -> Iterator[Diagnostic]:
    """Yield for which tables others wait though no hazard of the migration says that they may have to."""
    said = {hazard.code for hazard in migration.hazards}
    for code, table in sorted(blocking(costs)):
        if said.isdisjoint(_COVERING[code]):
            what = "reads" if code == READS else "writes"
            message = (
                f"{migration.name} holds up {what} of {table} for longer the more rows there are, and does not say so"
            )
            yield Diagnostic("hazard-not-said", message, Span(migration.file, 1), _CURE, Severity.WARNING)


def blocking(costs: Iterable[Measured]) -> frozenset[tuple[str, str]]:
    """Return pairs of a hazard and a table: others wait for it while a step does what grows with its rows, or others'.

    A lock is held from the statement that takes it to the end of its step, so that all that is done then counts.
    """
    steps: dict[int, list[Measured]] = {}
    for cost in costs:
        steps.setdefault(cost.step, []).append(cost)
    return frozenset(pair for step in steps.values() for pair in _held(step))


def _held(step: list[Measured]) -> Iterator[tuple[str, str]]:
    for number, cost in enumerate(step):
        if not any(map(_works, step[number:])):
            return
        for lock in cost.locks:
            if lock.kind in _TABLES and lock.mode >= Mode.SHARE:
                yield (READS if lock.mode is Mode.ACCESS_EXCLUSIVE else WRITES), lock.name


def _works(cost: Measured) -> bool:
    """Return whether a statement does what takes longer the more rows there are."""
    return bool(cost.grows) and not cost.waits

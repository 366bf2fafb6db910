"""What was found out about a statement on a server: its cost there, and how that grows, without any counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from fluxc.trace.cost import Cost
from fluxc.trace.growth import Growth, growth

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from fluxc.trace.cost import Lock


@dataclass(frozen=True, slots=True)
class Measured:
    """What a statement of step ``step`` costs; ``text`` is its beginning, on one line.

    The names are as those of `Cost`. ``inserts``, ``updates`` and ``deletes`` are the tables in which it does so;
    ``grows`` and ``same`` are as those of `Growth`, and empty where the statement ran at one size alone.
    """

    step: int
    text: str
    locks: tuple[Lock, ...] = ()
    rewrites: tuple[str, ...] = ()
    empties: tuple[str, ...] = ()
    scans: tuple[str, ...] = ()
    validates: tuple[str, ...] = ()
    builds: tuple[str, ...] = ()
    inserts: tuple[str, ...] = ()
    updates: tuple[str, ...] = ()
    deletes: tuple[str, ...] = ()
    grows: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    waits: bool = False


class Run(NamedTuple):
    """A statement of a step that ran once: what it cost then."""

    step: int
    text: str
    cost: Cost


def joined(small: Sequence[Run], large: Sequence[Run] | None, more: Mapping[str, int]) -> Iterator[Measured]:
    """Yield what each statement costs by a run over few rows, and by one over ``more`` of them where there was one."""
    first = {(run.step, run.cost.statement): run for run in small}
    second = {(run.step, run.cost.statement): run for run in large or ()}
    for key in sorted({*first, *second}):
        run = first.get(key) or second[key]
        nothing = Cost(run.cost.statement, run.cost.offset)
        again = nothing if key not in second else second[key].cost
        yield _measured(run, again if large is not None else None, nothing if key not in first else run.cost, more)


def _measured(run: Run, large: Cost | None, small: Cost, more: Mapping[str, int]) -> Measured:
    cost = run.cost
    found = growth(small, large, more) if large else Growth()
    works = (*small.works, *(large.works if large else ()))
    anew = {*cost.rewrites, *cost.empties}  # what a rewrite puts into the new files is no insertion

    def where(counter: str) -> tuple[str, ...]:
        names = {work.relation for work in works if getattr(work, counter)}
        return tuple(sorted(names - anew))

    return Measured(
        run.step,
        run.text,
        cost.locks,
        cost.rewrites,
        cost.empties,
        cost.scans,
        cost.validates,
        cost.builds,
        where("inserted"),
        where("updated"),
        where("deleted"),
        found.grows,
        found.same,
        cost.waits,
    )

"""How the work of a statement grows with the rows that are there: two runs of it, held against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxc.trace.cost import Cost, Work


class Growth(NamedTuple):
    """Relations with whose rows the work of a statement grows, and those whose number of rows does not matter to it."""

    grows: tuple[str, ...] = ()
    same: tuple[str, ...] = ()


def growth(small: Cost, large: Cost, more: Mapping[str, int]) -> Growth:
    """Return what two runs of a statement tell, where ``more`` says how many more rows of a relation the second met.

    Of a relation that had no more rows nothing is told, but where more of its rows were read, updated or deleted.
    One that merely gets more rows is named where no other one explains it. Without counters what is scanned, or changed
    in transactions of its own, is what grows.
    """
    if not (small.counted and large.counted):
        return Growth(tuple(sorted({*large.scans, *large.rewrites, *(work.relation for work in large.works)})))
    was = {work.relation: work for work in small.works}
    now = {work.relation: work for work in large.works}
    touched = {*was, *now, *(lock.name for cost in (small, large) for lock in cost.locks)}
    grown = {name for name in touched if _grows(was.get(name), now.get(name))}
    filled = {name for name in touched - grown if _count(now.get(name), "inserted") > _count(was.get(name), "inserted")}
    same = {name for name in touched - grown - filled if more.get(name, 0) > 0}
    return Growth(tuple(sorted(grown or filled)), tuple(sorted(same)))


def _grows(before: Work | None, after: Work | None) -> bool:
    """Tell whether more rows were looked at or changed, be it by a scan once and by an index the other time."""
    looked = [_count(work, "read") + _count(work, "fetched") for work in (before, after)]
    return looked[1] > looked[0] or any(_count(after, name) > _count(before, name) for name in ("updated", "deleted"))


def _count(work: Work | None, name: str) -> int:
    return getattr(work, name) if work else 0

"""In which order a migration and the code that goes with it are deployed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.breaking.check import check
from fluxc.breaking.classes import READ, WRITE
from fluxc.breaking.comparison import Comparison
from fluxc.model.compiled import Intent
from fluxc.model.findings import OLDEST
from fluxc.plan.decisions import Decisions

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from fluxc.breaking.comparison import Side
    from fluxc.project.breaking import Ignore


class Order(StrEnum):
    """What is deployed first; the code reads and writes all that its schema declares."""

    EITHER = "either"
    MIGRATE = "migrate first"
    CODE = "code first"
    NEITHER = "neither"


IN_PHASES: Final = "its expand, then the new code; its contract once no code from before is running"
MEANINGS: Final = {
    Order.EITHER: "code from before works on the new database, and new code on the old one",
    Order.MIGRATE: "code from before works on the new database, new code not on the old one",
    Order.CODE: "new code works on the old database, code from before not on the new one",
    Order.NEITHER: "code and database each need the change of the other: split it in two, or stop the application",
}


class Deployment(NamedTuple):
    """What is deployed first, and what that means."""

    order: Order
    meaning: str


def deployment(before: Side, now: Side, ignores: Collection[Ignore], today: date, target: int = OLDEST) -> Deployment:
    """Return the order in which nobody meets a database that is not as the code expects, for servers from a target on.

    What running code would notice is put off where it can be, so that only the first of two migrations counts.
    """
    order = _order(before, now, ignores, today)
    if order in {Order.CODE, Order.NEITHER} and now.compiled.intent.phased:
        seen = _seen_in_between(before, now, target)
        if seen is not None and not check(Comparison.of(before, seen), (READ, WRITE), ignores, today).found:
            return Deployment(Order.MIGRATE, IN_PHASES)
    return Deployment(order, MEANINGS[order])


def _seen_in_between(before: Side, now: Side, target: int) -> Side | None:
    """Return what old code sees while it is running beside new code; None where the two cannot."""
    from fluxc.plan.phases import phases  # few changes are put off

    found = phases(before.state, now.state, now.compiled.intent, Decisions(unattended=True), target)
    if found.old_sees is None or found.plain:
        return None
    return now._replace(compiled=now.compiled._replace(state=found.old_sees))


def _order(before: Side, now: Side, ignores: Collection[Ignore], today: date) -> Order:
    """Return the order for one migration.

    What breaks from one state to the other is what code from before meets in the new one; the other way round it is
    what new code misses in the old one.  Findings that are ``ignores`` count for nothing.
    """
    backward = Comparison.of(now, before._replace(compiled=before.compiled._replace(intent=Intent())))
    old_works = not check(Comparison.of(before, now), (READ, WRITE), ignores, today).found
    new_works = not check(backward, (READ, WRITE), (), today).found
    if old_works:
        return Order.EITHER if new_works else Order.MIGRATE
    return Order.CODE if new_works else Order.NEITHER

"""Changes under running code, told in two migrations: *expand* brings what new code needs, *contract* takes the rest.

In between old and new code are at work on the same database.  What new code needs beside what old code has is
scaffolding: columns that a trigger keeps in step, views under new names.  It is part of the state in between, so that
the migrations lead from state to state as all others do.

Expand does all else that the build is to do; contract takes the scaffolding down, and does what was put off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from fluxc.model.findings import OLDEST
from fluxc.plan.planning import draft, finished, plan, settled

if TYPE_CHECKING:
    from fluxc.model.compiled import Intent
    from fluxc.model.state import Key, State
    from fluxc.plan.decisions import Decisions
    from fluxc.plan.planning import Plan

Name = Literal["", "expand", "contract"]


class Phase(NamedTuple):
    """One migration of a build; where it is the only one it has no name."""

    name: Name
    plan: Plan


class Plain(NamedTuple):
    """Something of a table in use that is changed in one migration all the same, why, and what to do about it."""

    key: Key
    noun: str
    reason: str
    cure: str


class Phases(NamedTuple):
    """The migrations of a build, and what is changed under running code.

    ``old_sees`` is what old code sees in between: the state after the build without what is put off.
    """

    phases: tuple[Phase, ...]
    plain: tuple[Plain, ...] = ()
    old_sees: State | None = None


def phases(
    before: State, after: State, intent: Intent, decisions: Decisions, target: int = OLDEST, *, online: bool = True
) -> Phases:
    """Return the migrations from one state to the other: one, or two where running code would notice.

    See `fluxc.plan.planning.plan` for the rest.
    """
    if not (before.objects and intent.phased):
        return Phases((Phase("", plan(before, after, intent, decisions, target, online=online)),))
    after = settled(before, after)
    whole = draft(before, after, intent, decisions, target, online=online)
    from fluxc.plan.put_off import Finder  # few builds put anything off

    finder = Finder(before, after, whole, intent, target)
    finder.look()
    if not finder.later:
        return Phases((Phase("", finished(before, after, whole, decisions)),), tuple(finder.plain))
    from fluxc.plan.composing import Composer

    composer = Composer(before, after, finder.later, intent, decisions, target, online=online)
    plain = (*finder.plain, *composer.plain)
    return Phases((composer.expand(), composer.contract()), plain, composer.old_sees)

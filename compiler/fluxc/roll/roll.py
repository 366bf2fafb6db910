"""`roll`: making the partitions that rules ask for by now, and taking away the old ones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from fluxc.model.names import qualified
from fluxc.project.timeouts import UNSAID, USUAL, Timeouts
from fluxc.roll.due import Change, due
from fluxc.roll.existing import existing, now
from fluxc.roll.failure import LOCK_TIMEOUT, problem
from fluxc.roll.statements import creation, detaching, dooming, dropping
from fluxc.run.event import Held, OnEvent, PartitionDone, unheard
from fluxc.run.failure import explained
from fluxc.run.lock import holding
from fluxc.run.step import Session, insist
from fluxc.server.connect import connect

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    import psycopg

    from fluxc.diagnostics import Diagnostic
    from fluxc.roll.rule import Rule

    Text = Callable[[Change, psycopg.Connection[Any]], str]


@dataclass(frozen=True, slots=True)
class Rolled:
    """What a run changed, planned only after a dry run, and why something of it could not be.

    ``absent`` are the tables that have a rule and are not there, or are not partitioned by one column of time.
    """

    changes: tuple[Change, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    dry_run: bool = False
    absent: tuple[tuple[str, str], ...] = ()


def roll(
    url: str,
    rules: Sequence[Rule],
    *,
    at: datetime | None = None,
    dry_run: bool = False,
    wait: float = 10,
    timeouts: Timeouts = UNSAID,
    on_event: OnEvent = unheard,
) -> Rolled:
    """Bring the partitions of tables that have these rules to a time, that of the server where none is given.

    Locks are waited for as ``timeouts`` say, or as is usual.  What the server refuses does not keep the rest from being
    done.  Raises OutsideError where there is no database to talk to, or another runner is at work.
    """
    if not rules:
        return Rolled(dry_run=dry_run)
    with explained("rolling partitions"), connect(url, application_name="fluxc roll") as connection:
        lock_timeout = timeouts.over(USUAL).lock
        tables = existing(connection, rules, lock_timeout)
        changes = due(tables, at or now(connection))
        if dry_run or not changes:
            there = {table.rule for table in tables}
            absent = tuple(rule.table for rule in rules if rule not in there)
            return Rolled(changes, dry_run=dry_run, absent=absent)
        with holding(url, connection, wait=wait, on_event=on_event) as lock:
            changes = due(
                existing(connection, rules, lock_timeout), at or now(connection)
            )  # another runner may have been at it
            return _carried_out(Session(connection, lock, on_event), changes)


def _carried_out(session: Session, changes: Sequence[Change]) -> Rolled:
    done: list[Change] = []
    problems: list[Diagnostic] = []
    held: set[tuple[str, str]] = set()
    for change in changes:
        table = change.table.rule.table
        if table in held:  # whoever holds one partition up would hold up the others as well
            continue
        made, found = _do(session, change)
        if found is not None:
            problems.append(found)
            held.update({table} if found.code == LOCK_TIMEOUT else ())
        if made is not None:
            done.append(made)
            session.on_event(PartitionDone(made.done, qualified(*made.path), qualified(*table)))
    return Rolled(tuple(done), tuple(problems))


def _do(session: Session, change: Change) -> tuple[Change | None, Diagnostic | None]:
    """Do one thing; return what was done of it, and what was wrong."""
    if change.done == "created":
        found = _done(session, change, creation)
        return None if found else change, found
    found = _detached(session, change) if change.there is not None else None
    if found is not None or change.done == "detached":
        return None if found else change, found
    found = _done(session, change, dropping)
    if found is not None:
        return change._replace(done="detached") if change.there is not None else None, found
    return change, None


def _detached(session: Session, change: Change) -> Diagnostic | None:
    """Detach a partition; one that is to be dropped bears a mark by then, by which a later run ends what this began."""
    doomed = change.done == "dropped" and change.there is not None and not change.there.pending
    if doomed and (found := _done(session, change, dooming)):
        return found
    found = _done(session, change, detaching)
    if found is not None and doomed and "finalize" not in detaching(change, session.connection):
        _done(session, change, partial(dooming, back=True))
    return found


def _done(session: Session, change: Change, text: Text) -> Diagnostic | None:
    what = f"partition {qualified(*change.path)}"

    def again(pause: float, blockers: tuple[str, ...]) -> Held:
        return Held(what, pause, blockers)

    error, blockers = insist(session, lambda: text(change, session.connection), again)
    return problem(change, error, blockers) if error is not None else None

"""`migrate`: bringing a database to the state of the folder."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from fluxc.diagnostics import Diagnostic, InputError, OutsideError, Span, did_you_mean
from fluxc.history.verify import verify
from fluxc.project.timeouts import UNSAID, Timeouts
from fluxc.run import ledger
from fluxc.run.backward import Return, losses, returns, take_back
from fluxc.run.decide import Decision, decide
from fluxc.run.event import Applied, Done, OnEvent, unheard
from fluxc.run.failure import explained
from fluxc.run.lock import holding
from fluxc.run.record import Recording
from fluxc.run.step import Job, Session, pace, run_step
from fluxc.run.stop import Stopped
from fluxc.run.waiting import until, waiting
from fluxc.server.connect import connect

if TYPE_CHECKING:
    from collections.abc import Iterator

    import psycopg

    from fluxc.history.migration import History, Migration
    from fluxc.run.backward import Regained
    from fluxc.run.decide import Work
    from fluxc.run.protection import Protection
    from fluxc.run.waiting import Rule, Wait


_CORRUPTING: Final = range(140000, 140004)
"""Versions whose concurrent index builds may miss rows (release notes of PostgreSQL 14.4)."""


@dataclass(frozen=True, slots=True)
class Migrated:
    """What a run applied and took back before, in that order of time; planned only, at no time, after a dry run.

    ``late`` holds those of the applied that a descendant had overtaken; ``wait`` is what is not applied yet.
    """

    applied: tuple[Done, ...] = ()
    taken_back: tuple[Done, ...] = ()
    late: tuple[str, ...] = ()
    dry_run: bool = False
    wait: Wait | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    decision: Decision
    back: tuple[Return, ...]
    wait: Wait | None


@dataclass(frozen=True, slots=True)
class _Wishes:
    """What the caller of `migrate` asked for; ``verified`` grows, since a run decides twice."""

    history: History
    to: Migration | None
    development: bool
    accept_loss: bool
    regained: Regained | None
    protection: Protection | None
    rule: Rule | None
    confirmed: bool
    verified: set[Migration] = field(default_factory=set["Migration"])


def migrate(
    url: str,
    history: History,
    *,
    to: str | None = None,
    dry_run: bool = False,
    wait: float = 10,
    development: bool = False,
    accept_loss: bool = False,
    regained: Regained | None = None,
    protection: Protection | None = None,
    rule: Rule | None = None,
    timeouts: Timeouts = UNSAID,
    pause: float = 0.0,
    on_event: OnEvent = unheard,
) -> Migrated:
    """Apply what the database lacks, up to ``to``; on a ``development`` database take changed pendings back first.

    Contracts wait by the ``rule``, unless ``to`` asks for them.
    Rows of tables that ``regained`` names do not count as lost.  With a ``protection`` only what that lets through is
    applied, and with ``accept_loss`` alone: it is the answer to whatever is asked.  What is said of ``timeouts`` holds
    in the place of what the files say; after each portion of rows that is filled there is a ``pause``, in seconds.

    Raises InputError (files), Stopped (decisions) before anything is touched, and OutsideError (database), after which
    whole steps stay and a further run goes on.
    """
    last, confirmed = found(history, to) if to else None, accept_loss or dry_run
    wishes = _Wishes(history, last, development, accept_loss, regained, protection, rule, confirmed)
    with explained("applying migrations"), connect(url, application_name="fluxc migrate") as connection:
        plan = _plan(connection, wishes)
        if plan.decision.idle or dry_run:
            return _planned(plan, dry_run=dry_run)
        with holding(url, connection, wait=wait, on_event=on_event) as lock:
            plan = _plan(connection, wishes)
            pace(connection, pause)
            return _carried_out(plan, Session(connection, lock, on_event, timeouts), history.migrations)


def found(history: History, word: str) -> Migration:
    """Return the migration that ``word`` names; raises InputError `unknown-migration`."""
    if migration := history.find(word):
        return migration
    message = f"there is no migration `{word[:80]}`"
    near = did_you_mean(word, [migration.name for migration in history.migrations])
    cure = near or "name it by its id, its number or its name"
    raise InputError([Diagnostic("unknown-migration", message, help=cure)])


def contradictions(decision: Decision) -> tuple[Diagnostic, ...]:
    """Return what ledger and folder say against each other about sealed migrations."""
    unknown = (
        Diagnostic(
            "unknown-applied",
            f"the database has applied {item.name} ({item.id}), which out/migrations lacks",
            help="bring this checkout up to date, or restore the file from version control",
        )
        for item in decision.unknown
    )
    changed = (
        Diagnostic(
            "applied-differs",
            f"the database has applied {migration.name}, but {migration.file} now holds other statements",
            Span(migration.file),
            f"restore it: git checkout -- {migration.file}, and put the change into a new migration",
        )
        for migration in decision.changed
    )
    return (*unknown, *changed)


def _plan(connection: psycopg.Connection[Any], wishes: _Wishes) -> _Plan:
    """Decide, and check everything that can be checked before anything is touched."""
    rows = ledger.read(connection)
    wait = waiting(connection, rows, wishes.history, wishes.rule) if wishes.to is None else None
    decision = decide(rows, wishes.history, wishes.to, until(wishes.history, wait))
    if problems := contradictions(decision):
        raise InputError(problems)
    unverified = [migration for migration in _to_verify(decision) if migration not in wishes.verified]
    if wrong := [finding for migration in unverified for finding in verify(migration)]:
        raise InputError(wrong)
    wishes.verified.update(unverified)
    _check_server(connection, decision)
    back = _back(connection, decision, wishes)
    if wishes.protection is not None:
        migrations, major = [work.migration for work in decision.to_apply], connection.info.server_version // 10000
        wishes.protection.check(migrations, major, confirmed=wishes.confirmed)
    return _Plan(decision, back, wait)


def _to_verify(decision: Decision) -> dict[Migration, None]:
    return dict.fromkeys((*decision.refresh, *(work.migration for work in decision.to_apply)))


def _check_server(connection: psycopg.Connection[Any], decision: Decision) -> None:
    version = connection.info.server_version
    major = version // 10000
    for work in decision.to_apply:
        if version in _CORRUPTING and any(step.apart and step.apart.cleanup for step in work.steps):
            server = f"PostgreSQL {major}.{version % 10000}"
            message = f"{server} may corrupt indexes that {work.migration.name} builds concurrently"
            cure = (
                "upgrade the server to 14.4 or later, which is a restart, or build the migration with `online = false`"
            )
            raise OutsideError(Diagnostic("corrupting-server", message, Span(work.migration.file), cure))
        if major < work.migration.target:
            message = f"the server is PostgreSQL {major}, but {work.migration.name} needs {work.migration.target}"
            cure = "upgrade the server, or build the migrations for an older target"
            raise OutsideError(Diagnostic("server-too-old", message, Span(work.migration.file), cure))


def _back(connection: psycopg.Connection[Any], decision: Decision, wishes: _Wishes) -> tuple[Return, ...]:
    if not decision.stale:
        return ()
    if not wishes.development:
        raise Stopped(
            Diagnostic(
                "changed-pending",
                f"the database has applied {item.name} while it was pending, and it has changed since",
                help="take it back with `fluxc rollback`, then run `fluxc migrate` again",
            )
            for item in decision.stale
        )
    back = returns(connection, decision.stale)
    if not wishes.accept_loss and (lost := losses(connection, back, wishes.regained)):
        raise Stopped(lost)
    return back


def _planned(plan: _Plan, *, dry_run: bool) -> Migrated:
    return Migrated(
        applied=tuple(Done(work.migration.id, work.migration.name, 0.0) for work in plan.decision.to_apply),
        taken_back=tuple(Done(item.item.id, item.item.name, 0.0) for item in plan.back),
        late=_late(plan.decision),
        dry_run=dry_run,
        wait=plan.wait,
    )


def _carried_out(plan: _Plan, session: Session, migrations: tuple[Migration, ...]) -> Migrated:
    if plan.decision.idle:
        return Migrated(wait=plan.wait)
    ledger.ensure(session.connection)
    recording = Recording(session.connection, migrations) if plan.decision.to_apply or plan.back else None
    taken_back = tuple(take_back(session, plan.back))
    ledger.refresh(session.connection, plan.decision.refresh)
    migrated = Migrated(tuple(_applied(session, plan.decision)), taken_back, _late(plan.decision), wait=plan.wait)
    if recording:
        recording.finish()
    return migrated


def _applied(session: Session, decision: Decision) -> Iterator[Done]:
    for work in decision.to_apply:
        began = time.monotonic()
        for step in work.steps:
            run_step(session, _job(work, step.number))
        done = Done(work.migration.id, work.migration.name, time.monotonic() - began)
        session.on_event(Applied(done))
        yield done


def _job(work: Work, number: int) -> Job:
    migration = work.migration
    step = migration.steps[number - 1]
    started = ledger.inserting(migration, number, ledger.STARTED) if step.apart else ""
    mark = ledger.finishing(migration, number) if step.apart else ledger.inserting(migration, number)
    begun = number in work.begun
    return Job(migration.id, migration.name, migration.file, "up", step, len(migration.steps), mark, started, begun)


def _late(decision: Decision) -> tuple[str, ...]:
    return tuple(migration.id for migration in decision.late)

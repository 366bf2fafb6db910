"""Runs and statuses as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.report.build import count, hazard_lines
from fluxc.run.event import (
    Applied,
    Blocked,
    Event,
    Held,
    PartitionDone,
    Retrying,
    StepDone,
    StepStarted,
    TakenBack,
    Waiting,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import timedelta

    from fluxc.history.migration import History
    from fluxc.project.timeouts import Timeouts
    from fluxc.run.apply import Migrated
    from fluxc.run.rollback import RolledBack
    from fluxc.run.status import Status
    from fluxc.run.waiting import Wait

UP_TO_DATE = "Database is up to date!"


def event_text(event: Event) -> tuple[str, bool]:
    """Return the line for an event, empty for none, and whether it is a result rather than a remark."""
    match event:
        case Applied(done):
            return f"✓ Applied migration: {done.name}.sql", True
        case TakenBack(done):
            return f"✓ Rolled back migration: {done.name}.sql", True
        case Waiting(holder):
            return f"waiting for another runner: {holder}", False
        case PartitionDone(done, partition, table):
            return f"✓ {done.capitalize()} partition {partition} of {table}", True
        case Retrying(_, name, step, pause, blockers):
            return _again(f"step {step} of {name}", pause, blockers), False
        case Blocked(_, name, step, blockers):
            return f"step {step} of {name}, which holds nobody up, waits for {', '.join(blockers)}", False
        case Held(what, pause, blockers):
            return _again(what, pause, blockers), False
        case StepStarted() | StepDone():
            return "", False


def _again(what: str, pause: float, blockers: tuple[str, ...]) -> str:
    held = f", held by {', '.join(blockers)}" if blockers else ""
    return f"{what} could not get its locks{held}; trying again in {pause:.1f} s"


def migrated_text(result: Migrated, to: str | None) -> str:
    """Return what follows the lines of a run, or the whole of a dry run."""
    return "\n".join(_migrated(result, to))


def _migrated(result: Migrated, to: str | None) -> Iterator[str]:
    if result.dry_run:
        yield from (f"would roll back migration: {done.name}.sql" for done in result.taken_back)
        yield from (f"would apply migration: {done.name}.sql" for done in result.applied)
    if result.late:
        yield f"({count(len(result.late), 'migration')} came later than one that was already applied)"
    if result.wait is not None:
        yield from _wait(result.wait)
    elif not result.dry_run or not (result.applied or result.taken_back):
        yield f"Database is at {to}." if to else UP_TO_DATE


def _wait(wait: Wait) -> Iterator[str]:
    """Yield what waits, and how it comes to its end."""
    yield "Old and new code can both run on the database now."
    name = wait.migration.name
    yield f"{name}.sql waits until no old code is running; then: fluxc migrate --to {name.partition('_')[0]}"
    if wait.left is not None:
        yield f"    it is applied unasked in {_long(wait.left)}"
    if wait.behind:
        names = ", ".join(item.name for item in wait.behind[:3])
        yield f"    {count(len(wait.behind), 'migration')} behind it: {names}{' …' if len(wait.behind) > 3 else ''}"


def _long(time: timedelta) -> str:
    """Return a length of time in its largest unit, such as ``3 days``."""
    minutes = max(int(time.total_seconds() // 60), 1)
    for unit, size in (("day", 1440), ("hour", 60)):
        if minutes >= 2 * size:
            return count(minutes // size, unit)
    return count(minutes, "minute")


def timeouts_text(said: Timeouts) -> str:
    """Return what holds on a database in the place of what files say, empty where nothing does."""
    pairs = (("lock_timeout", said.lock), ("statement_timeout", said.statement))
    told = " and ".join(f"{key} {value}" for key, value in pairs if value)
    return f"{told}, in the place of what the files say" if told else ""


def rolled_back_text(result: RolledBack) -> str:
    """Return what follows the lines of a rollback, or the whole of a dry run."""
    if result.dry_run and result.rolled_back:
        return "\n".join(_would_roll_back(result))
    return "" if result.rolled_back else "Nothing to roll back."


def _would_roll_back(result: RolledBack) -> Iterator[str]:
    for done, hazards in zip(result.rolled_back, result.hazards, strict=True):
        yield f"would roll back migration: {done.name}.sql"
        yield from hazard_lines(hazards)


def status_text(found: Status, history: History) -> str:
    """Return where a database stands, one migration a line."""
    return "\n".join(_status(found, history))


def _status(found: Status, history: History) -> Iterator[str]:
    applied, half = set(found.applied), set(found.half)
    waiting = found.wait.migration.id if found.wait is not None else None
    for migration in history.migrations:
        mark = "✓" if migration.id in applied else "◐" if migration.id in half else "·"
        word = "applied" if migration.id in applied else "half applied" if migration.id in half else "missing"
        word = "waits" if migration.id == waiting else word
        pending = "" if migration.sealed else " (pending)"
        yield f"{mark} {migration.name}.sql  {word}{pending}"
    yield from (f"! {identity}  applied while pending, and changed since" for identity in found.stale)
    if found.wait is not None:
        yield from _wait(found.wait)
    if found.up_to_date:
        yield from () if found.wait else (UP_TO_DATE,)
    elif found.missing:
        yield f"{count(len(found.missing), 'migration')} missing: run `fluxc migrate`"

"""`rollback`: taking migrations back, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fluxc.diagnostics import Diagnostic, InputError, did_you_mean
from fluxc.project.timeouts import UNSAID, Timeouts
from fluxc.run import ledger
from fluxc.run.backward import Return, incomplete, losses, returns, take_back
from fluxc.run.decide import Recorded, recorded
from fluxc.run.event import Done, OnEvent, unheard
from fluxc.run.failure import explained
from fluxc.run.lock import holding
from fluxc.run.record import Recording
from fluxc.run.step import Session, pace
from fluxc.run.stop import Stopped
from fluxc.server.connect import connect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import psycopg

    from fluxc.history.migration import Hazard, History
    from fluxc.run.protection import Protection

NOTHING = "0"


@dataclass(frozen=True, slots=True)
class RolledBack:
    """The migrations that were taken back, in that order; planned only, at no time, after a dry run.

    ``hazards`` are those of the way back of each of them.
    """

    rolled_back: tuple[Done, ...] = ()
    dry_run: bool = False
    hazards: tuple[tuple[Hazard, ...], ...] = ()


def rollback(
    url: str,
    history: History,
    *,
    to: str | None = None,
    count: int | None = None,
    dry_run: bool = False,
    wait: float = 10,
    accept_loss: bool = False,
    protection: Protection | None = None,
    timeouts: Timeouts = UNSAID,
    pause: float = 0.0,
    on_event: OnEvent = unheard,
) -> RolledBack:
    """Take back the last ``count`` migrations (one if nothing is said), or all after ``to`` (``0``: all there are).

    Only the downs in the ledger are used; from a database with a ``protection`` nothing is taken back unasked, nor what
    has hazards that it does not take.  What is said of ``timeouts`` holds in the place of what the downs say; after
    each portion of rows that is filled there is a ``pause``, in seconds.

    Raises InputError, Stopped before anything is touched, OutsideError.
    """
    if to is not None and count is not None:
        raise ValueError("either to or count")

    def plan(connection: psycopg.Connection[Any]) -> tuple[Return, ...]:
        chosen = _chosen(recorded(ledger.read(connection)), history, to, 1 if count is None else count)
        back = returns(connection, chosen)
        lost = () if accept_loss else (*incomplete(back), *losses(connection, back))
        refused = tuple(_refused(back, protection)) if protection else ()
        asked: tuple[Diagnostic, ...] = ()
        if protection and not (accept_loss or dry_run):
            asked = protection.question([item.item.name for item in back], "taken back from")
        if stops := (*refused, *lost, *asked):
            raise Stopped(stops)
        return back

    with explained("taking migrations back"), connect(url, application_name="fluxc rollback") as connection:
        back = plan(connection)
        if dry_run or not back:
            planned = tuple(Done(item.item.id, item.item.name, 0.0) for item in back)
            return RolledBack(planned, dry_run, tuple(item.down.hazards for item in back))
        with holding(url, connection, wait=wait, on_event=on_event) as lock:
            ledger.ensure(connection)
            pace(connection, pause)
            recording = Recording(connection, history.migrations)
            done = tuple(take_back(Session(connection, lock, on_event, timeouts), plan(connection)))
            recording.finish()
            return RolledBack(done, hazards=tuple(item.down.hazards for item in back))


def _refused(back: Iterable[Return], protection: Protection) -> Iterator[Diagnostic]:
    """Yield which hazards of ways back a protected database does not take."""
    for item in back:
        yield from protection.dangers(f"the down of {item.item.name}", item.down.hazards)


def _chosen(applied: Mapping[str, Recorded], history: History, to: str | None, count: int) -> tuple[Recorded, ...]:
    """Return what to take back, that applied last first."""
    newest_first = tuple(reversed(list(applied.values())))
    if to is None:
        return newest_first[: max(count, 0)]
    if to.isascii() and to.isdigit() and not int(to[:20]):
        return newest_first
    staying = _staying(_target(applied, history, to), applied, history)
    return tuple(item for item in newest_first if item.id not in staying)


def _target(applied: Mapping[str, Recorded], history: History, word: str) -> Recorded:
    migration = history.find(word)
    named = (item for item in applied.values() if word in (item.id, item.name))
    item = applied.get(migration.id) if migration else next(named, None)
    if item is None:
        what = f"{migration.name} is not applied" if migration else f"there is no migration `{word[:80]}`"
        cure = did_you_mean(word, [item.name for item in applied.values()]) or "name one that `fluxc status` lists"
        raise InputError([Diagnostic("not-applied" if migration else "unknown-migration", what, help=cure)])
    return item


def _staying(target: Recorded, applied: Mapping[str, Recorded], history: History) -> set[str]:
    """Return the target and its ancestors in the chain, or what was applied before it where the chain lacks it."""
    ids = [migration.id for migration in history.migrations]
    if target.id in ids:
        return set(ids[: ids.index(target.id) + 1])
    return {item.id for item in applied.values() if item.ordinal <= target.ordinal}

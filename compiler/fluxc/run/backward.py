"""Taking migrations back by the downs that the ledger kept, and what has to be decided before."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import psycopg
from psycopg.sql import SQL, Identifier

from fluxc.diagnostics import Diagnostic, InputError, OutsideError
from fluxc.history.migration import Down, Label, Step
from fluxc.history.parse import parse_down
from fluxc.history.verify import verify_down
from fluxc.run import ledger
from fluxc.run.event import Done, TakenBack
from fluxc.run.step import Job, Session, run_step
from fluxc.run.stop import Stopped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from fluxc.run.decide import Recorded

_GONE: Final = (psycopg.errors.UndefinedTable, psycopg.errors.UndefinedColumn, psycopg.errors.InvalidSchemaName)


Regained = Callable[[psycopg.Connection[Any]], "Collection[tuple[str, ...]]"]
"""Names the tables whose rows somebody will put there again."""


@dataclass(frozen=True, slots=True)
class Return:
    """A migration to be taken back: its down, and those steps of it that undo what is applied."""

    item: Recorded
    down: Down
    steps: tuple[Step, ...]


def returns(connection: psycopg.Connection[Any], items: Sequence[Recorded]) -> tuple[Return, ...]:
    """Return how the ledger says to take these migrations back; raises OutsideError `bad-ledger`, or Stopped."""
    kept = ledger.kept_downs(connection, [item.id for item in items])
    found = [(item, _down(item, kept.get(item.id))) for item in items]
    hopeless = [finding for item, down in found for finding in _hopeless(item, down)]
    if hopeless:
        raise Stopped(hopeless)
    return tuple(Return(item, down, _steps(item, down)) for item, down in found)


def losses(
    connection: psycopg.Connection[Any], back: Sequence[Return], regained: Regained | None = None
) -> tuple[Diagnostic, ...]:
    """Return `would-lose-rows` for each migration whose down would drop rows or values that are there now.

    Where there are any, ``regained`` is asked for the tables whose rows come back and do not count.
    """
    found = [(item, _held(connection, item.down)) for item in back]
    if regained is not None and any(held for _, held in found):
        spared = regained(connection)
        found = [(item, _held(connection, item.down, spared)) for item in back]
    cure = "keep them elsewhere first, or say that they may go: confirm it on a terminal, or add --yes"
    return tuple(
        Diagnostic("would-lose-rows", f"taking {item.item.name} back would lose {', '.join(held)}", help=cure)
        for item, held in found
        if held
    )


def incomplete(back: Sequence[Return]) -> tuple[Diagnostic, ...]:
    """Return `structure-only` for each migration whose down does not bring back what the up deleted."""
    return tuple(
        Diagnostic(
            "structure-only",
            f"the down of {item.item.name} is structure only: {'; '.join(item.down.reasons) or 'data stays lost'}",
            help="say that the structure is enough: confirm it on a terminal, or add --yes; data comes from a backup",
        )
        for item in back
        if item.down.label is Label.STRUCTURE_ONLY
    )


def take_back(session: Session, back: Sequence[Return]) -> Iterator[Done]:
    """Take each migration back, forgetting its steps in the ledger as they go; raises OutsideError where one fails."""
    for item in back:
        seconds = sum(run_step(session, _job(item, step)) for step in item.steps)
        done = Done(item.item.id, item.item.name, seconds)
        session.on_event(TakenBack(done))
        yield done


def _job(back: Return, step: Step) -> Job:
    file = f"{back.item.name}.down.sql"
    mark = ledger.deleting(back.item.id, step.undoes)
    undoing = ledger.undoing(back.item.id, step.undoes) if step.apart else ""
    return Job(back.item.id, back.item.name, file, "down", step, len(back.down.steps), mark, undoing, begun=True)


def _down(item: Recorded, text: str | None) -> Down:
    file = f"{item.name}.down.sql"
    try:
        down = parse_down((text or "").encode(), file)
    except InputError as error:
        raise _bad_ledger(item, error.diagnostics[0].message) from None
    if down.id != item.id or not verify_down(down):
        raise _bad_ledger(item, "it was changed since it was recorded")
    return down


def _bad_ledger(item: Recorded, what: str) -> OutsideError:
    message = f"the ledger holds no usable down of {item.name}: {what}"
    cure = "take its changes back by hand, then delete its rows from fluxc.migrations"
    return OutsideError(Diagnostic("bad-ledger", message, help=cure))


def _hopeless(item: Recorded, down: Down) -> Iterator[Diagnostic]:
    if down.label is Label.IMPOSSIBLE:
        message = f"the down of {item.name} is impossible: {'; '.join(down.reasons) or 'no reason is given'}"
        yield Diagnostic("irreversible", message, help="make a new migration that goes on from here instead")


def _steps(item: Recorded, down: Down) -> tuple[Step, ...]:
    """Return what undoes steps that are done or begun; of several together, the first is what brings something in."""
    there = item.done | item.begun
    return tuple(step for step in down.steps if there.intersection(step.undoes))


def _held(
    connection: psycopg.Connection[Any], down: Down, spared: Collection[tuple[str, ...]] = frozenset()
) -> list[str]:
    return [what for loss in down.loses if loss[:2] not in spared and (what := _held_in(connection, loss))]


def _held_in(connection: psycopg.Connection[Any], loss: tuple[str, ...]) -> str | None:
    """Return in words the rows or values that a table or column holds, None where it holds none or is not there."""
    table, column = Identifier(*loss[:2]), loss[2:]
    condition = SQL(" where {} is not null").format(Identifier(*column)) if column else SQL("")
    query = SQL("select exists (select from {}{})").format(table, condition)
    name = ".".join(part if part.isidentifier() else json.dumps(part) for part in loss)
    words = f"the values of {name}" if column else f"the rows of {name}"
    try:
        with connection.transaction():
            connection.execute("set local row_security = off")
            row = connection.execute(query).fetchone()
    except _GONE:
        return None
    except psycopg.errors.InsufficientPrivilege:
        return f"{words} (which this user may not see)"
    return words if row and row[0] else None

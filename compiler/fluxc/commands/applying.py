"""``fluxc migrate``, ``rollback`` and ``status``: the folder of migrations against a database."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from fluxc.commands.collector import no_collector
from fluxc.diagnostics import InputError, OutsideError, Severity
from fluxc.history.folder import read_folder
from fluxc.history.migration import CONTRACT
from fluxc.run import apply, rollback, status
from fluxc.run.event import OnEvent, unheard
from fluxc.run.outside import has_rules
from fluxc.run.waiting import Rule, until
from fluxc.server.lacks import cure

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterable

    from fluxc.commands.database import Database
    from fluxc.history.migration import History
    from fluxc.project.layout import Layout
    from fluxc.project.timeouts import Timeouts
    from fluxc.roll.roll import Rolled
    from fluxc.run.apply import Migrated
    from fluxc.run.backward import Regained
    from fluxc.run.event import Done
    from fluxc.run.protection import Protection
    from fluxc.run.rollback import RolledBack
    from fluxc.run.status import Status


class Brought(NamedTuple):
    """What a run applied, and what it did to partitions; None where no table has a rule for them."""

    migrated: Migrated
    rolled: Rolled | None = None


def read_history(layout: Layout) -> History:
    """Return the migrations of a project; raises InputError with what is wrong about them."""
    history, findings = read_folder(layout.out, layout.root, verify=False)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise InputError(findings)
    return history


def migrate(
    layout: Layout,
    database: Database,
    *,
    to: str | None = None,
    dry_run: bool = False,
    wait: float = 10,
    accept_loss: bool = False,
    regained: Regained | None = None,
    allow: Collection[str] = (),
    on_event: OnEvent = unheard,
) -> Brought:
    """Apply the migrations that a database lacks, and make the partitions that are due by the rules they leave.

    A protected database takes the hazards that are in ``allow`` as well as those that it always does.
    See `fluxc.run.apply.migrate` and `fluxc.roll.roll.roll` for what it raises.
    """
    history = read_history(layout)
    with no_collector(), _explained(database):
        migrated = apply.migrate(
            database.url,
            history,
            to=to,
            dry_run=dry_run,
            wait=wait,
            development=database.development,
            accept_loss=accept_loss,
            regained=regained,
            protection=_protection(layout, database, allow),
            rule=_rule(layout, database, history),
            timeouts=database.timeouts,
            pause=database.fill_pause,
            on_event=on_event,
        )
    wanted = until(history, migrated.wait).migrations
    if to is not None:
        wanted = wanted[: wanted.index(apply.found(history, to)) + 1]
    if not has_rules(wanted):
        return Brought(migrated)
    from fluxc.roll.roll import roll  # few tables have partitions by the calendar
    from fluxc.roll.rule import rules_of

    rules, timeouts = rules_of(wanted), database.timeouts
    rolled = roll(database.url, rules, dry_run=dry_run, wait=wait, timeouts=timeouts, on_event=on_event)
    return Brought(migrated, rolled)


@contextmanager
def _explained(database: Database) -> Generator[None]:
    """Put the cure into a failure for want of what the embedded server does not have."""
    try:
        yield
    except OutsideError as error:
        help_text = cure(error.diagnostic.message) if database.embedded else ""
        if not help_text:
            raise
        raise OutsideError(error.diagnostic._replace(help=help_text)) from error


def take_back(
    layout: Layout,
    database: Database,
    *,
    to: str | None = None,
    count: int | None = None,
    dry_run: bool = False,
    wait: float = 10,
    accept_loss: bool = False,
    allow: Collection[str] = (),
    on_event: OnEvent = unheard,
) -> RolledBack:
    """Take migrations back, the last one unless told otherwise; see `fluxc.run.rollback.rollback`.

    A protected database takes the hazards that are in ``allow`` as well as those that it always does.
    """
    history = read_history(layout)
    return rollback.rollback(
        database.url,
        history,
        to=to,
        count=count,
        dry_run=dry_run,
        wait=wait,
        accept_loss=accept_loss,
        protection=_protection(layout, database, allow),
        timeouts=database.timeouts,
        pause=database.fill_pause,
        on_event=on_event,
    )


def _protection(layout: Layout, database: Database, allow: Collection[str] = ()) -> Protection | None:
    """Return what a protected environment asks for; None for any other database."""
    environment = database.environment
    if environment is None or not environment.protected:
        return None
    from fluxc.commands.certificates import dangers, refusals  # most databases are not protected
    from fluxc.run.protection import Protection

    return Protection(
        database.place, partial(refusals, layout, environment, allow), partial(dangers, environment, allow)
    )


def stand(layout: Layout, database: Database) -> tuple[Status, History]:
    """Return where a database stands against the folder, and the folder."""
    history = read_history(layout)
    return status.status(database.url, history, _rule(layout, database, history)), history


def _rule(layout: Layout, database: Database, history: History) -> Rule | None:
    """Return when contracts are applied unasked; where nobody but the developer is at work they do not wait."""
    if database.development or not any(migration.phase == CONTRACT for migration in history.migrations):
        return None
    if database.environment is not None and database.environment.contract_after is not None:
        return Rule(database.environment.contract_after)
    from fluxc.project.config import read_config  # few projects have contracts

    return Rule(read_config(layout).contract_after)


def timeouts_json(said: Timeouts) -> dict[str, str | None]:
    """Return the JSON of what holds on a database in the place of what files say."""
    return {"lock": said.lock or None, "statement": said.statement or None}


def done_json(done: Iterable[Done]) -> list[dict[str, Any]]:
    """Return the frozen JSON keys of migrations applied or taken back."""
    return [{"id": item.id, "name": item.name, "seconds": round(item.seconds, 3)} for item in done]

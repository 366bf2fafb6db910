"""What the commands that talk to a database share."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

import click

from fluxc.cli.session import DONE, OUTSIDE, UNDECIDED
from fluxc.project.hazards import HAZARDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxc.cli.session import Session
    from fluxc.roll.roll import Rolled
    from fluxc.run.event import Event

Result = TypeVar("Result")
Command = TypeVar("Command", bound="Callable[..., Any] | click.Command")


def _one(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """Refuse --env beside --url, whichever comes second."""
    if value is not None and context.params.get("env" if option.name == "url" else "url") is not None:
        raise click.UsageError("--env and --url are both given; one of them will do.", context)
    return value


def url_option(help_text: str) -> Callable[[Command], Command]:
    """Return the option --url of a command that has --env too."""
    return click.option("--url", help=help_text, callback=_one)


url = url_option("The database; DATABASE_URL otherwise, else the embedded server.")
env = click.option("--env", metavar="NAME", help="The database of this environment in fluxc.toml.", callback=_one)
yes = click.option(
    "--yes",
    is_flag=True,
    help="Answer yes: rows may go that a way back or a seed would delete, a protected database may be changed.",
)
allow = click.option(
    "--allow",
    metavar="HAZARD",
    multiple=True,
    type=click.Choice(HAZARDS),
    help="Do what has this hazard to a protected database; repeat it for several.",
)
dry_run = click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
wait = click.option(
    "--wait", type=click.FloatRange(0, 86400), default=10, show_default=True, help="Seconds to wait for another runner."
)


def telling(session: Session) -> Callable[[Event], None]:
    """Return what prints the events of a run as they happen."""
    from fluxc.report.running import event_text

    def tell(event: Event) -> None:
        text, important = event_text(event)
        if important:
            session.say(text)
        elif text and not session.quiet:
            click.echo(text, err=True)

    return tell


def rolled(session: Session, result: Rolled, payload: dict[str, Any], text: str) -> NoReturn:
    """Leave with a payload and a text to which partitions that came and went are added; with 3 where some could not."""
    from fluxc.commands.rolling import rolled_json
    from fluxc.report.rolling import would_text

    told = "\n".join(filter(None, (would_text(result) if result.dry_run else "", text)))
    code = OUTSIDE if result.problems else DONE
    session.result(payload | {"rolled": rolled_json(result.changes)}, told, result.problems, code)


_ASKABLE: Final = frozenset(
    {"would-lose-rows", "structure-only", "seed-deletes-rows", "takes-tables-out", "protected-environment"}
)


def can_ask(session: Session) -> bool:
    """Return whether somebody is there to answer a question."""
    return not session.json and sys.stdin.isatty() and sys.stdout.isatty()


def deciding(session: Session, act: Callable[[bool], Result], *, yes: bool) -> Result:
    """Return what ``act`` does; where something would go, ask on a terminal and run it again, or leave with 4."""
    from fluxc.run.stop import Stopped

    try:
        return act(yes)
    except Stopped as stop:
        askable = all(item.code in _ASKABLE for item in stop.diagnostics)
        if yes or not askable or not can_ask(session):
            session.fail(stop.diagnostics, UNDECIDED)
        session.messages(stop.diagnostics)
        if not click.confirm("Go on all the same?", default=False, err=True):
            sys.exit(UNDECIDED)
        return act(True)

"""``fluxc cost``."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from fluxc.cli import database
from fluxc.cli.session import DONE, WRONG_INPUT, command

if TYPE_CHECKING:
    from fluxc.cli.session import Session


@command("cost")
@click.argument("ids", metavar="[ID]...", nargs=-1)
@database.env
@database.url
@click.option(
    "--sample",
    metavar="SECONDS",
    type=click.FloatRange(min=0),
    default=2.0,
    show_default=True,
    help="How long to count what is written to tables at which somebody would wait; 0 not to.",
)
def cost(session: Session, ids: tuple[str, ...], env: str | None, url: str | None, sample: float) -> None:
    """Say what the migrations that a database lacks would cost there: how long they take, and who waits.

    ID names a migration by its id, number or name; without any all that are missing are told.
    """
    from fluxc.commands.cost import cost as run
    from fluxc.commands.cost import costs_json
    from fluxc.commands.database import serving
    from fluxc.report.cost import costs_text
    from fluxc.report.running import UP_TO_DATE

    def pause() -> None:
        session.progress(f"counting for {sample:g} s what is written")
        time.sleep(sample)

    layout = session.layout()
    with serving(layout, url, env) as found:
        session.remark(f"→ {found.place}")
        result = run(layout, found, ids or None, pause if sample else None)
    text = costs_text(result) or ("The database has them already." if ids else UP_TO_DATE)
    session.result({"costs": costs_json(result)}, text, result.unproved, WRONG_INPUT if result.unproved else DONE)


command = cost

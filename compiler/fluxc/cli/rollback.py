"""``fluxc rollback``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxc.cli import database
from fluxc.cli.session import command

if TYPE_CHECKING:
    from fluxc.cli.session import Session


@command("rollback")
@database.env
@database.url
@click.option("--to", metavar="ID", help="Take back everything after this migration; 0 takes back all.")
@click.option("--count", type=click.IntRange(1), help="Take back so many migrations; 1 unless --to is given.")
@database.dry_run
@database.allow
@database.yes
@database.wait
def rollback(
    session: Session,
    env: str | None,
    url: str | None,
    to: str | None,
    count: int | None,
    dry_run: bool,
    allow: tuple[str, ...],
    yes: bool,
    wait: float,
) -> None:
    """Take migrations back, by the way back that the database's own ledger keeps."""
    if to is not None and count is not None:
        raise click.UsageError("--to and --count exclude each other.")
    from fluxc.commands.applying import done_json, take_back
    from fluxc.commands.database import serving
    from fluxc.report.running import rolled_back_text

    layout = session.layout()
    with serving(layout, url, env) as found:
        session.remark(f"→ {found.place}")

        def act(accept_loss: bool) -> None:
            result = take_back(
                layout,
                found,
                to=to,
                count=count,
                dry_run=dry_run,
                wait=wait,
                accept_loss=accept_loss,
                allow=allow,
                on_event=database.telling(session),
            )
            payload = {
                "rolled_back": done_json(result.rolled_back),
                "dry_run": dry_run,
                "hazards": list(dict.fromkeys(hazard.code for hazards in result.hazards for hazard in hazards)),
            }
            session.result(payload, rolled_back_text(result))

        database.deciding(session, act, yes=yes)


command = rollback

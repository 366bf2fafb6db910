"""``fluxc migrate``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from fluxc.cli import database
from fluxc.cli.session import command

if TYPE_CHECKING:
    from fluxc.cli.session import Session


@command("migrate")
@database.env
@database.url
@click.option("--to", metavar="ID", help="Stop behind this migration: its id, number or name.")
@database.dry_run
@database.allow
@database.yes
@database.wait
def migrate(
    session: Session,
    env: str | None,
    url: str | None,
    to: str | None,
    dry_run: bool,
    allow: tuple[str, ...],
    yes: bool,
    wait: float,
) -> None:
    """Apply the migrations that a database lacks, then make the partitions that rules ask for by now."""
    from fluxc.commands.applying import done_json, timeouts_json
    from fluxc.commands.applying import migrate as run
    from fluxc.commands.database import serving
    from fluxc.report.running import migrated_text, timeouts_text

    layout = session.layout()
    with serving(layout, url, env) as found:
        session.remark(f"→ {found.place}")

        def act(accept_loss: bool) -> None:
            result = run(
                layout,
                found,
                to=to,
                dry_run=dry_run,
                wait=wait,
                accept_loss=accept_loss,
                allow=allow,
                on_event=database.telling(session),
            )
            migrated = result.migrated
            payload: dict[str, Any] = {
                "applied": done_json(migrated.applied),
                "rolled_back": done_json(migrated.taken_back),
                "waiting": [migrated.wait.migration.id] if migrated.wait else [],
                "dry_run": dry_run,
            }
            text = migrated_text(migrated, to)
            if dry_run:
                from fluxc.commands.cost import cost, costs_json
                from fluxc.report.cost import waits_text

                costs = cost(layout, found, [item.id for item in migrated.applied])
                payload |= {"timeouts": timeouts_json(found.timeouts), "costs": costs_json(costs)}
                text = "\n".join(filter(None, (text, timeouts_text(found.timeouts), waits_text(costs))))
            if result.rolled is not None:
                database.rolled(session, result.rolled, payload, text)
            session.result(payload, text)

        database.deciding(session, act, yes=yes)


command = migrate

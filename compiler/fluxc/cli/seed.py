"""``fluxc seed``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxc.cli import database
from fluxc.cli.session import command

if TYPE_CHECKING:
    from fluxc.cli.session import Session


@command("seed")
@click.argument("tables", nargs=-1, metavar="[TABLE]...")
@database.env
@database.url
@database.dry_run
@database.yes
@database.wait
def seed(
    session: Session, tables: tuple[str, ...], env: str | None, url: str | None, dry_run: bool, yes: bool, wait: float
) -> None:
    """Bring declared rows in step: those of all tables, or of each TABLE named, such as app.roles."""
    from fluxc.commands.database import serving
    from fluxc.commands.seeding import seed as run
    from fluxc.commands.seeding import seeded_json
    from fluxc.report.seeding import seeded_text

    layout = session.layout()
    with serving(layout, url, env) as found:
        session.remark(f"→ {found.place}")
        telling = database.telling(session)
        seeded = database.deciding(
            session,
            lambda loss: run(layout, found, tables, dry_run=dry_run, wait=wait, accept_loss=loss, on_event=telling),
            yes=yes,
        )
        session.result(seeded_json(seeded), seeded_text(seeded))


command = seed

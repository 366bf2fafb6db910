"""``fluxc roll``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxc.cli import database
from fluxc.cli.session import command

if TYPE_CHECKING:
    from datetime import datetime

    from fluxc.cli.session import Session

_YEARS = range(1000, 9000)


def _moment(_context: click.Context, _option: click.Parameter, text: str | None) -> datetime | None:
    if text is None:
        return None
    from datetime import UTC, datetime

    try:
        found = datetime.fromisoformat(text)
        found = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise click.BadParameter("write a time such as 2026-11-27 or 2026-11-27T13:00:00+01:00.") from None
    if found.year not in _YEARS:
        raise click.BadParameter("name a year from 1000 to 8999.")
    return found


@command("roll")
@database.env
@database.url
@click.option("--at", metavar="TIME", callback=_moment, help="Another time than that of the server's clock; UTC.")
@database.dry_run
@database.wait
def roll(session: Session, env: str | None, url: str | None, at: datetime | None, dry_run: bool, wait: float) -> None:
    """Make the partitions that rules ask for by now, and take away those that they keep no longer."""
    from fluxc.commands.database import serving
    from fluxc.commands.rolling import roll_partitions
    from fluxc.report.rolling import rolled_text

    layout = session.layout()
    with serving(layout, url, env) as found:
        session.remark(f"→ {found.place}")
        result = roll_partitions(layout, found, at=at, dry_run=dry_run, wait=wait, on_event=database.telling(session))
        database.rolled(session, result, {"dry_run": dry_run}, rolled_text(result))


command = roll

"""``fluxc status``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.cli import database
from fluxc.cli.session import DONE, WRONG_INPUT, command

if TYPE_CHECKING:
    from fluxc.cli.session import Session


@command("status")
@database.env
@database.url
def status(session: Session, env: str | None, url: str | None) -> None:
    """Say which migrations a database has; exit 1 if it is not up to date."""
    from fluxc.commands.applying import stand
    from fluxc.commands.database import serving
    from fluxc.report.running import status_text

    layout = session.layout()
    with serving(layout, url, env) as found:
        session.remark(f"→ {found.place}")
        result, history = stand(layout, found)
    payload = {
        "up_to_date": result.up_to_date,
        "applied": list(result.applied),
        "missing": list(result.missing),
        "waiting": [result.wait.migration.id] if result.wait else [],
        "pending": result.pending,
    }
    session.result(payload, status_text(result, history), result.problems, DONE if result.up_to_date else WRONG_INPUT)


command = status

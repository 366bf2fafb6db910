"""``fluxc drift``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.cli import database
from fluxc.cli.session import DONE, WRONG_INPUT, command

if TYPE_CHECKING:
    from fluxc.cli.session import Session


@command("drift")
@database.env
@database.url
def drift(session: Session, env: str | None, url: str | None) -> None:
    """Say in what a database is not as the migrations make it; exit 1 if anything differs."""
    from fluxc.commands.database import serving
    from fluxc.commands.drift import drift as run
    from fluxc.commands.drift import drift_json
    from fluxc.report.drift import drift_text

    layout = session.layout()
    with serving(layout, url, env) as found:
        session.remark(f"→ {found.place}")
        result = run(layout, found)
    code = WRONG_INPUT if result.differences else DONE
    session.result(drift_json(result), drift_text(result), result.remarks, code)


command = drift

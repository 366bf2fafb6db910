"""``fluxc up``: the development loop in one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from fluxc.cli import database
from fluxc.cli.session import UNDECIDED, command

if TYPE_CHECKING:
    from fluxc.cli.session import Session


@command("up")
@database.env
@database.url_option("Another database; the embedded server otherwise.")
@database.yes
def up(session: Session, env: str | None, url: str | None, yes: bool) -> None:
    """Build, migrate, seed and show the status, on the embedded server unless --env or --url names another."""
    from fluxc.commands.applying import done_json, migrate, stand
    from fluxc.commands.build import as_json, build
    from fluxc.commands.database import serving
    from fluxc.commands.seeding import regained, seed, seeded_json
    from fluxc.report.build import build_text
    from fluxc.report.running import status_text
    from fluxc.report.seeding import changes_text

    layout = session.layout()
    built = build(layout)
    if built.questions:
        session.result(as_json(built), build_text(built, check=False), built.warnings, UNDECIDED)
    session.messages(() if session.json else built.warnings)
    session.say(build_text(built, check=False))
    with serving(layout, url, env, use_environment=False) as found:
        session.remark(f"→ {found.place}")
        tell = database.telling(session)
        back = partial(regained, layout)
        result = database.deciding(
            session, lambda loss: migrate(layout, found, accept_loss=loss, regained=back, on_event=tell), yes=yes
        )
        rolled = result.rolled
        if rolled is not None and rolled.problems:
            database.rolled(session, rolled, {}, "")
        seeded = database.deciding(session, lambda loss: seed(layout, found, accept_loss=loss, on_event=tell), yes=yes)
        if changes := changes_text(seeded):
            session.say(changes)
        where, history = stand(layout, found)
        payload = (as_json(built) if session.json else {}) | {
            "applied": done_json(result.migrated.applied),
            "seeded": seeded_json(seeded)["seeded"],
            "up_to_date": where.up_to_date,
        }
        if rolled is not None:
            database.rolled(session, rolled, payload, status_text(where, history))
        session.result(payload, status_text(where, history), built.warnings if session.json else ())


command = up

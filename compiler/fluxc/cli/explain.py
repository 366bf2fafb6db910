"""``fluxc explain``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxc.cli.session import command

if TYPE_CHECKING:
    from fluxc.cli.session import Session


@command("explain")
@click.argument("code", required=False)
def explain(session: Session, code: str | None) -> None:
    """Tell what a diagnostic or hazard finds, why it matters, and what to write instead; all codes without CODE."""
    from fluxc.commands.explain import codes
    from fluxc.commands.explain import explain as run

    if code is None:
        session.result({"codes": list(codes())}, "\n".join(codes()))
    text = run(code)
    session.result({"code": code, "text": text}, text)


command = explain

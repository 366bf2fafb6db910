"""``fluxc dev``: the embedded development server."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from fluxc.cli.session import DONE, UNDECIDED, command
from fluxc.diagnostics import Diagnostic

if TYPE_CHECKING:
    from fluxc.cli.session import Session
    from fluxc.server.development import Development


@click.group("dev")
def dev() -> None:
    """Start, stop, reach or reset the embedded PostgreSQL of this project."""


def _server(session: Session) -> Development:
    from fluxc.server.development import Development

    return Development(session.layout().root)


@command("dev start")
def start(session: Session) -> None:
    """Keep the server running in the background until `fluxc dev stop`."""
    url = _server(session).start()
    session.result({"url": url}, f"✓ Running: {url}\n  stop it with `fluxc dev stop`")


@command("dev stop")
def stop(session: Session) -> None:
    """Stop the server."""
    ran = _server(session).stop()
    session.result({"stopped": ran}, "✓ Stopped" if ran else "✓ It was not running")


@command("dev url")
def url(session: Session) -> None:
    """Print the URL of the development database; it answers while the server runs."""
    server = _server(session)
    running = server.running()
    if not running:
        session.remark("the server is not running: start it with `fluxc dev start`")
    session.result({"url": server.url, "running": running}, server.url)


@command("dev psql")
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def psql(session: Session, arguments: tuple[str, ...]) -> None:
    """Open psql on the development database; what stands behind `--` goes to psql."""
    sys.exit(_server(session).psql(arguments))


@command("dev reset")
@click.option("--yes", is_flag=True, help="Delete without asking.")
def reset(session: Session, yes: bool) -> None:
    """Stop the server and delete it with all its data, and what is kept for proofs."""
    from fluxc.server.kept import forget

    if not yes:
        if session.json or not sys.stdin.isatty():
            message = "this deletes the development database with its data"
            session.fail([Diagnostic("would-lose-rows", message, None, "say --yes to do it")], UNDECIDED)
        click.confirm("Delete the development database with its data?", abort=True, err=True)
    _server(session).reset()
    forget(session.layout().root)
    session.result({"reset": True}, "✓ Deleted the development database", code=DONE)


for each in (start, stop, url, psql, reset):
    dev.add_command(each)

command = dev

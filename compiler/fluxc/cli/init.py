"""``fluxc init``."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fluxc.cli.session import command

if TYPE_CHECKING:
    from fluxc.cli.session import Session


@command("init")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path, file_okay=False), default=".")
@click.option(
    "--target", type=click.IntRange(14, 18), default=17, show_default=True, help="The oldest PostgreSQL to run on."
)
def init(session: Session, folder: Path, target: int) -> None:
    """Start a project in a folder: settings and a first domain that builds at once."""
    from fluxc.commands.init import init as run

    result = run(folder, target)
    where = "" if folder == Path() else f"cd {shlex.quote(str(folder))} && "
    lines = [*(f"✓ Wrote {file}" for file in result.files), f"Next: edit schema/identity.yaml, then {where}fluxc up"]
    session.result({"root": str(result.root), "files": list(result.files)}, "\n".join(lines))


command = init

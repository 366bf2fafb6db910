"""``fluxc build``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxc.cli.session import DONE, UNDECIDED, WRONG_INPUT, command

if TYPE_CHECKING:
    from fluxc.cli.session import Session


@command("build")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if anything would change.")
@click.option("--name", metavar="WORDS", help="Name the migration yourself.")
@click.option("--seal", is_flag=True, help="Seal the migration at once.")
@click.option("--no-renames", is_flag=True, help="What is gone is dropped and what is new is added: no renames.")
@click.option("--drop", "drops", metavar="OBJECT", multiple=True, help="Drop this object although something like it is new.")
def build(session: Session, check: bool, name: str | None, seal: bool, no_renames: bool, drops: tuple[str, ...]) -> None:  # noqa: FBT001
    """Compile schema/ into out/: models, the pending migration with its way back, and the lock."""
    from fluxc.commands.build import Answers, as_json
    from fluxc.commands.build import build as run
    from fluxc.report.build import build_text

    plain = not (name or seal or no_renames or drops)
    result = run(session.layout(), None if plain else Answers(name, seal, no_renames, drops), check=check)
    code = UNDECIDED if result.questions else WRONG_INPUT if check and result.changed else DONE
    session.result(as_json(result), build_text(result, check=check), result.warnings, code)


command = build

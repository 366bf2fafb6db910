"""``fluxc build``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from fluxc.cli.session import DONE, UNDECIDED, WRONG_INPUT, command
from fluxc.diagnostics import Severity

if TYPE_CHECKING:
    from fluxc.cli.session import Session


def _title(_context: click.Context, _option: click.Parameter, words: str | None) -> str | None:
    if words is None:
        return None
    from fluxc.commands.answers import title
    from fluxc.diagnostics import InputError

    try:
        return title(words)
    except InputError as error:
        wrong = error.diagnostics[0]
        raise click.BadParameter(f"{wrong.message}: {wrong.help}.") from None


@command("build")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if anything would change.")
@click.option("--name", metavar="WORDS", callback=_title, help="Name the migration yourself.")
@click.option("--seal", is_flag=True, help="Seal the migration at once.")
@click.option("--no-renames", is_flag=True, help="What is gone is dropped and what is new is added: no renames.")
@click.option(
    "--unattended",
    is_flag=True,
    help="Answer every question the plainest way; the migration checks what it assumes.",
)
@click.option(
    "--drop", "drops", metavar="OBJECT", multiple=True, help="Drop this object although something like it is new."
)
@click.option("--no-prove", is_flag=True, help="Write the migration without a proof, and say so.")
def build(
    session: Session,
    check: bool,
    name: str | None,
    seal: bool,
    no_renames: bool,
    drops: tuple[str, ...],
    unattended: bool,
    no_prove: bool,
) -> None:
    """Compile schema/ into out/: models, the pending migration with its way back, and the lock."""
    from fluxc.commands.answers import Answers
    from fluxc.commands.build import as_json
    from fluxc.commands.build import build as run
    from fluxc.report.build import build_text

    plain = not (name or seal or no_renames or drops or unattended)
    answers = None if plain else Answers(name, seal, no_renames, drops, unattended)
    result = run(session.layout(), answers, check=check, unproved=no_prove, on_proving=session.progress)
    wrong = check and (result.changed or any(item.severity is Severity.ERROR for item in result.warnings))
    code = UNDECIDED if result.questions else WRONG_INPUT if wrong else DONE
    session.result(
        as_json(result) if session.json else {},
        build_text(result, check=check),
        result.warnings,
        code,
    )


command = build

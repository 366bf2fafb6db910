"""``fluxc breaking``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import click

from fluxc.cli.session import DONE, WRONG_INPUT, command
from fluxc.diagnostics import InputError

if TYPE_CHECKING:
    from fluxc.breaking.check import Broken
    from fluxc.cli.session import Session
    from fluxc.commands.breaking import BreakingResult

_CLASSES = ("READ", "WRITE", "MODEL", "STREAM", "OPS")


@command("breaking")
@click.option(
    "--against",
    metavar="GITREF|FILE",
    required=True,
    help="What to compare with: a commit, a schema.lock, or the folder of another project.",
)
@click.option(
    "--class",
    "classes",
    type=click.Choice(_CLASSES, case_sensitive=False),
    metavar="|".join(_CLASSES),
    multiple=True,
    help="Only what this class of people notices; may be repeated. Otherwise as fluxc.toml says, or all.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    help="How findings are written: for people, as one JSON object, as SARIF 2.1.0, as GitHub annotations.",
)
def breaking(session: Session, against: str, classes: tuple[str, ...], form: str | None) -> None:
    """Say what code that worked against an earlier state meets in this one; exit 1 if anything breaks."""
    if session.json and form not in (None, "json"):
        raise click.UsageError(f"--json and --format {form} exclude each other")
    session.json = session.json or form == "json"
    if form in ("sarif", "github"):
        _for_machines(session, form, against, classes)
    from fluxc.commands.breaking import as_json
    from fluxc.commands.breaking import breaking as run
    from fluxc.report.breaking import breaking_text

    result = run(session.layout(), against, classes)
    session.result(as_json(result), breaking_text(result), result.warnings, _code(result))


def _code(result: BreakingResult) -> int:
    return WRONG_INPUT if result.found else DONE


def _for_machines(session: Session, form: str, against: str, classes: tuple[str, ...]) -> NoReturn:
    """Print findings in a format of other programs, and in it too what keeps the two from being compared."""
    from fluxc.breaking.rule import all_rules
    from fluxc.commands.breaking import breaking as run
    from fluxc.report.annotations import github
    from fluxc.report.sarif import sarif

    try:
        result = run(session.layout(), against, classes)
    except InputError as error:
        said, code = error.diagnostics, WRONG_INPUT
        ignored: tuple[Broken, ...] = ()
    else:
        said = (*result.warnings, *(item.diagnostic for item in result.found))
        ignored, code = result.ignored, _code(result)
    base = session.base()
    text = sarif(said, ignored, base, all_rules(), "external") if form == "sarif" else github(said, base)
    if text:
        click.echo(text)
    raise SystemExit(code)


command = breaking

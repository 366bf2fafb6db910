"""``fluxc lint``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from fluxc.cli.session import DONE, WRONG_INPUT, command
from fluxc.diagnostics import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxc.cli.session import Session
    from fluxc.commands.lint import LintResult


@command("lint")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("--fix", is_flag=True, help="Change the schema files where a rule knows a safe change.")
@click.option("--strict", is_flag=True, help="Exit 1 for warnings too.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    help="How findings are written: for people, as one JSON object, as SARIF 2.1.0, as GitHub annotations.",
)
def lint(session: Session, paths: tuple[Path, ...], fix: bool, strict: bool, form: str | None) -> None:
    """Say what will hurt later in a schema that compiles: everything, or what stands in the files and folders PATH."""
    if session.json and form not in (None, "json"):
        raise click.UsageError(f"--json and --format {form} exclude each other")
    session.json = session.json or form == "json"
    if form in ("sarif", "github"):
        _for_machines(session, form, paths, fix=fix, strict=strict)
    result = _run(session, paths, fix=fix)
    code = _code(result, strict=strict)
    if session.json:
        from fluxc.commands.lint import as_json

        session.result(as_json(result), "", result.diagnostics, code)
    from fluxc.report.diagnostics import diagnostics_text
    from fluxc.report.lint import summary

    if text := diagnostics_text(result.diagnostics, color=session.color):
        click.echo(f"{text}\n", color=session.color)
    session.result({}, summary(result), (), code)


def _run(session: Session, paths: Sequence[Path], *, fix: bool) -> LintResult:
    from fluxc.commands.lint import lint as run

    return run(session.layout(), paths, fix=fix)


def _code(result: LintResult, *, strict: bool) -> int:
    return WRONG_INPUT if result.failed or (strict and result.diagnostics) else DONE


def _for_machines(session: Session, form: str, paths: Sequence[Path], *, fix: bool, strict: bool) -> NoReturn:
    """Print findings in a format of other programs, and in it too what keeps the schema from being linted."""
    from fluxc.commands.lint import LintResult
    from fluxc.lint.rule import all_rules
    from fluxc.report.annotations import github
    from fluxc.report.sarif import sarif

    try:
        result = _run(session, paths, fix=fix)
    except InputError as error:
        result, code = LintResult(error.diagnostics), WRONG_INPUT
    else:
        code = _code(result, strict=strict)
    base = session.base()
    found = result.diagnostics
    text = sarif(found, result.suppressed, base, all_rules()) if form == "sarif" else github(found, base)
    if text:
        click.echo(text)
    raise SystemExit(code)


command = lint

"""``fluxc lint``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import click

from fluxc.cli.session import DONE, WRONG_INPUT, command
from fluxc.diagnostics import InputError
from fluxc.project.layout import nearest

if TYPE_CHECKING:
    from fluxc.cli.session import Session
    from fluxc.commands.lint import LintResult
    from fluxc.project.layout import Layout


@command("lint")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path, exists=True, allow_dash=True))
@click.option("--fix", is_flag=True, help="Change the schema files where a rule knows a safe change.")
@click.option("--strict", is_flag=True, help="Exit 1 for warnings too.")
@click.option("--in-transaction", is_flag=True, help="What runs the files of SQL puts each into a transaction.")
@click.option("--run", is_flag=True, help="Run the files of SQL on a throw-away server, and tell what they do there.")
@click.option("--scratch-url", metavar="URL", help="With --run: make the throw-away databases on this server.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    help="How findings are written: for people, as one JSON object, as SARIF 2.1.0, as GitHub annotations.",
)
def lint(
    session: Session,
    paths: tuple[Path, ...],
    fix: bool,
    strict: bool,
    in_transaction: bool,
    run: bool,
    scratch_url: str | None,
    form: str | None,
) -> None:
    """Say what will hurt later, in a schema that compiles and in SQL that runs.

    Without PATH everything is looked at: the schema and what is pending of its migrations. A PATH that ends in .sql
    is a file of SQL, a folder of such files is all of them, and - is standard input; these need no project.
    Any other is a file or a folder of the schema.
    """
    if session.json and form not in (None, "json"):
        raise click.UsageError(f"--json and --format {form} exclude each other")
    session.json = session.json or form == "json"
    asked = _asked(paths, fix=fix, wrapped=in_transaction)
    if (run or scratch_url) and not (run and asked.sql):
        raise click.UsageError(f"{'--run' if run else '--scratch-url'} is for files of SQL that are to be run")
    asked = asked._replace(run=run, scratch_url=scratch_url)
    if form in ("sarif", "github"):
        _for_machines(session, form, asked, strict=strict)
    result = _run(session, asked)
    code = _code(result, strict=strict)
    if session.json:
        from fluxc.commands.lint import as_json

        session.result(as_json(result), "", result.diagnostics, code)
    from fluxc.report.diagnostics import diagnostics_text
    from fluxc.report.lint import summary

    if text := diagnostics_text(result.diagnostics, color=session.color):
        click.echo(f"{text}\n", color=session.color)
    session.result({}, summary(result), (), code)


class _Asked(NamedTuple):
    """What is to be looked at, and how; ``schema`` is None where only files of SQL are.

    With ``run`` the files of SQL are run, on a server of ``scratch_url`` where it names one.
    """

    schema: tuple[Path, ...] | None
    sql: tuple[Path, ...]
    fix: bool
    wrapped: bool
    run: bool = False
    scratch_url: str | None = None


def _asked(paths: tuple[Path, ...], *, fix: bool, wrapped: bool) -> _Asked:
    from fluxc.commands.sql_paths import sql_files

    found = {path: sql_files(path) for path in paths}
    sql = tuple(file for files in found.values() for file in files)
    schema = tuple(path for path, files in found.items() if not files)
    if sql and not schema and fix:
        raise click.UsageError("--fix changes schema files, and PATH names none")
    if wrapped and not sql:
        raise click.UsageError("--in-transaction is about files of SQL, and PATH names none")
    return _Asked(schema if schema or not sql else None, sql, fix, wrapped)


def _run(session: Session, asked: _Asked) -> LintResult:
    from fluxc.commands.lint import LintResult

    result = LintResult()
    if asked.schema is not None:
        from fluxc.commands.lint import lint as run

        result = run(session.layout(), asked.schema, fix=asked.fix)
    if asked.sql and asked.run:
        from fluxc.commands.lint_run import lint_run

        ran = lint_run(asked.sql, _project(session), wrapped=asked.wrapped, scratch_url=asked.scratch_url)
        result = result.beside(ran)
    elif asked.sql:
        from fluxc.commands.lint_sql import lint_sql

        result = result.beside(lint_sql(asked.sql, _project(session), wrapped=asked.wrapped))
    return result


def _project(session: Session) -> Layout | None:
    """Return the project, None where there is none and none was named."""
    return session.layout() if session.project is not None or nearest(Path.cwd()) is not None else None


def _code(result: LintResult, *, strict: bool) -> int:
    return WRONG_INPUT if result.failed or (strict and result.diagnostics) else DONE


def _for_machines(session: Session, form: str, asked: _Asked, *, strict: bool) -> NoReturn:
    """Print findings in a format of other programs, and in it too what keeps the schema from being linted."""
    from fluxc.commands.lint import LintResult
    from fluxc.lint.rule import all_rules
    from fluxc.report.annotations import github
    from fluxc.report.sarif import sarif

    try:
        result = _run(session, asked)
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

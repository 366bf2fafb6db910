"""``fluxc pull``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from fluxc.cli import database
from fluxc.cli.session import DONE, UNDECIDED, WRONG_INPUT, command
from fluxc.diagnostics import Diagnostic
from fluxc.project.layout import Layout, nearest

if TYPE_CHECKING:
    from fluxc.cli.session import Session


@command("pull")
@database.env
@database.url_option("The database to read; DATABASE_URL otherwise.")
@click.option(
    "--sql",
    type=click.Path(path_type=Path),
    help="Read a file of SQL instead, loaded into a throw-away server.",
)
@click.option("--namespace", "namespaces", multiple=True, metavar="NAME", help="Only this PostgreSQL schema; repeat.")
@click.option("--one-file-per-table", is_flag=True, help="Give each table of a new domain a file of its own.")
@click.option("--no-mixins", is_flag=True, help="Repeat columns that tables share, instead of making mixins.")
@click.option("--raw", is_flag=True, help="Write what the language cannot say as raw SQL; never a password.")
@click.option("--owners", is_flag=True, help="Write who owns what, where that is not the role that reads.")
@click.option("--roles", is_flag=True, help="Write the roles that the database names; never a password.")
@click.option("--versions", is_flag=True, help="Write the versions of extensions.")
@click.option("--yes", is_flag=True, help="Answer yes: tables that the database lacks may be taken out.")
@click.option("--strict", is_flag=True, help="Exit 1 if there is anything that cannot be said.")
def pull(
    session: Session,
    env: str | None,
    url: str | None,
    sql: Path | None,
    namespaces: tuple[str, ...],
    one_file_per_table: bool,
    no_mixins: bool,
    raw: bool,
    owners: bool,
    roles: bool,
    versions: bool,
    yes: bool,
    strict: bool,
) -> None:
    """Write what a database holds as schema files: a new project, or edits of the one that is there."""
    from fluxc.commands.database import named
    from fluxc.commands.pull import Cut, Source
    from fluxc.commands.pull import pull as run
    from fluxc.report.pull import pulled_text

    if sql and (url or env is not None):
        raise click.UsageError(f"--{'url' if url else 'env'} and --sql are both given; one source will do.")
    if not (sql or url or env is not None or os.environ.get("DATABASE_URL")):
        raise click.UsageError("No database is named: write --env NAME, --url URL or --sql FILE.")
    layout = _layout(session) if env is None else session.layout()
    read = None if sql else named(layout, url, env)
    meant = session.project is not None or layout.root == Path.cwd()
    session.remark(f"→ {read.place if read else sql}")
    if not meant:
        session.remark(f"→ into the project {layout.root}")
    source = Source(read.url if read else None, sql, namespaces, raw, owners, versions, roles)
    cut = Cut(one_file_per_table, not no_mixins)
    result = database.deciding(
        session,
        lambda may: run(layout, source, cut, may_take_out=may),
        yes=yes or (meant and not database.can_ask(session)),
    )
    unsaid = [{"object": item.object, "definition": item.definition} for item in result.unsaid]
    code = WRONG_INPUT if strict and unsaid else DONE
    payload = {"files": list(result.files), "taken_out": list(result.taken_out), "unsaid": unsaid}
    session.result(payload, pulled_text(result), result.warnings, code)


def _layout(session: Session) -> Layout:
    """Return the project, or the folder that is to become one; leave where either may be meant."""
    here = Path.cwd()
    if session.project is not None:
        return Layout(session.project.absolute())
    root = nearest(here) or here
    if root != here and all(path.name.startswith(".") for path in here.iterdir()):
        _undecided(session, here, root)
    return Layout(root)


def _undecided(session: Session, here: Path, root: Path) -> NoReturn:
    message = f"{here} is empty and lies in the project {root}: a new one may be meant, or that one"
    cure = f"write --project . for a new project here, or --project {os.path.relpath(root, here)} to edit that one"
    session.fail([Diagnostic("which-project", message, None, cure)], UNDECIDED)


command = pull

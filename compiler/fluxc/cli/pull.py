"""``fluxc pull``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fluxc.cli.session import DONE, WRONG_INPUT, command
from fluxc.project.layout import Layout, nearest

if TYPE_CHECKING:
    from fluxc.cli.session import Session


@command("pull")
@click.option("--url", help="The database to read; DATABASE_URL otherwise.")
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
@click.option("--strict", is_flag=True, help="Exit 1 if there is anything that cannot be said.")
def pull(
    session: Session,
    url: str | None,
    sql: Path | None,
    namespaces: tuple[str, ...],
    one_file_per_table: bool,
    no_mixins: bool,
    raw: bool,
    owners: bool,
    roles: bool,
    versions: bool,
    strict: bool,
) -> None:
    """Write what a database holds as schema files: a new project, or edits of the one that is there."""
    from fluxc.commands.pull import Source
    from fluxc.commands.pull import pull as run
    from fluxc.report.pull import pulled_text
    from fluxc.server.connect import place

    if url and sql:
        raise click.UsageError("--url and --sql are both given; one source will do.")
    named = None if sql else url or os.environ.get("DATABASE_URL")
    if not named and sql is None:
        raise click.UsageError("No database is named: write --url URL or --sql FILE.")
    session.remark(f"→ {place(named) if named else sql}")
    source = Source(named, sql, namespaces, raw, owners, versions, roles)
    result = run(_layout(session), source, file_per_table=one_file_per_table, mixins=not no_mixins)
    unsaid = [{"object": item.object, "definition": item.definition} for item in result.unsaid]
    code = WRONG_INPUT if strict and unsaid else DONE
    session.result({"files": list(result.files), "unsaid": unsaid}, pulled_text(result), result.warnings, code)


def _layout(session: Session) -> Layout:
    """Return the project, or the folder that is to become one."""
    here = Path.cwd()
    return Layout(session.project.absolute() if session.project else nearest(here) or here)


command = pull

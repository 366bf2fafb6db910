"""Files of SQL into databases of the test server, with the roles that they name."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psycopg
from psycopg.sql import SQL, Identifier

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.server.scratch import Scratch

CORPUS: Final = Path(__file__).parents[3] / "shared" / "corpus"
WHOLE: Final = "FLUXC_CORPUS"


def make_roles(url: str, names: Iterable[str]) -> None:
    """Make the roles that are not there."""
    with psycopg.connect(url, autocommit=True) as connection:
        there = {row[0] for row in connection.execute("select rolname from pg_roles").fetchall()}
        for role in sorted({*names} - there - {"public"}):
            connection.execute(SQL("create role {}").format(Identifier(role)))


def load(server: Scratch, url: str, files: Iterable[Path], *, stop: bool = False) -> str:
    """Run files of SQL; return what the server says against one where that is to ``stop`` it, else nothing."""
    command = [str(server.engine.program("psql")), "-X", "-q", "-o", "/dev/null", "-d", url]
    command += ["-v", f"ON_ERROR_STOP={int(stop)}", *(word for file in files for word in ("-f", str(file)))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stderr.strip() if done.returncode else ""

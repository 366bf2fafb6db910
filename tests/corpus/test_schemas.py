"""The law of pull over the schemas of real projects: what is pulled, built and applied is the database again."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from fluxc.commands.answers import Answers
from fluxc.commands.build import build
from fluxc.commands.pull import Source, pull
from fluxc.history.folder import read_folder
from fluxc.inspect import compare, read
from fluxc.project.layout import Layout
from fluxc.run.apply import migrate

if TYPE_CHECKING:
    from fluxc.server.scratch import Scratch
    from tests.conftest import NewDatabase

SCHEMAS: Final = Path(__file__).parents[3] / "shared" / "corpus" / "schemas"
_SMALL: Final = 50_000
"""Bytes of SQL up to which a schema is part of every run; `make corpus` takes all."""
WHOLE: Final = "FLUXC_CORPUS"
_ROLES: Final = re.compile(r"(?:OWNER TO|TO|FROM) \"?([a-z_][a-z0-9_]*)\"?(?: WITH GRANT OPTION)?;")

pytestmark = pytest.mark.skipif(
    not SCHEMAS.is_dir(), reason="../shared/corpus, the schemas of real projects, lies beside the team's checkouts only"
)


def _files() -> list[Path]:
    found = sorted(SCHEMAS.glob("*.sql"))
    return found if os.environ.get(WHOLE) else [path for path in found if path.stat().st_size <= _SMALL]


@pytest.mark.parametrize("file", _files(), ids=lambda path: path.stem)
def test_what_is_pulled_is_the_database(file: Path, server: Scratch, new_database: NewDatabase, tmp_path: Path) -> None:
    """Pull, build, apply: an equal catalogue.  A second pull writes nothing, and there is nothing to build."""
    origin, copy, layout = new_database(), new_database(), Layout(tmp_path / "project")
    load(file, server, origin)

    pulled = pull(layout, Source(origin))
    build(layout, Answers("base", seal=True))
    history, found = read_folder(layout.out, layout.root)
    migrate(copy, history)

    assert (found, [item.object for item in pulled.unsaid]) == ((), [])
    with psycopg.connect(origin, autocommit=True) as one, psycopg.connect(copy, autocommit=True) as other:
        assert [item.text for item in compare(other, read(one), read(other))] == []
    assert pull(layout, Source(copy)).files == ()
    assert not build(layout, check=True).changed


def load(file: Path, server: Scratch, url: str) -> None:
    """Load a dump as far as this server can, the roles that it names made before."""
    with psycopg.connect(url, autocommit=True) as connection:
        there = {row[0] for row in connection.execute("select rolname from pg_roles").fetchall()}
        for role in sorted({*_ROLES.findall(file.read_text(encoding="utf-8"))} - there - {"public"}):
            connection.execute(SQL("create role {}").format(Identifier(role)))
    command = [str(server.engine.program("psql")), "-X", "-q", "-o", "/dev/null", "-d", url, "-f", str(file)]
    subprocess.run(command, capture_output=True, check=False)

"""Chinook in YAML is the Chinook of hand-written SQL: by the catalogue, as another program and as fluxc reads it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psycopg
import pytest
from tests.samples.sample import Sample

from fluxc.inspect import compare, read
from fluxc.run.rollback import rollback

if TYPE_CHECKING:
    from tests.conftest import NewDatabase

    from fluxc.server.scratch import Scratch

SHARED: Final = Path(__file__).parents[3] / "shared"
SQL: Final = SHARED / "corpus" / "schemas" / "chinook.sql"
JUDGE: Final = SHARED / "judge" / "catalog_equal.py"

pytestmark = pytest.mark.skipif(
    not (SQL.is_file() and JUDGE.is_file()),
    reason="../shared, with the SQL of Chinook and the judge, lies beside the team's checkouts only",
)


@pytest.fixture
def migrated(new_database: NewDatabase, tmp_path: Path) -> str:
    """Return the URL of a database made by the migrations of the sample."""
    url = new_database()
    Sample("chinook", tmp_path).migrate(url)
    return url


@pytest.fixture
def loaded(server: Scratch, new_database: NewDatabase) -> str:
    """Return the URL of a database made by the SQL that was written by hand."""
    url = new_database()
    program = str(server.engine.program("psql"))
    command = [program, "-X", "-q", "-o", "/dev/null", "-v", "ON_ERROR_STOP=1", "-d", url, "-f", str(SQL)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return url


def judged(one: str, other: str) -> tuple[int, str]:
    """Return what the judge says of two databases, the ledger of fluxc left out."""
    command = [sys.executable, str(JUDGE), one, other, "--exclude-schema", "fluxc"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_the_judge_finds_no_difference(migrated: str, loaded: str) -> None:
    """Tables, columns, constraints, indexes and their names are the same to a program that knows nothing of fluxc."""
    assert judged(migrated, loaded)[0] == 0, judged(migrated, loaded)[1]


def test_the_judge_can_tell(migrated: str, loaded: str) -> None:
    """The judge does see one index that is called otherwise."""
    with psycopg.connect(migrated, autocommit=True) as connection:
        connection.execute("alter index playlist_track_playlist_id_idx rename to other")
    code, said = judged(migrated, loaded)
    assert (code, "playlist_track_playlist_id_idx" in said) == (1, True)


def test_fluxc_finds_no_difference(migrated: str, loaded: str) -> None:
    """The catalogues are the same as fluxc reads them."""
    with psycopg.connect(migrated, autocommit=True) as one, psycopg.connect(loaded, autocommit=True) as other:
        assert [item.text for item in compare(other, read(one), read(other))] == []


def test_the_way_back_leaves_nothing(new_database: NewDatabase, tmp_path: Path) -> None:
    """Up and down leave what an empty database is."""
    url, empty = new_database(), new_database()
    sample = Sample("chinook", tmp_path)
    sample.migrate(url)
    rollback(url, sample.history, count=1, accept_loss=True)
    assert judged(url, empty)[0] == 0, judged(url, empty)[1]

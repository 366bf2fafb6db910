"""`fluxc seed` and the seeds of `fluxc up` from outside."""

from __future__ import annotations

import os
import pty
import subprocess
from typing import TYPE_CHECKING

import psycopg
import pytest
from tests.cli.program import FLUXC

if TYPE_CHECKING:
    from tests.cli.program import Folder

SEED = """tables:
  roles:
    columns: {code: text primary key, name: text}
    seed: {mode: exact, columns: [code, name], rows: [[admin, Administrator], [guest, Guest]]}
"""
QUERY = "select code from app.roles order by code"


@pytest.fixture
def roles(fluxc: Folder) -> Folder:
    """Return a project whose one table has two declared rows."""
    fluxc.write("schema/app.yaml", SEED)
    return fluxc


def codes(database: str) -> list[str]:
    with psycopg.connect(database) as connection:
        return [row[0] for row in connection.execute(QUERY)]


def add(database: str) -> None:
    """Put a row into the table that nobody declared."""
    with psycopg.connect(database) as connection:
        connection.execute("insert into app.roles values ('old', 'Old')")


def test_seed_says_what_it_did(roles: Folder, database: str) -> None:
    """One line a table, and nothing to do the second time."""
    url = ("--url", database)
    assert roles("seed", *url, "--json", code=1).codes == ["build-first"]
    roles("build")
    assert roles("seed", *url, "--json", code=1).codes == ["migrate-first"]
    roles("migrate", *url)
    assert roles("seed", *url, "--dry-run").out == "would seed app.roles: 2 inserted\n"
    assert codes(database) == []
    assert roles("seed", *url).out == "✓ Seeded app.roles: 2 inserted\n"
    assert roles("seed", *url).out == "Nothing to seed: 1 table in step.\n"
    roles.write("schema/app.yaml", SEED.replace("Guest", "Visitor").replace("admin", "root"))
    assert roles("seed", *url, "--yes").out == "✓ Seeded app.roles: 1 inserted, 1 updated, 1 deleted\n"


def test_deletions_need_an_answer(roles: Folder, database: str) -> None:
    """Without a terminal the command leaves with 4 and has changed nothing; `--yes` answers."""
    url = ("--url", database)
    roles("up", *url)
    add(database)
    refused = roles("seed", *url, code=4)
    assert "error[seed-deletes-rows]: seeding would delete 1 row of app.roles" in refused.err
    assert roles("seed", *url, "--json", code=4).codes == ["seed-deletes-rows"]
    assert codes(database) == ["admin", "guest", "old"]
    told = roles("seed", *url, "--dry-run", "--json").json
    assert told["seeded"] == [{"table": "app.roles", "inserted": 0, "updated": 0, "deleted": 1}]
    assert (told["deleted_along"], told["dry_run"]) == ([], True)
    assert codes(database) == ["admin", "guest", "old"]
    assert roles("seed", *url, "--yes", "--json").json["seeded"][0]["deleted"] == 1
    assert codes(database) == ["admin", "guest"]


@pytest.mark.parametrize(("answer", "code", "left"), [("n", 4, 3), ("y", 0, 2)])
def test_a_person_is_asked(roles: Folder, database: str, answer: str, code: int, left: int) -> None:
    """On a terminal the command asks, and does what the answer says."""
    roles("up", "--url", database)
    add(database)
    ours, theirs = pty.openpty()
    command = [*FLUXC, "seed", "--url", database]
    with subprocess.Popen(command, cwd=roles.root, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE) as process:
        os.write(ours, f"{answer}\n".encode())
        said = process.communicate(timeout=60)[1].decode()
    os.close(ours)
    os.close(theirs)
    assert "Go on all the same?" in said
    assert (process.returncode, len(codes(database))) == (code, left)


def test_up_seeds_too(roles: Folder, database: str) -> None:
    """`up` builds, migrates and seeds; deletions wait for an answer there as well."""
    url = ("--url", database)
    first = roles("up", *url)
    assert "✓ Seeded app.roles: 2 inserted\n" in first.out
    assert first.out.endswith("Database is up to date!\n")
    assert "eeded" not in roles("up", *url).out
    add(database)
    assert "seed-deletes-rows" in roles("up", *url, code=4).err
    assert codes(database) == ["admin", "guest", "old"]
    told = roles("up", *url, "--yes", "--json").json
    assert told["seeded"] == [{"table": "app.roles", "inserted": 0, "updated": 0, "deleted": 1}]
    assert told["up_to_date"] is True


def test_a_table_without_a_seed(roles: Folder, database: str) -> None:
    """A name that is misspelt is told, and a project without seeds has nothing to do."""
    url = ("--url", database)
    roles("up", *url)
    wrong = roles("seed", "app.rolls", *url, code=1)
    assert "did you mean `app.roles`?" in wrong.err
    roles.write("schema/app.yaml", SEED.partition("    seed")[0])
    assert roles("seed", *url).out == "Nothing to seed: no table declares rows.\n"


def test_a_wrong_row_stops_the_build(roles: Folder) -> None:
    """It is found where it stands, and again when only another domain changed since."""
    roles("build")
    roles.write("schema/other.yaml", "tables: {t: {columns: {id: bigint primary key}}}\n")
    roles("build")
    roles.write("schema/app.yaml", SEED.replace("guest, Guest", "guest"))
    for _ in range(2):
        failed = roles("build", "--json", code=1).json["diagnostics"]
        assert [(item["code"], item["file"], item["line"]) for item in failed] == [("bad-seed", "schema/app.yaml", 4)]
    roles.write("schema/app.yaml", SEED)
    assert "Nothing changed" in roles("build").out
    roles.write("schema/app.yaml", SEED.replace("Guest", "Visitor"))
    assert "Nothing changed" in roles("build").out, "rows are no part of the state"

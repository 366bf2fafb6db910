"""The daily loop: change the schema, build, migrate, seal, and go back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest
from tests.cli.conftest import COLUMNS

if TYPE_CHECKING:
    from tests.cli.program import Folder

EMAIL = f"{COLUMNS}\nemail: text?"


def columns(database: str, table: str = "users") -> list[str]:
    """Return the columns that a table of the domain `app` has in the database."""
    with psycopg.connect(database) as connection:
        query = "select column_name from information_schema.columns where table_schema = 'app' and table_name = %s"
        return sorted(row[0] for row in connection.execute(query, [table]))


def schemas(database: str) -> list[str]:
    """Return the schemas that somebody made."""
    with psycopg.connect(database) as connection:
        query = (
            "select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' order by 1"
        )
        return [row[0] for row in connection.execute(query)]


def test_the_loop_from_nothing_to_a_schema_and_back(fluxc: Folder, database: str) -> None:
    """Each command does its part, says so in its exit code, and the way back ends at nothing."""
    url = ("--url", database)
    fluxc("build", "--name", "first")
    assert fluxc.migrations() == ["0001_first.down.sql", "0001_first.sql"]
    missing = fluxc("status", *url, "--json", code=1).json
    assert (missing["up_to_date"], missing["applied"], len(missing["missing"])) == (False, [], 1)
    assert missing["pending"] == missing["missing"][0]
    applied = fluxc("migrate", *url, "--json").json
    assert [item["name"] for item in applied["applied"]] == ["0001_first"]
    assert columns(database) == ["id", "name"]
    assert fluxc("migrate", *url).out == "Database is up to date!\n"
    fluxc("seal")

    fluxc.schema(EMAIL)
    fluxc("build", "--name", "second")
    fluxc("build", "--check")
    fluxc("seal")
    assert "Nothing changed" in fluxc("build").out
    assert "✓ Applied migration: 0002_second.sql" in fluxc("migrate", *url).out
    assert columns(database) == ["email", "id", "name"]

    fluxc.schema(f"{COLUMNS}\nmail: {{type: text, nullable: true, was: email}}")
    fluxc("build", "--name", "third", "--seal")
    fluxc("migrate", *url)
    assert columns(database) == ["id", "mail", "name"]

    fluxc.schema(COLUMNS)
    told = fluxc("build", "--name", "fourth", "--seal", "--json").json["migration"]
    assert told["hazards"] == ["deletes-data"]
    fluxc("migrate", *url)
    assert columns(database) == ["id", "name"]

    state = fluxc("status", *url, "--json").json
    assert (state["up_to_date"], len(state["applied"]), state["missing"], state["pending"]) == (True, 4, [], None)
    for expected in (["id", "mail", "name"], ["email", "id", "name"], ["id", "name"]):
        back = fluxc("rollback", *url, "--yes", "--json").json
        assert set(back["rolled_back"][0]) == {"id", "name", "seconds"}
        assert columns(database) == expected
    fluxc("rollback", *url, "--to", "0")
    assert schemas(database) in (["fluxc", "public"], ["public"])
    assert "Nothing to roll back" in fluxc("rollback", *url).out


def test_a_pending_migration_is_rewritten_under_its_number_and_name(fluxc: Folder) -> None:
    """Until it is sealed there is one migration, whatever is built; then the next number begins."""
    fluxc("build")
    (name,) = [name for name in fluxc.migrations() if not name.endswith(".down.sql")]
    fluxc.schema(EMAIL)
    fluxc("build")
    assert fluxc.migrations() == [name.replace(".sql", ".down.sql"), name]
    assert b"email" in fluxc.tree()[f"out/migrations/{name}"]
    fluxc("build", "--name", "old")
    assert fluxc.migrations() == ["0001_old.down.sql", "0001_old.sql"]
    fluxc("seal")
    fluxc.schema(COLUMNS)
    fluxc("build", "--name", "Second  one")
    assert fluxc.migrations()[2:] == ["0002_Second_one.down.sql", "0002_Second_one.sql"]


def test_a_schema_that_returns_takes_the_pending_migration_away(fluxc: Folder) -> None:
    """What is no difference any more leaves no file behind."""
    fluxc("build", "--seal")
    before = fluxc.tree()
    fluxc.schema(EMAIL)
    fluxc("build")
    assert len(fluxc.migrations()) == 4
    fluxc.schema(COLUMNS)
    assert "✓ Removed out/migrations/0002_" in fluxc("build").out
    assert fluxc.tree() == before


def test_check_writes_nothing_and_tells(fluxc: Folder) -> None:
    """`build --check` is for a pipeline: 1 with the files that a build would write, 0 when there are none."""
    before = fluxc.tree()
    told = fluxc("build", "--check", code=1).out
    assert "would write out/models/app.py" in told
    assert fluxc("build", "--check", "--json", code=1).json["ok"] is False
    assert fluxc.tree() == before
    fluxc("build")
    assert fluxc("build", "--check", "--json").json["ok"] is True
    fluxc.write("out/models/app.py", "# edited\n")
    assert "would write out/models/app.py" in fluxc("build", "--check", code=1).out


def test_sealing_twice_is_nothing_to_do(fluxc: Folder) -> None:
    """A build and a seal with nothing to do write nothing and leave with 0."""
    fluxc("build", "--seal")
    before = fluxc.tree()
    assert fluxc("seal", "--json").json["sealed"] == []
    fluxc("build", "--seal")
    assert fluxc.tree() == before


@pytest.mark.parametrize("arguments", [("--drop", "app.users.name"), ("--no-renames",)])
def test_a_drop_that_is_said_is_no_question(fluxc: Folder, arguments: tuple[str, ...]) -> None:
    """The answers on the command line are kept in the pending migration, and the lost data is named."""
    fluxc("build", "--seal")
    fluxc.schema("id: bigint primary key identity\nlabel: text?")
    before = fluxc.tree()
    asked = fluxc("build", code=4)
    assert "app.users.name is gone and app.users.label is new" in asked.out
    assert fluxc.tree() == before
    told = fluxc("build", *arguments).out
    assert "deletes-data app.users.name" in told
    kept = fluxc.tree()
    fluxc.schema("id: bigint primary key identity\nlabel: text?")
    fluxc("build")
    assert fluxc.tree() == kept


def test_a_drop_of_what_stays_is_refused(fluxc: Folder) -> None:
    """A misspelt --drop is told with the name that was meant."""
    fluxc("build", "--seal")
    fluxc.schema("id: bigint primary key identity")
    ran = fluxc("build", "--drop", "app.users.nmae", "--json", code=1)
    assert ran.codes == ["nothing-to-drop"]
    assert "`app.users.name`" in ran.json["diagnostics"][0]["help"]


def test_a_changed_pending_is_not_taken_back_elsewhere(fluxc: Folder, database: str) -> None:
    """Anywhere but on the embedded server, a pending migration that changed after it was applied is a decision."""
    fluxc("build")
    fluxc("migrate", "--url", database)
    fluxc.schema(EMAIL)
    fluxc("build")
    before = columns(database)
    ran = fluxc("migrate", "--url", database, "--json", code=4)
    assert not ran.json["ok"]
    assert ran.json["diagnostics"][0]["help"]
    assert columns(database) == before
    assert fluxc("status", "--url", database, "--json", code=1).json["up_to_date"] is False


def test_a_dry_run_tells_and_does_nothing(fluxc: Folder, database: str) -> None:
    """`migrate --dry-run` and `rollback --dry-run` name the migrations and leave the database as it is."""
    fluxc("build", "--name", "first", "--seal")
    assert "would apply migration: 0001_first.sql" in fluxc("migrate", "--url", database, "--dry-run").out
    assert schemas(database) == ["public"]
    fluxc("migrate", "--url", database)
    assert "would roll back migration: 0001_first.sql" in fluxc("rollback", "--url", database, "--dry-run").out
    assert columns(database) == ["id", "name"]


def test_rows_are_not_lost_without_a_yes(fluxc: Folder, database: str) -> None:
    """A rollback that would delete rows stops with 4 before it touches anything, and --yes lets it."""
    fluxc("build", "--seal")
    fluxc("migrate", "--url", database)
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("insert into app.users (name) values ('a')")
    ran = fluxc("rollback", "--url", database, "--json", code=4)
    assert ran.codes == ["would-lose-rows"]
    assert columns(database) == ["id", "name"]
    fluxc("rollback", "--url", database, "--yes")
    assert columns(database) == []


def test_database_url_names_the_database(fluxc: Folder, database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --url, `migrate`, `status` and `rollback` work on DATABASE_URL."""
    monkeypatch.setenv("DATABASE_URL", database)
    fluxc("build", "--seal")
    fluxc("migrate")
    assert fluxc("status", "--json").json["up_to_date"] is True
    fluxc("rollback")
    assert columns(database) == []


def test_the_embedded_loop_takes_a_changed_pending_back(fluxc: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """`up` works on the embedded server, never on DATABASE_URL; a changed pending is taken back and applied anew."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://127.0.0.1:1/nowhere")
    first = fluxc("up", "--json").json
    assert (first["command"], first["changed"], len(first["applied"]), first["up_to_date"]) == ("up", True, 1, True)
    fluxc.schema(EMAIL)
    told = fluxc("up").out
    assert "✓ Rolled back migration: 0001_" in told
    assert "✓ Applied migration: 0001_" in told
    assert "Database is up to date!" in told
    asked = fluxc("dev", "url", "--json").json
    assert set(asked) == {"fluxc", "command", "ok", "diagnostics", "url", "running"}
    assert asked["running"] is False
    fluxc("dev", "reset", code=4)
    fluxc("dev", "reset", "--yes")

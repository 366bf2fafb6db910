"""``fluxc cost`` and ``fluxc migrate --dry-run`` as a person or a script meets them."""

from __future__ import annotations

import json
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from tests.cli.migrating import SCHEMA as USERS
from tests.cli.migrating import proof, run, start, write

from fluxc.history.certificate import Certificate, said
from fluxc.history.folder import read_folder
from fluxc.project.layout import Layout
from fluxc.prove.costs import cost_lines
from fluxc.trace.cost import Lock, Mode
from fluxc.trace.measured import Measured

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from fluxc.server.scratch import Scratch

SCHEMA = f"{USERS}      n: integer\n"
ROWS = 200_000
LOCK = Lock("table", "app.users", Mode.ACCESS_EXCLUSIVE)


@pytest.fixture
def project(tmp_path: Path, database: str) -> Path:
    """Give a project of which a database with rows has the first of two migrations."""
    start(tmp_path, SCHEMA)
    assert run(tmp_path, "migrate", "--url", database).exit_code == 0
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(f"insert into app.users (n) select generate_series(1, {ROWS})".encode())
        connection.execute("analyze app.users")
    write(tmp_path, SCHEMA.replace("n: integer", "n: bigint"))
    assert run(tmp_path, "build", "--name", "second").exit_code == 0
    return tmp_path


def certify(root: Path, *costs: Measured, majors: tuple[int, ...] = (14,), more: tuple[str, ...] = ()) -> None:
    """Write a certificate of the last migration, as a proof on these servers would."""
    layout = Layout(root)
    migration = read_folder(layout.out, root)[0].migrations[-1]
    part = said(["proved: up", *more, *cost_lines(costs)])
    text = Certificate.of(migration, dict.fromkeys(majors, part)).text()
    proof(root, migration.name).write_text(text, encoding="utf-8")


def told(done: Result) -> dict[str, Any]:
    assert done.exit_code == 0, done.output
    (sheet,) = json.loads(done.stdout)["costs"]
    found: dict[str, Any] = sheet
    return found


def test_what_was_proved_is_told_of_the_rows_of_a_database(project: Path, database: str) -> None:
    """Without any other server: time, who waits, and the safe form, as text and as JSON."""
    text = "alter table app.users alter column n type bigint"
    certify(project, Measured(1, text, (LOCK,), ("app.users",), scans=("app.users",), grows=("app.users",)))
    done = run(project, "cost", "--sample", "0", "--url", database)

    assert done.exit_code == 0, done.output
    head, statement, work, wait, instead = done.stdout.splitlines()
    assert (head, statement.strip()) == ("0002_second.sql (as proved on PostgreSQL 14)", text)
    assert work.strip().startswith("rewrites app.users (200,000 rows, ")
    assert wait.strip().startswith("reads and writes on app.users wait for about 0.")
    assert instead.strip().startswith("instead: ")
    sheet = told(run(project, "cost", "second", "--sample", "0", "--url", database, "--json"))
    (item,) = sheet["statements"]
    assert (sheet["name"], sheet["server"], sheet["remarks"]) == ("0002_second", 14, [])
    assert (item["statement"], item["rewrites"], item["grows"]) == (text, ["app.users"], ["app.users"])
    assert item["work"][0]["rows"] == pytest.approx(ROWS, rel=0.02)
    assert 0 < item["seconds"]["low"] < item["seconds"]["about"] < item["seconds"]["high"]
    (blocked,) = item["blocked"]
    assert (blocked["what"], blocked["relation"], blocked["seconds"]) == (
        "reads and writes",
        "app.users",
        item["seconds"],
    )
    assert blocked["rows_written_per_second"] >= 0


def test_what_is_written_just_now_is_counted(
    project: Path, database: str, server: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For as long as is said, where somebody waits for what is written to; the greater rate is told, with its span."""
    certify(project, Measured(1, "alter table", (LOCK,), ("app.users",), grows=("app.users",)))
    pauses: list[float] = []

    def busy(seconds: float) -> None:
        pauses.append(seconds)
        with psycopg.connect(database, autocommit=True) as connection:
            connection.execute(f"insert into app.users (n) select generate_series(1, {2 * ROWS})".encode())
            if server.major >= 15:
                connection.execute("select pg_stat_force_next_flush()")
            else:  # it tells by and by
                time.sleep(1)

    def rate(*arguments: str) -> tuple[float, float]:
        sheet = told(run(project, "cost", "--url", database, "--json", *arguments))
        (blocked,) = sheet["statements"][0]["blocked"]
        return blocked["rows_written_per_second"], blocked["written_over_seconds"]

    monkeypatch.setattr("fluxc.cli.cost.time", SimpleNamespace(sleep=busy))
    average, since = rate("--sample", "0")
    assert rate("--sample", "3")[0] > average > 0
    assert rate()[1] < since
    assert "are written there in as long, going by the last " in run(project, "cost", "--url", database).stdout
    assert pauses == [3, 2, 2]
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("select pg_stat_reset()")
    assert rate()[0] == 0
    assert len(pauses) == 3


def test_a_dry_run_says_who_waits(project: Path, database: str) -> None:
    """Beside its other keys, and it still changes nothing."""
    certify(project, Measured(1, "alter table", (LOCK,), ("app.users",), grows=("app.users",)))
    done = run(project, "migrate", "--dry-run", "--url", database)

    assert done.stdout.splitlines()[0] == "would apply migration: 0002_second.sql"
    assert done.stdout.splitlines()[1].startswith("0002_second.sql: reads and writes on app.users wait for about ")
    dry = run(project, "migrate", "--dry-run", "--url", database, "--json")
    assert (told(dry)["name"], json.loads(dry.stdout)["dry_run"]) == ("0002_second", True)
    assert "costs" not in json.loads(run(project, "migrate", "--url", database, "--json").stdout)
    assert json.loads(run(project, "migrate", "--dry-run", "--url", database, "--json").stdout)["costs"] == []


def test_a_migration_without_a_certificate_is_named(project: Path, database: str) -> None:
    """With the cure; one of other statements is none; a dry run goes on."""
    certify(project)
    write(project, SCHEMA.replace("n: integer", "n: numeric"))
    run(project, "build", "--name", "other")
    done = run(project, "cost", "--sample", "0", "--url", database)

    assert done.exit_code == 1
    assert "error[not-certified]: 0002_other is not proved" in done.stderr
    assert "fluxc prove 0002_other" in done.stderr
    dry = run(project, "migrate", "--dry-run", "--url", database)
    assert dry.exit_code == 0
    assert "0002_other.sql: not proved" in dry.stdout


def test_the_part_of_the_nearest_version_counts(project: Path, database: str, server: Scratch) -> None:
    """That of the database first."""
    certify(project, majors=(1, server.major - 1, server.major + 90))
    assert told(run(project, "cost", "--sample", "0", "--url", database, "--json"))["server"] == server.major - 1
    certify(project, majors=(server.major - 1, server.major))
    sheet = told(run(project, "cost", "--sample", "0", "--url", database, "--json"))
    assert (sheet["server"], sheet["statements"]) == (server.major, [])
    assert "no one waits" in run(project, "cost", "--sample", "0", "--url", database).stdout


def test_what_the_proof_could_not_see_is_said(project: Path, database: str) -> None:
    """Rows that could not be made, and rows that stood in the way."""
    without = ("without rows: app.users: it is so", "without rows: app.other: it is so", "fails-on-rows: some")
    certify(project, Measured(1, "alter table app.users", (LOCK,)), more=without)
    remarks = told(run(project, "cost", "--sample", "0", "--url", database, "--json"))["remarks"]
    assert [remark.partition(":")[0] for remark in remarks] == [
        "the proof had no rows for app.users",
        "the proof had to do without rows, since some keep the migration from running",
    ]


def test_a_table_that_waits_for_its_new_name_is_found(project: Path, database: str) -> None:
    """Another migration that the database lacks renames it first."""
    run(project, "seal")
    write(project, SCHEMA.replace("users:", "people:\n    was: users").replace("n: integer", "n: bigint"))
    run(project, "build", "--name", "third", "--seal")
    write(project, SCHEMA.replace("users:", "people:").replace("n: integer", "n: bigint\n      m: integer?"))
    assert run(project, "build", "--name", "fourth").exit_code == 0
    people = LOCK._replace(name="app.people")
    certify(project, Measured(1, "alter table app.people", (people,), ("app.people",), grows=("app.people",)))
    sheet = told(run(project, "cost", "fourth", "--sample", "0", "--url", database, "--json"))
    assert sheet["statements"][0]["work"][0]["rows"] == pytest.approx(ROWS, rel=0.02)


def test_what_is_there_costs_nothing(project: Path, database: str) -> None:
    """A database that has all is told so, and so is the name of a migration that it has."""
    assert run(project, "cost", "first", "--url", database).stdout == "The database has them already.\n"
    run(project, "migrate", "--url", database)
    assert run(project, "cost", "--sample", "0", "--url", database).stdout == "Database is up to date!\n"
    assert run(project, "cost", "nothing", "--url", database).exit_code == 1


def test_names_in_a_certificate_may_be_anything(project: Path, database: str) -> None:
    """What no relation can be called is not there."""
    locks = tuple(LOCK._replace(name=name) for name in ("no name", "a.b.c", '"', '"a"."b', "app", '"\x00"."b"'))
    certify(project, Measured(1, "alter table", locks, ("a.b.c.d",)))
    (item,) = told(run(project, "cost", "--sample", "0", "--url", database, "--json"))["statements"]
    assert (item["work"], item["blocked"], len(item["idle"])) == ([], [], 6)

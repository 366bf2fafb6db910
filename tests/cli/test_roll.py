"""Partitions by the calendar from outside: from the schema to the database, and back by drift and pull."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from fluxc.run import ledger
from fluxc.run.record import recorded_catalogue

if TYPE_CHECKING:
    from tests.cli.program import Folder

TABLE = """tables:
  events:
    columns:
      id: bigint
      at: timestamptz
      note: text?
    primary_key: [id, at]
    partition_by: range (at)
    partitions:{}
    # what is rare is indexed
    indexes:
    - note
"""
NAMED = """
      events_2020: from ('2020-01-01 00:00:00+00') to ('2021-01-01 00:00:00+00')
      early: {values: from (minvalue) to ('2020-01-01 00:00:00+00'), indexes: [at], grants: {public: select}}"""
RULE = " {every: month, ahead: 2} # by the calendar"


def ask(database: str, text: str) -> list[str]:
    with psycopg.connect(database, autocommit=True) as connection:
        cursor = connection.execute(text.encode())
        return [row[0] for row in cursor.fetchall()] if cursor.description else []


def partitions(database: str) -> list[str]:
    return ask(database, "select inhrelid::regclass::text from pg_inherits where inhparent = 'app.events'::regclass")


def recorded_tables(database: str) -> list[str]:
    """Return the tables of the catalogue that a run recorded."""
    with psycopg.connect(database, autocommit=True) as connection:
        recorded = recorded_catalogue(connection, ledger.read(connection))
    assert recorded is not None
    return [name for kind, name in recorded.objects if kind == "table"]


@pytest.mark.parametrize("form", ["yaml", "toml"])
def test_a_rule_takes_over(fluxc: Folder, database: str, form: str) -> None:
    """Named partitions stay under a rule; what the clock makes is no drift and nothing to pull; there is a way back."""
    fluxc.write("schema/app.yaml", TABLE.format(NAMED))
    fluxc("build", "--seal")
    fluxc("migrate", "--url", database)
    ask(database, "insert into app.events values (1, '2020-05-05', 'kept')")
    file, text = "schema/app.yaml", TABLE.format(RULE)
    if form == "toml":
        (fluxc.root / file).unlink()
        file, text = "schema/app.toml", TOML
    fluxc.write(file, text)
    built = fluxc("build", "--seal", "--json").json
    assert [item["kind"] for item in built["migration"]["operations"]] == ["leave_partitions"]
    statements = (fluxc.root / built["migration"]["file"]).read_text().partition("begin;")[2].partition("commit;")[0]
    assert [line for line in statements.splitlines() if line and not line.startswith(("--", "set local "))] == []

    planned = fluxc("migrate", "--url", database, "--dry-run")
    assert planned.out.count("would create partition app.events_") == 3
    told = fluxc("migrate", "--url", database, "--json").json
    assert [item["done"] for item in told["rolled"]] == ["created"] * 3
    assert fluxc("roll", "--url", database, "--at", "2020-06-01", "--json").json["rolled"] == []
    assert len(partitions(database)) == 5
    assert ask(database, "select note from app.events") == ["kept"]
    assert fluxc("migrate", "--url", database, "--json").json["rolled"] == []
    assert recorded_tables(database) == ["app.events"]
    fluxc("drift", "--url", database)
    assert fluxc("pull", "--url", database, "--json").json["files"] == []

    fluxc("roll", "--url", database, "--at", "2050-12-31T23:59:59-01:00")
    ask(database, "alter table app.events detach partition app.events_2051_01; comment on table app.events is 'New.'")
    ask(database, "create index on app.events_2051_02 (note, id)")
    assert [item["object"] for item in fluxc("drift", "--url", database, "--json", code=1).json["differences"]] == [
        "app.events"
    ]
    fluxc("pull", "--url", database)
    pulled = (fluxc.root / file).read_text()
    assert ("ahead = 2" in pulled) if form == "toml" else (RULE in pulled)
    assert "New." in pulled
    assert "2051" not in pulled
    assert fluxc("pull", "--url", database, "--json").json["files"] == []

    fluxc("build", "--seal")
    fluxc("migrate", "--url", database)
    assert recorded_tables(database) == ["app.events"]
    there = partitions(database)
    fluxc("rollback", "--url", database, "--count", "2", "--yes")
    assert partitions(database) == there
    assert ask(database, "select note from app.events") == ["kept"]


TOML = """# By the calendar.
[tables.events]
columns = {id = "bigint", at = "timestamptz", note = "text?"}
primary_key = ["id", "at"]
partition_by = "range (at)"
indexes = ["note"]

[tables.events.partitions]
every = "month"
ahead = 2
"""


def test_what_went_wrong_is_the_end_of_a_run(fluxc: Folder, database: str) -> None:
    """`migrate`, `up` and `roll` leave with 3 where a partition could not be made, and have done the rest."""
    fluxc.write("schema/app.yaml", TABLE.format(" {every: year, ahead: 2}"))
    fluxc("build")
    fluxc("migrate", "--url", database)
    year = int(partitions(database)[0][-4:])
    taken = f"app.events_{year + 1}"
    ask(database, f"drop table {taken}; create table {taken} ()")
    assert fluxc("roll", "--url", database, "--json", code=3).codes == ["partition-name-taken"]
    ran = fluxc("up", "--url", database, code=3)
    assert f"could not create partition {taken} of app.events" in ran.err
    assert fluxc("migrate", "--url", database, "--json", code=3).json["applied"] == []
    assert fluxc("roll", "--url", database, "--at", "soon", code=2).err

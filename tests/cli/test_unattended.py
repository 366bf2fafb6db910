"""A build that asks nothing: what it writes down, what it remembers, and what it checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
from tests.cli.conftest import COLUMNS

if TYPE_CHECKING:
    from tests.cli.program import Folder

BORN = f"{COLUMNS}\nborn: date"


def test_assumptions_are_kept_and_no_other_is_made(fluxc: Folder) -> None:
    """A later build without the option answers as before, byte for byte, and asks what is new."""
    fluxc("build", "--name", "first", "--seal")
    fluxc.schema(BORN)
    assert [item["code"] for item in fluxc("build", "--json", code=4).json["questions"]] == ["required-column"]

    made = fluxc("build", "--unattended", "--json", "--name", "second").json

    assert made["questions"] == []
    assert [item["kind"] for item in made["migration"]["operations"]] == ["add_column"]
    text = (fluxc.root / "out/migrations/0002_second.sql").read_text(encoding="utf-8")
    assert "\n-- decision: assume required-column app.users.born\n" in text
    assert "\n-- assumption: table app.users has no rows\n" in text
    fluxc("build", "--check")
    fluxc.schema(f"{BORN}\ndied: date")
    assert [item["object"] for item in fluxc("build", "--json", code=4).json["questions"]] == ["app.users.died"]
    fluxc.schema(BORN)
    fluxc("build")
    assert (fluxc.root / "out/migrations/0002_second.sql").read_text(encoding="utf-8") == text


def test_it_is_said_what_is_assumed(fluxc: Folder) -> None:
    """The output names each assumption."""
    fluxc("build", "--seal")
    fluxc.schema(BORN)

    assert "    assumed: table app.users has no rows\n" in fluxc("build", "--unattended").out


def test_rows_that_do_not_hold_it_stop_it(fluxc: Folder, database: str) -> None:
    """Nothing is changed where an assumption is wrong, and once it is right the migration goes through."""
    fluxc("build", "--seal")
    fluxc("migrate", "--url", database)
    fluxc.schema(BORN)
    fluxc("build", "--unattended")
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("insert into app.users (name) values ('Ada')")
        refused = fluxc("migrate", "--url", database, "--yes", code=3)
        assert "table app.users has rows, and they have no value for the new column born" in refused.err
        connection.execute("delete from app.users")
    fluxc("migrate", "--url", database, "--yes")


def test_odd_names_stay_on_their_line(fluxc: Folder) -> None:
    """A value with a line break is kept as a decision that the next build understands."""
    fluxc.write("schema/app.yaml", 'enums:\n  odd: [a, "b\\nc"]\n')
    fluxc("build", "--seal")
    fluxc.write("schema/app.yaml", "enums:\n  odd: [a]\n")

    fluxc("build", "--unattended", "--name", "odd")

    assert "decision: assume removed-enum-value" in (fluxc.root / "out/migrations/0002_odd.sql").read_text("utf-8")
    fluxc.write("schema/app.yaml", "enums:\n  odd: [a]\n\n")
    fluxc("build")
    fluxc("build", "--check")

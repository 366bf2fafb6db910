"""Contracts wait until they are asked for, or until time has told."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.phases.project import Project

from fluxc.diagnostics import OutsideError
from fluxc.run.apply import Migrated, migrate
from fluxc.run.rollback import rollback
from fluxc.run.status import status
from fluxc.run.waiting import Rule

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import NewDatabase
    from tests.run.conftest import Ask

FIRST = (
    "tables:\n  users:\n    large: true\n    columns:\n      id: bigint primary key identity\n      name: text unique\n"
)
SECOND = FIRST.replace("name: text unique", "handle: {type: text, unique: true, was: name}")
THIRD = f"{SECOND}      age: integer?\n"
EXPAND, CONTRACT, BEHIND = "0002_renamed_expand", "0003_renamed_contract", "0004_more"
NEVER = Rule()


@pytest.fixture
def project(tmp_path: Path, database: str) -> Project:
    """Return a project with a rename in two migrations and one behind it, on a database that has what was before."""
    project = Project(tmp_path)
    project.build(FIRST, "first")
    migrate(database, project.history(), rule=NEVER)
    assert project.build(SECOND, "renamed") == ("expand", "contract")
    project.build(THIRD, "more")
    return project


def names(result: Migrated) -> list[str]:
    """Return the names of the migrations that a run applied."""
    return [done.name for done in result.applied]


def columns(ask: Ask) -> list[str]:
    """Return the columns of the table, in order."""
    return ask(
        "select attname::text from pg_attribute where attrelid = 'app.users'::regclass and attnum > 0"
        " and not attisdropped order by 1"
    )


def test_a_contract_waits_and_so_does_what_comes_behind(project: Project, database: str, ask: Ask) -> None:
    """Further runs do nothing, until `to` asks for it; what is behind it comes with the next run."""
    result = migrate(database, project.history(), rule=NEVER)
    assert (names(result), result.wait and result.wait.migration.name) == ([EXPAND], CONTRACT)
    assert result.wait is not None
    assert [item.name for item in result.wait.behind] == [BEHIND]
    assert result.wait.left is None
    again = migrate(database, project.history(), rule=NEVER)
    assert (names(again), again.wait) == ([], result.wait)
    assert columns(ask) == ["handle", "id", "name"]

    stands = status(database, project.history(), NEVER)
    assert (stands.up_to_date, stands.missing, stands.problems) == (False, (), ())
    assert stands.wait == result.wait

    assert names(migrate(database, project.history(), to="3", rule=NEVER)) == [CONTRACT]
    assert columns(ask) == ["handle", "id"]
    last = migrate(database, project.history(), rule=NEVER)
    assert (names(last), last.wait) == ([BEHIND], None)
    assert status(database, project.history(), NEVER).up_to_date


def test_a_database_that_only_waits_is_up_to_date(tmp_path: Path, database: str) -> None:
    """New code runs on it."""
    project = Project(tmp_path)
    project.build(FIRST, "first")
    migrate(database, project.history(), rule=NEVER)
    project.build(SECOND, "renamed")
    assert not status(database, project.history(), NEVER).up_to_date
    migrate(database, project.history(), rule=NEVER)
    stands = status(database, project.history(), NEVER)
    assert (stands.up_to_date, stands.wait is not None) == (True, True)
    assert not status(database, project.history()).up_to_date


def test_a_database_without_migrations_has_no_old_code(project: Project, new_database: NewDatabase) -> None:
    """Everything is applied to it at once."""
    result = migrate(new_database(), project.history(), rule=NEVER)
    assert (names(result)[1:], result.wait) == ([EXPAND, CONTRACT, BEHIND], None)


def test_time_ends_the_wait(project: Project, database: str, ask: Ask) -> None:
    """It counts from the end of the expand, which the ledger tells; one that was never applied has its whole time."""
    rule = Rule(timedelta(days=7))
    planned = migrate(database, project.history(), rule=rule, dry_run=True)
    assert planned.wait is not None
    assert planned.wait.left == timedelta(days=7)
    result = migrate(database, project.history(), rule=rule)
    assert result.wait is not None
    assert result.wait.left is not None
    assert result.wait.left == timedelta(days=7)
    stands = status(database, project.history(), rule)
    assert stands.wait is not None
    assert stands.wait.left is not None
    assert timedelta(days=6, hours=23) < stands.wait.left < timedelta(days=7)
    ask("update fluxc.migrations set finished_at = finished_at - interval '6 days 23 hours'")
    assert names(migrate(database, project.history(), rule=rule)) == []
    ask("update fluxc.migrations set finished_at = finished_at - interval '1 hour'")
    assert names(migrate(database, project.history(), rule=rule)) == [CONTRACT, BEHIND]


def test_at_once(project: Project, database: str) -> None:
    """A time of nothing, and no rule at all, let nothing wait."""
    assert names(migrate(database, project.history(), rule=Rule(timedelta()))) == [EXPAND, CONTRACT, BEHIND]
    rollback(database, project.history(), to="1")
    assert names(migrate(database, project.history())) == [EXPAND, CONTRACT, BEHIND]


def test_what_was_begun_is_brought_to_its_end(project: Project, database: str, ask: Ask) -> None:
    """A contract that failed in the midst of it does not wait: half of what stood in is gone."""
    migrate(database, project.history(), rule=NEVER)
    ask("insert into app.users (name) values ('one')")
    ask("alter table app.users disable trigger all")
    ask("update app.users set handle = 'other'")
    with pytest.raises(OutsideError, match="is not in step"):
        migrate(database, project.history(), to="3", rule=NEVER)
    half = status(database, project.history(), NEVER)
    assert (half.wait, len(half.half), half.up_to_date) == (None, 1, False)
    ask("update app.users set handle = name")
    ask("alter table app.users enable trigger all")
    assert names(migrate(database, project.history(), rule=NEVER)) == [CONTRACT, BEHIND]
    assert ask("select handle from app.users") == ["one"]


def test_both_can_be_taken_back(project: Project, database: str, ask: Ask) -> None:
    """Old code finds its column again, with what new code wrote meanwhile."""
    migrate(database, project.history())
    ask("insert into app.users (handle) values ('new')")
    rollback(database, project.history(), to=EXPAND)
    assert columns(ask) == ["handle", "id", "name"]
    ask("insert into app.users (name) values ('old')")
    assert ask("select name, handle from app.users order by id") == [("new", "new"), ("old", "old")]
    rollback(database, project.history())
    assert ask("select name from app.users order by id") == ["new", "old"]
    assert columns(ask) == ["id", "name"]

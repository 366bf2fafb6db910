"""What a run records of the catalogue: all that the migrations made, and nothing that they did not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from tests.history.project import Down

from fluxc.inspect import Catalogue, differences, read
from fluxc.run import ledger
from fluxc.run.apply import migrate
from fluxc.run.record import recorded_catalogue
from fluxc.run.rollback import rollback

if TYPE_CHECKING:
    from tests.conftest import NewDatabase
    from tests.history.project import Project
    from tests.run.conftest import Ask


def record(database: str) -> Catalogue | None:
    """Return what is recorded in a database and counts."""
    with psycopg.connect(database, autocommit=True) as connection:
        return recorded_catalogue(connection, ledger.read(connection))


def drift(database: str) -> list[str] | None:
    """Return in words how a database differs from its record, None where there is none."""
    recorded = record(database)
    if recorded is None:
        return None
    with psycopg.connect(database, autocommit=True) as connection:
        return [item.text for item in differences(recorded, read(connection))]


def start(project: Project, database: str) -> None:
    """Apply a first migration with two tables."""
    project.add(
        "first",
        "create table a (id int primary key, n text default 'x'); create index a_n on a (n);",
        "create table b (id int references a);",
        down=Down({2: "drop table b;", 1: "drop table a;"}),
    )
    migrate(database, project.history())


def test_what_a_run_made_is_recorded(project: Project, database: str) -> None:
    """After each run the record is the catalogue."""
    start(project, database)
    assert drift(database) == []
    project.add("second", "alter table a add m int, drop n; alter table b rename to c; create schema s;")
    migrate(database, project.history())
    assert drift(database) == []
    recorded = record(database)
    assert recorded
    assert sorted(name for kind, name in recorded.objects if kind == "column") == [
        "public.a.id",
        "public.a.m",
        "public.c.id",
    ]


def test_what_was_there_before_the_first_run_is_not_declared(project: Project, database: str, ask: Ask) -> None:
    """A table that no migration made stays a difference."""
    ask("create table mine (id int)")
    start(project, database)
    assert drift(database) == ["table public.mine is not expected"]


DRIFTS = {
    "something added": ("create table mine (); alter table b add x int", "column public.b.x is not expected"),
    "something dropped": ("drop index a_n", "index public.a_n is missing"),
    "something changed": ("alter table a alter n set default 'y'", "column public.a.n: default is 'y'::text"),
    "changed beside what the run changes": ("comment on column b.id is 'mine'", "column public.b.id: comment is mine"),
}


@pytest.mark.parametrize(("statements", "said"), DRIFTS.values(), ids=[*DRIFTS])
def test_a_run_does_not_take_over_what_had_drifted(
    project: Project, database: str, ask: Ask, statements: str, said: str
) -> None:
    """A difference from before a run is one after it; what the run itself changed is none."""
    start(project, database)
    ask(statements)
    before = drift(database)
    assert before
    assert any(text.startswith(said) for text in before)
    project.add("second", "alter table b alter id type bigint; alter table a alter id set default 7;")
    migrate(database, project.history())
    assert drift(database) == before


@pytest.mark.parametrize("statements", ["alter table b add x int", "alter table b alter id set default 1"])
def test_nothing_is_recorded_where_drift_moved(project: Project, database: str, ask: Ask, statements: str) -> None:
    """Something that had drifted and got another name by the run leaves no record that counts."""
    start(project, database)
    ask(statements)
    project.add("second", "alter table b rename to c;")
    migrate(database, project.history())
    assert drift(database) is None


def test_a_rollback_is_recorded(project: Project, database: str) -> None:
    """What was taken back is expected no more, and a half of a migration counts for itself."""
    start(project, database)
    rollback(database, project.history(), accept_loss=True)
    assert drift(database) == []
    migrate(database, project.history())
    assert drift(database) == []


def test_a_run_that_failed_leaves_no_record_that_counts(project: Project, database: str, ask: Ask) -> None:
    """After some steps of a run the old record is no longer one of this ledger, and the next run cannot mend it."""
    start(project, database)
    project.add("second", "create table c ();", "select 1 / 0;")
    with pytest.raises(Exception, match="division by zero"):
        migrate(database, project.history())
    assert drift(database) is None
    ask("delete from fluxc.migrations where name = '0002_second'; drop table c")
    assert drift(database) == []


OTHERS = [
    "update fluxc.catalogue set form = 'other'",
    "update fluxc.catalogue set major = 13",
    "update fluxc.catalogue set objects = 'x'",
    "update fluxc.migrations set checksum = 'x' where step = 2",
    "delete from fluxc.catalogue",
    "drop table fluxc.catalogue",
    "alter table fluxc.catalogue drop objects",
]


@pytest.mark.parametrize("change", OTHERS)
def test_a_record_of_something_else_does_not_count(project: Project, database: str, ask: Ask, change: str) -> None:
    """Another ledger, major version or reader, or damage, is no record."""
    start(project, database)
    ask(change)
    assert record(database) is None


def test_a_run_does_not_fail_for_want_of_a_record(project: Project, database: str, ask: Ask) -> None:
    """Where the record cannot be written the migrations are applied all the same."""
    ask("create role runner login; create schema fluxc authorization runner")
    try:
        ask("grant create on schema public to runner; alter schema fluxc owner to runner")
        ask("create table fluxc.catalogue (other int)")
        project.add("first", "create table a ();")
        migrate(make_conninfo(database, user="runner"), project.history())
        assert record(database) is None
        assert ask("select name from fluxc.migrations") == ["0001_first"]
    finally:
        ask("drop owned by runner cascade; drop role runner")


def test_a_copy_of_a_database_keeps_its_record(project: Project, database: str, new_database: NewDatabase) -> None:
    """The record is part of the database."""
    start(project, database)
    with psycopg.connect(database) as connection:
        name = connection.info.dbname
    assert drift(new_database(name)) == []

"""What statements would take on a database, and who waits: figures for a database that is made up."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from fluxc.sheet.estimate import Blocked, Priced, priced
from fluxc.sheet.safe import APART, safe_form
from fluxc.sheet.target import Held, Writes
from fluxc.sheet.words import priced_words
from fluxc.trace.cost import Lock, Mode
from fluxc.trace.measured import Measured

AE, SHARE, SUE, WRITING = Mode.ACCESS_EXCLUSIVE, Mode.SHARE, Mode.SHARE_UPDATE_EXCLUSIVE, Mode.ROW_EXCLUSIVE
USERS, LOG = "app.users", "app.log"
BIG = Held("r", ("app", "users"), (), rows=3e6, bytes=3e8, whole=4e8, index_bytes=2e8, writes=Writes(100, 2))
EMPTY = Held("r", ("app", "log"), (), rows=0, bytes=0, whole=0, index_bytes=0, writes=Writes(0, 2))
INDEX = BIG._replace(kind="i")


def lock(name: str, mode: Mode, kind: str = "table") -> tuple[Lock, ...]:
    return (Lock(kind, name, mode),)


def sheet(*costs: Measured, transaction: bool = True) -> list[Priced]:
    """Return statements on a database that has many users, no log, and nothing else."""
    held = {USERS: BIG, LOG: EMPTY, "app.users_n": INDEX}
    return list(priced([(cost, cost.text) for cost in costs], held.get, transaction=transaction))


REWRITE = Measured(1, "alter table app.users alter id type bigint", lock(USERS, AE), (USERS,), scans=(USERS,))
ADD = Measured(1, "alter table app.users add column x integer", lock(USERS, AE), same=(USERS,))
BUILD = Measured(
    1, "create index i on app.users (n)", lock(USERS, SHARE), scans=(USERS,), builds=("app.i on app.users",)
)


def test_a_rewrite_takes_time_and_all_wait() -> None:
    """About as long as the figures have it, from a third of that to three times as long; said in a sentence."""
    (item,) = sheet(REWRITE)
    assert item.seconds.about == pytest.approx(3e6 / 1.5e6 + 3 * 4e8 / 250e6)
    assert (item.seconds.low * 3, item.seconds.high) == pytest.approx((item.seconds.about, item.seconds.about * 3))
    time = "about 6.8 s (2.3 s to 20 s)"
    assert list(priced_words(item)) == [
        f"rewrites app.users (3,000,000 rows, 400 MB): {time}",
        (
            f"reads and writes on app.users wait for {time}; about 340 rows are written there in as long, "
            "going by the last 2 s"
        ),
        f"instead: {item.safe}",
    ]
    assert str(item.safe).startswith("a new column of that type")


def test_what_costs_nothing_is_a_moment() -> None:
    """A lock alone is no reason for another form."""
    (item,) = sheet(ADD)
    assert list(priced_words(item)) == ["reads and writes on app.users wait for a moment"]


def test_a_lock_is_held_for_the_rest_of_its_transaction() -> None:
    """What comes later in it makes others wait longer; outside one each statement is by itself."""
    first, second = sheet(ADD, BUILD)
    assert [wait.seconds for wait in first.waits] == [second.seconds]
    assert (first.safe, second.waits) == (APART, ())
    assert str(second.safe).startswith("`create index concurrently`")
    first, second = sheet(ADD, BUILD, transaction=False)
    assert [wait.noticed for wait in first.waits] == [False]
    assert [(wait.blocked, wait.noticed) for wait in second.waits] == [(Blocked.WRITES, True)]


def test_a_stronger_lock_is_told_again() -> None:
    """Writes wait from the weaker one on, reads from the stronger one on."""
    found = sheet(BUILD, REWRITE)
    assert [[(wait.blocked, wait.seconds) for wait in item.waits] for item in found] == [
        [(Blocked.WRITES, found[0].seconds.plus(found[1].seconds))],
        [(Blocked.ALL, found[1].seconds)],
    ]


@pytest.mark.parametrize(
    ("kind", "mode", "name", "blocked"),
    [
        ("table", AE, USERS, Blocked.ALL),
        ("table", Mode.EXCLUSIVE, USERS, Blocked.WRITES),
        ("table", Mode.SHARE_ROW_EXCLUSIVE, USERS, Blocked.WRITES),
        ("table", SUE, USERS, None),
        ("table", Mode.ACCESS_SHARE, USERS, None),
        ("index", AE, "app.users_n", Blocked.ALL),
        ("index", SUE, "app.users_n", None),
        ("sequence", AE, USERS, Blocked.NUMBERS),
        ("type", Mode.EXCLUSIVE, "app.mood", None),
    ],
)
def test_who_waits_follows_from_the_lock(kind: str, mode: Mode, name: str, blocked: Blocked | None) -> None:
    """As the manual has it; who plans a query needs the indexes of its tables."""
    (item,) = sheet(Measured(1, "x", lock(name, mode, kind)))
    assert [(wait.blocked, wait.relation) for wait in item.waits] == ([(blocked, USERS)] if blocked else [])


def test_nobody_is_where_no_rows_are() -> None:
    """An empty table, and one that is not there yet: it is said briefly, and costs nothing."""
    cost = Measured(1, "x", (*lock(LOG, AE), *lock("app.new", AE)), rewrites=(LOG,), scans=("app.new",))
    (item,) = sheet(cost)
    assert (item.tasks, item.waits, item.idle) == ((), (), (LOG, "app.new"))
    assert list(priced_words(item)) == ["no one waits at app.log, app.new: no rows are there"]


def test_work_that_is_the_same_whatever_the_rows_takes_no_time() -> None:
    """An update of few rows by their key is not one of all."""
    update = Measured(1, "update app.users set n = 1", lock(USERS, WRITING), scans=(USERS,), updates=(USERS,))
    grows, same = replace(update, grows=(USERS,)), replace(update, same=(USERS,))
    (all_rows,), (few,), (unknown,) = sheet(grows), sheet(same), sheet(update)
    assert [(wait.blocked, wait.seconds) for wait in all_rows.waits] == [(Blocked.SAME_ROWS, all_rows.seconds)]
    assert str(all_rows.safe).startswith("update in batches")
    assert (few.tasks, few.waits) == ((), ())
    assert (unknown.seconds.low, unknown.seconds.high) == (0, all_rows.seconds.high)
    assert any("was not measured" in words for words in priced_words(unknown))


def test_what_is_done_to_a_partition_is_done_to_all_that_there_are() -> None:
    """The database may have others than the proof had, as many as its table has rows."""
    root = BIG._replace(kind="p", table=("app", "events"))
    part = BIG._replace(table=("app", "events_1"), root=("app", "events"), rows=5)
    held = {"app.events": root, '"app"."events"': root, "app.events_1": part}
    cost = Measured(1, "create index on app.events (at)", lock("app.events", SHARE), builds=("i on app.events_1",))
    (item,) = priced([(cost, cost.text)], held.get, transaction=True)
    assert [(task.relation, task.rows) for task in item.tasks] == [("app.events", 3e6)]


@pytest.mark.parametrize(
    ("does", "statement", "instead"),
    [
        ("builds", "create unique index u on t (n)", "`create unique index concurrently`"),
        ("builds", "create index concurrently i on t (n)", None),
        ("builds", "alter table t add constraint u unique (n)", "`create unique index concurrently`"),
        ("builds", "alter table t add primary key (n)", "`create unique index concurrently`"),
        ("builds", "alter table t add exclude using gist (n with =)", None),
        ("builds", "reindex table t", "`reindex … concurrently`"),
        ("builds", "reindex table concurrently t", None),
        ("validates", "alter table t add constraint c check (n > 0)", "add it with `not valid` first"),
        ("validates", "alter table t add foreign key (n) references u", "add it with `not valid` first"),
        ("validates", "alter table t alter n set not null", "add the check that it is not null"),
        ("validates", "alter table t attach partition p for values in (1)", "give the table a valid check"),
        ("validates", "alter table t validate constraint c", None),
        ("rewrites", "alter table t alter n type bigint", "a new column of that type"),
        ("rewrites", "alter table t add n float default random()", "add the column without values"),
        ("rewrites", "refresh materialized view m", "`refresh materialized view concurrently`"),
        ("deletes", "delete from t", "delete in batches"),
    ],
)
def test_a_safer_form_is_named_where_there_is_one(does: str, statement: str, instead: str | None) -> None:
    """It depends on what the statement does and how it is written."""
    what: dict[str, Any] = {does: ("t",)}
    found = safe_form(Measured(1, statement, **what), statement)
    assert found is None if instead is None else str(found).startswith(instead)

"""How a file is run: what is refused, what follows from that, transactions, rows, and what is not run at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from tests.rehearsal.conftest import Run

    from fluxc.rehearsal.ground import Ground


def test_a_refusal_is_told_at_its_place_and_the_rest_goes_on(run: Run) -> None:
    """The word that the server names is marked; what only follows from a refusal is not told."""
    ran = run(
        "set lock_timeout = '5s';\n"
        "create table made (id int, gone nothing);\n"
        "alter table made add column x int;\n"
        "alter table users add column x int, add column n int;\n"
        "create index on users (absent);\n"
        "alter table orders alter column total type int;\n"
    )
    assert [item[:2] for item in ran.refused] == [(line, "refused-statement") for line in (2, 4, 5)]
    assert ran.refused[0][2].endswith(' refuses this: type "nothing" does not exist')
    assert [item.span.column for item in ran.rehearsed.said if item.span] == [33, 1, 1]
    assert (6, "rewriting-type-change") in ran.lines()


def test_a_transaction_goes_on_behind_a_refusal_and_is_committed(run: Run, ground: Ground) -> None:
    """What stands beside the refused statement is run, with the locks of what came before."""
    ran = run(
        "set lock_timeout = '5s';\n"
        "begin;\n"
        "alter table people add constraint odd check (id <> 3) not valid;\n"
        "select 1 / 0;\n"
        "savepoint here; alter table people add column x int; rollback to here; release here;\n"
        "alter table people validate constraint odd;\n"
        "commit;\n"
        "alter table people drop constraint odd;\n"
    )
    assert [item[:2] for item in ran.refused] == [(4, "refused-statement")]
    assert (6, "validating-under-lock") in ran.lines()
    with psycopg.connect(ground.server.url("aside")) as connection:
        query = "select attname from pg_attribute where attrelid = 'people'::regclass and attnum > 3"
        assert connection.execute(query).fetchall() == []


def test_what_needs_no_further_lock_is_seen(run: Run) -> None:
    """In a transaction that has the strongest one already; what it made is there when rows are in the way."""
    ran = run(
        "set lock_timeout = '5s';\nbegin;\nalter table visits add column x int;\n"
        "create index bare on only visits (x);\ndo $$ begin alter table visits drop column id; end $$;\ncommit;\n"
        "alter table orders alter column note set not null;\ncomment on index bare is 'there';\n"
    )
    assert [item[:2] for item in ran.refused] == [(7, "fails-on-rows")]
    assert (5, "dropped-column") in ran.lines()


def test_what_is_rolled_back_is_gone(run: Run) -> None:
    """Behind a rollback the table is as it was, so that it is altered again."""
    ran = run(
        "set lock_timeout = '5s';\nbegin;\nalter table users alter column n type bigint;\nrollback;\n"
        "alter table users alter column n type bigint;\nbegin;\ndrop table people;\nrollback;\n"
        "do $$ begin drop table people; end $$;\n"
    )
    assert ran.refused == []
    assert ran.lines() >= {(3, "rewriting-type-change"), (5, "rewriting-type-change"), (9, "dropped-table")}


def test_rows_that_stand_in_the_way_are_told_of_and_taken_away(run: Run) -> None:
    """In a transaction, too, what came before in it is done again; rows that the file writes itself are no reason."""
    ran = run(
        "set lock_timeout = '5s';\nbegin;\nalter table orders add column x int;\n"
        "alter table orders alter column note set not null;\ncommit;\n"
        "alter table orders alter column total set not null;\n"
        "insert into users (id, name) values (1, 'a');\n"
        "create table own (id int); insert into own values (1), (1); create unique index on own (id);\n"
    )
    assert [item[:2] for item in ran.refused] == [(4, "fails-on-rows"), (6, "fails-on-rows"), (8, "refused-statement")]
    assert ran.lines() >= {(4, "blocking-not-null"), (6, "blocking-not-null")}
    again = run(
        "set lock_timeout = 5;\nbegin;\ncreate index mine on people (id);\n"
        "alter table people alter kept set not null;\nend;\n"
    )
    assert again.refused[0][:2] == (4, "fails-on-rows")
    assert again.lines() & {(4, "blocking-reindex"), (4, "blocking-index-build")} == set()


def test_a_constraint_that_waits_is_told_at_the_end(run: Run) -> None:
    """What the file writes itself is no row of the sample, and the transaction is gone."""
    ran = run(
        "create table own (id int references users deferrable initially deferred);\nbegin;\n"
        "savepoint here;\ndrop table own;\nrollback to here;\ninsert into own values (99);\ncommit;\n"
        "begin;\ncommit and chain;\nalter table people add column x int;\nrollback and chain;\n"
        "do $$ begin alter table people add column x bigserial; end $$;\nend;\n"
    )
    assert [item[:2] for item in ran.refused] == [(7, "refused-statement")]
    assert (12, "rewriting-serial-column") in ran.lines()


def test_a_role_that_may_not_and_a_server_that_goes(run: Run) -> None:
    """Neither is the fault of a statement's text; behind the end of the session nothing is run."""
    ran = run(
        "set role a_reader_of_lint;\nselect * from users;\nreset role;\n"
        "select pg_terminate_backend(pg_backend_pid());\ndrop table absent;\n"
    )
    assert [item[:2] for item in ran.refused] == [(2, "not-run"), (4, "refused-statement")]


def test_what_is_not_of_one_database_is_not_run(run: Run) -> None:
    """Neither are rows for psql to copy, nor what would have the server say nothing; variables of psql are told."""
    ran = run(
        "create database nope; alter system set work_mem = '1MB'; create role nope; set client_min_messages = error;\n"
        "copy people from stdin;\n1\tx\n\\.\n"
        "copy people to program 'touch /tmp/never';\n"
        "prepare transaction 'x';\n"
        "select :absent;\n"
        "create extension nothing_of_the_kind;\n"
    )
    assert [item[:2] for item in ran.refused] == [(7, "not-run"), (8, "not-run")]
    assert ran.rehearsed.outcomes == {}


def test_a_role_that_is_named_is_made(run: Run) -> None:
    """The server is a throw-away one and has none."""
    assert run("grant select on users to a_reader_of_lint;").refused == []


def test_a_file_in_a_transaction_of_others(run: Run) -> None:
    """A lock stays until the end, and what cannot be in a transaction is refused."""
    text = (
        "alter table people add constraint odd check (id <> 3) not valid;\n"
        "alter table people validate constraint odd;\n"
        "create index concurrently on people (id);\n"
    )
    assert (2, "validating-under-lock") in run(text, wrapped=True).lines()
    assert [item[:2] for item in run(text.replace("odd", "even"), wrapped=True).refused] == [(3, "refused-statement")]


def test_what_runs_outside_transactions_is_watched(run: Run) -> None:
    """A concurrent build holds nobody up, whatever the text says of it."""
    ran = run("create index concurrently on people (id); reindex table concurrently users; vacuum (full) people;")
    assert ran.refused == []
    assert {item.diagnostic.code for item in ran.found.found} & {"blocking-index-build", "blocking-reindex"} == set()
    assert [item.cost.waits for item in ran.rehearsed.measured] == [True, True, False]
    assert (1, "rewriting-vacuum") in ran.lines()


def test_what_a_build_that_fails_leaves_is_taken_away(run: Run) -> None:
    """It is built again without the rows that are like each other, and stands."""
    ran = run("create unique index concurrently one on people ((id > 0)); drop index concurrently one;")
    assert [item[:2] for item in ran.refused] == [(1, "fails-on-rows")]


def test_odd_names_are_quoted(run: Run) -> None:
    """A table of any name is told as SQL writes it."""
    ran = run(
        'set lock_timeout = \'5s\'; alter table people rename to "%s; ""drop""\n--";\n'
        'do $$ begin alter table "%s; ""drop""\n--" alter id type text; end $$;'
    )
    assert ran.refused == []
    (item,) = (item for item in ran.found.found if item.diagnostic.code == "rewriting-type-change")
    assert item.object == 'public."%s; ""drop""\n--".id'

"""What the language has no words for is pulled as raw SQL that makes it again, and never with a password."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from fluxc.commands.answers import Answers
from fluxc.commands.build import build
from fluxc.commands.pull import Source, pull
from fluxc.history.folder import read_folder
from fluxc.inspect import compare, read
from fluxc.project.layout import Layout
from fluxc.run.apply import migrate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.conftest import NewDatabase

    from fluxc.history.migration import History

TABLES = """
create schema app; create schema "Odd one";
create function app.touched() returns trigger language plpgsql as 'begin return new; end';
create foreign data wrapper w options (a 'b', password 'secret'); comment on foreign data wrapper w is 'It''s';
create server "S 1" type 't' version 'v' foreign data wrapper w options (h 'x', "odd name" 'y''z');
grant usage on foreign server "S 1" to app_reader;
create user mapping for public server "S 1";
create user mapping for app_reader server "S 1" options ("user" 'u', password 'secret');
create foreign table app.f (
  b int options (c 'z') not null default 7, a text collate "C", g int generated always as (b * 2) stored,
  constraint c check (b > 0)) server "S 1" options (x 'y');
comment on foreign table app.f is 'far'; comment on column app.f.a is 'away'; comment on constraint c on app.f is 'c';
grant select on app.f to app_reader with grant option; grant update (a) on app.f to public;
create trigger t before insert on app.f for each row execute function app.touched();
alter foreign table app.f disable trigger t;
alter foreign table app.f alter b set statistics 9; alter foreign table app.f alter a set (n_distinct = 5);
create table app.parent (id int not null, v text default 'q') partition by range (id);
create foreign table app.p1 partition of app.parent for values from (1) to (10) server "S 1";
create foreign table app.p2 (id int not null, v text) server "S 1";
alter table app.parent attach partition app.p2 for values from (10) to (20);
create table app.old (x int); create foreign table "Odd one"."odd.t" (y int) inherits (app.old) server "S 1";
create view app.fv as select a, b from app.f;
"""
OPERATORS = """
create schema app;
create type app.pair as (a int, b int);
create function app.pair(integer) returns app.pair language sql immutable as 'select row($1, $1)::app.pair';
create function app.lt(text, text) returns boolean language sql immutable as 'select $1 < $2';
create function app.gt(text, text) returns boolean language sql immutable as 'select $1 > $2';
create operator app.<< (function = app.lt, leftarg = text, rightarg = text, commutator = operator(app.>>),
  restrict = scalarltsel, join = scalarltjoinsel);
create operator app.>> (function = app.gt, leftarg = text, rightarg = text, commutator = operator(app.<<));
comment on operator app.>> (text, text) is 'gt';
create operator family app.fam using btree;
create operator class app.cls for type text using btree family app.fam as
  operator 1 <, operator 3 =, function 1 bttextcmp(text, text);
alter operator family app.fam using btree add operator 1 < (text, name), function 1 (text, name) bttextnamecmp;
create operator class app.cls2 default for type app.pair using hash as function 1 hash_record(record);
create table app.uses (x text, y text check (y operator(app.<<) 'z')); create index on app.uses (x app.cls);
create view app.ov as select x operator(app.>>) y as r from app.uses;
create cast (integer as app.pair) with function app.pair(integer) as assignment;
create cast (text as app.pair) with inout;
"""
TYPES = """
create schema app;
create type app.shell;
create type app.code;
create function app.code_in(cstring) returns app.code language internal immutable strict as 'textin';
create function app.code_out(app.code) returns cstring language internal immutable strict as 'textout';
create type app.code (input = app.code_in, output = app.code_out, like = text);
comment on type app.code is 'c'; comment on function app.code_in(cstring) is 'f';
create table app.coded (c app.code, cs app.code[], v app.code default 'x'); create domain app.narrow as app.code;
create function app.takes(app.code) returns app.code language sql as 'select $1';
create type app.nothing as enum (); create table app.nothings (n app.nothing);
create type app.pair as (a int, b int); create table app.typed of app.pair;
"""
REST = """
create schema app;
create function app.noted() returns event_trigger language plpgsql as 'begin end';
create event trigger e on ddl_command_end when tag in ('CREATE TABLE') execute function app.noted();
alter event trigger e enable always; comment on event trigger e is 'e';
create conversion app.conv for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
create trusted language mine handler plpgsql_call_handler inline plpgsql_inline_handler;
grant usage on language mine to app_reader;
create function app.inmine() returns int language mine as 'begin return 1; end';
create text search parser app.p
  (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
create text search template app.t (lexize = dsimple_lexize, init = dsimple_init);
create text search dictionary app.d (template = app.t);
create text search configuration app.cfg (parser = app.p);
create access method tm type table handler heap_tableam_handler; create table app.tm (x int) using tm;
create type app.pair as (a int, b int);
create transform for app.pair language sql (from sql with function prsd_lextype(internal));
comment on schema public is 'mine';
create table app.par (id int primary key, n int); alter table app.par alter n set (n_distinct = -0.5);
comment on index app.par_pkey is 'pk'; alter table app.par add constraint nn not null n no inherit;
create materialized view app.mv as select 1 as a, 2 as b; create statistics app.st on a, b from app.mv;
"""


def open_to(url: str) -> psycopg.Connection:
    """Return a connection that runs each statement at once."""
    return psycopg.connect(url, autocommit=True)


def history(layout: Layout) -> History:
    """Return the migrations of a project."""
    return read_folder(layout.out, layout.root)[0]


def texts(layout: Layout) -> Mapping[str, str]:
    """Return the files of a project's schema."""
    return {path.name: path.read_text() for path in layout.schema.iterdir()}


@pytest.mark.parametrize("statements", [TABLES, OPERATORS, TYPES, REST], ids=["foreign", "operators", "types", "rest"])
def test_what_cannot_be_said_is_made_again(statements: str, new_database: NewDatabase, tmp_path: Path) -> None:
    """A database that the pulled files make is equal to the first one, and pulled and built again nothing changes."""
    first, second, layout = new_database(), new_database(), Layout(tmp_path / "project")
    with open_to(first) as connection:
        connection.execute(statements.encode())
        catalogue = read(connection)
    pulled = pull(layout, Source(first, raw=True))
    written = texts(layout)

    build(layout, Answers("all", seal=True))
    migrate(second, history(layout))

    assert not [item for item in pulled.unsaid if "option" not in item.object]
    assert "'secret'" not in "".join(written.values())
    with open_to(second) as connection:
        assert [item.text for item in compare(connection, catalogue, read(connection))] == []
    again = pull(layout, Source(first, raw=True))
    assert (again.files, texts(layout)) == ((), written)
    assert not build(layout, Answers()).changed


def test_raw_sql_follows_the_database(new_database: NewDatabase, tmp_path: Path) -> None:
    """What is gone or otherwise in the database is edited, and what a person wrote stays."""
    first, second, layout = new_database(), new_database(), Layout(tmp_path / "project")
    with open_to(first) as connection:
        connection.execute(TABLES.encode())
    pull(layout, Source(first, raw=True))
    public = layout.schema / "public.yaml"
    said = public.read_text().replace("(\"user\" 'u')", "(\"user\" 'u', password 'mine')")
    public.write_text(f"{said}\n  # kept\n  own: {{up: create type own, down: drop type own}}\n")
    build(layout, Answers("all", seal=True))
    migrate(second, history(layout))
    with open_to(second) as connection:
        connection.execute("drop foreign table app.p1; alter foreign table app.f add column more int")
        catalogue = read(connection)

    pull(layout, Source(second))
    assert "more" not in (layout.schema / "app.yaml").read_text()
    pulled = pull(layout, Source(second, raw=True))

    assert pulled.files == ("schema/app.yaml",)
    assert "password 'mine'" in public.read_text()
    app = (layout.schema / "app.yaml").read_text()
    assert "p1" not in app
    assert "more integer" in app
    build(layout, Answers("follow", seal=True))
    third = new_database()
    migrate(third, history(layout))
    with open_to(third) as connection:
        assert [item.text for item in compare(connection, catalogue, read(connection))] == []


def test_a_subscription_is_disabled_and_without_its_password(new_database: NewDatabase, tmp_path: Path) -> None:
    """The password of its connection is written nowhere, and that it is not is said."""
    url, layout = new_database(), Layout(tmp_path / "project")
    with open_to(url) as connection:
        connection.execute(
            "create subscription sub connection 'host=nowhere password=secret user=u' publication p"
            " with (connect = false, slot_name = none)"
        )
        try:
            pulled = pull(layout, Source(url, raw=True))
        finally:
            connection.execute("drop subscription sub")
    assert [item.object for item in pulled.unsaid] == ["subscription sub: password of its connection"]
    text = (layout.schema / "public.yaml").read_text()
    assert "connection 'user=u host=nowhere'" in text
    assert "secret" not in text


def test_without_raw_it_is_listed(new_database: NewDatabase, tmp_path: Path) -> None:
    """Foreign tables and what rests on them are told with their definitions, and in no file."""
    url, layout = new_database(), Layout(tmp_path / "project")
    with open_to(url) as connection:
        connection.execute(TABLES.encode())
    pulled = pull(layout, Source(url))
    assert {"foreign server S 1", "foreign table app.f", "view app.fv"} <= {
        item.object.replace('"', "") for item in pulled.unsaid
    }
    assert "raw:" not in "".join(texts(layout).values())

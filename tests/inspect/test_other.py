"""What the language has no words for is read all the same, and told when it differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxc.inspect import Key, read

from .conftest import altered, run

if TYPE_CHECKING:
    from fluxc.inspect import Value

    from .conftest import Connect

FUNCTIONS = """
create schema app;
create function app.plus(integer, text) returns integer language sql immutable as 'select $1';
create function app.same(text, text) returns boolean language sql immutable as 'select $1 = $2';
create function app.number(text) returns integer language sql immutable as 'select 1';
create function app.noted() returns event_trigger language plpgsql as 'begin end';
create type app.pair as (a int, b int);
create function app.pair(integer) returns app.pair language sql immutable as 'select row($1, $1)::app.pair';
"""
KINDS: dict[str, tuple[str, str, dict[str, Value]]] = {
    "foreign-data wrapper": ("create foreign data wrapper w options (a 'b')", "w", {"options": "a=b"}),
    "foreign server": (
        "create foreign data wrapper w; create server s type 't' version 'v' foreign data wrapper w options (h 'x')",
        "s",
        {"wrapper": "w", "type": "t", "version": "v", "options": "h=x"},
    ),
    "user mapping": (
        (
            "create foreign data wrapper w; create server s foreign data wrapper w;"
            "create user mapping for public server s"
        ),
        "s.public",
        {},
    ),
    "foreign table": (
        (
            "create foreign data wrapper w; create server s foreign data wrapper w;"
            "create foreign table app.f (b int not null default 7, a text, constraint c check (b > 0)) server s;"
            "comment on foreign table app.f is 'far'"
        ),
        "app.f",
        {
            "server": "s",
            "columns": "a text, b integer not null default 7",
            "checks": "c CHECK ((b > 0))",
            "comment": "far",
        },
    ),
    "event trigger": (
        "create event trigger e on ddl_command_end when tag in ('CREATE TABLE') execute function app.noted()",
        "e",
        {"event": "ddl_command_end", "function": "app.noted()", "enabled": "origin", "tags": "CREATE TABLE"},
    ),
    "operator": (
        "create operator app.+ (function = app.plus, leftarg = integer, rightarg = text)",
        'app."+(integer, text)"',
        {"function": "app.plus", "result": "integer", "hashes": False, "merges": False},
    ),
    "operator family": ("create operator family app.fam using btree", "app.fam.btree", {}),
    "operator class": (
        "create operator class app.cls for type text using btree as operator 1 <, function 1 bttextcmp(text, text)",
        "app.cls.btree",
        {"type": "text", "default": False, "family": "app.cls"},
    ),
    "cast": (
        "create cast (text as app.pair) with inout as assignment",
        'text."app.pair"',
        {"method": "inout", "context": "assignment"},
    ),
    "conversion": (
        "create conversion app.conv for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8",
        "app.conv",
        {"from": "LATIN1", "to": "UTF8", "function": "iso8859_1_to_utf8", "default": False},
    ),
    "language": (
        "create language mine handler plpgsql_call_handler",
        "mine",
        {"trusted": False, "handler": "plpgsql_call_handler"},
    ),
    "text search parser": (
        (
            "create text search parser app.p (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end,"
            " lextypes = prsd_lextype)"
        ),
        "app.p",
        {"start": "prsd_start", "token": "prsd_nexttoken", "end": "prsd_end", "types": "prsd_lextype"},
    ),
    "text search template": (
        "create text search template app.t (lexize = dsimple_lexize)",
        "app.t",
        {"lexize": "dsimple_lexize"},
    ),
    "access method": (
        "create access method m type index handler bthandler",
        "m",
        {"handler": "bthandler", "type": "index"},
    ),
    "subscription": (
        (
            "create subscription sub connection 'host=nowhere password=secret' publication p"
            " with (connect = false, slot_name = none)"
        ),
        "sub",
        {"enabled": False, "publications": "p", "synchronous commit": "off"},
    ),
    "base type": ("create type app.shell", "app.shell", {"defined": False}),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_read(connect: Connect, kind: str) -> None:
    """An object is there with what can be said of it, and adding it is a difference."""
    statements, name, attributes = KINDS[kind]
    connection = connect(FUNCTIONS)
    before = read(connection)
    assert not any(key.kind in KINDS for key in before.objects)
    try:
        said = altered(connection, statements)
        found = read(connection).objects[Key(kind, name)]
    finally:
        if kind == "subscription":
            run(connection, "drop subscription sub")
    assert attributes.items() <= found.items()
    assert "secret" not in repr(found)
    assert f"{kind} {name} is not expected" in said


def test_a_transform_is_read(connect: Connect) -> None:
    """Transforms are told by their type and language."""
    connection = connect(FUNCTIONS)
    run(connection, "create transform for app.pair language sql (from sql with function prsd_lextype(internal))")
    assert read(connection).objects[Key("transform", '"app.pair".sql')] == {"from": "prsd_lextype(internal)"}


def test_what_an_extension_owns_is_left_out(connect: Connect) -> None:
    """Operators, casts and the like of an extension are its own business."""
    connection = connect("create schema app; create extension hstore schema app; create extension citext schema app")
    assert {key.kind for key in read(connection).objects} == {"namespace", "extension"}

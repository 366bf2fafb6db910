"""The shipped tables of types and operator classes are what a real server says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from fluxc.model.access_method import METHODS
from fluxc.model.opclass import CLASSES, wrong_class
from fluxc.model.type_table import BUILTINS, BY_NAME, EXTENSION_TYPES
from fluxc.model.types import Type, builtin, parse, take_apart

if TYPE_CHECKING:
    from collections.abc import Generator

    from tests.conftest import NewDatabase

_STORAGE = {"p": "plain", "x": "extended", "m": "main", "e": "external"}
_NO_COLUMN_TYPES = {"record", "unknown", "void", "pg_node_tree", "pg_ndistinct", "pg_dependencies", "pg_mcv_list"}
_INTERNAL = {"gtsvector", "pg_brin_bloom_summary", "pg_brin_minmax_multi_summary", "pg_ddl_command", "cstring"}


@pytest.fixture
def connection(new_database: NewDatabase) -> Generator[psycopg.Connection[Any]]:
    """Return a connection to an empty database."""
    with psycopg.connect(new_database(), autocommit=True) as opened:
        yield opened


def test_every_built_in_type_is_there(connection: psycopg.Connection[Any]) -> None:
    """The table has each base and range type of the server, under the name that the server writes."""
    query = """
    select format_type(oid, null) from pg_type
    where typnamespace = 'pg_catalog'::regnamespace and typtype in ('b', 'r', 'm')
      and typelem = 0 or oid in ('name'::regtype, 'point'::regtype, 'lseg'::regtype, 'box'::regtype, 'line'::regtype,
                                 'int2vector'::regtype, 'oidvector'::regtype)
    """
    known = {item.name for item in BUILTINS if item.serial_of is None}
    there = {row[0] for row in connection.execute(query.encode())} - _NO_COLUMN_TYPES - _INTERNAL
    # the server tells character and bpchar apart by their modifiers alone
    assert there - known == set()
    assert known - there == {"bpchar"}


def test_the_server_spells_types_alike(connection: psycopg.Connection[Any]) -> None:
    """What a type is called in the state is what the server calls a column of it, by whatever name it was asked for."""
    for spelling, found in BY_NAME.items():
        if found.serial_of is None:
            parts = take_apart(spelling)
            assert parts is not None
            meant = builtin(parts)
            assert meant is not None
            assert spelled(connection, spelling) == meant.text


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("numeric(12)", "numeric(12,0)"),
        ("decimal(3, -2)", "numeric(3,-2)"),
        ("float(24)", "real"),
        ("float(25)", "double precision"),
        ("interval Year to Month", "interval year to month"),
        ("interval day to second(3)", "interval day to second(3)"),
        ("interval(0)", "interval(0)"),
        ("bit", "bit(1)"),
        ("varbit(9)", "bit varying(9)"),
        ("timestamptz(3)[]", "timestamp(3) with time zone[]"),
        ("text array", "text[]"),
        ("int[3][3]", "integer[]"),
        ("national character varying (30)", "character varying(30)"),
        ('"char"', '"char"'),
        ("bpchar(7)", "character(7)"),
    ],
)
def test_modifiers_are_spelled_as_the_server_does(
    connection: psycopg.Connection[Any], written: str, canonical: str
) -> None:
    """Modifiers, fields and arrays have one spelling, which reads back as the same type."""
    parts = take_apart(written)
    assert parts is not None
    found = builtin(parts)
    assert found is not None
    assert found.text == canonical == spelled(connection, written)
    assert parse(canonical) == found


def test_values_are_stored_as_the_table_says(connection: psycopg.Connection[Any]) -> None:
    """Storage and collation of every built-in type are the server's."""
    for item in BUILTINS:
        if item.serial_of is None:
            row = connection.execute(
                "select typstorage::text, typcollation <> 0 from pg_type where oid = %s::regtype", [item.name]
            ).fetchone()
            assert row == ({name: key for key, name in _STORAGE.items()}[item.storage], item.collatable), item.name


def test_operator_classes_are_those_of_the_server(connection: psycopg.Connection[Any]) -> None:
    """Each built-in class is there, for the type that the server says."""
    query = """
    select distinct opcname, format_type(opcintype, null)
    from pg_opclass
    where opcnamespace = 'pg_catalog'::regnamespace
    """
    there = {name: kind for name, kind in connection.execute(query.encode()) if kind not in {"oid", "record"}}
    assert there == CLASSES


@pytest.mark.parametrize(
    ("opclass", "kind", "fits"),
    [
        ("text_pattern_ops", Type(("character varying",)), True),
        ("text_pattern_ops", Type(("integer",)), False),
        ("jsonb_path_ops", Type(("jsonb",)), True),
        ("array_ops", Type(("text",), array=True), True),
        ("array_ops", Type(("text",)), False),
        ("enum_ops", Type(("app", "mood")), True),
        ("range_ops", Type(("int4range",)), True),
        ("range_ops", Type(("int4multirange",)), False),
        ("inet_ops", Type(("cidr",)), True),
        ("gin_trgm_ops", Type(("integer",)), True),
    ],
)
def test_a_class_fits_its_types(opclass: str, kind: Type, *, fits: bool) -> None:
    """A class of another type is found out; nothing is known of classes of extensions."""
    assert (wrong_class(opclass, kind) is None) is fits


def test_access_methods_can_do_what_the_table_says(connection: psycopg.Connection[Any]) -> None:
    """The server has these access methods, with these properties."""
    words = ("can_unique", "can_order", "can_multi_col", "can_include", "can_exclude")
    columns = ", ".join(f"pg_indexam_has_property(oid, '{word}')" for word in words)
    rows = connection.execute(f"select amname, {columns} from pg_am where amtype = 'i'".encode()).fetchall()
    assert {row[0]: tuple(row[1:]) for row in rows} == {name: tuple(method) for name, method in METHODS.items()}


def test_types_of_extensions_come_with_them(connection: psycopg.Connection[Any]) -> None:
    """Where the server has an extension, its types are those of the table."""
    available = {row[0] for row in connection.execute("select name from pg_available_extensions")}
    for extension in sorted(set(EXTENSION_TYPES.values()) & available):
        connection.execute(f"create extension {extension} cascade".encode())
        for name in (name for name, brought_by in EXTENSION_TYPES.items() if brought_by == extension):
            assert connection.execute("select to_regtype(%s) is not null", [f"public.{name}"]).fetchone() == (True,)


def spelled(connection: psycopg.Connection[Any], text: str) -> str:
    """Return what the server calls the type of a column."""
    connection.execute(f"create table spelled (a {text})".encode())
    query = (
        "select format_type(atttypid, atttypmod) from pg_attribute where attrelid = 'spelled'::regclass and attnum = 1"
    )
    row = connection.execute(query.encode()).fetchone()
    connection.execute("drop table spelled")
    assert row is not None
    return str(row[0])

"""What a model accepts, its column accepts too, and gives back equal: every type of the table."""

from __future__ import annotations

import importlib
import math
import struct
import sys
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from ipaddress import ip_address, ip_interface, ip_network
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg.types.json import Json, Jsonb
from psycopg.types.multirange import Multirange
from psycopg.types.range import Range
from pydantic import ValidationError

from fluxc.model.types import parse
from fluxc.render.python_types import EXTENSION_TYPES, PYTHON_TYPES
from tests.render.conftest import Schema, write_package

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from types import ModuleType

    from fluxc.server.scratch import Scratch

Values = st.SearchStrategy[Any]

FREE: Mapping[str, list[str]] = {
    "jsonpath": ['$."a"[*]', "$"],
    "xml": ["<a>b</a>"],
    "tsvector": ["'a' 'b'", "'a':1A,2 'b''c':3", ""],
    "tsquery": ["'a' & 'b' | !'c':*", "'a' <-> 'b'"],
    "regclass": ["pg_class", "-"],
    "regcollation": ['"C"'],
    "regconfig": ["english"],
    "regdictionary": ["simple"],
    "regnamespace": ["pg_catalog"],
    "regoper": ["||/"],
    "regoperator": ["+(integer,integer)"],
    "regproc": ["now"],
    "regprocedure": ["sum(integer)"],
    "regrole": ["-"],
    "regtype": ["integer", "text[]"],
    "int2vector": ["1 -2 3", ""],
    "oidvector": ["1 2", ""],
    "pg_snapshot": ["10:20:10,14", "1:1:"],
    "txid_snapshot": ["10:20:10,14"],
    "aclitem": ["=r/{user}"],
}
"""Texts for the types whose form only the server knows."""


def _text() -> Values:
    odd = st.characters(exclude_categories=())
    return st.text(odd, max_size=12) | st.sampled_from(
        ["", " ", "a ", "'", "\\", '"{NULL}"', "\u202e\U0010ffff", "x" * 80]
    )


def _edges(*exponents: int) -> Values:
    ends = [sign * 2**exponent + near for exponent in exponents for sign in (-1, 1) for near in (-1, 0, 1)]
    return st.integers() | st.sampled_from(ends)


def _decimals() -> Values:
    """Return numbers of every kind but for zeros of more digits than a column has: pydantic takes all zeros for one."""
    digits = st.tuples(st.integers(0, 1), st.lists(st.integers(0, 9), min_size=1, max_size=60).map(tuple), _places())
    numbers = st.decimals(allow_nan=True, allow_infinity=True) | digits.map(Decimal) | st.just(Decimal("1E-16383"))
    return numbers.filter(lambda number: bool(number) or number.as_tuple().exponent in range(-1000, 1000))


def _places() -> Values:
    return st.integers(-70, 70) | st.sampled_from([131071, 131072, -16383, -16384])


def _zones() -> Values:
    seconds = st.integers(-86399, 86399).map(lambda number: timezone(timedelta(seconds=number)))
    return st.none() | st.timezones() | seconds | st.just(timezone(timedelta(microseconds=1)))


def _datetimes() -> Values:
    ends = [datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999), datetime(1999, 12, 31, 23, 59, 59, 999500)]
    edges: Values = st.tuples(st.sampled_from(ends), _zones()).map(_zoned)
    return st.datetimes(timezones=_zones(), allow_imaginary=False) | edges


def _zoned(pair: tuple[datetime, tzinfo | None]) -> datetime:
    moment, zone = pair
    return moment.replace(tzinfo=zone)


def _times() -> Values:
    return st.times(timezones=_zones()) | st.just(time(23, 59, 59, 999999))


def _intervals() -> Values:
    return st.timedeltas() | st.integers(-100, 100).map(lambda number: timedelta(minutes=number))


def _json() -> Values:
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | _text()
    return st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(_text(), inner), max_leaves=6)


def _hosts() -> Values:
    odd = st.sampled_from(["10.0.0.1/8", "::1/64", "fe80::1%eth0", "fe80::1%eth0/64", "1.2.3.4/32"]).map(ip_interface)
    return st.ip_addresses() | st.ip_addresses().map(ip_interface) | odd | st.just(ip_address("fe80::1%eth0"))


def _networks() -> Values:
    return st.ip_addresses().map(ip_network) | st.sampled_from(["10.0.0.0/8", "::/0", "fe80::/10"]).map(ip_network)


def _ranges(bounds: Values) -> Values:
    ends = st.none() | bounds
    brackets = st.sampled_from(["[]", "[)", "(]", "()"])
    return st.builds(Range[Any], ends, ends, brackets) | st.just(Range[Any](empty=True))


def _patterned(name: str) -> Values:
    _, constraint, *_ = get_args(_alias(name))
    pattern: str = constraint.pattern
    return st.from_regex(pattern, fullmatch=True) | _text()


BOUNDS: Mapping[str, Values] = {
    "int4": _edges(31),
    "int8": _edges(63),
    "date": st.dates() | st.sampled_from([date.max, date(9999, 12, 30)]),
    "num": st.decimals(allow_nan=False) | st.integers(-9, 9).map(Decimal),
    "ts": _datetimes(),
    "tstz": _datetimes(),
}
CANDIDATES: Mapping[str, Values] = {
    "smallint": _edges(15),
    "integer": _edges(31),
    "bigint": _edges(63),
    "oid": _edges(32),
    "numeric": _decimals(),
    "real": st.floats() | st.floats(width=32) | st.sampled_from([1e-45, 3e-46, 3.4028235e38, 3.5e38, 2.0**-44]),
    "double precision": st.floats(),
    "money": _decimals() | st.decimals(-100, 100, places=2),
    "bytea": st.binary(),
    "boolean": st.booleans(),
    "date": st.dates(),
    "time without time zone": _times(),
    "time with time zone": _times(),
    "timestamp without time zone": _datetimes(),
    "timestamp with time zone": _datetimes(),
    "interval": _intervals(),
    "uuid": st.uuids(),
    "json": _json(),
    "jsonb": _json(),
    "inet": _hosts(),
    "cidr": _networks(),
    **{f"{name}range": _ranges(bounds) for name, bounds in BOUNDS.items()},
    **{f"{name}multirange": st.lists(_ranges(bounds), max_size=4).map(Multirange) for name, bounds in BOUNDS.items()},
    **{name: st.sampled_from(samples) for name, samples in FREE.items()},
}
TYPES = (
    *(name for name in PYTHON_TYPES if name not in {"bit", "character"}),  # these always have a length
    *("numeric(12,2)", "numeric(2,5)", "numeric(5,-3)", "character varying(3)", "character(3)", "bit(3)"),
    *("bit varying(3)", "time(3) without time zone", "time(0) with time zone", "timestamp(2) without time zone"),
    *("timestamp(0) with time zone", "interval(1)", "interval day to second(2)", "interval hour to minute"),
    *("interval day", "interval year to month", "public.citext", "public.hstore", "app.colour"),
)
ARRAYS = (
    *("integer", "bigint", "numeric", "real", "text", "character varying(3)", "character(3)", "bytea", "boolean"),
    *("date", "timestamp with time zone", "interval", "uuid", "jsonb", "inet", "cidr", "macaddr", "box", "bit(3)"),
    *("int4range", "tstzrange", "datemultirange", "pg_snapshot", "public.citext", "public.hstore", "app.colour"),
)
FAMILY: Mapping[str, Values] = {
    "public.hstore": st.sampled_from(['"a"=>"1"', "", '"x y"=>NULL, "\\"q\\""=>"\\\\"']),
    "app.colour": st.sampled_from(["red", "a,b", 'q"{}\\', "NULL", "", "green"]),
    "box[]": st.sampled_from(["{(3,4),(1,2);(1,1),(0,0)}", "{}", "{NULL}"]),
}
EXAMPLES = 40
CHECKS = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


class Column(NamedTuple):
    """A table of one column with its models."""

    type: str
    table: str
    insert: Any
    row: Any


class Bed(NamedTuple):
    """A connection to a database of tables, and the generated package that belongs to it."""

    connection: psycopg.Connection
    package: ModuleType

    def column(self, spelled: str) -> Column:
        """Return the table whose column has the type."""
        number = _SPELLED.index(spelled)
        module = importlib.import_module(f"{self.package.__name__}.app")
        return Column(spelled, f"t{number}", getattr(module, f"T{number}Insert"), getattr(module, f"T{number}"))

    def user(self, text: Any) -> Any:
        """Return a text with the name of a role that is there."""
        return text.replace("{user}", self.connection.info.user) if isinstance(text, str) else text

    def stored(self, column: Column, value: Any) -> Any:
        """Return what a row holds after a value was inserted; raises what the server or the row model says."""
        statement = f"insert into app.{column.table} values (%s) returning value"
        found = self.one(statement, _dumped(column.type, value))
        return column.row(value=found).value

    def normal(self, column: Column, value: Any) -> Any:
        """Return how the server writes a text of the type."""
        return self.one(f"select (%s::{column.type})::text", value)

    def one(self, statement: str, value: Any) -> Any:
        """Return the one value that a statement with one parameter gives."""
        row = self.connection.execute(statement.encode(), [value]).fetchone()
        assert row is not None
        return row[0]


_SPELLED = (*TYPES, *(f"{name}[]" for name in ARRAYS))


@pytest.fixture(scope="module")
def bed(server: Scratch, tmp_path_factory: pytest.TempPathFactory) -> Generator[Bed]:
    """Return a database with a table for each type, and its models."""
    folder = tmp_path_factory.mktemp("values")
    schema = Schema()
    schema.enum("app", "colour", "red", "a,b", 'q"{}\\', "NULL", "")
    for number, spelled in enumerate(_SPELLED):
        schema.table("app", f"t{number}", {"value": spelled})
    write_package(folder / "models_of_values", schema.files())
    sys.path.insert(0, str(folder))
    with psycopg.connect(server.create("values"), autocommit=True) as connection:
        connection.execute("create extension citext; create extension hstore; create schema app")
        connection.execute("create type app.colour as enum ('red', 'a,b', 'q\"{}\\', 'NULL', '')")
        for number, spelled in enumerate(_SPELLED):
            connection.execute(f"create table app.t{number} (value {spelled} not null)".encode())
        yield Bed(connection, importlib.import_module("models_of_values"))
    sys.path.remove(str(folder))
    server.drop("values")


def _dumped(spelled: str, value: Any) -> Any:
    wrap = {"json": Json, "jsonb": Jsonb}.get(spelled.removesuffix("[]"))
    if wrap is None:
        return value
    return [None if each is None else wrap(each) for each in value] if spelled.endswith("[]") else wrap(value)


def _candidates(spelled: str) -> Values:
    if spelled in FAMILY:
        return FAMILY[spelled]
    found = parse(spelled)
    if found.array:
        element = _candidates(spelled.removesuffix("[]"))
        return st.lists(st.none() | element, max_size=4)
    name = found.path[-1]
    if name in CANDIDATES:
        return CANDIDATES[name]
    return _patterned(name) if _alias(name) is not None and name in _PATTERNED else _text()


_PATTERNED = frozenset(
    {"macaddr", "macaddr8", "point", "line", "lseg", "box", "path", "polygon", "circle"}
    | {"xid", "cid", "xid8", "tid", "pg_lsn", "bit", "bit varying"}
)


def _alias(name: str) -> Any:
    symbol = PYTHON_TYPES[name].written if name in PYTHON_TYPES else EXTENSION_TYPES[name].written
    module = importlib.import_module(f"models_of_values.{symbol.module.removeprefix('.')}")
    return getattr(module, symbol.name)


@pytest.mark.parametrize("spelled", _SPELLED)
def test_what_an_insert_accepts_the_column_gives_back(bed: Bed, spelled: str) -> None:
    """The server takes every value that the model takes, and a row holds the same value."""
    column = bed.column(spelled)
    accepted: list[Any] = []

    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=CHECKS, derandomize=True)
    @given(_candidates(spelled))
    def check(candidate: Any) -> None:
        try:
            value = column.insert(value=bed.user(candidate)).value
        except ValidationError:
            return
        accepted.append(value)
        found = bed.stored(column, value)
        assert _same(bed, column, found, value), (candidate, value, found)

    try:
        check()
    except psycopg.errors.FeatureNotSupported:  # a server may be built without libxml, and then no column takes XML
        assert spelled == "xml"
    assert accepted, "nothing was accepted, so nothing was tried"


def _same(bed: Bed, column: Column, found: Any, value: Any) -> bool:
    if column.type == "box[]":
        return bool(found == [each for each in value.strip("{}").split(";") if each] or value == "{NULL}")
    if column.type.endswith("[]"):
        single = column._replace(type=column.type.removesuffix("[]"))
        return len(found) == len(value) and all(
            one is other is None or _same(bed, single, one, other) for one, other in zip(found, value, strict=True)
        )
    name = parse(column.type).path[-1]
    entry = PYTHON_TYPES.get(name)
    if entry is None or entry.free or entry.written.module == "._geometry":
        return bool(found == value if name == "colour" else found == bed.normal(column, value))
    if name == "money":
        return bool(bed.one("select %s::money::numeric", found) == value)
    return _equal(name, found, value)


def _equal(name: str, found: Any, value: Any) -> bool:
    kind = type(value).__name__
    if kind == "float":
        return _equal_numbers(name, found, value)
    if type(found).__name__ != kind:
        return False
    match kind:
        case "datetime" if value.tzinfo:  # the hour that a zone has twice equals no time of another zone
            return bool(found.astimezone(UTC) == value.astimezone(UTC))
        case "Range":
            ends = ([each.lower, each.upper] for each in (found, value))
            return found.bounds == value.bounds and _all_equal(name, *ends)
        case "dict":
            return found.keys() == value.keys() and all(_equal(name, found[key], value[key]) for key in value)
        case "list" | "Multirange":
            return _all_equal(name, [*found], [*value])
        case _:
            return bool(found == value)


def _equal_numbers(name: str, found: Any, value: float) -> bool:
    """Return whether two floats are one; a real may be written in another way, and JSON knows no kinds of numbers."""
    if math.isnan(value):
        return math.isnan(found)
    if name == "real" and found != value:
        return struct.pack("f", found) == struct.pack("f", value)
    return bool(found == value) if name not in {"json", "jsonb"} else float(found) == value


def _all_equal(name: str, found: list[Any], value: list[Any]) -> bool:
    return len(found) == len(value) and all(map(_equal, [name] * len(found), found, value))

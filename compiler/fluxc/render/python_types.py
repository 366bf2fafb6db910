"""The one table of Python types: what a column of each type of PostgreSQL is read as, and what may be written to it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.model.type_table import INTEGERS, STRINGS

if TYPE_CHECKING:
    from collections.abc import Iterator


class Symbol(NamedTuple):
    """A name and the module that it is imported from."""

    module: str
    name: str


class PythonType(NamedTuple):
    """What psycopg loads from a column and what may be stored in it, as symbols and in the words of the reference.

    ``given``: what a column takes that takes no null, where that is less.  ``whole``: psycopg has no name for arrays of
    the type and loads them as one text.  ``free``: what the text says is for the server to read, so it may refuse some.
    """

    read: Symbol
    written: Symbol
    reading: str
    writing: str
    given: Symbol | None = None
    whole: bool = False
    free: bool = False
    listed: bool = True


def _plain(module: str, name: str, writing: str = "the same") -> PythonType:
    symbol = Symbol(module, name)
    return PythonType(symbol, symbol, f"`{name}`", writing)


def _int(alias: str, low: str, high: str) -> PythonType:
    return PythonType(_INT, Symbol("._values", alias), "`int`", f"from {low} to {high}")


def _text(module: str, alias: str, writing: str) -> PythonType:
    return PythonType(_STR, Symbol(module, alias), "`str`", writing)


def _served(note: str, *, whole: bool = False) -> PythonType:
    return PythonType(_STR, TEXT, f"`str`, {note}", "without NUL; the server reads it", whole=whole, free=True)


def _range(element: str, alias: str, writing: str) -> PythonType:
    symbol = Symbol("._ranges", f"Any{alias}")
    return PythonType(symbol, Symbol("._ranges", alias), f"psycopg's `Range[{element}]`", writing)


def _multirange(element: str, alias: str, writing: str) -> PythonType:
    symbol = Symbol("._ranges", f"Any{alias}")
    return PythonType(symbol, Symbol("._ranges", alias), f"psycopg's `Multirange[{element}]`", writing)


_INT: Final = Symbol("builtins", "int")
_STR: Final = Symbol("builtins", "str")
_FLOAT: Final = Symbol("builtins", "float")
TEXT: Final = Symbol("._values", "Text")
_JSON: Final = PythonType(
    Symbol("pydantic", "JsonValue"),
    Symbol("._values", "AnyJson"),
    "pydantic's `JsonValue`",
    "without NaN, infinity, NUL and lone surrogates; where a column takes no null, without `None` at the top",
    Symbol("._values", "Json"),
)
_IN_ORDER: Final = "bounds in order, each as its own type takes it"
_DISCRETE: Final = f"{_IN_ORDER}; made `[lower,upper)`, as the server would"
_MERGED: Final = "ranges as above; put in order and merged, as the server would"
_ROUNDED: Final = "rounded to the digits of the column, as the server would"

PYTHON_TYPES: Final = {
    "smallint": _int("SmallInt", "-32768", "32767"),
    "integer": _int("Integer", "-2147483648", "2147483647"),
    "bigint": _int("BigInt", "-9223372036854775808", "9223372036854775807"),
    "oid": _int("Oid", "0", "4294967295"),
    "numeric": PythonType(
        Symbol("._values", "AnyNumeric"),
        Symbol("._values", "Numeric"),
        "`Decimal`, NaN and infinity too",
        "finite; of `numeric(p,s)` at most p digits, s of them behind the point",
    ),
    "real": PythonType(_FLOAT, Symbol("._numbers", "Real"), "`float`", "rounded to what four bytes hold"),
    "double precision": _plain("builtins", "float"),
    "money": PythonType(
        _STR,
        Symbol("._numbers", "Money"),
        "`str`, as the server's `lc_monetary` writes it",
        "`Decimal` with two digits behind the point, in eight bytes",
    ),
    "text": _text("._values", "Text", "without NUL and lone surrogates"),
    "character varying": _text("._values", "Text", "the same, of `varchar(n)` at most n characters"),
    "character": PythonType(
        Symbol("._texts", "Padded"),
        Symbol("._texts", "PaddedText"),
        "`str` without the blanks at its end, which mean nothing",
        "the same, of `char(n)` at most n characters",
    ),
    "bpchar": PythonType(
        Symbol("._texts", "Padded"),
        Symbol("._texts", "PaddedText"),
        "`str` without the blanks at its end, which mean nothing",
        "the same, of `char(n)` at most n characters",
    ),
    '"char"': _text("._texts", "Byte", "one ASCII character or none, no NUL"),
    "name": _text("._texts", "Name", "without NUL, at most 63 bytes of UTF-8"),
    "bytea": _plain("builtins", "bytes"),
    "bit": _text("._texts", "Bits", "zeros and ones, n of them"),
    "bit varying": _text("._texts", "Bits", "zeros and ones, at most n of them"),
    "boolean": _plain("builtins", "bool"),
    "date": _plain("datetime", "date"),
    "time without time zone": PythonType(
        Symbol("datetime", "time"), Symbol("._times", "Time"), "`time` without a zone", f"without a zone; {_ROUNDED}"
    ),
    "time with time zone": PythonType(
        Symbol("datetime", "time"),
        Symbol("._times", "TimeTz"),
        "`time` with an offset",
        f"with an offset of whole seconds under 16 hours; {_ROUNDED}",
    ),
    "timestamp without time zone": PythonType(
        Symbol("datetime", "datetime"),
        Symbol("pydantic", "NaiveDatetime"),
        "`datetime` without a zone",
        f"without a zone; {_ROUNDED}",
    ),
    "timestamp with time zone": PythonType(
        Symbol("datetime", "datetime"),
        Symbol("._values", "Timestamptz"),
        "`datetime` with a zone",
        f"with an offset of whole seconds under 16 hours, from 0001-01-02 to 9999-12-30 in UTC; {_ROUNDED}",
    ),
    "interval": PythonType(
        Symbol("datetime", "timedelta"),
        Symbol("datetime", "timedelta"),
        "`timedelta`; a month counts 30 days, a year 365",
        f"{_ROUNDED}; of `interval day to minute` and the like only what its fields hold",
    ),
    "uuid": _plain("uuid", "UUID"),
    "json": _JSON,
    "jsonb": _JSON,
    "jsonpath": _served("a path"),
    "xml": _served("XML"),
    "inet": PythonType(
        Symbol("._network", "Inet"),
        Symbol("._network", "Inet"),
        "an address or an interface of `ipaddress`",
        "the same, without a scope; a host with all its bits is an address",
    ),
    "cidr": PythonType(
        Symbol("._network", "Cidr"),
        Symbol("._network", "Cidr"),
        "a network of `ipaddress`",
        "the same, without a scope",
    ),
    "macaddr": _text("._texts", "MacAddress", "`08:00:2b:01:02:03`"),
    "macaddr8": _text("._texts", "MacAddress8", "`08:00:2b:01:02:03:04:05`"),
    "point": _text("._geometry", "Point", "`(x,y)`"),
    "line": _text("._geometry", "Line", "`{a,b,c}`"),
    "lseg": _text("._geometry", "Segment", "`[(x,y),(x,y)]`"),
    "box": _text("._geometry", "Box", "`(x,y),(x,y)`; arrays as one text")._replace(listed=False),
    "path": _text("._geometry", "Path", "`[(x,y),…]` when open, `((x,y),…)` when closed"),
    "polygon": _text("._geometry", "Polygon", "`((x,y),…)`"),
    "circle": _text("._geometry", "Circle", "`<(x,y),r>`"),
    "tsvector": _served("lexemes"),
    "tsquery": _served("a query"),
    "int4range": _range("int", "Int4Range", _DISCRETE),
    "int8range": _range("int", "Int8Range", _DISCRETE),
    "daterange": _range("date", "DateRange", _DISCRETE),
    "numrange": _range("Decimal", "NumRange", _IN_ORDER),
    "tsrange": _range("datetime", "TsRange", _IN_ORDER),
    "tstzrange": _range("datetime", "TsTzRange", _IN_ORDER),
    "int4multirange": _multirange("int", "Int4Multirange", _MERGED),
    "int8multirange": _multirange("int", "Int8Multirange", _MERGED),
    "datemultirange": _multirange("date", "DateMultirange", _MERGED),
    "nummultirange": _multirange("Decimal", "NumMultirange", _MERGED),
    "tsmultirange": _multirange("datetime", "TsMultirange", _MERGED),
    "tstzmultirange": _multirange("datetime", "TsTzMultirange", _MERGED),
    "xid": _text("._texts", "Xid", "digits, from 0 to 4294967295"),
    "cid": _text("._texts", "Xid", "digits, from 0 to 4294967295"),
    "xid8": _text("._texts", "Xid8", "at most 19 digits"),
    "tid": _text("._texts", "Tid", "`(block,row)`"),
    "pg_lsn": _text("._texts", "Lsn", "`16/B374D848`"),
    "refcursor": _text("._values", "Text", "without NUL and lone surrogates"),
    **dict.fromkeys(
        ("regclass", "regcollation", "regconfig", "regdictionary", "regnamespace", "regrole", "regtype"),
        _served("a name that the database knows"),
    ),
    **dict.fromkeys(
        ("regoper", "regoperator", "regproc", "regprocedure"),
        _served("a name that the database knows"),
    ),
    **dict.fromkeys(("int2vector", "oidvector"), _served("numbers with blanks between")),
    **dict.fromkeys(("pg_snapshot", "txid_snapshot"), _served("`10:20:10,14`", whole=True)),
    "aclitem": _served("a privilege"),
}
"""Every built-in type by its canonical name."""

EXTENSION_TYPES: Final = {
    "citext": PythonType(_STR, TEXT, "`str`", "without NUL and lone surrogates", whole=True),
}
"""Types of extensions that are more to the models than a text of which only the server knows the form."""

OTHER: Final = _served("as psycopg loads a type that it does not know", whole=True)


def python_type(path: tuple[str, ...]) -> PythonType:
    """Return the entry of a built-in type, or of one that an extension brings."""
    return PYTHON_TYPES[path[0]] if len(path) == 1 else EXTENSION_TYPES.get(path[-1], OTHER)


def reference() -> Iterator[tuple[str, str, str]]:
    """Yield the table for people: types that are alike, what a row holds of them, what inserts and updates take."""
    said: dict[tuple[str, str], list[str]] = {}
    other = "composite and range types of the project, and every other type of an extension"
    everything = {**PYTHON_TYPES, **EXTENSION_TYPES, other: OTHER}
    for name, entry in everything.items():
        said.setdefault((entry.reading, entry.writing), []).append(name)
    for (reading, writing), names in said.items():
        yield ", ".join(names), reading, writing


UNSET: Final = Symbol("._values", "UNSET")

_INTEGER: Final = re.compile(r"-?\s*\d{1,18}")
_NUMBER: Final = re.compile(r"-?\s*\d{1,40}(?:\.\d{1,40})?")
_DOUBLE: Final = re.compile(r"-?\s*\d{1,15}(?:\.\d{1,15})?")
_LITERAL: Final = re.compile(r"'((?:[^']|''){0,60})'")


def plain_value(sql: str, type_name: str) -> object | None:
    """Return the value of a default that is a plain literal of a built-in type, None for every other expression."""
    if type_name in INTEGERS:
        return int(_joined(sql)) if _INTEGER.fullmatch(sql) else None
    if type_name == "numeric":
        return Decimal(_joined(sql)) if _NUMBER.fullmatch(sql) else None
    if type_name in {"real", "double precision"}:
        return float(_joined(sql)) if _DOUBLE.fullmatch(sql) else None
    if type_name == "boolean":
        return {"true": True, "false": False}.get(sql)
    return plain_text(sql) if type_name in STRINGS else None


def plain_text(sql: str) -> str | None:
    """Return the text of a short SQL string literal, None for every other expression."""
    match = _LITERAL.fullmatch(sql)
    return match[1].replace("''", "'") if match else None


def _joined(number: str) -> str:
    return "".join(number.split())

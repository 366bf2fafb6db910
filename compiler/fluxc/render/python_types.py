"""Which Python type stands for which type of PostgreSQL, and Python values for plain defaults."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from fluxc.model.type_table import INTEGERS, STRINGS


class Symbol(NamedTuple):
    """A name and the module that it is imported from."""

    module: str
    name: str


class PythonType(NamedTuple):
    """What values are read as; ``written`` where fewer of them may be given for a column that takes no null."""

    read: Symbol
    written: Symbol


def _type(module: str, name: str, written: Symbol | None = None) -> PythonType:
    symbol = Symbol(module, name)
    return PythonType(symbol, written or symbol)


UNSET: Final = Symbol("._values", "UNSET")
_JSON: Final = _type("pydantic", "JsonValue", Symbol("._values", "Json"))

PYTHON_TYPES: Final = {
    "smallint": _type("builtins", "int"),
    "integer": _type("builtins", "int"),
    "bigint": _type("builtins", "int"),
    "numeric": _type("decimal", "Decimal"),
    "real": _type("builtins", "float"),
    "double precision": _type("builtins", "float"),
    "text": _type("builtins", "str"),
    "character varying": _type("builtins", "str"),
    "character": _type("builtins", "str"),
    "boolean": _type("builtins", "bool"),
    "date": _type("datetime", "date"),
    "time without time zone": _type("datetime", "time"),
    "time with time zone": _type("datetime", "time"),
    "timestamp without time zone": _type("datetime", "datetime"),
    "timestamp with time zone": _type("datetime", "datetime"),
    "interval": _type("datetime", "timedelta"),
    "uuid": _type("uuid", "UUID"),
    "json": _JSON,
    "jsonb": _JSON,
    "bytea": _type("builtins", "bytes"),
    "inet": _type("._values", "Inet"),
    "cidr": _type("._values", "Cidr"),
}
"""Every built-in type, as psycopg loads its values."""

TEXT: Final = PYTHON_TYPES["text"]
"""What every other type is read as: psycopg loads it as text."""

_INTEGER: Final = re.compile(r"-?\s*\d{1,18}")
_NUMBER: Final = re.compile(r"-?\s*\d{1,40}(?:\.\d{1,40})?")
_FLOAT: Final = re.compile(r"-?\s*\d{1,15}(?:\.\d{1,15})?")
_TEXT: Final = re.compile(r"'((?:[^']|''){0,60})'")


def plain_value(sql: str, type_name: str) -> object | None:
    """Return the value of a default that is a plain literal of a built-in type, None for every other expression."""
    if type_name in INTEGERS:
        return int(_joined(sql)) if _INTEGER.fullmatch(sql) else None
    if type_name == "numeric":
        return Decimal(_joined(sql)) if _NUMBER.fullmatch(sql) else None
    if type_name in {"real", "double precision"}:
        return float(_joined(sql)) if _FLOAT.fullmatch(sql) else None
    if type_name == "boolean":
        return {"true": True, "false": False}.get(sql)
    return plain_text(sql) if type_name in STRINGS else None


def plain_text(sql: str) -> str | None:
    """Return the text of a short SQL string literal, None for every other expression."""
    match = _TEXT.fullmatch(sql)
    return match[1].replace("''", "'") if match else None


def _joined(number: str) -> str:
    return "".join(number.split())

"""Plain scalars as values, by the core schema of YAML 1.2."""

from __future__ import annotations

import re
from decimal import Decimal

MAX_NUMBER = 1000
"""A longer number stays text: int() of a million digits would take the compiler's time, and nothing needs it."""

_EXACT_DIGITS = 15

_NUMBER_START = frozenset("+-.0123456789")
_INTEGER = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


def resolve(text: str) -> str | int | float | bool | None:
    """Return what a plain scalar means; whatever the core schema does not name stays text."""
    if text[:1] in _NUMBER_START:
        return _number(text)
    return _WORDS.get(text, text)


def _number(text: str) -> str | int | float:
    if len(text) > MAX_NUMBER:
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return exact_float(text)
    return float(text.replace(".", "")) if _NOT_FINITE.fullmatch(text) else text


def exact_float(text: str) -> float | str:
    """Return the float that ``text`` writes, or ``text`` itself where a float would silently change its digits."""
    written = text.replace("_", "")
    if len(written) > MAX_NUMBER:
        return written
    number = float(written)
    short = len(written) <= _EXACT_DIGITS and "e" not in written.lower()
    return number if short or _same(written, number) else written


def _same(written: str, number: float) -> bool:
    if number in (0.0, float("inf"), float("-inf")):
        return number == 0.0 and not re.match(r"[-+]?[0.]*[1-9]", written)
    return Decimal(written) == Decimal(repr(number))

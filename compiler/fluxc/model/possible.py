"""Whether a default that is a plain literal can be a value of its type, as far as that is certain without a server."""

from __future__ import annotations

import json
import re
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final, NoReturn

from fluxc.diagnostics import did_you_mean
from fluxc.model.type_table import STRINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from fluxc.model.types import Type

_STRING: Final = re.compile(r"'((?:[^'\\]|'')*)'")
_NUMBER: Final = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?")
_RANGES: Final = {"smallint": 15, "integer": 31, "bigint": 63}
_NUMBERS: Final = frozenset({*_RANGES, "numeric", "real", "double precision"})
_DATES: Final = frozenset({"date", "timestamp without time zone", "timestamp with time zone"})
_TIMES: Final = frozenset({"time without time zone", "time with time zone"})
_STRICT: Final = frozenset({*_DATES, *_TIMES, "uuid", "json", "jsonb", "bytea", "interval", "inet", "cidr"})
"""Types that no number and no truth value is assigned to."""
_TRUTHS: Final = ("true", "false", "yes", "no", "on", "off", "1", "0")
_MOMENTS: Final = frozenset({"now", "today", "tomorrow", "yesterday", "epoch", "infinity", "-infinity", "+infinity"})
_ISO_DATE: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?=$|[T ])(?!.*\bBC\b)", re.IGNORECASE)
_ISO_TIME: Final = re.compile(r"(\d\d):(\d\d)(?::(\d\d))?(?=$|[.+ -])")
_UUID: Final = re.compile(r"(?:[0-9a-f]{4}-?){7}[0-9a-f]{4}", re.IGNORECASE)
_ELEMENT: Final = re.compile(r'\s*(?:"((?:[^"\\]|\\.)*)"|([^,"{}]+))\s*(?:,|$)')

Reason = tuple[str, str]


def impossible(text: str, column_type: Type, labels: Sequence[str] | None) -> Reason | None:
    """Return why an expression is certainly no value of the type, and the help; None where it is or may be one.

    ``labels`` are the values of the type where it is an enum.
    """
    if text[:1] not in "'-.0123456789tf":
        return None
    value = _STRING.fullmatch(text)
    if value is not None:
        return _string(value[1].replace("''", "'"), column_type, labels)
    if column_type.array:
        return None
    strict = column_type.path[0] in _STRICT or labels is not None
    if _NUMBER.fullmatch(text) and column_type.path == ("boolean",):
        return _is_no(text, column_type, "write `true` or `false`")
    if _NUMBER.fullmatch(text):
        return _is_no(text, column_type, "write a value of the type") if strict else _number(text, column_type)
    if text in {"true", "false"} and (strict or column_type.path[0] in _NUMBERS):
        return _is_no(text, column_type, "write a value of the type")
    return None


def _is_no(shown: str, column_type: Type, help_text: str) -> Reason:
    return f"{shown[:60]} is no value of type {column_type.text}", help_text


def _string(value: str, column_type: Type, labels: Sequence[str] | None) -> Reason | None:
    if labels is not None:
        return _label(value, column_type, labels)
    if column_type.array:
        return None
    name = column_type.path[0]
    if name in STRINGS:
        return _long(value, column_type)
    if name in _NUMBERS:
        return _number(value.strip(), column_type)
    check = _CHECKS.get(name)
    return check(value.strip(), column_type) if check else None


def _label(value: str, column_type: Type, labels: Sequence[str]) -> Reason | None:
    for one in _elements(value) if column_type.array else (value,):
        if one not in labels:
            known = did_you_mean(one, labels) or f"its values are {', '.join(labels[:10])}"
            return f"{one[:60]!r} is no value of enum {column_type.base}", known
    return None


def _elements(value: str) -> Sequence[str]:
    """Return the elements of an array of one dimension without nulls; none where it is not as plain as that."""
    inner = value.strip()
    if not (inner.startswith("{") and inner.endswith("}")):
        return ()
    found: list[str] = []
    position, inner = 0, inner[1:-1]
    while position < len(inner):
        match = _ELEMENT.match(inner, position)
        if match is None:
            return ()
        if match[1] is not None or (match[2].strip().lower() != "null" and "\\" not in match[2]):
            found.append(re.sub(r"\\(.)", r"\1", match[1]) if match[1] is not None else match[2].strip())
        position = match.end()
    return found


def _long(value: str, column_type: Type) -> Reason | None:
    length = column_type.modifiers[0] if column_type.modifiers else None
    if isinstance(length, int) and len(value.rstrip(" ")) > length:
        return f"the default has {len(value)} characters, type {column_type.text} holds {length}", "shorten it"
    return None


def _number(value: str, column_type: Type) -> Reason | None:
    name = column_type.path[0]
    if name not in _NUMBERS or re.match(r"[+-]?0[xob]", value, re.IGNORECASE) or "_" in value:
        return None
    try:
        number = Decimal(value)
    except InvalidOperation:
        return _is_no(repr(value), column_type, "write a number")
    if not number.is_finite():
        return None if name not in _RANGES else _is_no(repr(value), column_type, "write a whole number")
    if name in _RANGES and not _in_range(number, 2 ** _RANGES[name]):
        return _is_no(value, column_type, f"write a number that {name} holds, or make the column larger")
    if name == "numeric" and column_type.modifiers:
        precision, scale = (int(part) for part in (*column_type.modifiers, 0)[:2])
        if abs(number) >= Decimal(10) ** (precision - scale):
            return _is_no(value, column_type, f"at most {precision - scale} digits stand before the point")
    return None


def _in_range(number: Decimal, bound: int) -> bool:
    # a number of a great exponent is not written out
    return number.adjusted() < len(str(bound)) and (number.adjusted() < -1 or -bound <= round(number) < bound)


def _boolean(value: str, column_type: Type) -> Reason | None:
    word = value.lower()
    if word and any(truth.startswith(word) for truth in _TRUTHS) and word != "o":
        return None
    return _is_no(repr(value), column_type, "write `true` or `false`")


def _moment(value: str, column_type: Type) -> Reason | None:
    wrong = _is_no(repr(value), column_type, "write it as in 2020-02-29")
    if not any(character.isdigit() for character in value):
        return None if value.lower().split(" ")[0] in _MOMENTS else wrong
    try:
        if iso := _ISO_DATE.match(value):
            date(*map(int, iso.groups()))
    except ValueError:
        return wrong
    return None


def _time(value: str, column_type: Type) -> Reason | None:
    wrong = _is_no(repr(value), column_type, "write it as in 10:30")
    if not any(character.isdigit() for character in value):
        return None if value.lower() in {"now", "allballs"} else wrong
    iso = _ISO_TIME.match(value)
    if iso and value[:5] != "24:00" and iso[3] != "60":
        try:
            time.fromisoformat(iso[0])
        except ValueError:
            return wrong
    return None


def _uuid(value: str, column_type: Type) -> Reason | None:
    bare = value[1:-1] if value[:1] == "{" and value[-1:] == "}" else value
    return None if _UUID.fullmatch(bare) else _is_no(repr(value), column_type, "write 32 hexadecimal digits")


def _json(value: str, column_type: Type) -> Reason | None:
    try:
        json.loads(value, parse_constant=_refuse, parse_int=str, parse_float=str)
    except ValueError:
        return _is_no(repr(value), column_type, "write JSON, with its strings in double quotes")
    except RecursionError:
        return None
    return None


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


_CHECKS: Final[dict[str, Callable[[str, Type], Reason | None]]] = {
    "boolean": _boolean,
    "uuid": _uuid,
    "json": _json,
    "jsonb": _json,
    **dict.fromkeys(_DATES, _moment),
    **dict.fromkeys(_TIMES, _time),
}

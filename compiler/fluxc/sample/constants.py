"""Values guessed from the constants that stand in conditions."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import TYPE_CHECKING, Final, LiteralString, NamedTuple

from fluxc.lexer import Kind, LexicalError, tokens
from fluxc.sample.maker import MANY, Maker, Pool, Sort, constant, fill, formula, text
from fluxc.sample.pattern import from_like, from_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from psycopg.sql import Composable

    from fluxc.sample.maker import Make

_MOST: Final = 24
_LONGEST: Final = 2000
_RANGES: Final = {
    "int2": (-(2**15), 2**15 - 1),
    "int4": (-(2**31), 2**31 - 1),
    "int8": (-(2**63), 2**63 - 1),
    "oid": (0, 2**32 - 1),
}
_YEARS: Final = range(1900, 2101)
_MOMENT: Final = re.compile(r"-?\d{4,6}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([+-]\d{2}(:?\d{2})?|Z)?)?$")
_TIME: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?([+-]\d{2}(:\d{2})?)?$")
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")
_STEPS: Final[dict[str, tuple[LiteralString, LiteralString]]] = {
    "date": ("({value}::date + ({i} % 9000)::int4)", "({value}::date - ({i} % 9000)::int4)"),
    "timestamp": ("({value}::timestamp + {i} * '1 hour'::interval)", "({value}::timestamp - {i} * '1 hour'::interval)"),
    "timestamptz": (
        "({value}::timestamptz + {i} * '1 hour'::interval)",
        "({value}::timestamptz - {i} * '1 hour'::interval)",
    ),
    "interval": (
        "({value}::interval + {i} * '1 minute'::interval)",
        "({value}::interval - {i} * '1 minute'::interval)",
    ),
}


class Constants(NamedTuple):
    """What stands in conditions: strings in the order in which they occur, numbers in that of their size."""

    strings: tuple[str, ...] = ()
    numbers: tuple[Decimal, ...] = ()


def constants(conditions: Iterable[str]) -> Constants:
    """Return the constants of conditions, as many as are worth a try."""
    strings: dict[str, None] = {}
    numbers: dict[Decimal, None] = {}
    for condition in conditions:
        try:
            for token in tokens(condition):
                if token.kind is Kind.STRING:
                    strings[unquoted(token.text)] = None
                elif token.kind is Kind.NUMBER:
                    numbers |= dict.fromkeys(_number(token.text))
        except LexicalError:
            continue
    for said in strings:
        numbers |= dict.fromkeys(_number(said))
    return Constants(tuple(strings)[:_MOST], tuple(sorted(list(numbers)[:_MOST])))


def unquoted(token: str) -> str:
    """Return the value of a string token."""
    if token.startswith("$"):
        tag = token.index("$", 1) + 1
        return token[tag:-tag]
    inner = token[token.index("'") + 1 : -1].replace("''", "'")
    return re.sub(r"\\(.)", r"\1", inner) if token[0] in "eE" else inner


def _number(said: str) -> Iterator[Decimal]:
    try:
        number = Decimal(said)
    except InvalidOperation:
        return
    if number.is_finite() and abs(number) < Decimal(10) ** 40:
        yield number


def guessed(name: str, category: str, found: Constants, *, largest: Decimal | None = None) -> Pool:
    """Return makers of values of a type that constants bring to mind; ``largest`` is what a numeric holds."""
    if category == "N":
        low, high = _RANGES.get(name, (None, None))
        bounds = (
            (Decimal(low), Decimal(high))
            if low is not None and high is not None
            else (-largest, largest)
            if largest
            else None
        )
        return tuple(_numbers(found.numbers, bounds, whole=name in _RANGES))
    if category == "S":
        return tuple(_texts(found))
    if name in _STEPS:
        years = (f"{number}-01-01" for number in found.numbers if number in _YEARS)
        return tuple(_moments(name, (*found.strings, *years)))
    if name in {"time", "timetz"}:
        return tuple(formula("{value}::time", 1, Sort.SPARE, value=said) for said in found.strings if _TIME.match(said))
    if name == "uuid":
        return tuple(formula("{value}::uuid", 1, Sort.SPARE, value=said) for said in found.strings if _UUID.match(said))
    if name in {"json", "jsonb"}:
        return tuple(_documents(name, found.strings))
    if name == "bytea":
        return tuple(_lengths("decode(lpad(to_hex({i}), {double}, '0'), 'hex')", found.numbers))
    return ()


def _numbers(numbers: tuple[Decimal, ...], bounds: tuple[Decimal, Decimal] | None, *, whole: bool) -> Iterator[Maker]:
    """Yield the constants and their neighbours, what lies between two, multiples, and what lies beyond."""

    def fits(*values: Decimal) -> bool:
        return all(
            (not whole or value == int(value)) and (bounds is None or bounds[0] <= value <= bounds[1])
            for value in values
        )

    for number in numbers:
        for value in (number, number + 1, number - 1, -number):
            if fits(value):
                yield formula("{value}", 1, Sort.SPARE, value=value)
    for low, high in pairwise(numbers):
        yield from _between(low, high, whole=whole) if fits(low, high) else ()
    for number in numbers:
        above = int(bounds[1] - number) if bounds else MANY
        below = int(number - bounds[0]) if bounds else MANY
        if fits(number) and above > 2:
            yield formula("({value} + 1 + {i})", min(above - 1, MANY), Sort.SPARE, value=number)
        if fits(number) and below > 2:
            yield formula("({value} - 1 - {i})", min(below - 1, MANY), Sort.SPARE, value=number)
        if number and fits(number) and number == int(number) and abs(number) < 10**6:
            most = int(min(abs(bounds[1] / number), Decimal(MANY))) if bounds else MANY
            yield formula("({value} * (1 + {i}))", max(most - 1, 1), Sort.SPARE, value=number)


def _between(low: Decimal, high: Decimal, *, whole: bool) -> Iterator[Maker]:
    """Yield what lies between two numbers, without them and with them, and for other than whole numbers parts."""
    room = int(high - low)
    if room > 2:
        yield formula("({low} + 1 + {i})", min(room - 1, MANY), Sort.SPARE, low=low)
    if room >= 1:
        yield formula("({low} + {i})", min(room + 1, MANY), Sort.SPARE, low=low)
    for parts in () if whole else (1000, 10):
        template: LiteralString = "({low} + {room} * (1 + {i}) * 1.0 / {parts})"
        yield formula(template, parts - 1, Sort.SPARE, low=low, room=high - low, parts=parts)


def _texts(found: Constants) -> Iterator[Maker]:
    for said in found.strings:
        yield constant(said)
        if "\0" in said:
            continue
        if (like := from_like(said)) is not None:
            yield like
        if (matching := from_pattern(said)) is not None:
            yield matching
        if len(said) < 100:
            for template in _AROUND:
                yield formula(template, MANY, Sort.SPARE, value=said)
        for case in {said.lower(), said.upper()} - {said}:
            yield constant(case)
    yield from _lengths("lpad(to_hex({i}), {length}, 'a')", found.numbers)
    for number in found.numbers:
        yield constant(str(number))


_AROUND: Final[tuple[LiteralString, ...]] = (
    "({value} || {i})",
    "({i} || {value})",
    "('a' || {value} || {i})",
    "('a' || {i} || {value} || 'b.c')",
)


def _lengths(template: LiteralString, numbers: tuple[Decimal, ...]) -> Iterator[Maker]:
    """Yield makers of values as long as a constant says, one less and one more."""
    for length in dict.fromkeys(int(number) + more for number in numbers for more in (0, -1, 1)):
        if 0 <= length <= _LONGEST:
            size = min(16 ** min(length, 8), MANY)
            yield formula(template, size, Sort.SPARE, length=length, double=2 * length)


def _moments(name: str, strings: tuple[str, ...]) -> Iterator[Maker]:
    for said in strings:
        if name == "interval" and re.match(r"[-+]?\d[\w :.+-]*$", said) and not _MOMENT.match(said):
            yield from (formula(step, MANY, Sort.SPARE, value=said) for step in _STEPS[name])
        elif name != "interval" and _MOMENT.match(said):
            for step in _STEPS[name]:
                yield formula(step, 9000, Sort.SPARE, value=said)
            yield Maker(_instant(name, said), 1, Sort.SPARE)


def _documents(name: str, strings: tuple[str, ...]) -> Iterator[Maker]:
    """Yield objects that have the strings as keys, one alone and all together, and strings themselves."""
    build: LiteralString = "json_build_object" if name == "json" else "jsonb_build_object"

    def all_keys(value: LiteralString) -> Maker:
        def make(number: Composable) -> Composable:
            from psycopg.sql import SQL

            pairs = [fill("{key}::text, ", key=key) + fill(value, i=number) for key in strings]
            return SQL("{}({})").format(SQL(build), SQL(", ").join(pairs))

        return Maker(make, MANY, Sort.SPARE)

    values: tuple[LiteralString, ...] = ("{i}", "('a' || {i})", "json_build_array({i})", "json_build_object('n', {i})")
    if strings:
        yield from (all_keys(value) for value in values)
    for said in strings:
        yield formula(f"{build}({{key}}::text, {{i}})", MANY, Sort.SPARE, key=said)
        yield formula("to_json({key}::text)" if name == "json" else "to_jsonb({key}::text)", 1, Sort.SPARE, key=said)


def _instant(name: str, said: str) -> Make:
    return lambda _: fill("{value}::{type}", value=said, type=text(name))

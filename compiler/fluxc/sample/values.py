"""Values of the server's own types and of well-known extensions' types."""

from __future__ import annotations

from typing import Final, LiteralString

from fluxc.sample.maker import MANY, Pool, Sort, constant, formula
from fluxc.sample.scalars import MOMENTS, PERIODS, SCALARS, SIZES

_LONG: Final = 120

_TEXTS: Final[tuple[LiteralString, ...]] = (
    "translate(lpad(to_hex({i}), 4, '0'), '0123456789', 'ghijklmnop')",
    "upper(translate(lpad(to_hex({i}), 4, '0'), '0123456789', 'GHIJKLMNOP'))",
    "(1 + {i})::text",
    "('person' || {i} || '@example.com')",
    "('https://example.com/' || {i})",
    "('/' || {i})",
    "('+1555' || lpad({i}::text, 7, '0'))",
    "('00000000-0000-4000-8000-' || lpad(to_hex({i}), 12, '0'))",
    "lpad(to_hex({i}), 32, '0')",
    "lpad(to_hex({i}), 64, '0')",
    "('{{\"n\": ' || {i} || '}}')",
    "('10.0.0.' || {i} % 256)",
    "('2001-01-' || lpad((1 + {i} % 28)::text, 2, '0'))",
    "('1.0.' || {i})",
    "('word-' || {i})",
    "('Word' || {i})",
    "('n' || {i} || '.example.com')",
    "('#' || lpad(to_hex({i} % 16777216), 6, '0'))",
    "''",
    "' '",
)


def scalar(name: str, modifier: int, label: str, *, unicode: bool) -> Pool | None:
    """Return makers of values of a type of the catalogue, plain ones first; of an unknown type nothing.

    The label is a word of what the value is for, and leads ordinary text.
    """
    if name in {"text", "varchar", "bpchar", "name", "citext"}:
        limit = modifier - 4 if modifier > 3 and name != "citext" else {"name": 31, "bpchar": 1}.get(name)
        return texts(label, limit, unicode=unicode)
    if name == "int2":
        return (
            formula("(1 + {i})::int2", 32_000),
            formula("(32767 - {i})::int2", 32_000, Sort.RICH),
            formula("0::int2", 1, Sort.SPARE),
            formula("(-1 - {i})::int2", 32_000, Sort.SPARE),
        )
    if name == "bool":
        return formula("({i} = 0)", 2), constant(True), constant(False)
    if name == "numeric":
        return _numeric(modifier)
    if name in {"bit", "varbit"}:
        return _bits(name, modifier)
    if name == "vector":
        return (formula("('[' || {i} || repeat(',0', {more}) || ']')", MANY, Sort.PLAIN, more=max(modifier, 1) - 1),)
    if name in MOMENTS:
        plain, rich, spare = MOMENTS[name]
        size = PERIODS[name]
        return formula(plain, size), formula(rich, size, Sort.RICH), formula(spare, 1, Sort.SPARE)
    if name not in SCALARS:
        return None
    plain, riches, spares = SCALARS[name]
    size = 1 if "{i}" not in plain else SIZES.get(name, MANY)
    return (
        formula(plain, size),
        *(formula(rich, size, Sort.RICH) for rich in riches if unicode or rich.isascii()),
        *(formula(spare, size if "{i}" in spare else 1, Sort.SPARE) for spare in spares),
    )


def texts(label: str, limit: int | None, *, unicode: bool) -> Pool:
    """Return makers of texts of at most ``limit`` characters."""
    width = min(limit or _LONG, _LONG)
    spares = tuple(formula(spare, 1 if "{i}" not in spare else MANY, Sort.SPARE) for spare in _TEXTS)
    if width < 10:
        size = min(16**width, MANY)
        return (
            formula("lpad(to_hex({i}), {width}, '0')", size, width=width),
            formula(
                "translate(lpad(to_hex({i}), {width}, '0'), '0123456789', 'ghijklmnop')", size, Sort.SPARE, width=width
            ),
            formula(
                "upper(translate(lpad(to_hex({i}), {width}, '0'), '0123456789', 'GHIJKLMNOP'))",
                size,
                Sort.SPARE,
                width=width,
            ),
            formula("lpad({i}::text, {width}, '0')", 10**width, Sort.SPARE, width=width),
            *spares,
        )
    size = 10 ** (width - 2 if width < 11 else 9)
    room = width - 1 - min(len(str(size)), 9)
    rich = (
        formula(
            "rpad({i} || {words}, {width}, {pad})",
            size,
            Sort.RICH,
            width=width,
            words=" Ünï “çödé”, 'quoted' \\ 漢字 😀 ",
            pad="ß…x",
        )
        if unicode
        else formula(
            "rpad({i} || {words}, {width}, {pad})", size, Sort.RICH, width=width, words=" 'quoted' \\ \" ", pad="xyz"
        )
    )
    return formula("({label} || {i})", size, label=f"{label[: max(room, 0)]} ".lower()), rich, *spares


def _numeric(modifier: int) -> Pool:
    """Return makers of numbers with as many digits as fit."""
    if modifier < 4:
        return (
            formula("(1 + {i})::numeric"),
            formula("(-0.000000001 - 1e20 * {i})", MANY, Sort.RICH),
            constant(0),
            formula("(-1 - {i})::numeric", MANY, Sort.SPARE),
            formula("(0.5 + {i})", MANY, Sort.SPARE),
        )
    digits, scale = (modifier - 4) >> 16 & 0xFFFF, ((modifier - 4 & 0x7FF) ^ 1024) - 1024
    whole = digits - scale
    if scale > digits or whole < 1:
        unit, size = f"1e{-scale}", 10**digits - 1
    else:
        unit, size = ("1" if scale >= 0 else f"1e{-scale}"), 10 ** min(whole, digits) - 1
    size = min(size, MANY)
    largest = f"{10**digits - 1}e{-scale}"
    smallest = f"1e{-scale}"
    return (
        formula("((1 + {i}) * {unit}::numeric)", size, unit=unit),
        formula(
            "({largest}::numeric - {i} * {smallest}::numeric)",
            min(10**digits - 1, MANY),
            Sort.RICH,
            largest=largest,
            smallest=smallest,
        ),
        constant(0),
        formula("(-(1 + {i}) * {unit}::numeric)", size, Sort.SPARE, unit=unit),
        formula("((1 + {i}) * {smallest}::numeric)", min(10**digits - 1, MANY), Sort.SPARE, smallest=smallest),
    )


def _bits(name: str, modifier: int) -> Pool:
    width = modifier if modifier > 0 else (1 if name == "bit" else 32)
    template: LiteralString = "right(lpad({i}::int8::bit(31)::text, {room}, '0'), {width})::varbit"
    return (formula(template, 2 ** min(width, 30), Sort.PLAIN, room=max(width, 31), width=width),)

"""Ways to make a value out of the number of a row, as SQL."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, LiteralString, cast

from psycopg.sql import SQL, Composed, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from psycopg.sql import Composable

    Make = Callable[[Composable], Composable]

MANY: Final = 2**31
"""The size of a maker that hardly repeats itself."""
NULL: Final = SQL("null")


class Sort(Enum):
    """What a value is: an ordinary one, none, one at the edge of its type, one to try where nothing else fits."""

    PLAIN = "plain"
    NULL = "null"
    RICH = "rich"
    SPARE = "spare"


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes SQL from SQL for a number that is not negative; ``size`` numbers in a row give different values."""

    make: Make
    size: int = MANY
    sort: Sort = Sort.PLAIN


NOTHING: Final = Maker(lambda _: NULL, 1, Sort.NULL)
Pool = tuple[Maker, ...]


def text(words: str) -> SQL:
    """Return SQL that the server itself wrote: a type, an expression of its catalogue."""
    return SQL(cast("Any", words))


def fill(template: LiteralString, /, **parts: object) -> Composed:
    """Return a template with its parts filled in: SQL as it is, values as literals."""
    from psycopg.sql import Composable

    return SQL(template).format(
        **{name: part if isinstance(part, Composable) else Literal(part) for name, part in parts.items()}
    )


def formula(template: LiteralString, size: int = MANY, sort: Sort = Sort.PLAIN, /, **parts: object) -> Maker:
    """Return a maker by a template in which ``{i}`` stands for the number, taken modulo ``size``."""

    def make(number: Composable) -> Composed:
        return fill(template, i=within(number, size), **parts)

    return Maker(make, size, sort)


def constant(value: object, sort: Sort = Sort.SPARE) -> Maker:
    """Return a maker of always the same value."""
    return formula("{value}", 1, sort, value=value)


def within(number: Composable, size: int) -> Composable:
    """Return the number modulo ``size``."""
    return number if size >= MANY else fill("(({number}) % {size})", number=number, size=size)


def mapped(template: LiteralString, pool: Iterable[Maker], /, **parts: object) -> Pool:
    """Return a pool in which ``{x}`` of the template stands for the values of another."""

    def around(maker: Maker) -> Maker:
        return Maker(lambda number: fill(template, x=maker.make(number), **parts), maker.size, maker.sort)

    return tuple(around(maker) for maker in pool)


def one_of(makers: Iterable[Maker], sort: Sort = Sort.PLAIN) -> Maker:
    """Return a maker that takes values of other makers, one after the other."""
    choices = tuple(makers)
    size = len(choices)

    def make(number: Composable) -> Composable:
        whens = [
            fill("when {k} then {value}", k=k, value=choice.make(number)) for k, choice in enumerate(choices[1:], 1)
        ]
        return Composed(
            [
                fill("(case {i} ", i=within(number, size)),
                SQL(" ").join(whens),
                fill(" else {value} end)", value=choices[0].make(number)),
            ]
        )

    return choices[0] if size == 1 else Maker(make, size, sort)


def plainest(pool: Pool) -> Maker:
    """Return the maker of ordinary values."""
    return next((maker for maker in pool if maker.sort is Sort.PLAIN), pool[0])

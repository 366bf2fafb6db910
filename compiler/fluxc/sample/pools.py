"""The ways in which values of a type can be made: pools of makers, the plain ones first."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from psycopg.sql import SQL, Identifier

from fluxc.sample.constants import Constants, constants, guessed
from fluxc.sample.maker import MANY, NOTHING, Maker, Pool, Sort, fill, formula, mapped, one_of, plainest, text
from fluxc.sample.values import scalar

if TYPE_CHECKING:
    from collections.abc import Callable

    from psycopg.sql import Composable

    from fluxc.sample.facts import Database, Type

    Holding = Callable[[Pool, str, tuple[str, ...]], Pool]

# What the input functions of many types take; the first goes with the number of the row.
_WORDS: Final = (
    "1",
    "",
    "{}",
    "0",
    "()",
    "(0,0)",
    "[]",
    "a",
    "{1}",
    "(1)",
    "[1]",
    "[1,2]",
    "0/0",
    "a=>1",
    "1.0.0",
    "<a/>",
    "2001-01-01",
    "00000000-0000-4000-8000-000000000001",
    "10.0.0.1",
    "t",
)


@dataclass
class Pools:
    """Makes pools of the types of a database.

    ``holding`` asks the server which makers of a type, as SQL, give values for which conditions on ``value`` hold.
    """

    database: Database
    holding: Holding
    _domains: dict[int, Pool] = field(default_factory=dict[int, Pool])
    _unknown: dict[int, Pool] = field(default_factory=dict[int, Pool])

    def of(self, oid: int, modifier: int, label: str, found: Constants = Constants()) -> Pool:  # noqa: B008
        """Return a pool without null, larger by constants of conditions, empty where nothing is known of the type."""
        kind = self.database.types[oid]
        match kind.kind:
            case "d":
                return self._domain(kind, label)
            case "e":
                return self._enum(kind)
            case "c":
                return self._composite(kind)
            case "r":
                return self._range(kind)
            case "m":
                return self._multirange(kind)
            case _:
                return self._array(kind, modifier, found) if kind.element else self._base(kind, modifier, label, found)

    def _base(self, kind: Type, modifier: int, label: str, found: Constants) -> Pool:
        pool = scalar(kind.name, modifier, label, unicode=self.database.unicode)
        if pool is None:
            return self._strange(kind)
        largest = None
        if kind.name == "numeric" and modifier >= 4:
            digits, scale = (modifier - 4) >> 16 & 0xFFFF, ((modifier - 4 & 0x7FF) ^ 1024) - 1024
            largest = Decimal(10) ** (digits - scale) - 1
        spares = [maker for maker in pool if maker.sort is Sort.SPARE]
        front = [maker for maker in pool if maker.sort is not Sort.SPARE]
        return (*front, *guessed(kind.name, kind.category, found, largest=largest), *spares)

    def _strange(self, kind: Type) -> Pool:
        """Return what the input function of a type that nobody here knows takes of common words."""
        if kind.oid not in self._unknown:
            words = (
                formula("{i}::text"),
                formula("('(' || {i} || ')')"),
                *(formula("{word}", 1, Sort.SPARE, word=word) for word in _WORDS),
            )
            self._unknown[kind.oid] = self.holding(words, kind.text, ())
        return self._unknown[kind.oid]

    def _domain(self, kind: Type, label: str) -> Pool:
        """Return the values of the type below for which the domain's checks hold; they are the same for every label."""
        if kind.oid not in self._domains:
            below = self.of(kind.base, kind.base_modifier, label, constants(kind.checks))
            held = self.holding(below, kind.base_text or kind.text, kind.checks) if kind.checks else below
            self._domains[kind.oid] = _ranked(held)
        return self._domains[kind.oid]

    def _enum(self, kind: Type) -> Pool:
        labels = [formula("{label}", 1, Sort.SPARE, label=label) for label in kind.labels]
        return (one_of(labels), *labels[:40]) if labels else ()

    def _array(self, kind: Type, modifier: int, found: Constants) -> Pool:
        elements = self.of(kind.element, modifier, "item", found)
        if not elements:
            return (formula("'{{}}'", 1),)
        plain = plainest(elements)
        rich = next((maker for maker in elements if maker.sort is Sort.RICH), plain)
        null = SQL("null") if not self.database.types[kind.element].not_null else None
        lengths = [int(number) for number in found.numbers if 1 <= number <= 50]
        several = [
            Maker(_list([plain] * length, kind.text), plain.size, Sort.SPARE) for length in dict.fromkeys(lengths)
        ]
        single = [Maker(_list([maker], kind.text), maker.size, Sort.SPARE) for maker in elements]
        rich_list = _list([rich, plain] if null is None else [rich, NOTHING, plain], kind.text)
        return (
            Maker(_list([plain, plain], kind.text), plain.size),
            Maker(rich_list, rich.size, Sort.RICH),
            formula("'{{}}'", 1, Sort.SPARE),
            *several,
            *single[:60],
        )

    def _composite(self, kind: Type) -> Pool:
        pools = [self.of(type_, modifier, "part") for type_, modifier in kind.fields]

        def row(sort: Sort) -> Maker:
            makers = [next((m for m in pool if m.sort is sort), plainest(pool)) if pool else NOTHING for pool in pools]
            size = max((maker.size for maker in makers), default=1)

            def make(number: Composable) -> Composable:
                cells = [
                    fill("({cell})::{type}", cell=maker.make(number), type=text(self.database.types[type_].text))
                    for maker, (type_, _) in zip(makers, kind.fields, strict=True)
                ]
                return SQL("row({})").format(SQL(", ").join(cells))

            return Maker(make, size, sort)

        return row(Sort.PLAIN), row(Sort.RICH)

    def _range(self, kind: Type) -> Pool:
        """Return ranges that do not meet each other, and some that do."""
        below = self.of(kind.subtype, -1, "part")
        if not below:
            return (formula("'empty'", 1),)
        plain = plainest(below)
        bound = text(self.database.types[kind.subtype].text)

        def make(number: Composable) -> Composable:
            low, high = (plain.make(fill("(2 * {i} + {more})", i=number, more=more)) for more in (0, 1))
            return fill(
                "{range}(({low})::{bound}, ({high})::{bound})", range=text(kind.text), low=low, high=high, bound=bound
            )

        size = max(plain.size // 2, 1)
        half = mapped("{range}(({x})::{bound}, null)", [plain], range=text(kind.text), bound=bound)
        return (
            Maker(make, size),
            Maker(half[0].make, size, Sort.RICH),
            formula("'empty'", 1, Sort.SPARE),
            formula("'(,)'", 1, Sort.SPARE),
        )

    def _multirange(self, kind: Type) -> Pool:
        """Return multiranges of one range each; the constructor bears the name of the type."""
        ranges = self.of(kind.subtype, -1, "part")[:2]
        written = text(self.database.types[kind.subtype].text)
        around = mapped("{multirange}(({x})::{range})", ranges, multirange=text(kind.text), range=written)
        return (
            *(Maker(made.make, made.size, old.sort) for made, old in zip(around, ranges, strict=True)),
            formula("'{{}}'", 1, Sort.SPARE),
        )


def _ranked(pool: Pool) -> Pool:
    """Return a pool with what repeats itself least in front, and there as ordinary."""
    if not pool or pool[0].sort is Sort.PLAIN:
        return pool
    best = max(pool, key=lambda maker: maker.size)
    single = [maker for maker in pool if maker.size == 1]
    best = one_of(single) if len(single) > best.size else best
    return (Maker(best.make, best.size), *pool)


def _list(elements: list[Maker], written: str) -> Callable[[Composable], Composable]:
    def make(number: Composable) -> Composable:
        values = [
            element.make(fill("({i} + {k})", i=number, k=k) if k else number) for k, element in enumerate(elements)
        ]
        return fill("array[{values}]::{type}", values=SQL(", ").join(values), type=text(written))

    return make


__all__ = ["MANY", "Identifier", "Pools"]

"""Asks the server for which ways to make values a condition holds."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

import psycopg
from psycopg.sql import SQL, Composed, Identifier, Literal

from fluxc.sample.maker import Pool, Sort, fill, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from psycopg.sql import Composable

    Ask = Callable[[Composed], list[tuple[int, int]]]

_MOST: Final = 6000
_SINGLY: Final = 200
NUMBER: Final = SQL("s.i")


class Cell(NamedTuple):
    """A column to be written and how: a pool, the type as SQL, the number that its makers take."""

    name: str
    written: str
    collation: str | None
    pool: Pool
    number: Composable = NUMBER

    def value(self, which: int) -> Composable:
        """Return one of the values of the pool as SQL."""
        return fill("({value})::{type}", value=self.pool[which].make(self.number), type=text(self.written))

    def named(self, value: Composable) -> Composable:
        """Return a value under the column's name and in its collation."""
        collated = fill("({value}) collate {name}", value=value, name=text(self.collation)) if self.collation else value
        return fill("{value} as {name}", value=collated, name=Identifier(self.name))


class Held(NamedTuple):
    """One choice for each cell, and for how many of the numbers tried the conditions held."""

    choice: tuple[int, ...]
    times: int


class Source(NamedTuple):
    """What rows are made from: joins of picked rows, further columns computed from others, the name of the whole."""

    joins: Composable = SQL("")
    layers: Sequence[Composable] = ()
    alias: str = "row"

    def rows(self, values: Sequence[Composable], numbers: Composable) -> Composable:
        """Return a query for rows of values, to stand in brackets; ``numbers`` gives ``s.i``."""
        query: Composable = fill(
            "select {values} from {numbers}{joins}", values=SQL(", ").join(values), numbers=numbers, joins=self.joins
        )
        for layer in self.layers:
            query = fill(
                "select *, {layer} from ({query}) as {alias}", layer=layer, query=query, alias=Identifier(self.alias)
            )
        return query


def probes(rows: int) -> list[int]:
    """Return the numbers for which makers are tried."""
    found = [0, 1, 2, 3, 5, 8]
    while found[-1] < 2 * rows:
        found.append(found[-1] * 5 + 1)
    return found


def holding(
    ask: Ask, cells: Sequence[Cell], source: Source, conditions: Sequence[Composable], numbers: Sequence[int]
) -> list[Held]:
    """Return the choices for which no condition is false for some of the numbers."""
    choices = list(_choices([cell.pool for cell in cells]))
    try:
        found = ask(_question(cells, source, conditions, numbers, choices))
    except psycopg.Error:
        found = list(_singly(ask, cells, source, conditions, numbers, choices[:_SINGLY]))
    return [Held(choices[number], times) for number, times in found]


def _singly(
    ask: Ask,
    cells: Sequence[Cell],
    source: Source,
    conditions: Sequence[Composable],
    numbers: Sequence[int],
    choices: list[tuple[int, ...]],
) -> Iterator[tuple[int, int]]:
    """Try choices one by one: one that makes the server raise does not hold."""
    for number, choice in enumerate(choices):
        single = [cell._replace(pool=(cell.pool[which],)) for cell, which in zip(cells, choice, strict=True)]
        try:
            yield from (
                (number, times) for _, times in ask(_question(single, source, conditions, numbers, [(0,) * len(cells)]))
            )
        except psycopg.Error:
            continue


def _question(
    cells: Sequence[Cell],
    source: Source,
    conditions: Sequence[Composable],
    numbers: Sequence[int],
    choices: Sequence[tuple[int, ...]],
) -> Composed:
    names = [Identifier(f"c{n}") for n in range(len(cells))]
    lists = [fill("{list}::int4[]", list=list(column)) for column in zip(*choices, strict=True)]
    values = [cell.named(_chosen(cell, n)) for n, cell in enumerate(cells)]
    tried = fill(
        "unnest({lists}) with ordinality as k({names}, number) cross join unnest({numbers}::int8[]) as s(i)",
        lists=SQL(", ").join(lists),
        names=SQL(", ").join(names),
        numbers=list(numbers),
    )
    # The column that tells the choice has a name that no column of a table can have beside it.
    number = _free("number", cells)
    rows = source.rows([*values, fill("k.number as {number}", number=number)], tried)
    held = SQL(" and ").join(fill("({condition}) is not false", condition=condition) for condition in conditions)
    return fill(
        "select {number}::int8 - 1, count(*) from ({rows}) as {alias} where {held} group by 1 order by 1",
        number=number,
        rows=rows,
        alias=Identifier(source.alias),
        held=held if conditions else Literal(True),
    )


def _free(word: str, cells: Sequence[Cell]) -> Identifier:
    while any(cell.name == word for cell in cells):
        word += "_"
    return Identifier(word)


def _chosen(cell: Cell, place: int) -> Composable:
    if len(cell.pool) == 1:
        return cell.value(0)
    whens = [fill("when {k} then {value}", k=k, value=cell.value(k)) for k in range(len(cell.pool))]
    return Composed([fill("case k.{name} ", name=Identifier(f"c{place}")), SQL(" ").join(whens), SQL(" end")])


def _choices(pools: Sequence[Pool]) -> Iterator[tuple[int, ...]]:
    """Yield the choices from pools, all of them if they are not too many, else a mixture."""
    total = 1
    for pool in pools:
        total *= len(pool)
    if total <= _MOST:
        yield from product(*(range(len(pool)) for pool in pools))
        return
    nulls = [next((n for n, maker in enumerate(pool) if maker.sort is Sort.NULL), 0) for pool in pools]
    plain = [0] * len(pools)
    for base, other in ((plain, nulls), (nulls, plain)):
        yield tuple(base)
        for place in range(len(pools)):
            for which in {other[place], *range(min(len(pools[place]), 12))} - {base[place]}:
                yield (*base[:place], which, *base[place + 1 :])
    state: int = 1
    for _ in range(_MOST):
        mixed: list[int] = []
        for pool, null in zip(pools, nulls, strict=True):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            top = state >> 33
            mixed.append((0, null)[top % 2] if top % 3 == 0 else (top // 3) % len(pool))
        yield tuple(mixed)

"""Rows that foreign keys may refer to: numbered, and picked by the number of the row that refers to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from psycopg.sql import SQL, Identifier

from fluxc.sample.maker import fill
from fluxc.sample.order import may_be_null

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from psycopg.sql import Composable, Composed

    from fluxc.sample.facts import Database, ForeignKey, Table

    Count = Callable[[Composed], int]

_LEAST: Final = 1000
_FAR: Final = 10**15


@dataclass(frozen=True, slots=True)
class Pick:
    """Foreign keys that share columns, and the rows that satisfy all of them: ``count`` of them, found by ``rows``."""

    keys: tuple[ForeignKey, ...]
    columns: tuple[str, ...]
    rows: Composable
    count: int

    def value(self, name: str, alias: str) -> Composable:
        """Return the value for a column of the table that refers."""
        return Identifier(alias, f"k{self.columns.index(name)}")

    def joined(self, alias: str, index: Composable) -> Composable:
        """Return the join that picks a row by an index."""
        return fill(
            " left join ({rows}) as {alias} on {number} = {index}",
            rows=self.rows,
            alias=Identifier(alias),
            number=Identifier(alias, "i"),
            index=index,
        )


def picks(
    database: Database, table: Table, keys: Iterable[ForeignKey], most: int, count: Count
) -> tuple[list[Pick], list[ForeignKey]]:
    """Return what foreign keys can refer to, and the keys without a row to refer to, which have to be null."""
    found: list[Pick] = []
    without: list[ForeignKey] = []
    for together in _sharing(keys):
        left = together
        while left:
            rows, columns = _rows(database, left, max(most, _LEAST))
            if number := count(fill("select count(*) from ({rows}) as counted", rows=rows)):
                found.append(Pick(tuple(left), columns, rows, number))
                break
            # Of several that nothing satisfies at once, one that may be null gives way.
            yielding = next((key for key in reversed(left) if may_be_null(table, key)), left[-1])
            without.append(yielding)
            left = [key for key in left if key is not yielding]
    return found, without


def indexes(found: Sequence[Pick], number: Composable) -> list[Composable]:
    """Return for each pick the index of the row to refer to: all combinations come up before one comes again."""
    made: list[Composable] = []
    step = 1
    for pick in found:
        made.append(strided(number, step, found[0].count, pick.count))
        step *= pick.count
    return made


def strided(number: Composable, step: int, first: int, size: int) -> Composable:
    """Return a digit of a number whose digits before it stand for ``step`` values, moved on by the first digit."""
    if step == 1 or step > _FAR:
        return fill("({i} % {size})", i=number, size=size)
    return fill("(({i} / {step} + {i} % {first}) % {size})", i=number, step=step, first=first, size=size)


def _sharing(keys: Iterable[ForeignKey]) -> list[list[ForeignKey]]:
    """Return the keys in groups that have columns in common."""
    groups: list[list[ForeignKey]] = []
    for key in keys:
        near = [group for group in groups if any(set(key.columns) & set(other.columns) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(other for group in near for other in group), key])
    return groups


def _rows(database: Database, keys: Sequence[ForeignKey], most: int) -> tuple[Composable, tuple[str, ...]]:
    """Return a query for the first of the rows that satisfy all the keys, and the columns that it gives values for."""
    sources: list[Composable] = []
    said: dict[str, Composable] = {}
    for number, key in enumerate(keys):
        alias = f"t{number}"
        equal: list[Composable] = []
        for name, referred in zip(key.columns, key.referred, strict=True):
            value = Identifier(alias, referred)
            if name in said:
                equal.append(fill("{one} = {other}", one=said[name], other=value))
            else:
                said[name] = value
        target = database.tables[key.target]
        # Rows of children by inheritance are no rows of the table for a foreign key; those of partitions are.
        source = fill(
            "{only}{path} as {alias}",
            only=SQL("" if target.kind == "p" else "only "),
            path=target.path,
            alias=Identifier(alias),
        )
        joined = fill(" join {source} on {equal}", source=source, equal=SQL(" and ").join(equal)) if equal else source
        sources.append(joined if equal or not sources else fill(" cross join {source}", source=source))
    columns = tuple(said)
    values = SQL(", ").join(
        fill("{value} as {name}", value=said[name], name=Identifier(f"k{n}")) for n, name in enumerate(columns)
    )
    names = SQL(", ").join(Identifier(f"k{n}") for n in range(len(columns)))
    query = fill(
        "select row_number() over (order by {names}) - 1 as i, {names} from "
        "(select distinct {values} from {sources} where {known} order by {names} limit {most}) as picked",
        names=names,
        values=values,
        sources=SQL("").join(sources),
        most=most,
        known=SQL(" and ").join(fill("{value} is not null", value=value) for value in said.values()),
    )
    return query, columns

"""How the rows of one table are made: of each column the makers, chosen so that the checks hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from psycopg.sql import Identifier

from fluxc.sample.catalogue import mentioned
from fluxc.sample.constants import constants
from fluxc.sample.maker import NOTHING, Maker, Pool, Sort, fill, formula, text
from fluxc.sample.order import to_itself
from fluxc.sample.picks import indexes, picks
from fluxc.sample.trial import NUMBER, Cell, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from psycopg.sql import Composable

    from fluxc.sample.facts import Check, Column, Database, ForeignKey, Table
    from fluxc.sample.picks import Count, Pick
    from fluxc.sample.pools import Pools


@dataclass(slots=True)
class Draft:
    """A table and how its columns are made; ``echoes`` are columns that repeat another column of the same row."""

    table: Table
    picks: list[Pick]
    cells: dict[str, Cell]
    counted: set[str]
    echoes: dict[str, str]
    source: Source
    lacking: list[ForeignKey] = field(default_factory=list["ForeignKey"])
    unknown: list[Column] = field(default_factory=list["Column"])

    def sizes(self, name: str) -> int:
        """Return how many different values a column has before they come again."""
        for pick in self.picks:
            if name in pick.columns:
                return pick.count
        return self.cells[name].pool[0].size if name in self.cells else 2**31


def draft(
    pools: Pools,
    table: Table,
    rows: int,
    count: Count,
    *,
    promised: Sequence[str] = (),
    awaited: Sequence[ForeignKey] = (),
) -> Draft:
    """Return how rows of a table can be made.

    ``promised`` are columns whose ordinary values another table refers to before they are there; ``awaited`` are the
    foreign keys by which this table does so.
    """
    database = pools.database
    keys = [key for key in table.foreign if key not in awaited]
    found, without = picks(database, table, keys, rows, count)
    found = _tight_first(table, found)
    made = Draft(table, found, {}, set(), _echoes(database, table, without), Source(alias=table.name[1]))
    made.lacking = [key for key in without if not _can_be_null(table, key) and not _echoed(made, key)]
    checked = _checked(table)
    needed = checked | set(made.echoes.values())
    taken = {name: number for number, pick in enumerate(found) for name in pick.columns}
    nulls = {name for key in without for name in key.columns if name not in taken}
    for column in table.columns.values():
        name = column.name
        if column.generated or name in made.echoes:
            continue
        if name in taken:
            pool: Pool = (Maker(_picked(found[taken[name]], name, f"p{taken[name]}"), found[taken[name]].count),)
        elif name in nulls and not column.not_null:
            pool = (NOTHING,)
        elif column.counted and name not in needed and name not in promised:
            continue
        else:
            pool = _own_pool(pools, made, column, rows, promised)
        if not column.not_null and NOTHING not in pool and name not in promised:
            pool = (*pool[:1], NOTHING, *pool[1:])
        if name in promised:
            pool = pool[:1]
        if not pool:
            if not column.default:
                made.unknown.append(column)
            continue
        made.cells[name] = Cell(name, column.written, column.collation, pool)
    for key in awaited:
        _await(pools, made, key)
    _nothing_at_all(made)
    made.source = _source(made, checked)
    return made


def _own_pool(pools: Pools, made: Draft, column: Column, rows: int, promised: Sequence[str]) -> Pool:
    del rows
    said = [check.text for check in made.table.checks if column.name in check.columns or not check.columns]
    pool = pools.of(column.type, column.modifier, column.name, constants(said))
    if not column.counted or column.name in promised:
        return pool
    made.counted.add(column.name)
    return (_counter(made.table, column), *(Maker(maker.make, maker.size, Sort.SPARE) for maker in pool))


def _counter(table: Table, column: Column) -> Maker:
    """Return a maker that takes the next value of the column's sequence."""
    if not column.identity:
        return Maker(lambda _: text(column.default or "null"))
    return Maker(
        lambda _: fill("nextval(pg_get_serial_sequence({table}, {column}))", table=_regclass(table), column=column.name)
    )


def _regclass(table: Table) -> str:
    return ".".join('"{}"'.format(part.replace('"', '""')) for part in table.name)


def _picked(pick: Pick, name: str, alias: str):  # type: ignore[no-untyped-def]
    return lambda _: pick.value(name, alias)


def _can_be_null(table: Table, key: ForeignKey) -> bool:
    from fluxc.sample.order import may_be_null

    return may_be_null(table, key)


def _echoed(made: Draft, key: ForeignKey) -> bool:
    return all(
        made.echoes.get(name, name) == referred for name, referred in zip(key.columns, key.referred, strict=True)
    )


def _echoes(database: Database, table: Table, without: Sequence[ForeignKey]) -> dict[str, str]:
    """Return the columns that must not be null and refer to a row of their own table, of which there is none yet."""
    return {
        name: referred
        for key in without
        if to_itself(database, table, key) and not _can_be_null(table, key)
        for name, referred in zip(key.columns, key.referred, strict=True)
        if name != referred
    }


def _checked(table: Table) -> set[str]:
    """Return the columns that checks speak of, by way of generated columns too."""
    return {name for check in table.checks for name in bases(table, check)}


def bases(table: Table, check: Check) -> tuple[str, ...]:
    """Return the columns that a check rests on, those that a generated column is computed from in its place."""
    found: dict[str, None] = {}
    for name in check.columns or tuple(table.columns):
        column = table.columns[name]
        found |= dict.fromkeys(mentioned(column.default or "", table.columns) if column.generated else (name,))
    return tuple(name for name in found if not table.columns[name].generated)


def _tight_first(table: Table, found: list[Pick]) -> list[Pick]:
    """Return picks in such an order that those vary most that unique keys rest on."""

    def weight(pick: Pick) -> tuple[int, int]:
        near = [len(key) for key in table.keys if set(key) & set(pick.columns)]
        return (min(near, default=99), pick.count)

    return sorted(found, key=weight)


def _await(pools: Pools, made: Draft, key: ForeignKey) -> None:
    """Refer to the row of the same number that the other table is going to have."""
    other = pools.database.tables[key.target]
    for name, referred in zip(key.columns, key.referred, strict=True):
        if name in made.cells:
            column = other.columns[referred]
            pool = pools.of(column.type, column.modifier, column.name)[:1]
            made.cells[name] = made.cells[name]._replace(pool=pool)


def _nothing_at_all(made: Draft) -> None:
    """Where the server would number every column, write one of them: an insert needs one."""
    if not made.cells and not made.echoes:
        for column in made.table.columns.values():
            if column.counted:
                made.cells[column.name] = Cell(column.name, column.written, None, (_counter(made.table, column),))
                made.counted.add(column.name)
                return


def _source(made: Draft, checked: set[str]) -> Source:
    from psycopg.sql import SQL

    table = made.table
    indices = indexes(made.picks, NUMBER)
    joins = SQL("").join(
        pick.joined(f"p{number}", index) for number, (pick, index) in enumerate(zip(made.picks, indices, strict=True))
    )
    echoes = [fill("{key} as {name}", key=Identifier(key), name=Identifier(name)) for name, key in made.echoes.items()]
    said = {name for check in table.checks for name in check.columns or tuple(table.columns)}
    layers: list[Composable] = [SQL(", ").join(echoes)] if echoes else []
    computed = [
        fill(
            "({value})::{type} as {name}",
            value=text(column.default or "null"),
            type=text(column.written),
            name=Identifier(column.name),
        )
        for column in table.columns.values()
        if column.generated and column.name in said
    ]
    del checked
    return Source(joins, [*layers, *([SQL(", ").join(computed)] if computed else [])], table.name[1])


def trial_cell(made: Draft, name: str) -> Cell:
    """Return a cell as it is tried: without taking numbers from a sequence."""
    cell = made.cells[name]
    return cell._replace(pool=(formula("(1 + {i})"), *cell.pool[1:])) if name in made.counted else cell

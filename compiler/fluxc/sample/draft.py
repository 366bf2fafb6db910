"""How the rows of one table can be made: of each column the makers that may do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from psycopg.sql import SQL, Identifier

from fluxc.sample.catalogue import mentioned, quoted
from fluxc.sample.constants import constants
from fluxc.sample.facts import Check
from fluxc.sample.maker import MANY, NOTHING, Maker, Pool, Sort, fill, formula, text
from fluxc.sample.order import may_be_null, to_itself
from fluxc.sample.picks import indexes, picks
from fluxc.sample.trial import NUMBER, Cell, Source

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from psycopg.sql import Composable

    from fluxc.sample.facts import Column, Database, ForeignKey, Table
    from fluxc.sample.picks import Count, Pick
    from fluxc.sample.pools import Pools


@dataclass(frozen=True, slots=True)
class Promises:
    """What tables that need each other have in advance.

    ``awaited`` are foreign keys of the table to rows that are still to come, ``promised`` its columns whose ordinary
    values other tables refer to before they are there.
    """

    awaited: Sequence[ForeignKey] = ()
    promised: Sequence[str] = ()


@dataclass(slots=True)
class Draft:
    """A table, the whole table that its rows go into, and how its columns can be made.

    ``echoes`` are columns that repeat another column of the same row; ``counted`` are those whose first maker takes a
    number from a sequence; ``lacking`` are foreign keys that nothing satisfies; ``unknown`` has no values.
    """

    table: Table
    into: Table
    checks: list[Check]
    picks: list[Pick]
    echoes: dict[str, str]
    joins: Composable
    cells: dict[str, Cell] = field(default_factory=dict[str, Cell])
    counted: set[str] = field(default_factory=set[str])
    lacking: list[ForeignKey] = field(default_factory=list["ForeignKey"])
    unknown: list[Column] = field(default_factory=list["Column"])

    @property
    def picked(self) -> dict[str, int]:
        """Return which pick a column has its values from."""
        return {name: number for number, pick in enumerate(self.picks) for name in pick.columns}

    def trial_cell(self, name: str) -> Cell:
        """Return a cell as it is tried: without taking numbers from a sequence."""
        cell = self.cells[name]
        return cell._replace(pool=(formula("(1 + {i})"), *cell.pool[1:])) if name in self.counted else cell

    def source(self, checks: Sequence[Check]) -> Source:
        """Return what rows are made from, with all the columns that checks speak of."""
        columns = self.table.columns
        said = {name for check in checks for name in check.columns or columns}
        echoes = [
            fill("{key} as {name}", key=Identifier(key), name=Identifier(name)) for name, key in self.echoes.items()
        ]
        computed = [_computed(columns[name]) for name in columns if name in said and columns[name].generated]
        return Source(self.joins, [SQL(", ").join(layer) for layer in (echoes, computed) if layer], self.table.name[1])

    def bases(self, check: Check) -> tuple[str, ...]:
        """Return the columns that a check rests on, in place of a computed column those that it is computed from."""
        columns = self.table.columns
        found: dict[str, None] = {}
        for name in check.columns or columns:
            column = columns[name]
            names = mentioned(column.default or "", columns) if column.generated else (name,)
            found |= dict.fromkeys(self.echoes.get(name, name) for name in names if not columns[name].generated)
        return tuple(found)


def draft(
    pools: Pools, table: Table, rows: int, count: Count, promises: Promises, *, by_sequences: bool = True
) -> Draft:
    """Return how ``rows`` rows of a table can be made, those with numbers from sequences as they would be in use."""
    keys = [key for key in table.foreign if key not in promises.awaited]
    found, without = picks(pools.database, table, keys, rows, count)
    found.sort(key=lambda pick: _weight(table, pick))
    numbers = indexes(found, NUMBER)
    joins = [pick.joined(f"p{n}", number) for n, (pick, number) in enumerate(zip(found, numbers, strict=True))]
    echoes = _echoes(pools.database, table, without)
    made = Draft(
        table, pools.database.tables.get(table.root, table), [*table.checks], found, echoes, SQL("").join(joins)
    )
    made.lacking = [
        key
        for key in without
        if not may_be_null(table, key) and not (to_itself(pools.database, table, key) and _echoed(echoes, key))
    ]
    nulls = _without(made, without)
    needed = {name for check in made.checks for name in made.bases(check)} | {*echoes.values(), *promises.promised}
    needed |= nulls | made.picked.keys()
    for name, column in table.columns.items():
        if column.generated or name in echoes or (by_sequences and column.counted and name not in needed):
            continue
        pool = _pool(pools, made, column, nulls, promises.promised, by_sequences=by_sequences)
        if pool:
            made.cells[name] = Cell(name, column.written, column.collation, pool)
        elif not column.default:
            made.unknown.append(column)
    for key in promises.awaited:
        _await(pools, made, key)
    _nothing_at_all(made)
    return made


def _weight(table: Table, pick: Pick) -> tuple[int, int]:
    """Return what brings those picks to the front that unique keys of few columns rest on: the first vary most."""
    return (min((len(key) for key in table.keys if set(key) & set(pick.columns)), default=99), pick.count)


def _echoes(database: Database, table: Table, without: Sequence[ForeignKey]) -> dict[str, str]:
    """Return the columns that have to refer to a row of their own table, of which there is none yet: to their own."""
    return {
        name: referred
        for key in without
        if to_itself(database, table, key) and not may_be_null(table, key)
        for name, referred in zip(key.columns, key.referred, strict=True)
        if name != referred
    }


def _echoed(echoes: dict[str, str], key: ForeignKey) -> bool:
    return all(echoes.get(name, name) == other for name, other in zip(key.columns, key.referred, strict=True))


def _without(made: Draft, without: Sequence[ForeignKey]) -> set[str]:
    """Return the columns that have to be null; of several that need not all be so, have it checked that one is."""
    nulls: set[str] = set()
    for key in without:
        free = [name for name in key.columns if not made.table.columns[name].not_null]
        if len(free) == 1 or key.full:
            nulls |= set(free)
        elif free:
            made.checks.append(Check(f"num_nulls({', '.join(map(quoted, free))}) > 0", tuple(free)))
    return nulls


def _pool(
    pools: Pools, made: Draft, column: Column, nulls: Collection[str], promised: Sequence[str], *, by_sequences: bool
) -> Pool:
    """Return the makers of a column, the ordinary one first and null second."""
    name = column.name
    if (number := made.picked.get(name)) is not None:
        pool: Pool = (_from(made.picks[number], name, f"p{number}"),)
    elif name in nulls:
        return (NOTHING,)
    else:
        near = [check for check in made.checks if name in (check.columns or (name,))]
        said = [words for check in near for words in (check.text, *check.bodies)]
        said += [column.default] if said and column.default else []
        pool = pools.of(column.type, column.modifier, name, constants(said))
        if name in promised:
            return pool[:1]
        if column.counted and by_sequences:
            made.counted.add(name)
            pool = (_counter(made, column), *(Maker(maker.make, maker.size, Sort.SPARE) for maker in pool))
    return pool if column.not_null else (*pool[:1], NOTHING, *pool[1:])


def _from(pick: Pick, name: str, alias: str) -> Maker:
    return Maker(lambda _: pick.value(name, alias), pick.count)


def _counter(made: Draft, column: Column) -> Maker:
    """Return a maker that takes the next value of the column's sequence; a partition's is that of the whole."""
    if not column.identity:
        return Maker(lambda _: text(column.default or "null"))
    path = ".".join(map(quoted, made.into.name))
    return Maker(lambda _: fill("nextval(pg_get_serial_sequence({path}, {name}))", path=path, name=column.name), MANY)


def _computed(column: Column) -> Composable:
    value = text(column.default or "null")
    return fill("({value})::{type} as {name}", value=value, type=text(column.written), name=Identifier(column.name))


def _await(pools: Pools, made: Draft, key: ForeignKey) -> None:
    """Refer to the row of the same number that the other table is going to have."""
    columns = pools.database.tables[key.target].columns
    for name, referred in zip(key.columns, key.referred, strict=True):
        if name in made.cells:
            column = columns[referred]
            pool = pools.of(column.type, column.modifier, column.name)[:1]
            made.cells[name] = made.cells[name]._replace(pool=pool)


def _nothing_at_all(made: Draft) -> None:
    """Where the server would number every column, write one of them: an insert needs one."""
    counted = [column for column in made.table.columns.values() if column.counted]
    if counted and not made.cells and not made.echoes:
        first = counted[0]
        made.cells[first.name] = Cell(first.name, first.written, None, (_counter(made, first),))
        made.counted.add(first.name)

"""Puts rows into one table after the other: as a set where the server lets it, else one by one."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import psycopg

from fluxc.sample.constants import constants
from fluxc.sample.draft import draft
from fluxc.sample.maker import text
from fluxc.sample.pools import Pools
from fluxc.sample.queries import TRIGGERS
from fluxc.sample.statement import insert
from fluxc.sample.styles import styles
from fluxc.sample.trial import Cell, Source, holding, probes

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from psycopg.sql import Composed

    from fluxc.sample.draft import Draft
    from fluxc.sample.facts import Database, ForeignKey, Table
    from fluxc.sample.maker import Pool
    from fluxc.sample.styles import Styles

    Cursor = psycopg.Cursor[Any]

_ROUNDS: Final = 7
_TRIES: Final = 90
_SPLITS: Final = 200


class Putting:
    """Fills tables in the order in which it is asked to; says how many rows each got, and why another got none."""

    def __init__(self, cursor: Cursor, database: Database, rows: int, number: int) -> None:
        self.made: dict[int, int] = {}
        self.reasons: dict[int, str] = {}
        self._cursor = cursor
        self._pools = Pools(database, self._holding)
        self._rows = rows
        self._number = number

    def put(self, table: Table, *, again: bool = False) -> None:
        """Give a table its rows, or the first half of them where it has its turn again."""
        self._put(table, (self._rows + 1) // 2 if again else self._rows, self._number)

    def put_rest(self, table: Table) -> None:
        """Give a table the rows it still lacks."""
        if (lacking := self._rows - self.made.get(table.oid, 0)) > 0:
            self._put(table, lacking, self._number + self._rows)

    def put_circle(self, tables: Sequence[Table]) -> None:
        """Give rows to tables that need each other, where their foreign keys can wait for the end of the transaction."""
        if len(tables) == 1:
            return self.put(tables[0])
        before = dict(self.made)
        try:
            with self._cursor.connection.transaction():
                self._cursor.execute("set constraints all deferred")
                promised, awaited = _promises(tables)
                for table in tables:
                    self._put(table, self._rows, self._number, promised[table.oid], awaited[table.oid])
                self._cursor.execute("set constraints all immediate")
        except psycopg.Error as error:
            self._cursor.execute("set constraints all immediate")
            self.made = before
            self.reasons |= {table.oid: self._words(error) for table in tables}
        return None

    def _put(
        self, table: Table, wanted: int, start: int, promised: Sequence[str] = (), awaited: Sequence[ForeignKey] = ()
    ) -> None:
        """Add rows to a table, none of them where something goes wrong on the way."""
        made = draft(self._pools, table, self._rows, self._count, promised=promised, awaited=awaited)
        if reason := self._hopeless(made):
            self.reasons.setdefault(table.oid, reason)
            return
        into = self._pools.database.tables.get(table.root, table)
        chosen = styles(made, self._rows, self._ask)
        count = 0
        if not chosen.hopeless:
            count = self._as_sets(made, chosen, into, wanted, start)
        if not count:
            count = self._one_by_one(made, chosen, into, wanted, start)
        if count:
            self.made[table.oid] = self.made.get(table.oid, 0) + count
            self.reasons.pop(table.oid, None)

    def _hopeless(self, made: Draft) -> str | None:
        if made.lacking:
            others = [self._pools.database.tables[key.target].words for key in made.lacking]
            return f"it refers to {others[0]}, which has no row for it"
        if made.unknown:
            column = made.unknown[0]
            return f"no value is known for its column {column.name} of the type {column.written}"
        return None

    def _as_sets(self, made: Draft, chosen: Styles, into: Table, wanted: int, start: int) -> int:
        """Insert rows by statements for many, and where one is refused by halves of it."""
        count, first, size = 0, start, wanted
        splits = _SPLITS
        for _ in range(_ROUNDS):
            todo = [(first, first + size - 1)]
            while todo and count < wanted and splits:
                low, high = todo.pop()
                try:
                    count += self._insert(made, chosen, into, low, high, wanted - count)
                except psycopg.Error as error:
                    self._refused(made.table, error)
                    splits -= 1
                    middle = (low + high) // 2
                    todo += [(middle + 1, high), (low, middle)] if high > low else []
            if count >= wanted or not splits:
                break
            first, size = first + size, max(2 * size, 8)
        return count

    def _insert(self, made: Draft, chosen: Styles, into: Table, first: int, last: int, most: int) -> int:
        return self._written(insert(made, chosen.places, chosen.filters, into, first, last, most))

    def _one_by_one(self, made: Draft, chosen: Styles, into: Table, wanted: int, start: int) -> int:
        """Try rows of all kinds of values without asking beforehand whether the checks hold; triggers may see to it."""
        self._learn_from_triggers(made)
        count = 0
        for attempt in range(_TRIES):
            places = _places(made, chosen, attempt)
            try:
                count += self._written(insert(made, places, (), into, start + attempt, start + attempt, 1))
            except psycopg.Error as error:
                self._refused(made.table, error)
            if count >= wanted:
                break
        if not count:
            self.reasons.setdefault(made.table.oid, "the server takes its rows, and none of them stays")
        return count

    def _learn_from_triggers(self, made: Draft) -> None:
        """Have the constants that stand in the bodies of triggers tried as well."""
        self._cursor.execute(TRIGGERS, [made.table.oid])
        said = constants(body for (body,) in self._cursor.fetchall())
        taken = {name for pick in made.picks for name in pick.columns}
        for name, cell in made.cells.items():
            if name not in taken and name not in made.counted:
                column = made.table.columns[name]
                more = self._pools.of(column.type, column.modifier, name, said)
                made.cells[name] = cell._replace(
                    pool=(*cell.pool, *more[len(self._pools.of(column.type, column.modifier, name)) :])
                )

    def _written(self, statement: Composed) -> int:
        """Run one insert in a savepoint of its own, and return how many rows it left."""
        with self._cursor.connection.transaction():
            return max(self._cursor.execute(statement).rowcount, 0)

    def _count(self, query: Composed) -> int:
        try:
            with self._cursor.connection.transaction():
                return int(self._cursor.execute(query).fetchall()[0][0])
        except psycopg.Error as error:
            self._words(error)
            return 0

    def _ask(self, query: Composed) -> list[tuple[int, int]]:
        try:
            with self._cursor.connection.transaction():
                return self._cursor.execute(query).fetchall()
        except psycopg.Error as error:
            self._words(error)
            raise

    def _holding(self, pool: Pool, written: str, checks: tuple[str, ...]) -> Pool:
        conditions = [text(check) for check in checks or ('"value" is not null',)]
        numbers = probes(self._rows)
        held = holding(self._ask, [Cell("value", written, None, pool)], Source(), conditions, numbers)
        return tuple(pool[item.choice[0]] for item in held if item.times == len(numbers))

    def _refused(self, table: Table, error: psycopg.Error) -> None:
        self.reasons[table.oid] = self._words(error)

    def _words(self, error: psycopg.Error) -> str:
        """Return what the server said; what ends the whole is raised again."""
        if isinstance(error, psycopg.errors.QueryCanceled) or self._cursor.connection.broken:
            raise error
        return error.diag.message_primary or str(error)


def _places(made: Draft, chosen: Styles, attempt: int) -> dict[str, list[int]]:
    """Return one place in the pool of each column; columns that checks tie together move every other time only."""
    places: dict[str, list[int]] = {}
    for number, (name, cell) in enumerate(made.cells.items()):
        usual = chosen.places.get(name, [0])
        if attempt < len(usual):
            places[name] = [usual[attempt]]
        elif attempt % 2 and name in {column for check in chosen.filters for column in check.columns}:
            places[name] = [usual[attempt % len(usual)]]
        else:
            mixed = (attempt * 2654435761 + number * 40503 * attempt) >> 7
            places[name] = [mixed % len(cell.pool) if mixed % 3 else usual[0]]
    return places


def _promises(tables: Sequence[Table]) -> tuple[dict[int, list[str]], dict[int, list[ForeignKey]]]:
    """Return of each table the columns that an earlier one refers to beforehand, and by which foreign keys it does so."""
    promised: dict[int, list[str]] = {table.oid: [] for table in tables}
    awaited: dict[int, list[ForeignKey]] = {table.oid: [] for table in tables}
    for place, table in enumerate(tables):
        for key in table.foreign:
            if key.deferrable and key.target in {other.oid for other in tables[place + 1 :]}:
                awaited[table.oid].append(key)
                promised[key.target] += key.referred
    return promised, awaited

"""Puts rows into one table after the other: as a set where the server lets it, else one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import psycopg

from fluxc.sample.draft import Promises, draft
from fluxc.sample.maker import fill, text
from fluxc.sample.pools import Pools
from fluxc.sample.session import attempt
from fluxc.sample.single import attempts
from fluxc.sample.statement import insert
from fluxc.sample.styles import styles
from fluxc.sample.trial import Cell, Source, holding, probes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from psycopg.sql import Composed

    from fluxc.sample.draft import Draft
    from fluxc.sample.facts import Check, Database, Table
    from fluxc.sample.maker import Pool
    from fluxc.sample.styles import Styles
    from fluxc.sample.trial import Held

    Cursor = psycopg.Cursor[Any]
    Places = Mapping[str, Sequence[int]]

_ROUNDS: Final = 7
_SPLITS: Final = 200
_VAIN: Final = 10


class Putting:
    """Fills tables in the order in which it is asked to; says how many rows each got, and why another got none."""

    def __init__(self, cursor: Cursor, database: Database, rows: int, number: int) -> None:
        self.made: dict[int, int] = {}
        self.reasons: dict[int, str] = {}
        self._cursor = cursor
        self._pools = Pools(database, self._holding)
        self._rows = rows
        self._number = number
        self._memo: dict[object, list[Held]] = {}

    def put(self, table: Table, *, again: bool = False) -> None:
        """Give a table its rows, or the first half of them where it has its turn again."""
        self._put(table, (self._rows + 1) // 2 if again else self._rows, self._number, Promises())

    def put_rest(self, table: Table) -> None:
        """Give a table the rows it still lacks."""
        if (lacking := self._rows - self.made.get(table.oid, 0)) > 0:
            self._put(table, lacking, self._number + self._rows, Promises())

    def put_circle(self, tables: Sequence[Table]) -> None:
        """Give rows to tables that need each other, where foreign keys can wait for the end of the transaction."""
        if len(tables) == 1:
            return self.put(tables[0])
        before = dict(self.made)
        try:
            with self._cursor.connection.transaction():
                self._cursor.execute("set constraints all deferred")
                for table, promises in _promises(tables):
                    self._put(table, self._rows, self._number, promises)
                self._cursor.execute("set constraints all immediate")
        except psycopg.Error as error:
            self.made = before
            self.reasons |= {table.oid: self._words(error) for table in tables}
        return None

    def _put(self, table: Table, wanted: int, start: int, promises: Promises) -> None:
        """Add rows to a table; a sequence that gives out is left alone."""
        try:
            self._put_by(table, wanted, start, promises, by_sequences=True)
        except psycopg.errors.SequenceGeneratorLimitExceeded:
            self._put_by(table, wanted, start, promises, by_sequences=False)

    def _put_by(self, table: Table, wanted: int, start: int, promises: Promises, *, by_sequences: bool) -> None:
        made = draft(self._pools, table, self._rows, self._count, promises, by_sequences=by_sequences)
        if reason := self._hopeless(made):
            self.reasons.setdefault(table.oid, reason)
            return
        chosen = styles(made, self._rows, self._ask, self._memo)
        count = 0 if chosen.hopeless else self._as_sets(made, chosen.places, chosen.filters, wanted, start)
        if not count:
            count = self._one_by_one(made, chosen, wanted, start)
        if not count:
            # Triggers of another table may have written here.
            count = self._count(fill("select count(*) from {table}", table=table.path))
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

    def _as_sets(self, made: Draft, places: Places, filters: Sequence[Check], wanted: int, start: int) -> int:
        """Insert rows by statements for many, and where one is refused by halves of it."""
        count = splits = 0
        for numbers in _windows(start, wanted):
            todo = [numbers]
            while todo and count < wanted and splits < (_SPLITS if count else _VAIN):
                part = todo.pop()
                try:
                    count += self._insert(made, places, filters, part, wanted - count)
                except psycopg.Error as error:
                    self._refused(made.table, error)
                    splits += 1
                    half = len(part) // 2
                    todo += [part[half:], part[:half]] if half else []
            if count >= wanted or todo:
                break
        return count

    def _one_by_one(self, made: Draft, chosen: Styles, wanted: int, start: int) -> int:
        """Try all kinds of values without asking beforehand whether checks hold: triggers may see to it.

        What does for one row is taken for the others too. Where the table is a partition, rows have to belong to it.
        """
        bound = [check for check in made.checks if check.text == made.table.bound]
        tries = attempts(made, chosen.places, self._pools, self._cursor, hopeless=bool(chosen.hopeless))
        for number, places in enumerate(tries):
            try:
                if self._insert(made, places, bound, range(start + number, start + number + 1), 1):
                    return 1 + self._as_sets(made, places, bound, wanted - 1, start + number + 1)
            except psycopg.Error as error:
                self._refused(made.table, error)
        reason = "the server takes its rows, and none of them stays"
        if chosen.hopeless:
            reason = f"no values were found for which {chosen.hopeless[0].text} holds"
        self.reasons.setdefault(made.table.oid, reason)
        return 0

    def _insert(self, made: Draft, places: Places, filters: Sequence[Check], numbers: range, most: int) -> int:
        """Run one insert in a savepoint of its own, and return how many rows it left."""
        return max(attempt(self._cursor, insert(made, places, filters, numbers, most)).rowcount, 0)

    def _count(self, query: Composed) -> int:
        return int(rows[0][0]) if (rows := self._rows_of(query)) else 0

    def _rows_of(self, query: Composed) -> list[tuple[Any, ...]]:
        """Return the rows of a query, none where the server cannot answer it."""
        try:
            return self._ask(query)
        except psycopg.Error as error:
            self._words(error)
            return []

    def _ask(self, query: Composed) -> list[tuple[int, int]]:
        return attempt(self._cursor, query).fetchall()

    def _holding(self, pool: Pool, written: str, checks: tuple[str, ...]) -> Pool:
        conditions = [text(check) for check in checks or ('"value" is not null',)]
        numbers = probes(self._rows)
        held = holding(self._ask, [Cell("value", written, None, pool)], Source(), conditions, numbers)
        return tuple(pool[item.choice[0]] for item in held if item.times == len(numbers))

    def _refused(self, table: Table, error: psycopg.Error) -> None:
        self.reasons[table.oid] = self._words(error)
        if isinstance(error, psycopg.errors.SequenceGeneratorLimitExceeded):
            raise error

    def _words(self, error: psycopg.Error) -> str:
        """Return what the server said; what ends the whole is raised again."""
        if isinstance(error, psycopg.errors.QueryCanceled) or self._cursor.connection.broken:
            raise error
        return error.diag.message_primary or str(error)


def _windows(start: int, wanted: int) -> Iterator[range]:
    """Yield numbers of rows: as many as are wanted, then more and more in search of those that are still lacking."""
    size = wanted
    for _ in range(_ROUNDS if wanted else 0):
        yield range(start, start + size)
        start, size = start + size, max(2 * size, 8)


def _promises(tables: Sequence[Table]) -> Iterator[tuple[Table, Promises]]:
    """Yield tables with what they await of those behind them, and what those before them await."""
    places = {table.oid: place for place, table in enumerate(tables)}
    awaited = [
        [key for key in table.foreign if key.deferrable and places.get(key.target, -1) > place]
        for place, table in enumerate(tables)
    ]
    for place, table in enumerate(tables):
        promised = [name for keys in awaited for key in keys if key.target == table.oid for name in key.referred]
        yield table, Promises(awaited[place], promised)

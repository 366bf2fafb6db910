"""One attempt at bringing every table in step, inside a transaction that somebody else keeps or takes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg

from fluxc.seed.failure import InTheWay, failed
from fluxc.seed.staging import staged
from fluxc.seed.written import Written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxc.model.seed import Seed, Shape
    from fluxc.seed.order import Ordered
    from fluxc.seed.statements import Stage, Statements

_HELD = (psycopg.errors.UniqueViolation, psycopg.errors.ExclusionViolation)
_Deletions = dict[tuple[str, ...], int]


@dataclass(slots=True)
class _Item:
    turn: Ordered
    name: str
    written: Written
    stage: Stage | None = None

    @property
    def seed(self) -> Seed:
        return self.turn.seed


class Attempt:
    """Writes every seed once; ``write`` may be called once."""

    def __init__(self, cursor: psycopg.RawCursor[Any], statements: Statements, turns: Sequence[Ordered]) -> None:
        self._cursor = cursor
        self._statements = statements
        self._items = [_Item(turn, f"fluxc_seed_{n}", Written(turn.seed.table)) for n, turn in enumerate(turns, 1)]
        self._before = self._deletions()

    def write(self, *, deletes_first: bool) -> None:
        """Insert, update and delete; raises InTheWay where a row holds a unique value that another shall have.

        Undeclared rows go last, children first, so that none is deleted on cascade that is about to refer to another;
        with ``deletes_first`` they go before anything else.
        """
        exact = [item for item in reversed(self._items) if item.seed.mode == "exact"]
        if deletes_first:
            for item in exact:
                everything = frozenset(item.seed.columns)
                self._delete(item, staged(self._cursor, self._statements, item.seed, f"{item.name}_old", everything))
        for item in self._items:
            self._put(item)
        for item in self._items:
            self._complete(item)
        if not deletes_first:
            for item in exact:
                self._delete(item, item.stage)
        self._check_deferred()

    def written(self) -> tuple[Written, ...]:
        """Return what became of each table's rows."""
        return tuple(item.written for item in self._items)

    def deleted_along(self) -> tuple[tuple[tuple[str, ...], int], ...]:
        """Return how many rows went that nobody deleted by name, such as those on cascade, by table."""
        own = {item.written.table: item.written.deleted for item in self._items}
        now = self._deletions()
        more = {table: count - self._before.get(table, 0) - own.get(table, 0) for table, count in now.items()}
        return tuple((table, count) for table, count in sorted(more.items()) if count > 0)

    def _put(self, item: _Item) -> None:
        """Write what can be written before the tables behind this one."""
        late = item.turn.late
        stage = item.stage = staged(self._cursor, self._statements, item.seed, item.name, late)
        if late:
            self._execute(item.seed, "mark_fresh", stage=stage)
        for shape, number in stage.shapes.items():
            names = _beyond_key(item.seed, shape)
            if item.seed.mode != "insert" and names and not late:
                item.written.updated += self._execute(item.seed, "update", stage=stage, number=number, names=names)
        for shape, number in stage.shapes.items():
            names = [name for name, _ in shape if name not in late]
            item.written.inserted += self._execute(item.seed, "insert", stage=stage, number=number, names=names)

    def _complete(self, item: _Item) -> None:
        """Write the columns that had to wait, and of old rows everything."""
        late = item.turn.late
        if not late:
            return
        stage = staged(self._cursor, self._statements, item.seed, f"{item.name}_late", frozenset())
        fresh_only = item.seed.mode == "insert"
        for shape, number in stage.shapes.items():
            names = [name for name in _beyond_key(item.seed, shape) if name in late or not fresh_only]
            if names:
                context = {"stage": stage, "first": item.stage, "number": number, "names": names}
                self._execute(item.seed, "complete", **context, fresh_only=fresh_only)
                row = self._cursor.fetchone()
                item.written.updated += row[0] if row else 0

    def _delete(self, item: _Item, stage: Stage | None) -> None:
        item.written.deleted += self._execute(item.seed, "delete", stage=stage)

    def _execute(self, seed: Seed, template: str, **context: Any) -> int:
        """Execute the statement of a template and return the number of rows that it reports."""
        try:
            self._cursor.execute(self._statements.write(template, **context))
        except _HELD as error:
            raise InTheWay(failed(seed, error)) from None
        except psycopg.Error as error:
            raise failed(seed, error) from None
        return self._cursor.rowcount

    def _check_deferred(self) -> None:
        """Let constraints that wait for the end of the transaction speak now, while it can be told whose they are."""
        try:
            self._cursor.execute(self._statements.write("end"))
        except psycopg.Error as error:
            path = (error.diag.schema_name, error.diag.table_name)
            seeds = [item.seed for item in self._items]
            told = failed(next((seed for seed in seeds if seed.table == path), seeds[0]), error)
            raise (InTheWay(told) if isinstance(error, _HELD) else told) from None

    def _deletions(self) -> _Deletions:
        """Return how many rows this session has deleted in this transaction so far, attempts taken back included."""
        rows = self._cursor.execute(self._statements.write("deletions")).fetchall()
        return {(schema, table): count for schema, table, count in rows}


def _beyond_key(seed: Seed, shape: Shape) -> list[str]:
    return [name for name, _ in shape if name not in seed.key]

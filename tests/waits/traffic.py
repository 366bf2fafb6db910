"""Readers and writers of tables that are changed meanwhile, and how long they waited."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Final, Self

import psycopg

from fluxc.model.column import Column
from fluxc.model.names import qualified, quoted
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from fluxc.model.state import State

FIRST_NEW: Final = 10_000_000
"""The number of the first row that a writer puts in."""
EXPECTED: Final = ("22", "23", "42")
"""Classes of errors by which a schema that has changed refuses what was right before."""
_VALUES: Final = {
    "bigint": "g",
    "integer": "g + 5",
    "text": "'v' || g",
    "character varying": "'v' || g",
    "numeric": "g % 1000",
    "timestamp with time zone": "timestamptz '2026-01-01' + g * interval '1 second'",
    "text[]": "array['v' || g % 50]",
    "int4range": "int4range(g, g + 1)",
}


@dataclass(frozen=True, slots=True)
class Bed:
    """A table that is read and written; ``values`` are those of ``columns`` in the row number ``g``."""

    table: Table
    columns: str
    values: str

    @property
    def name(self) -> str:
        """Return its name as SQL takes it."""
        return qualified(*self.table.key.path)

    def insertion(self, first: int, last: int) -> str:
        """Return what puts rows into it, from one number to another."""
        return (
            f"insert into {self.name} ({self.columns}) select {self.values} from generate_series({first}, {last}) as g"
        )

    def reading(self) -> str:
        """Return what reads a row."""
        return f"select * from {self.name} limit 1"

    def writing(self, number: int) -> tuple[str, ...]:
        """Return what puts a row in, changes one that was there, and takes the first one out again."""
        return (
            self.insertion(number, number),
            f"update {self.name} set id = id where id = {1 + number % 100}",
            f"delete from {self.name} where id = {number}",
        )


def beds(state: State) -> tuple[Bed, ...]:
    """Return the tables of a state but for partitions and those without a column ``id``; the one that refers, last."""
    found = (bed for table in state.of(Table) if not table.partition_of and (bed := _bed(table, state)))
    return tuple(sorted(found, key=lambda bed: bed.table.name == "items"))


def _bed(table: Table, state: State) -> Bed | None:
    columns = [item for item in state.of(Column) if item.place == table.key.path]
    own = [item for item in columns if item.default is None and item.sequence is None and item.generated is None]
    if "id" not in {item.name for item in own}:
        return None
    return Bed(table, ", ".join(quoted(item.name) for item in own), ", ".join(map(_value, own)))


def _value(column: Column) -> str:
    if column.name == "day":
        return "1000000000 + g" if column.place[-1].endswith("apart") else "g"
    if column.name == "id":
        return "g"
    if column.name.endswith("_id"):
        return "1 + g % 100"
    value = _VALUES.get(column.type.partition("(")[0].strip(), "g + 5" if column.type.endswith("amount") else "'a'")
    return f"case when g % 7 > 0 then {value} end" if column.name == "note" else value


@dataclass
class Traffic:
    """Sessions that read and write tables until they are told to stop, each operation in a transaction of its own.

    ``longest`` tells the seconds that the longest reading and the longest writing took, ``failed`` what was refused
    that the schema does not refuse: errors of the classes that are ``expected`` are no matter.  ``first`` is the number
    of the first row that is put in.
    """

    url: str
    beds: tuple[Bed, ...]
    expected: tuple[str, ...] = EXPECTED
    first: int = FIRST_NEW
    pause: float = 0.001
    longest: dict[str, float] = field(default_factory=lambda: {"read": 0.0, "write": 0.0})
    done: dict[str, int] = field(default_factory=lambda: {"read": 0, "write": 0})
    failed: list[str] = field(default_factory=list[str])

    def __enter__(self) -> Self:
        self._stop = threading.Event()
        jobs: tuple[tuple[str, Callable[[], Iterator[str]]], ...] = (("read", self._reads), ("write", self._writes))
        self._threads = [threading.Thread(target=self._run, args=job, daemon=True) for job in jobs]
        for thread in self._threads:
            thread.start()
        while not all(self.done.values()) and all(thread.is_alive() for thread in self._threads):
            time.sleep(0.001)
        return self

    def stop(self) -> None:
        """End the sessions before the end of the block."""
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()
        if not all(self.done.values()):
            self.failed.append("one of the sessions did nothing")

    def _reads(self) -> Iterator[str]:
        while True:
            yield from (bed.reading() for bed in self.beds)

    def _writes(self) -> Iterator[str]:
        for number in count(self.first):
            for bed in self.beds:
                yield from bed.writing(number)

    def _run(self, kind: str, statements: Callable[[], Iterable[str]]) -> None:
        with psycopg.connect(self.url, autocommit=True, prepare_threshold=None) as connection:
            connection.execute("set lock_timeout = '5s'")
            for statement in statements():
                if self._stop.is_set():
                    return
                began = time.monotonic()
                try:
                    connection.execute(statement.encode())
                except psycopg.Error as error:
                    if (error.sqlstate or "")[:2] not in self.expected:
                        self.failed.append(f"{statement}: {error.sqlstate} {error}")
                        if connection.closed:
                            return
                self.longest[kind] = max(self.longest[kind], time.monotonic() - began)
                self.done[kind] += 1
                time.sleep(self.pause)

"""Statements that cannot run in a transaction, such as concurrent index builds, watched while they run.

Traffic is made for them to wait for: a transaction that has a snapshot and writes every table. Whenever the statement
waits, its locks are read, a second such transaction is begun, and the first one ended. So each wait is seen, and with
it every lock that the statement held or asked for by then, however fast it is in between.
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import psycopg

from fluxc.trace.before import Before
from fluxc.trace.cost import Cost, Work, in_order
from fluxc.trace.words import understood

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from concurrent.futures import Future

    from fluxc.trace.cost import Lock

_PAUSE: Final = 0.001
_THERE: Final = """
select class.oid::int8, pg_catalog.format('%I.%I', space.nspname, class.relname), class.relname,
  class.relkind::text, class.relfilenode::int8, coalesce(index.indrelid::int8, 0)
from pg_catalog.pg_class as class
join pg_catalog.pg_namespace as space on space.oid = class.relnamespace
left join pg_catalog.pg_index as index on index.indexrelid = class.oid
where class.oid >= 16384 and class.relnamespace <> 99 and class.relpersistence <> 't'
order by class.oid
"""
_CHANGED: Final = """
select relid::int8, n_tup_ins, n_tup_upd, n_tup_del from pg_catalog.pg_stat_user_tables order by relid
"""
_FLUSHED_SINCE: Final = 150000
_WAITING: Final = "select locktype from pg_catalog.pg_locks where pid = %s and not granted"
_OTHERS: Final = frozenset({"virtualxid", "transactionid"})


class _There(NamedTuple):
    name: str
    relname: str
    kind: str
    filenode: int
    table: int


class Watch:
    """Watches one connection from three more; ``second`` is in autocommit mode, the others make traffic."""

    def __init__(
        self,
        connection: psycopg.Connection[Any],
        second: psycopg.Connection[Any],
        traffic: tuple[psycopg.Connection[Any], psycopg.Connection[Any]],
    ) -> None:
        self._connection = connection
        self._second = second
        self._traffic = traffic

    def cost(self, statement: int, offset: int, text: str, messages: Iterable[str]) -> Cost:
        """Run a statement and return what it costs; raises what the driver raises.

        Of transactions that are over, servers from 15 on tell in which tables rows were inserted, updated or deleted;
        nothing else is counted.
        """
        was, counts = self._there(), self._counts()
        locks, waits = self._observed(text, was)
        built = understood(messages, self._connection.info.server_version // 10000).built
        found = self._there().items()
        made = [now for oid, now in found if now.filenode and (oid not in was or was[oid].filenode != now.filenode)]
        of_old = [now for now in made if now.table in was]
        scans = {was[now.table].name for now in of_old if was[now.table].relname in built}
        return Cost(
            statement,
            offset,
            locks,
            rewrites=tuple(sorted(now.name for now in made if now.kind in "rm")),
            scans=tuple(sorted(scans)),
            builds=tuple(sorted(f"{now.name} on {was[now.table].name}" for now in of_old)),
            works=tuple(self._works(was, counts)),
            waits=waits,
            counted=False,
        )

    def _there(self) -> dict[int, _There]:
        rows = self._second.execute(_THERE).fetchall()
        return {oid: _There(*facts) for oid, *facts in rows}

    def _counts(self) -> dict[int, tuple[int, ...]]:
        """Return how many rows of each table were inserted, updated and deleted by transactions that are over."""
        if self._connection.info.server_version < _FLUSHED_SINCE:
            return {}
        self._connection.execute("select pg_catalog.pg_stat_force_next_flush()")
        return {oid: tuple(counts) for oid, *counts in self._second.execute(_CHANGED).fetchall()}

    def _works(self, was: Mapping[int, _There], counts: Mapping[int, tuple[int, ...]]) -> Iterator[Work]:
        for oid, now in self._counts().items():
            before = counts.get(oid, (0, 0, 0))
            if oid in was and now != before:
                yield Work(was[oid].name, 0, 0, 0, *(max(new - old, 0) for new, old in zip(now, before, strict=True)))

    def _observed(self, text: str, was: Mapping[int, _There]) -> tuple[tuple[Lock, ...], bool]:
        """Run ``text``; return the locks that it was seen to hold or want, and whether it waits for transactions."""
        tables = [there.name for there in was.values() if there.kind in "rp"]
        before = Before(self._second, self._connection.info.backend_pid, was)
        with ThreadPoolExecutor(1) as pool:
            try:
                _write(self._traffic[0], tables)
                running = pool.submit(self._connection.execute, text.encode(), prepare=False)
                locks, waits = self._followed(running, before, tables)
            except BaseException:
                self._connection.cancel_safe()
                raise
            finally:
                for connection in self._traffic:
                    connection.rollback()
            running.result()
        return locks, waits

    def _followed(
        self, running: Future[psycopg.Cursor[Any]], before: Before, tables: Collection[str]
    ) -> tuple[tuple[Lock, ...], bool]:
        pid = self._connection.info.backend_pid
        former, latter = self._traffic
        strongest: dict[tuple[str, str], Lock] = {}
        waits = False
        while not running.done():
            waited = {kind for (kind,) in self._second.execute(_WAITING, [pid]).fetchall()}
            if waited:
                waits = waits or not waited.isdisjoint(_OTHERS)
                strongest |= {(lock.kind, lock.name): lock for lock in before.locked()}
                _write(latter, tables, before.tables())
                former.rollback()
                former, latter = latter, former
            time.sleep(_PAUSE)
        return in_order(strongest.values()), waits


def _write(connection: psycopg.Connection[Any], tables: Collection[str], indexed: Collection[str] = ()) -> None:
    """Begin a transaction with a snapshot, the locks of one that writes the tables, and those of reading some by index.

    Where the statement that is watched is in its way, it does without.
    """
    connection.execute("begin isolation level repeatable read")
    try:
        connection.execute("set local lock_timeout = 100; select")
        if tables:
            names = ", ".join(f"only {name}" for name in tables)
            connection.execute(f"lock table {names} in row exclusive mode".encode())
        for name in indexed:
            connection.execute(f"explain select from only {name}".encode())
    except psycopg.Error:
        connection.rollback()

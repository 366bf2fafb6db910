"""One session in which statements are run as psql would, each so that it tells what it does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import psycopg
from psycopg.pq import TransactionStatus

from fluxc.lint.sql.forms import Other
from fluxc.lint.sql.work_forms import Transaction
from fluxc.rehearsal import rows
from fluxc.rehearsal.catalogue import read_relations, refreshed
from fluxc.rehearsal.seen import Seen
from fluxc.server.connect import connect
from fluxc.trace.concurrent import Watch
from fluxc.trace.reading import Reading
from fluxc.trace.step import ALONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxc.lint.sql.forms import Form
    from fluxc.rehearsal.catalogue import Relation
    from fluxc.trace.cost import Cost, Mode

_SAVEPOINT: Final = "fluxc_rehearsal"
_OF_SAVEPOINTS: Final = frozenset({"savepoint", "release", "rollback"})

_INVALID: Final = """
select pg_catalog.format('%%I.%%I', space.nspname, class.relname)
from pg_catalog.pg_index as index
join pg_catalog.pg_class as class on class.oid = index.indexrelid
join pg_catalog.pg_namespace as space on space.oid = class.relnamespace
where not index.indisvalid and index.indrelid = any(%s::oid[]) and index.indexrelid <> all(%s::oid[])
"""


class Session:
    """A connection to the database of ``url``, watched from a ``second`` one; ``messages`` are what the server says."""

    def __init__(
        self, url: str, connection: psycopg.Connection[Any], second: psycopg.Connection[Any], messages: list[str]
    ) -> None:
        self.connection = connection
        self._url = url
        self._second = second
        self._messages = messages
        self._now: dict[int, Relation] = read_relations(connection)
        self._there = {oid for oid, one in self._now.items() if one.holds_rows}
        self._called: dict[int, str] = {}
        self._held: dict[str, Mode] = {}
        self._reading: Reading | None = None
        self._block: list[str] = []

    @property
    def in_transaction(self) -> bool:
        """Return whether a transaction is open."""
        return self.connection.info.transaction_status != TransactionStatus.IDLE

    @property
    def has_failed(self) -> bool:
        """Return whether the transaction that is open takes no statement any more."""
        return self.connection.info.transaction_status == TransactionStatus.INERROR

    def run(self, form: Form, text: str) -> Seen | None:
        """Run a statement; return what was seen of it where it did something; raises psycopg.Error."""
        if isinstance(form, Transaction):
            self.turn(form.word, text)
            return None
        if not self.in_transaction:
            return self._alone(form, text)
        if _is_plain(form, text):
            self._plainly(form, text)
            return None
        return self._inside(form, text)

    def turn(self, word: str, text: str) -> None:
        """Begin or end a transaction; behind one that was rolled back, what is there is read anew."""
        if word == "begin" and self.in_transaction:
            self._execute(text)  # which warns
            return
        self._execute(text)
        self._called = {oid: one.name for oid, one in self._now.items()}
        self._held, self._block, self._reading = {}, [text if word == "begin" else "begin"], None
        if word == "rollback":
            self._now = read_relations(self.connection)

    def run_without_rows(self, form: Form, text: str) -> Seen | None:
        """Run a statement that was refused again, without rows and behind what its transaction did, as `run` does."""
        block = list(self._block) if self.in_transaction else []
        self.connection.rollback()
        rows.take_away(self.connection, self._there)
        for name in self._left_behind():
            self._execute(f"drop index {name}")
        self._block, self._reading = block, self._done_again(block)
        self._now = read_relations(self.connection)
        return self.run(form, text)

    def _done_again(self, block: Sequence[str]) -> Reading | None:
        """Run the statements of a transaction once more; return what knows what they have done."""
        reading: Reading | None = None
        for at, text in enumerate(block):
            if at and reading is None and text[:3].lower() != "set":
                reading = Reading(self.connection, self._second)
            self._execute(text)
        if reading is not None:
            reading.cost(0, 0, self._messages)
        return reading

    def _left_behind(self) -> list[str]:
        """Return the names of the indexes that a build which failed outside a transaction has left."""
        known = [oid for oid, one in self._now.items() if not one.holds_rows]
        found = self.connection.execute(_INVALID, [list(self._there), known]).fetchall()
        return [name for (name,) in found]

    def is_bounded(self) -> bool:
        """Return whether waiting for a lock ends by itself."""
        found = self.connection.execute("select pg_catalog.current_setting('lock_timeout')").fetchall()
        return found != [("0",)]

    def _execute(self, text: str) -> None:
        self.connection.execute(text.encode(), prepare=False)

    def _plainly(self, form: Form, text: str) -> None:
        """Run a statement that nothing can stand around, and whose way back may have taken back what was done."""
        self._execute(text)
        self._block.append(text)
        if isinstance(form, Other) and form.word == "rollback":
            self._now = read_relations(self.connection)

    def _inside(self, form: Form, text: str) -> Seen | None:
        """Run a statement in the transaction that is open; an error leaves that as it was."""
        self._reading = self._reading or Reading(self.connection, self._second)
        self._execute(f"savepoint {_SAVEPOINT}")
        try:
            cost = self._cost(self._reading, text)
        except psycopg.Error:
            if not self.connection.closed:
                self._execute(f"rollback to {_SAVEPOINT}; release {_SAVEPOINT}")
            raise
        self._execute(f"release {_SAVEPOINT}")
        self._block.append(text)
        seen = self._seen(form, cost)
        for lock in cost.locks:
            self._held[lock.name] = max(lock.mode, self._held.get(lock.name, lock.mode))
        return seen

    def _alone(self, form: Form, text: str) -> Seen | None:
        """Run a statement that is its own transaction: in one of ours, or watched where that cannot be."""
        self.turn("begin", "begin")
        was = self._now
        try:
            seen = self._seen(form, self._cost(Reading(self.connection, self._second), text))
            self._execute("commit")
        except psycopg.Error as error:
            if self.connection.closed:
                raise
            self.connection.rollback()
            self._now = was
            if error.sqlstate not in ALONE:
                raise
            return self._seen(form, self._watched(text))
        return seen

    def _cost(self, reading: Reading, text: str) -> Cost:
        del self._messages[:]
        self._execute(text)
        return reading.cost(0, 0, self._messages)

    def _watched(self, text: str) -> Cost:
        del self._messages[:]
        with connect(self._url) as third, connect(self._url) as fourth:
            return Watch(self.connection, self._second, (third, fourth)).cost(0, 0, text, self._messages)

    def _seen(self, form: Form, cost: Cost) -> Seen | None:
        """Return what was seen of a statement that has been run, and take it in.

        Under locks that were taken before it a statement may do what costs nothing more.
        """
        if not cost and not self._held:
            return None
        was = self._now
        there = {oid for oid in self._there if oid in was and oid in self._called}
        seen = Seen(form, cost, was, was, self._called, there, dict(self._held))
        if seen.touched:
            self._now = refreshed(self.connection, was, seen.touched)
        return replace(seen, now=self._now)


def _is_plain(form: Form, text: str) -> bool:
    """Return whether a statement has to be run by itself: what is about savepoints, or begins a transaction."""
    return (isinstance(form, Other) and form.word in _OF_SAVEPOINTS) or text.lower().split()[:2] == [
        "set",
        "transaction",
    ]

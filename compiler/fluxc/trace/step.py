"""Running the text of a step so that each of its statements tells what it costs."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.pq import TransactionStatus

from fluxc.history.statements import ends_transaction, statement_starts
from fluxc.server.connect import connect
from fluxc.trace.concurrent import Watch
from fluxc.trace.failure import StatementError
from fluxc.trace.reading import Reading
from fluxc.trace.words import LEVEL

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from psycopg.errors import Diagnostic

    from fluxc.trace.cost import Cost

SEGMENT: Final = 32
"""How many statements at least are run at once where that costs nothing."""
_READINGS: Final = 64
"""How many readings that takes at most."""
_HOT: Final = 3
"""How many segments may turn out to cost something before the others are taken to do so as well."""
ALONE: Final = frozenset({"25001", "2D000"})
"""What the server says of a statement that cannot run in a transaction, or ends the one that it runs in."""


class _Statement(NamedTuple):
    number: int
    offset: int
    text: str

    def starts(self, *words: str) -> bool:
        return self.text[:60].lower().replace(";", " ").split()[: len(words)] == list(words)

    @property
    def begins(self) -> bool:
        """Whether it begins a transaction."""
        return self.starts("begin") or self.starts("start", "transaction")


def trace(
    connection: psycopg.Connection[Any], text: str, second: psycopg.Connection[Any] | None = None
) -> tuple[Cost, ...]:
    """Run ``text`` and return what its statements cost, without those that cost nothing.

    The connection is idle and in autocommit mode; ``second``, one of the same user to the same database, is where
    the transactions are watched from, and is opened where none is given. Nobody else may be at work in the database.
    A transaction that the text leaves open is rolled back. Raises StatementError, and OutsideError where a connection
    cannot be opened.
    """
    with _beside(connection, second) as beside, telling(connection) as messages:
        return tuple(_Trace(connection, beside, messages).costs(_statements(text)))


def _statements(text: str) -> list[_Statement]:
    starts = statement_starts(text)
    ends = (*starts[1:], len(text))
    places = zip(starts, ends, strict=True)
    return [_Statement(number, start, text[start:end]) for number, (start, end) in enumerate(places)]


@contextmanager
def _beside(
    connection: psycopg.Connection[Any], second: psycopg.Connection[Any] | None = None
) -> Generator[psycopg.Connection[Any]]:
    if second is not None:
        yield second
        return
    url = make_conninfo(connection.info.dsn, password=connection.info.password or None)
    with connect(url) as opened:
        yield opened


@contextmanager
def telling(connection: psycopg.Connection[Any]) -> Generator[list[str]]:
    """Have the server say what it does, into the list that is given, for the time of the context."""
    messages: list[str] = []

    def note(said: Diagnostic) -> None:
        messages.append(said.message_primary or "")

    level = connection.execute("show client_min_messages").fetchall()[0][0]
    setting = "select pg_catalog.set_config('client_min_messages', %s, false)"
    connection.execute(setting, [LEVEL])
    connection.add_notice_handler(note)
    try:
        yield messages
    finally:
        connection.remove_notice_handler(note)
        if not connection.closed:
            connection.rollback()
            connection.execute(setting, [level])


class _Trace:
    """One text on its way through the server."""

    def __init__(
        self, connection: psycopg.Connection[Any], second: psycopg.Connection[Any], messages: list[str]
    ) -> None:
        self._connection = connection
        self._second = second
        self._messages = messages

    def costs(self, statements: Sequence[_Statement]) -> Iterator[Cost]:
        """Run all statements, those from a `begin` to its end together, and yield what they cost."""
        at = 0
        while at < len(statements):
            end = at + 1
            if statements[at].begins:
                while end < len(statements) and not ends_transaction(statements[end - 1].text):
                    end += 1
                yield from self._transaction(statements[at:end])
            else:
                yield from self._alone(statements[at])
            at = end

    def _transaction(self, block: Sequence[_Statement]) -> list[Cost]:
        """Run a transaction: whole segments at once where they cost nothing, one statement after another elsewhere.

        That a segment costs nothing is known from one reading after it, since locks stay until the end. Where one
        costs something, all is rolled back and run again, now with a reading after each statement of such segments.
        """
        head = next((at for at in range(1, len(block)) if not block[at].starts("set")), len(block))
        tail = len(block) - (len(block) > head and ends_transaction(block[-1].text))
        size = max(SEGMENT, (tail - head) // _READINGS)
        segments = [block[at : min(at + size, tail)] for at in range(head, tail, size)]
        hot = set(range(len(segments)))
        if len(segments) > 1:
            hot = self._hot(block[:head], segments)
        costs: list[Cost] = []
        if hot or not segments:
            reading = self._begun(block[:head])
            for number, segment in enumerate(segments):
                parts = [[statement] for statement in segment] if number in hot else [segment]
                costs += [self._cost(reading, part) for part in parts]
        for statement in block[tail:]:
            self._run([statement])
        return [cost for cost in costs if cost]

    def _hot(self, head: Sequence[_Statement], segments: Sequence[Sequence[_Statement]]) -> set[int]:
        """Run all and return the segments that cost something or fail; where there are any, all is rolled back.

        Where several do, it is not worth while to try the others, which are taken to be like them.
        """
        hot: set[int] = set()
        reading = self._begun(head)
        for number, segment in enumerate(segments):
            try:
                costly = bool(self._cost(reading, segment))
            except StatementError:
                return {*hot, *range(number, len(segments))}
            hot.update({number} if costly else ())
            if len(hot) > _HOT:
                hot.update(range(number, len(segments)))
                break
        if hot:
            self._connection.rollback()
        return hot

    def _begun(self, head: Sequence[_Statement]) -> Reading:
        for statement in head:
            self._run([statement])
        return Reading(self._connection, self._second)

    def _cost(self, reading: Reading, statements: Sequence[_Statement]) -> Cost:
        self._run(statements)
        return reading.cost(statements[0].number, statements[0].offset, self._messages)

    def _alone(self, statement: _Statement) -> Iterator[Cost]:
        """Run a statement that is its own transaction: in one of ours, or watched where that cannot be."""
        self._connection.execute("begin")
        try:
            cost = self._cost(Reading(self._connection, self._second), [statement])
        except StatementError as error:
            if error.sqlstate not in ALONE:
                raise
            cost = self._watched(statement)
        else:
            with self._failing([statement]):
                self._connection.execute("commit")
        if cost:
            yield cost

    def _watched(self, statement: _Statement) -> Cost:
        del self._messages[:]
        with _beside(self._connection) as third, _beside(self._connection) as fourth, self._failing([statement]):
            watch = Watch(self._connection, self._second, (third, fourth))
            return watch.cost(*statement, self._messages)

    def _run(self, statements: Sequence[_Statement]) -> None:
        del self._messages[:]
        with self._failing(statements):
            self._connection.execute("".join(statement.text for statement in statements).encode(), prepare=False)

    @contextmanager
    def _failing(self, statements: Sequence[_Statement]) -> Generator[None]:
        """Roll back and raise StatementError for the statement that the server refuses."""
        try:
            yield
        except psycopg.Error as error:
            if self._connection.info.transaction_status == TransactionStatus.ACTIVE:
                self._connection.close()  # it waits for rows to COPY
            if not self._connection.closed:
                self._connection.rollback()
            at = statements[0].offset + int(error.diag.statement_position or 1) - 1
            raise StatementError(statements[0].number, at, error) from error

"""Sending one step as one multi-statement query, and what the server says to it."""

from __future__ import annotations

import selectors
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import psycopg
from psycopg.pq import ConnStatus, DiagnosticField, ExecStatus

if TYPE_CHECKING:
    from collections.abc import Callable

    from psycopg.pq.abc import PGconn, PGresult

_COPYING: Final = frozenset({ExecStatus.COPY_IN, ExecStatus.COPY_OUT, ExecStatus.COPY_BOTH})
_PATH: Final = (
    *(DiagnosticField.SCHEMA_NAME, DiagnosticField.TABLE_NAME),
    *(DiagnosticField.COLUMN_NAME, DiagnosticField.CONSTRAINT_NAME),
)
_CANCEL_SECONDS: Final = 5.0
LOST: Final = "08006"


@dataclass(frozen=True, slots=True)
class ServerError:
    """An error as the server words it; ``position`` counts characters of the text sent, from 1, 0 where unknown.

    ``completed`` is the number of statements of the text that ran before the one that failed, ``path`` names the
    schema, table, and column or constraint of which the server speaks, where it does.
    """

    sqlstate: str
    message: str
    detail: str = ""
    hint: str = ""
    context: str = ""
    position: int = 0
    completed: int = 0
    path: tuple[str, ...] = ()

    @property
    def lost(self) -> bool:
        """Whether the connection is gone, so that nobody knows if the step was committed."""
        return self.sqlstate.startswith("08") or self.sqlstate in {"57P01", "57P02", "57P05"}


def execute(
    connection: psycopg.Connection[Any], text: str, tick: Callable[[], None] | None = None, every: float = 0.05
) -> ServerError | None:
    """Send ``text`` whole and wait for it, calling ``tick`` every so many seconds; return the error, if one came.

    Whatever interrupts the waiting cancels the statement on the server and closes the connection, so that its
    transaction is rolled back.
    """
    try:
        return _conversation(connection.pgconn, text, tick, every)
    except psycopg.OperationalError as error:
        connection.close()
        return ServerError(LOST, str(error).strip() or "the connection was lost")
    except BaseException:
        with suppress(psycopg.Error):
            connection.cancel_safe(timeout=_CANCEL_SECONDS)
        connection.close()
        raise


def _conversation(pgconn: PGconn, text: str, tick: Callable[[], None] | None, every: float) -> ServerError | None:
    completed, error = 0, None
    with selectors.DefaultSelector() as selector:
        _send(pgconn, text, selector)
        while True:
            while pgconn.is_busy():
                if not selector.select(every if tick else None) and tick:
                    tick()
                else:
                    pgconn.consume_input()
            result = pgconn.get_result()
            if result is None:
                return error
            if result.status in _COPYING:
                pgconn.finish()
                return ServerError("0A000", "a migration cannot COPY from or to the client", completed=completed)
            if result.status == ExecStatus.FATAL_ERROR:
                error = _error(pgconn, result, completed)
            completed += 1


def _send(pgconn: PGconn, text: str, selector: selectors.BaseSelector) -> None:
    pgconn.send_query(text.encode())
    selector.register(pgconn.socket, selectors.EVENT_READ | selectors.EVENT_WRITE)
    while pgconn.flush():
        for _, events in selector.select():
            if events & selectors.EVENT_READ:
                pgconn.consume_input()
    selector.modify(pgconn.socket, selectors.EVENT_READ)


def _error(pgconn: PGconn, result: PGresult, completed: int) -> ServerError:
    def said(field: DiagnosticField) -> str:
        return (result.error_field(field) or b"").decode(errors="replace")

    lost = pgconn.status == ConnStatus.BAD
    position = said(DiagnosticField.STATEMENT_POSITION)
    return ServerError(
        sqlstate=said(DiagnosticField.SQLSTATE) or LOST if not lost else LOST,
        message=said(DiagnosticField.MESSAGE_PRIMARY) or result.error_message.decode(errors="replace").strip(),
        detail=said(DiagnosticField.MESSAGE_DETAIL),
        hint=said(DiagnosticField.MESSAGE_HINT),
        context=said(DiagnosticField.CONTEXT),
        position=int(position) if position.isdigit() else 0,
        completed=completed,
        path=tuple(word for field in _PATH if (word := said(field))),
    )

"""Running the statements of a step one by one, outside a transaction, and cleaning up behind an attempt that failed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from fluxc.run.execute import execute
from fluxc.run.failure import AGAIN

if TYPE_CHECKING:
    from collections.abc import Callable

    import psycopg

    from fluxc.history.migration import Apart, Step
    from fluxc.run.execute import ServerError

_RESET: Final = (
    b"reset lock_timeout; reset statement_timeout; reset search_path; reset standard_conforming_strings;"
    b" reset check_function_bodies"
)


def is_done(connection: psycopg.Connection[Any], apart: Apart) -> bool:
    """Tell whether the database holds what the step leads to."""
    return _state(connection, apart) is True


def clean(
    connection: psycopg.Connection[Any], apart: Apart, tick: Callable[[], None] | None = None
) -> ServerError | None:
    """Take away what is left of an attempt, if anything is; return the error, if that cannot be done now."""
    if not apart.cleanup or _state(connection, apart) is not False:
        return None
    error = execute(connection, apart.cleanup, tick)
    return replace(error, position=0, completed=0) if error else None


def run_apart(
    connection: psycopg.Connection[Any], step: Step, apart: Apart, tick: Callable[[], None] | None = None
) -> ServerError | None:
    """Run the statements of a step, behind a cleanup where an attempt has left something; return the error, if any.

    The position of the error is one in the text of the step.  After it nothing is left behind, but where the connection
    was lost, where it is to be tried again, or where others are in the way of that: the next attempt finds it.
    """
    from fluxc.history.statements import statements  # which needs the lexer, as few runs do

    if (error := clean(connection, apart, tick)) is not None:
        return error
    for number, (start, text) in enumerate(statements(step.text)):
        error = execute(connection, text, tick)
        if error is not None:
            if not connection.closed:
                connection.execute(_RESET)
                if error.sqlstate not in AGAIN:  # else the next attempt does, which others may have to wait for as well
                    clean(connection, apart, tick)
            position = error.position + start if error.position else 0
            return replace(error, position=position, completed=number)
    return None


def _state(connection: psycopg.Connection[Any], apart: Apart) -> bool | None:
    row = connection.execute(apart.done_when.encode()).fetchone()
    return row[0] if row else None

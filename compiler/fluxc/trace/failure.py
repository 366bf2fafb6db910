"""A statement that the server refused while it was traced."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import psycopg


class StatementError(Exception):
    """An error as the server words it; ``statement`` counts from 0, ``offset`` is the place in the text of the step.

    The transaction of the step was rolled back. ``__cause__`` is what the driver raised.
    """

    def __init__(self, statement: int, offset: int, error: psycopg.Error) -> None:
        said = error.diag
        self.statement = statement
        self.offset = offset
        self.sqlstate = error.sqlstate or ""
        self.message = said.message_primary or str(error).strip() or type(error).__name__
        self.detail = said.message_detail or ""
        self.hint = said.message_hint or ""
        self.context = said.context or ""
        super().__init__(f"{self.message} (SQLSTATE {self.sqlstate})")

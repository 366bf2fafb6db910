"""Running a file of SQL statement by statement, and telling what each of them does, or why it is refused."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

import psycopg

from fluxc.lint.sql.cursor import identifier
from fluxc.lint.sql.cut import cut
from fluxc.lint.sql.outcome import Outcome
from fluxc.lint.sql.read import is_command, read
from fluxc.lint.sql.work_forms import Transaction
from fluxc.rehearsal import rows
from fluxc.rehearsal.effects import effects
from fluxc.rehearsal.fit import is_run
from fluxc.rehearsal.refusal import is_about_rows, on_rows, told
from fluxc.rehearsal.session import Session
from fluxc.server.connect import connect
from fluxc.server.roles import missing_role
from fluxc.source.excerpt import Lines
from fluxc.trace.step import telling

if TYPE_CHECKING:
    from collections.abc import Collection

    from fluxc.diagnostics import Diagnostic, Span
    from fluxc.lint.sql.cut import Statement
    from fluxc.lint.sql.forms import Form
    from fluxc.lint.sql.source import Source
    from fluxc.rehearsal.ground import Ground
    from fluxc.rehearsal.seen import Seen
    from fluxc.trace.cost import Cost

_CALLED: Final = "fluxc lint"
_PATIENCE: Final = "60s"


class Measured(NamedTuple):
    """A statement that cost something, and the place where it begins."""

    place: Span
    text: str
    cost: Cost


class Rehearsed(NamedTuple):
    """What came of a file: of each statement that was run, and what is to be said of those that were refused.

    ``unmade`` are the words of these, and of those of files before it.
    """

    outcomes: dict[int, Outcome]
    said: tuple[Diagnostic, ...]
    measured: tuple[Measured, ...]
    unmade: frozenset[str]


def rehearse(source: Source, ground: Ground, unmade: Collection[str] = ()) -> Rehearsed:
    """Run a file in a database, and leave there what it makes.

    ``unmade`` are the words of statements before it that were not run, from which errors may follow.
    Raises OutsideError where the server cannot be reached, and psycopg.Error where it goes away.
    """
    with (
        connect(ground.url, application_name=_CALLED) as connection,
        connect(ground.url, application_name=_CALLED) as second,
        telling(connection) as messages,
    ):
        with suppress(psycopg.Error):  # what a server says is understood in English; only superusers may choose
            connection.execute("set lc_messages to 'C'")
        connection.execute(f"set statement_timeout = '{_PATIENCE}'".encode())
        rows.put(connection)
        file = _File(source, ground, Session(ground.url, connection, second, messages), unmade)
        file.run()
        return Rehearsed(file.outcomes, tuple(file.said), tuple(file.measured), frozenset(file.unmade))


class _File:
    """One file on its way through the server."""

    def __init__(self, source: Source, ground: Ground, session: Session, unmade: Collection[str]) -> None:
        self.outcomes: dict[int, Outcome] = {}
        self.said: list[Diagnostic] = []
        self.measured: list[Measured] = []
        self.unmade = set(unmade)
        self._source = source
        self._ground = ground
        self._session = session
        self._lines = Lines(source.text)
        self._bare = False

    def run(self) -> None:
        """Run all that is for one database; a transaction that is left open is rolled back, as psql leaves it."""
        session = self._session
        if self._source.wrapped:
            session.turn("begin", "begin")
        for statement in cut(self._source.text).statements:
            form = read(statement)
            if is_command(statement) and is_run(statement, form, with_roles=self._ground.with_roles):
                self._take(statement, form)
            if session.connection.closed:
                return
        if self._source.wrapped and session.in_transaction:
            with suppress(psycopg.Error):  # no statement is to blame for a constraint that was held back
                session.connection.execute("commit")

    def _take(self, statement: Statement, form: Form) -> None:
        """Run a statement, and where it is refused see why; one in a transaction that has failed is passed over."""
        if self._session.has_failed and not isinstance(form, Transaction):
            return
        if self._bare and not self._session.in_transaction:
            self._bare = False
            rows.put(self._session.connection)
        text = self._source.text[statement.start : statement.end]
        try:
            seen = self._with_roles(form, text, frozenset())
        except psycopg.Error as error:
            self._refused(statement, form, text, error)
        else:
            self._see(statement, text, seen)

    def _with_roles(self, form: Form, text: str, made: frozenset[str]) -> Seen | None:
        """Run a statement, and make the roles that it names and the server lacks."""
        try:
            return self._session.run(form, text)
        except psycopg.Error as error:
            role = missing_role(error.diag.message_primary or "")
            if role is None or role in made or self._session.connection.closed:
                raise
        self._ground.make_role(role)
        return self._with_roles(form, text, made | {role})

    def _see(self, statement: Statement, text: str, seen: Seen | None) -> None:
        if seen is None:
            self.outcomes[statement.start] = Outcome()
            return
        self.outcomes[statement.start] = Outcome(effects(seen, bounded=self._session.is_bounded()))
        if seen.cost:
            place = self._lines.span(self._source.file, statement.start, statement.end)
            self.measured.append(Measured(place, text, seen.cost))

    def _refused(self, statement: Statement, form: Form, text: str, error: psycopg.Error) -> None:
        """Tell of a statement that the server does not take, unless it takes it where there are no rows."""
        span, ends = self._span(statement, error), isinstance(form, Transaction)
        if is_about_rows(error) and not ends and not self._session.connection.closed:
            self._bare = True
            with suppress(psycopg.Error):
                self._see(statement, text, self._session.run_without_rows(form, text))
        if statement.start in self.outcomes:
            said = on_rows(error, form, span)
        else:
            said = told(error, span, self._ground.major, self.unmade)
            self.unmade |= {name for word in statement.words if (name := identifier(word.text))}
        if said is not None:
            self.said.append(said)

    def _span(self, statement: Statement, error: psycopg.Error) -> Span:
        """Return the place that the server names, or the statement."""
        position = error.diag.statement_position or ""
        if not position.isdigit():
            return self._lines.span(self._source.file, statement.start, statement.end)
        at = min(statement.start + int(position) - 1, statement.end - 1)
        word = next((word for word in statement.words if word.start <= at < word.end), None)
        return self._lines.span(self._source.file, at, word.end if word else at + 1)

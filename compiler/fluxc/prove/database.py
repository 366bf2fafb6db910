"""A database of a throw-away server, to which migrations are applied without a ledger."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self

import psycopg

from fluxc.history.statements import statement_starts
from fluxc.inspect import Outside, compare, read, read_both
from fluxc.prove.touched import prints
from fluxc.run.apart import clean, run_apart
from fluxc.run.execute import ServerError, execute
from fluxc.server.connect import connect
from fluxc.server.roles import missing_role
from fluxc.trace.measured import Run

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from types import TracebackType

    from fluxc.history.migration import Step
    from fluxc.inspect import Catalogue, Difference
    from fluxc.model.state import State
    from fluxc.prove.touched import Name, Print
    from fluxc.trace.cost import Cost
    from fluxc.trace.failure import StatementError

_LONGEST: Final = 100
_TABLES: Final = """
select spaces.nspname::text, class.relname::text
from pg_catalog.pg_class as class join pg_catalog.pg_namespace as spaces on spaces.oid = class.relnamespace
where class.relkind in ('r', 'p') and spaces.nspname !~ '^(pg_|information_schema$)'
"""


class Refused(NamedTuple):
    """A step that the server did not take, and what it said."""

    step: Step
    error: ServerError


class Database:
    """A database, and a connection to it.

    A role that a statement names and the server lacks is made: roles belong to the server, and a throw-away one has
    none.
    """

    def __init__(self, url: str, make_role: Callable[[str], None]) -> None:
        self._url = url
        self._make_role = make_role
        self.connection = self._connected()
        self._reader: psycopg.Connection[Any] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()
        if self._reader is not None:
            self._reader.close()

    def _connected(self) -> psycopg.Connection[Any]:
        connection = connect(self._url, application_name="fluxc prove")
        with suppress(psycopg.Error):  # what a server says is understood in English; only superusers may choose
            connection.execute("set lc_messages to 'C'")
        return connection

    def apply(self, steps: Iterable[Step]) -> Refused | None:
        """Apply steps one after the other, up to the first that the server refuses; return that."""
        for step in steps:
            error = run_apart(self.connection, step, step.apart) if step.apart else self._transaction(step.text)
            if error is not None:
                return Refused(step, error)
        return None

    def trace(self, steps: Iterable[Step], costs: list[Run]) -> Refused | None:
        """Apply steps as `apply` does, and add to ``costs`` what each statement costs; no role is made."""
        from fluxc.trace.failure import StatementError
        from fluxc.trace.step import trace

        with connect(self._url, application_name="fluxc prove") as second:
            for step in steps:
                if step.apart and (left := clean(self.connection, step.apart)) is not None:
                    return Refused(step, left)
                try:
                    found = trace(self.connection, step.text, second)
                except StatementError as error:
                    return Refused(step, _said(error))
                costs += _traced(step, found)
        return None

    def empty(self, names: Collection[Name] | None = None) -> None:
        """Take the rows of these tables or of all away, and have sequences begin again."""
        from psycopg import sql

        found = [name for name in self.connection.execute(_TABLES).fetchall() if names is None or name in names]
        if found:
            tables = sql.SQL(", ").join(sql.Identifier(*name) for name in found)
            self.connection.execute(sql.SQL("truncate {} restart identity cascade").format(tables))

    def run(self, texts: Iterable[str]) -> ServerError | None:
        """Run transactions one after the other, up to the first that the server refuses; return the error."""
        return next((error for text in texts if (error := self._transaction(text)) is not None), None)

    def _transaction(self, text: str) -> ServerError | None:
        made: set[str] = set()
        while True:
            error = execute(self.connection, text)
            if error is None or self.connection.closed:
                return error
            self.connection.rollback()
            role = missing_role(error.message)
            if role is None or role in made:
                return error
            made.add(role)
            self._make_role(role)

    def catalogue(self, outside: Outside, only: Collection[Name] | None = None) -> Catalogue:
        """Return what the database holds, of relations those in ``only`` where it says some.

        Such a part is read by a connection that does nothing else, and has the server keep its plans.
        """
        if only is None:
            return read(self.connection, outside=outside)
        if self._reader is None:
            self._reader = self._connected()
            self._reader.execute("set plan_cache_mode = force_generic_plan")
        return read(self._reader, outside=outside, only=only, again=True)

    def prints(self) -> Mapping[Name, Print]:
        """Return what tells later which relations were touched."""
        return prints(self.connection)

    def both(self, outside: Outside) -> tuple[Catalogue, State]:
        """Return what the database holds, and the state that it is in, with raw SQL for what a state cannot say."""
        catalogue, reading = read_both(self.connection, outside=outside, raw=lambda _: True)
        return catalogue, reading.state

    def differences(self, expected: Catalogue, found: Catalogue) -> tuple[Difference, ...]:
        """Return in what two catalogues differ, of which this database has one."""
        return compare(self.connection, expected, found)


def _traced(step: Step, costs: Sequence[Cost]) -> Iterator[Run]:
    starts = statement_starts(step.text) if costs else ()
    for cost in costs:
        end = starts[cost.statement + 1] if cost.statement + 1 < len(starts) else len(step.text)
        words = " ".join(step.text[cost.offset : end].partition(";")[0].split())
        yield Run(step.number, words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…", cost)


def _said(error: StatementError) -> ServerError:
    """Return an error that came while a step was traced as one that came while it was run."""
    cause = error.__cause__.diag if isinstance(error.__cause__, psycopg.Error) else None
    path = (cause.schema_name, cause.table_name, cause.column_name, cause.constraint_name) if cause else ()
    return ServerError(
        error.sqlstate,
        error.message,
        error.detail,
        error.hint,
        error.context,
        position=error.offset + 1,
        completed=error.statement,
        path=tuple(word for word in path if word),
    )

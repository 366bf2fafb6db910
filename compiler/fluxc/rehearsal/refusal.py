"""What to say of a statement that the server refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Diagnostic, Severity
from fluxc.lint.sql.work_forms import Write
from fluxc.server.lacks import ELSEWHERE, cure

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    import psycopg

    from fluxc.diagnostics import Span
    from fluxc.lint.sql.forms import Form

_UNDEFINED: Final = frozenset({"42P01", "42703", "42704", "42883", "3F000"})
"""What a statement may meet where one before it, that was to make something, was not run."""
_ABORTED: Final = "25P02"
_NAMES: Final = re.compile(r'"([^"]+)"|\b(?:column|function|type|procedure|aggregate|operator) ([^\s"(]+)')
_ABOUT_ROWS: Final = ("22", "23")
_CANCELED: Final = "57014"
_NOT_ALLOWED: Final = "42501"
_OF_PSQL: Final = re.compile(r'syntax error at or near "[:\\]')
_SYNTAX: Final = "42601"
_HERE: Final = "run it on a server that has it, named by --scratch-url or FLUXC_PG_HOME"
_ALLOWED: Final = "run it on a server whose user may do it, named by --scratch-url"
_MEND: Final = "mend the statement, or what is to be there before it"
_ON_ROWS: Final = "correct such rows first, or see that there are none"


def is_about_rows(error: psycopg.Error) -> bool:
    """Return whether a statement failed for the rows that are there, or that it writes."""
    return (error.sqlstate or "")[:2] in _ABOUT_ROWS


def told(error: psycopg.Error, span: Span, major: int, unmade: Collection[str]) -> Diagnostic | None:
    """Return what to say of an error at a place; nothing where it only follows from one that was told before.

    ``unmade`` are the words of statements that were not run.
    """
    state, message = error.sqlstate or "", said(error)
    if state == _ABORTED or (state in _UNDEFINED and any(name in unmade for name in _named(message))):
        return None
    if lacking := cure(message):
        return _not_run(f"the server has not what this needs: {message}", span, lacking.replace(ELSEWHERE, _HERE))
    if state == _CANCELED:
        return _not_run("this was given up, since it took too long", span, "set `statement_timeout` to allow it more")
    if state == _NOT_ALLOWED:
        return _not_run(
            f"the user of the server may not do this: {message}", span, _HERE.replace("has it", "allows it")
        )
    if state == _SYNTAX and _OF_PSQL.search(message):
        return _not_run("psql puts something in place of a variable here", span, "lint the text that psql would send")
    beside = (("detail", error.diag.message_detail), ("hint", error.diag.message_hint))
    more = [f"{word}: {text}" for word, text in beside if text]
    text = "\n".join((f"PostgreSQL {major} refuses this: {message}", *more))
    return Diagnostic("refused-statement", text, span, _MEND)


def on_rows(error: psycopg.Error, form: Form, span: Span) -> Diagnostic | None:
    """Return what to say of a statement that only an empty database took; nothing where it writes rows of its own."""
    if isinstance(form, Write):
        return None
    message = f"this fails where the rows are like the sample's: {said(error)}"
    return Diagnostic("fails-on-rows", message, span, _ON_ROWS, Severity.WARNING)


def _named(message: str) -> Iterator[str]:
    """Yield the last parts of the names that a message gives."""
    for quoted, bare in _NAMES.findall(message):
        yield (quoted or bare).rpartition(".")[2]


def said(error: psycopg.Error) -> str:
    """Return the message of an error in one line."""
    return " ".join((error.diag.message_primary or str(error) or type(error).__name__).split())


def _not_run(message: str, span: Span, help_text: str) -> Diagnostic:
    return Diagnostic("not-run", message, span, help_text, Severity.WARNING)

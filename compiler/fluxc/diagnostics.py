"""The value that every stage returns when something is to be said about the input."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How much a diagnostic matters; an error stops the command that found it."""

    ERROR = "error"
    WARNING = "warning"


class Span(NamedTuple):
    """A place in a file.

    ``line`` and ``column`` count from 1, ``column`` and ``length`` in characters; ``excerpt`` is the source line
    without its newline, kept so that reporting reads no file.
    """

    file: str
    line: int = 0
    column: int = 0
    length: int = 1
    excerpt: str = ""


class Diagnostic(NamedTuple):
    """One finding: a stable kebab-case code, what is wrong, where, and what to do about it."""

    code: str
    message: str
    span: Span | None = None
    help: str = ""
    severity: Severity = Severity.ERROR


class InputError(Exception):
    """The project's input is wrong; carries every diagnostic that was found."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(diagnostic.message for diagnostic in self.diagnostics))


class OutsideError(Exception):
    """The database, the disk or another part of the outside world failed."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic
        super().__init__(diagnostic.message)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the help sentence that names the known words nearest to ``word``, or an empty string."""
    import difflib  # a build with nothing to say does without

    near = difflib.get_close_matches(word, list(known), n=2, cutoff=0.6)
    return f"did you mean {' or '.join(f'`{name}`' for name in near)}?" if near else ""

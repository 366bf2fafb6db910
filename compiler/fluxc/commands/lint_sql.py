"""``fluxc lint FILE.sql``: the rules over files of SQL, in a project or without one."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

from fluxc.commands.lint import LintResult, today
from fluxc.commands.sql_paths import STDIN
from fluxc.diagnostics import Diagnostic, InputError, Span
from fluxc.lint.sql.check import check_sql
from fluxc.lint.sql.source import Source
from fluxc.lint.sql.types import ColumnTypes
from fluxc.project.lint import LintSettings, read_lint_settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from fluxc.history.migration import History
    from fluxc.project.layout import Layout

_STDIN_NAME: Final = "stdin"


def lint_sql(paths: Sequence[Path], layout: Layout | None, *, wrapped: bool) -> LintResult:
    """Return what the rules say of files of SQL, by the settings of the project if there is one.

    ``wrapped`` tells that whoever runs the files puts each into a transaction.  Raises InputError for a file that
    cannot be read and for settings that are wrong.
    """
    settings = read_lint_settings(layout) if layout else LintSettings()
    linted = check_sql([source_of(path, layout, wrapped=wrapped) for path in paths], settings, today())
    return LintResult(linted.diagnostics, linted.suppressed, statements=linted.statements)


def source_of(path: Path, layout: Layout | None, *, wrapped: bool) -> Source:
    """Return a file as it is linted; raises InputError for one that cannot be read."""
    if str(path) == STDIN:
        text = _decoded(sys.stdin.buffer.read(), _STDIN_NAME)
        return Source(_STDIN_NAME, text, wrapped, types=_types(layout, _STDIN_NAME))
    file = layout.shown(path.resolve()) if layout else str(path)
    try:
        raw = path.read_bytes()
    except OSError as error:
        message = f"`{file}` cannot be read: {error.strerror or error}"
        raise InputError([Diagnostic("unreadable-file", message, Span(file), "name a file of SQL")]) from None
    return Source(file, _decoded(raw, file), wrapped, types=_types(layout, file))


def _types(layout: Layout | None, file: str) -> ColumnTypes | None:
    return ColumnTypes(partial(_lines_before, layout, file)) if layout else None


def _lines_before(layout: Layout, file: str) -> Mapping[str, str]:
    """Return the state of the project that a file begins from, as `begin` tells; what is wrong is for others to say."""
    from fluxc.history.delta import replay
    from fluxc.history.folder import read_folder

    history, _ = read_folder(layout.out, layout.root, verify=False)
    with suppress(InputError):
        return replay(history.migrations[: begin(history, file)])
    return {}


def begin(history: History, file: str) -> int:
    """Return how many migrations come before a file: all that are sealed, or all where none is.

    Before a migration of the project, or its way back, are those that it says itself.
    """
    for number, migration in enumerate(history.migrations):
        if file in (migration.file, migration.down_file):
            return number + (file == migration.down_file)
    return len(history.sealed) or len(history.migrations)


def _decoded(raw: bytes, file: str) -> str:
    try:
        return raw.decode().removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError:
        message = f"`{file}` is not UTF-8"
        raise InputError([Diagnostic("not-utf8", message, Span(file), "save it as UTF-8")]) from None

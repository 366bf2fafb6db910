"""Whether the files still say what was written and sealed: the only reading here that needs a lexer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Diagnostic, Span
from fluxc.history.checksum import NotSqlError, checksum
from fluxc.history.marks import line_of, sections
from fluxc.history.statements import begins_transaction, ends_early, ends_transaction, statement_starts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.history.migration import Down, Migration, Step

_ENDING_WORD: Final = re.compile(r"\b(?:commit|rollback|abort|end|prepare\s+transaction)\b", re.IGNORECASE)
_ENDINGS: Final = ("commit", "rollback", "abort", "end", "prepare")


def verify(migration: Migration) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the statements of a migration and its down: edited, or no single transactions."""
    return (
        *_edited(migration.text, migration.file, migration.checksum, migration),
        *_edited(migration.down.text, migration.down_file, migration.down.checksum, migration),
        *_early_ends(migration.file, migration.steps),
        *_early_ends(migration.down_file, migration.down.steps),
    )


def verify_down(down: Down) -> bool:
    """Tell whether a down kept elsewhere still is what its checksum says."""
    return actual_checksum(down.text) == down.checksum


def actual_checksum(text: str) -> str | None:
    """Return the checksum of a file's steps as they stand, or None where they are no SQL."""
    cut = sections(text)
    try:
        return checksum(text[cut.body : cut.body_end])
    except NotSqlError:
        return None


def _edited(text: str, file: str, expected: str, migration: Migration) -> Iterator[Diagnostic]:
    if actual_checksum(text) == expected:
        return
    span = Span(file, line_of(text, sections(text).body))
    if migration.sealed:
        cure = f"restore it from version control: git checkout -- {file}, and put the change into a new migration"
        yield Diagnostic("sealed-edited", f"the statements of {file} were edited after it was sealed", span, cure)
        return
    cure = (
        "keep it as it is with `fluxc seal`, "
        f"or throw it away: rm {migration.file} {migration.down_file} && fluxc build"
    )
    yield Diagnostic("pending-edited", f"the statements of {file} were edited by hand", span, cure)


def _early_ends(file: str, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    for step in steps:
        if step.apart:
            yield from _transactions(file, step)
            continue
        inner = step.text[len("begin;") : -len("commit;")]
        lowered = inner.lower()
        if not any(word in lowered for word in _ENDINGS) or not _ENDING_WORD.search(inner):
            continue  # the first look is much the quicker one, and most steps hold none of these
        if (offset := _early_end(step.text)) is None:
            continue
        line = step.line + line_of(step.text, offset) - 1
        message = f"step {step.number} of {file} ends its transaction before its last line"
        cure = f"take the statement on line {line} out: a step is exactly one transaction"
        yield Diagnostic("split-transaction", message, Span(file, line), cure)


def _transactions(file: str, step: Step) -> Iterator[Diagnostic]:
    """Yield where a step that is to run outside a transaction begins or ends one."""
    try:
        starts = statement_starts(step.text)
    except NotSqlError:
        return
    for offset in starts:
        if begins_transaction(step.text, offset) or ends_transaction(step.text, offset):
            line = step.line + line_of(step.text, offset) - 1
            message = f"step {step.number} of {file} is marked to run outside a transaction, but begins or ends one"
            cure = f"take the statement on line {line} out"
            yield Diagnostic("split-transaction", message, Span(file, line), cure)


def _early_end(text: str) -> int | None:
    try:
        return ends_early(text)
    except NotSqlError:
        return None

"""Where the statements of a step begin, told from its tokens."""

from __future__ import annotations

from fluxc.history.checksum import NotSqlError, significant_tokens

_BLOCK_ENDING = frozenset({"commit", "rollback", "abort", "end"})


def statement_starts(text: str) -> tuple[int, ...]:
    """Return the offset of the first token of each statement of ``text``.

    A semicolon inside brackets or a ``begin atomic … end`` body ends no statement, as in psql.
    """
    starts: list[int] = []
    brackets, block, fresh, before = 0, 0, True, ""
    for word, start in significant_tokens(text):
        if fresh and word != ";":
            starts.append(start)
            fresh = False
        brackets += (word in "([") - (word in ")]")
        block = _block_depth(block, before, word)
        if word == ";" and brackets <= 0 and block == 0:
            brackets, fresh = 0, True
        before = word
    return tuple(starts)


def statement_at(text: str, number: int) -> int:
    """Return the offset of statement ``number``, from 0; the last one's where there are fewer, 0 where none is told."""
    try:
        starts = statement_starts(text)
    except NotSqlError:
        return 0
    return starts[min(number, len(starts) - 1)] if starts else 0


def _block_depth(depth: int, before: str, word: str) -> int:
    if word == "atomic" and before == "begin":
        return depth + 1
    if depth and word == "case":
        return depth + 1
    if depth and word == "end":
        return depth - 1
    return depth


def ends_early(text: str) -> int | None:
    """Return the offset of a statement that ends the step's transaction before its last statement, if there is one."""
    starts = statement_starts(text)
    return next((start for start in starts[1:-1] if ends_transaction(text, start)), None)


def begins_transaction(text: str, start: int = 0) -> bool:
    """Return whether the statement of ``text`` that starts there begins a transaction."""
    words = text[start : start + 60].lower().replace(";", " ").split()
    return words[:1] == ["begin"] or words[:2] == ["start", "transaction"]


def statements(text: str) -> tuple[tuple[int, str], ...]:
    """Return the statements of ``text``, each with its offset; what stands behind one up to the next belongs to it."""
    starts = statement_starts(text)
    return tuple((start, text[start:end]) for start, end in zip(starts, (*starts[1:], len(text)), strict=True))


def ends_transaction(text: str, start: int = 0) -> bool:
    """Return whether the statement of ``text`` that starts there ends a transaction."""
    words = text[start : start + 60].lower().replace(";", " ").split()
    if words[0] in _BLOCK_ENDING and words[1:2] != ["to"] and words[:3] != ["rollback", "work", "to"]:
        return True
    return words[:2] == ["prepare", "transaction"]

"""Bodies of routines and blocks of statements, judged by their tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.lexer import Kind, LexicalError, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fluxc.lexer import Token

_CLOSES: Final = {")": "(", "]": "["}
_TRANSACTION: Final = frozenset(
    {"begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release", "prepare"}
)


def is_parsed_body(text: str) -> bool:
    """Return whether a body in SQL is one that the server parses when the routine is made."""
    words = text.split(None, 2)
    first = words[0].lower() if words else ""
    return returns(text) or (first == "begin" and len(words) > 1 and words[1].lower().rstrip(";") == "atomic")


def returns(text: str) -> bool:
    """Return whether a body is a ``return``."""
    return text.lstrip()[:6].lower() == "return" and not text.lstrip()[6:7].isidentifier()


def body_problem(text: str) -> str | None:
    """Return why a text is not exactly one body that the server parses."""
    try:
        found = tokens(text)
    except LexicalError as error:
        return error.reason
    if problem := _unbalanced(found):
        return problem
    starts = list(openings(found))
    if len(starts) > 1 or (returns(text) and any(token.text == ";" for token in found)):
        return "behind the body something else follows"
    if not returns(text) and found[-1].text.lower() != "end":
        return "`begin atomic` has no `end`"
    return None


def block_problem(text: str) -> str | None:
    """Return why a text is not made of whole statements that leave the transaction alone."""
    try:
        found = tokens(text)
    except LexicalError as error:
        return error.reason
    starts = list(openings(found))
    if not starts:
        return "there is no statement"
    for at in starts:
        word = found[at].text.lower()
        behind = found[at + 1].text.lower() if at + 1 < len(found) else ""
        if found[at].kind is Kind.WORD and word in _TRANSACTION and (word != "prepare" or behind == "transaction"):
            return f"`{found[at].text}` would end or part the transaction of the step"
    return _unbalanced(found)


def openings(found: Sequence[Token]) -> Iterator[int]:
    """Yield the position of the first token of each statement; one in ``begin atomic … end`` is part of another."""
    fresh, brackets, block, before = True, 0, 0, ""
    for at, token in enumerate(found):
        word = token.text.lower()
        if fresh and word != ";":
            yield at
            fresh = False
        brackets += (word in "([") - (word in ")]")
        if word == "atomic" and before == "begin":
            block += 1
        elif block and word in {"case", "end"}:
            block += 1 if word == "case" else -1
        fresh = fresh or (word == ";" and brackets <= 0 and block == 0)
        before = word


def _unbalanced(found: Sequence[Token]) -> str | None:
    opened: list[str] = []
    for token in found:
        if token.text in {"(", "["}:
            opened.append(token.text)
        elif token.text in _CLOSES and (not opened or opened.pop() != _CLOSES[token.text]):
            return f"`{token.text}` closes nothing"
    return f"`{opened[-1]}` is not closed" if opened else None


def ended(text: str) -> str:
    """Return statements with the ``;`` that ends the last one, on a line of its own behind a comment."""
    last = tokens(text)[-1]
    if last.text == ";":
        return text
    return f"{text};" if last.start + len(last.text) == len(text) else f"{text}\n;"

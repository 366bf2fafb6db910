"""SQL expressions as text: their one spelling, and whether a text is exactly one (manual, section 4.2)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.lexer import Kind, LexicalError, Token, scan
from fluxc.model.references import identifiers, literal_replaced, qualified_casts, renamed
from fluxc.model.spelling import folded, spelled

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Problem", "canonical", "identifiers", "literal_replaced", "problem", "qualified_casts", "renamed"]

_CUT: Final = "quote the whole value in YAML: a `#` or `,` may have cut it"
_CLOSES: Final = {")": "(", "]": "["}
_MAX_DEPTH: Final = 200

# Words that no expression holds outside brackets: they would turn it into part of another clause.
_CLAUSES: Final = frozenset(
    {"as", "check", "constraint", "create", "default", "deferrable", "do", "except", "fetch", "foreign", "grant"}
    | {"having", "initially", "intersect", "into", "limit", "offset", "on", "order", "primary", "references"}
    | {"returning", "select", "union", "unique", "using", "where", "window"}
)


class Problem(NamedTuple):
    """Why a text is not one SQL expression, the help, and the offset in the text where it shows."""

    message: str
    help: str
    offset: int


@lru_cache(maxsize=16384)
def canonical(text: str) -> str:
    """Return the one spelling of an expression; raises LexicalError, for a comment too.

    Unquoted words are in lower case, quotes that do nothing are gone (those of keywords stay), white space is regular.
    """
    return spelled(folded(text))


@lru_cache(maxsize=16384)
def problem(text: str) -> Problem | None:
    """Return why ``text`` is not exactly one expression as far as tokens tell, or None."""
    try:
        return _token_problem(scan(text))
    except LexicalError as error:
        ends = "does not end" in error.reason
        return Problem(error.reason, _CUT if ends else "write a plain SQL expression", error.offset)


def _token_problem(tokens: Iterable[Token]) -> Problem | None:
    opened: list[Token] = []
    token: Token | None = None
    for token in tokens:
        if found := _refused(token, top=not opened) or _unbalanced(token, opened):
            return found
    if token is None:
        return Problem("an SQL expression is missing", "write one, such as `now()` or `'active'`", 0)
    return Problem(f"`{opened[-1].text}` is not closed", _CUT, opened[-1].start) if opened else None


def _refused(token: Token, *, top: bool) -> Problem | None:
    if token.kind is Kind.COMMENT:
        return Problem("an expression cannot hold a comment", "take the SQL comment out", token.start)
    if token.kind is Kind.PARAMETER:
        return Problem(f"there is no value for {token.text} here", "write the value itself", token.start)
    if token.text == ";":
        return Problem("an expression cannot hold `;`", "write one expression, without `;`", token.start)
    if top and token.text == ",":
        return Problem("`,` starts a second expression", "write one expression; put a list in brackets", token.start)
    if top and token.kind is Kind.WORD and token.text.lower() in _CLAUSES:
        return Problem(
            f"`{token.text}` does not belong to an expression",
            "write only the expression; put a query in brackets, quote a column of that name",
            token.start,
        )
    return None


def _unbalanced(token: Token, opened: list[Token]) -> Problem | None:
    if token.text in {"(", "["}:
        opened.append(token)
        if len(opened) > _MAX_DEPTH:
            return Problem(f"brackets nest deeper than {_MAX_DEPTH}", "write a simpler expression", token.start)
    elif token.text in _CLOSES and (not opened or opened.pop().text != _CLOSES[token.text]):
        return Problem(f"`{token.text}` closes nothing", _CUT, token.start)
    return None

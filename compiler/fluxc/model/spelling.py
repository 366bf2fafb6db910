"""One spelling of SQL: tokens folded to their canonical text, and the spacing between them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from fluxc.lexer import Kind, LexicalError, Token, scan
from fluxc.model.keywords import KEYWORDS
from fluxc.model.names import fold, quoted, without_quotes

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIMPLE: Final = re.compile(r"[a-z_][a-z0-9_]*")

LEADING: Final = frozenset(
    {"and", "or", "not", "in", "is", "like", "ilike", "similar", "to", "between", "symmetric", "asymmetric", "escape"}
    | {"case", "when", "then", "else", "both", "leading", "trailing", "placing", "for", "from"}
    | {"select", "distinct", "where", "having", "by", "on", "limit", "offset", "returning"}
)
"""Keywords that an operand follows: a sign behind one belongs to that operand."""

_NO_FUNCTION: Final = LEADING | {"as", "exists", "filter", "group", "lateral", "over", "using", "values", "with"}


@lru_cache(maxsize=16384)
def folded(text: str) -> tuple[Token, ...]:
    """Return the tokens of an expression, each in its canonical text; raises LexicalError, for a comment too."""
    return tuple(map(_folded, scan(text)))


def _folded(token: Token) -> Token:
    kind, text, start = token
    if kind is Kind.WORD:
        return token if _SIMPLE.fullmatch(text) else name_token(fold(text), start)
    if kind is Kind.STRING or kind is Kind.QUOTED:
        return _folded_quoted(token)
    if kind is Kind.COMMENT:
        raise LexicalError("a comment stands in the expression", start)
    return token


def _folded_quoted(token: Token) -> Token:
    if token.text[0] == '"':
        name = name_of(token)
        return token if name in KEYWORDS else name_token(name, token.start)
    return token if token.text[0] in "'$" else token._replace(text=_prefix_raised(token.text))


def _prefix_raised(text: str) -> str:
    prefix = text[:2] if text[1] == "&" else text[:1]
    return prefix.upper() + text[len(prefix) :]


def name_token(name: str, start: int = 0) -> Token:
    """Return the token that names ``name``, quoted unless it is simple."""
    return Token(Kind.WORD, name, start) if _SIMPLE.fullmatch(name) else Token(Kind.QUOTED, quoted(name), start)


def name_of(token: Token) -> str:
    """Return the name that a folded word or a quoted identifier stands for."""
    return without_quotes(token.text) if token.text[-1] == '"' else token.text


def spelled(tokens: Iterable[Token]) -> str:
    """Return folded tokens as text with the canonical spacing; to lex it gives the same tokens again."""
    pieces: list[str] = []
    before: Token | None = None
    signed = False
    for token in tokens:
        if before is not None and _apart(before, token, signed=signed):
            pieces.append(" ")
        signed = token.kind is Kind.OPERATOR and token.text in {"+", "-", "~"} and expects_operand(before)
        pieces.append(token.text)
        before = token
    return "".join(pieces)


def expects_operand(before: Token | None) -> bool:
    """Whether an operand, not an infix operator, comes after the token ``before``."""
    if before is None or before.kind is Kind.OPERATOR:
        return True
    if before.kind is Kind.PUNCTUATION:
        return before.text not in {")", "]", ".", "::"}
    return before.kind is Kind.WORD and before.text in LEADING


def _apart(before: Token, token: Token, *, signed: bool) -> bool:
    if before.text in {"(", "["} or token.text in {")", "]", ",", ";"}:
        return False
    if signed:
        return token.kind is Kind.OPERATOR
    if token.text == "(":
        return not _calls(before)
    if token.text == "[":
        return expects_operand(before)
    return _parted_by_marks(before, token)


def _calls(before: Token) -> bool:
    return before.kind is Kind.QUOTED or (before.kind is Kind.WORD and before.text not in _NO_FUNCTION)


def _parted_by_marks(before: Token, token: Token) -> bool:
    # Only a mark that would read as another token together with its neighbour is kept apart from it.
    if before.text in {":", "::"} or token.text in {":", "::"}:
        return before.text[-1] == ":" and token.text[0] in ":="
    if before.text == ".":
        return token.kind is Kind.NUMBER or token.text[0] == "."
    if token.text == ".":
        return before.kind is Kind.NUMBER or before.text[-1] == "."
    return True

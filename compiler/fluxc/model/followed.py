"""Queries in expressions whose names follow a relation or a column to its new name, as the server's own do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.lexer import Kind
from fluxc.model.mentions import named_paths
from fluxc.model.names import quote
from fluxc.model.spelling import folded, name_of, spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from fluxc.lexer import Token

Path = tuple[str, ...]


def relation_followed(text: str, old: Path, new: Path) -> str:
    """Return the canonical text with a relation, or with all of a namespace, called by its new path.

    A bare name stays bare: what moves to another namespace is found there by nobody who does not say so.
    """
    if len(old) == 1:
        return _replaced(text, lambda tokens, at: _is(tokens[at], old[0]) and _text(tokens, at + 1) == ".", new[0])
    moved = _replaced(text, lambda tokens, at: _is(tokens[at], old[1]) and _stands_for(tokens, at, old[0]), new[1])
    if old[0] == new[0]:
        return moved
    return _replaced(moved, lambda tokens, at: _is(tokens[at], old[0]) and _leads_to(tokens, at, new[1]), new[0])


def column_followed(text: str, namespace: str, table: Path, old: str, new: str) -> str:
    """Return the canonical text with a column called by its new name, where the text reads the table at all."""
    if (table[0], table[1]) not in named_paths(text, namespace):
        return text
    return _replaced(text, lambda tokens, at: _is(tokens[at], old) and _may_be_column(tokens, at), new)


def _replaced(text: str, wanted: Callable[[Sequence[Token], int], bool], new: str) -> str:
    tokens = folded(text)
    found = [at for at in range(len(tokens)) if wanted(tokens, at)]
    if not found:
        return text
    changed = list(tokens)
    for at in found:
        (changed[at],) = folded(quote(new))
    return spelled(changed)


def _is(token: Token, name: str) -> bool:
    return token.kind in {Kind.WORD, Kind.QUOTED} and name_of(token) == name


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _stands_for(tokens: Sequence[Token], at: int, namespace: str) -> bool:
    """Return whether a name may be that of a relation in the namespace: bare, or behind it."""
    if _text(tokens, at - 1) == ".":
        return at > 1 and _is(tokens[at - 2], namespace) and _text(tokens, at - 3) != "."
    return _text(tokens, at - 1) != "::" and _text(tokens, at + 1) != "("


def _leads_to(tokens: Sequence[Token], at: int, name: str) -> bool:
    return _text(tokens, at + 1) == "." and at + 2 < len(tokens) and _is(tokens[at + 2], name)


def _may_be_column(tokens: Sequence[Token], at: int) -> bool:
    return _text(tokens, at - 1) != "::" and _text(tokens, at + 1) not in {"(", "."}

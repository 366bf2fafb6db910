"""The functions that an expression calls: names in front of a bracket, found and rewritten there."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from fluxc.lexer import Kind
from fluxc.model.keywords import COLUMN_ONLY, RESERVED
from fluxc.model.spelling import folded, name_of, spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from fluxc.lexer import Token

Path = tuple[str, ...]
_NO_FUNCTION: Final = RESERVED | COLUMN_ONLY


@lru_cache(maxsize=4096)
def called(text: str) -> frozenset[Path]:
    """Return the names of the functions that a canonical expression calls."""
    found = folded(text) if "(" in text else ()
    return frozenset(path for _, _, path in _calls(found))


def with_calls(text: str, resolve: Callable[[Path], str | None]) -> str:
    """Return the canonical text with each function called what ``resolve`` says; None leaves it."""
    if "(" not in text:
        return text
    found = folded(text)
    result: list[Token] = []
    done = 0
    for start, end, path in _calls(found):
        name = resolve(path)
        if name is not None:
            result += [*found[done:start], *folded(name)]
            done = end
    return spelled([*result, *found[done:]]) if done else text


def _calls(found: Sequence[Token]) -> Iterator[tuple[int, int, Path]]:
    """Yield where the name of each call begins and ends, and its parts."""
    for end in range(1, len(found)):
        if found[end].text != "(" or not _names(found[end - 1]):
            continue
        start = end - 1
        while start > 1 and found[start - 1].text == "." and _names(found[start - 2]):
            start -= 2
        if start + 1 == end and found[start].kind is Kind.WORD and found[start].text in _NO_FUNCTION:
            continue
        if start and found[start - 1].text in {".", "::"}:
            continue
        yield start, end, tuple(name_of(token) for token in found[start:end:2])


def _names(token: Token) -> bool:
    return token.kind in {Kind.WORD, Kind.QUOTED}

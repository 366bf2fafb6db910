"""What a query reads and calls: its names, each by its place among the tokens."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.lexer import Kind, Token
from fluxc.model.mentions import PUBLIC, words
from fluxc.model.query import expands, folded
from fluxc.model.spelling import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fluxc.model.state import Key, State

_ENDS_FROM: Final = frozenset(
    {"where", "group", "having", "window", "order", "limit", "offset", "fetch", "for", "union", "intersect", "except"}
    | {"select", "set", "values", "returning", "do"}
)
_LEADS: Final = frozenset({"from", "join", "only", "lateral", ",", "("})
_TARGETS: Final = frozenset({"into", "update", "table"})
_RELATIONS: Final = frozenset({"table", "view", "materialized_view", "sequence"})
_BEFORE_TYPE: Final = frozenset({"::", "as"})


class _Level(NamedTuple):
    """What is known within one pair of brackets: whether a query stands there, and whether its sources are read."""

    query: bool = False
    reading: bool = False


class Source(NamedTuple):
    """A name of one or two parts; ``called`` says that it is a routine's or a type's, never a relation's alone."""

    path: tuple[str, ...]
    called: bool


def read_keys(text: str, namespace: str, state: State) -> set[Key]:
    """Return the keys of what a query reads, calls and casts to, with the columns that it may read of tables.

    A bare name means the own namespace or ``public``.
    """
    found: set[Key] = set()
    for path, called in _paths(text, namespace):
        found |= {key for key in state.called(path) if not called or key.kind not in _RELATIONS}
    named, everything = words(text), expands(text)
    for key in [key for key in found if key.kind == "table"]:
        for item in state.under(key.path):
            if item.kind == "column" and (everything or item.name in named):
                found.add(item.key)
    return found


@lru_cache(maxsize=4096)
def _paths(text: str, namespace: str) -> frozenset[tuple[tuple[str, str], bool]]:
    found: set[tuple[tuple[str, str], bool]] = set()
    tokens = folded(text)
    own = _with_names(tokens)
    for (first, *rest), called in sources(tokens):
        if rest:
            found.add(((first, rest[0]), called))
        elif called or first not in own:
            found |= {((namespace, first), called), ((PUBLIC, first), called)}
    return frozenset(found)


def _with_names(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the names that ``with`` gives to queries, which hide relations of the same names."""
    found: set[str] = set()
    for at, token in enumerate(tokens):
        if token.text == "(" and at > 1 and tokens[at - 1].text in {"as", "materialized"}:
            name = at - 2
            while name >= 0 and tokens[name].text in {"as", "not", "materialized"}:
                name -= 1
            if name >= 0 and tokens[name].text == ")":
                name = _opening(tokens, name) - 1
            if name >= 0 and _is_name(tokens[name]):
                found.add(name_of(tokens[name]))
    return frozenset(found)


def _opening(tokens: Sequence[Token], closing: int) -> int:
    depth = 0
    for at in range(closing, -1, -1):
        depth += (tokens[at].text == ")") - (tokens[at].text == "(")
        if not depth:
            return at
    return 0


def sources(tokens: Sequence[Token]) -> Iterator[Source]:
    """Yield the names of relations where one may be read or written, of routines that are called, and of types."""
    levels = [_Level()]
    at = 0
    while at < len(tokens):
        token, end = tokens[at], at + 1
        if token.kind is Kind.PUNCTUATION:
            _bracket(tokens, at, levels)
        elif token.kind is Kind.WORD and _steers(tokens, at, levels):
            pass
        elif _is_name(token):
            end = _end_of_name(tokens, at)
            path = tuple(name_of(part) for part in tokens[at:end:2])
            if _read(tokens, at, levels[-1]):
                yield Source(path[:2], called=False)
            elif _calls(tokens, at, end):
                yield Source(path[:2], called=True)
        at = end


def _calls(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether a name is that of a routine that is called, or of a type in a cast or before a literal."""
    literal = end < len(tokens) and tokens[end].kind is Kind.STRING
    return literal or _text(tokens, end) == "(" or _text(tokens, start - 1) in _BEFORE_TYPE


def _bracket(tokens: Sequence[Token], at: int, levels: list[_Level]) -> None:
    if tokens[at].text == "(":
        levels.append(_Level(reading=levels[-1].reading and _text(tokens, at - 1) in _LEADS))
    elif tokens[at].text == ")" and len(levels) > 1:
        levels.pop()


def _steers(tokens: Sequence[Token], at: int, levels: list[_Level]) -> bool:
    """Return whether a word begins or ends the sources of a query, and note that it does."""
    word, level = tokens[at].text, levels[-1]
    if word in {"select", "delete"}:
        levels[-1] = _Level(query=True)
    elif word == "from":
        compares = _text(tokens, at - 1) == "distinct" and _text(tokens, at - 2) in {"is", "not"}
        levels[-1] = level._replace(reading=level.reading or (level.query and not compares))
    elif word == "update" and _text(tokens, at - 1) not in {"for", "key"}:
        levels[-1] = _Level(query=True)
    elif word == "using" and level.query and _text(tokens, at + 1) != "(":
        levels[-1] = level._replace(reading=True)
    elif word in _ENDS_FROM:
        levels[-1] = level._replace(reading=False)
    else:
        return False
    return True


def _read(tokens: Sequence[Token], at: int, level: _Level) -> bool:
    before = _text(tokens, at - 1)
    if before in _TARGETS or (before == "only" and _text(tokens, at - 2) in _TARGETS):
        return True
    return level.reading and (before in _LEADS or before == "using")


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _is_name(token: Token) -> bool:
    return token.kind in {Kind.WORD, Kind.QUOTED}


def _end_of_name(tokens: Sequence[Token], start: int) -> int:
    end = start + 1
    while _text(tokens, end) == "." and end + 1 < len(tokens) and _is_name(tokens[end + 1]):
        end += 2
    return end

"""What an SQL text mentions: a scan of its tokens against the names of a state, and whether two texts say the same."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.lexer import Kind, LexicalError, tokens
from fluxc.model.literal import unquoted
from fluxc.model.names import fold, split_name
from fluxc.model.spelling import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lexer import Token
    from fluxc.model.state import Key, Object, State

PUBLIC: Final = "public"
# A bare word is a relation only where one may stand; elsewhere it is a column, an alias or a variable.
_BEFORE_RELATION: Final = frozenset(
    {"from", "join", "into", "update", "only", "table", "using", "references", "on", "like", ","}
)
_BEFORE_TYPE: Final = frozenset({"::", "returns", "setof", "of"})
_NAMING: Final = frozenset({"nextval", "currval", "setval", "regclass", "regtype", "regproc", "regprocedure"})


class Mention(NamedTuple):
    """A name in a text: its parts, at most the two that name an object, and whether a bare one stands for one."""

    path: tuple[str, ...]
    likely: bool


def mentioned(text: str, namespace: str, state: State) -> set[Key]:
    """Return the keys of the objects that a text names; a bare name means the own namespace or ``public``.

    Names are found by their place among the tokens, so one that only looks like an object's counts as well; a text
    that is made of no tokens mentions nothing.
    """
    return {key for path in named_paths(text, namespace) for key in state.called(path)}


@lru_cache(maxsize=4096)
def named_paths(text: str, namespace: str) -> frozenset[tuple[str, str]]:
    """Return the (namespace, name) pairs for which a text may stand."""
    found: set[tuple[str, str]] = set()
    for path, likely in mentions(text):
        *outer, name = path
        if outer:
            found.add((outer[0], name))
        elif likely:
            found |= {(namespace, name), (PUBLIC, name)}
    return frozenset(found)


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """Return every name among the tokens of a text, and ``*`` where it stands alone for all columns."""
    try:
        found = [_plain(token) for token in tokens(text) if token.kind in {Kind.WORD, Kind.QUOTED} or token.text == "*"]
    except LexicalError:
        return frozenset()
    return frozenset(found)


def mentions(text: str) -> Iterator[Mention]:
    """Yield the names of a text; what stands in a string counts where it names a relation, a type or a routine."""
    try:
        found = tokens(text)
    except LexicalError:
        return
    at = 0
    while at < len(found):
        token = found[at]
        if token.kind is Kind.STRING:
            yield from _in_string(found, at)
        if token.kind not in {Kind.WORD, Kind.QUOTED}:
            at += 1
            continue
        end = at + 1
        while end + 1 < len(found) and found[end].text == "." and found[end + 1].kind in {Kind.WORD, Kind.QUOTED}:
            end += 2
        path = tuple(_plain(part) for part in found[at:end:2])
        yield Mention(path[:2], _likely(found, at, end))
        if len(path) > 2:
            yield Mention(path[1:3], likely=False)
        if end + 1 < len(found) and found[end].text == "." and found[end + 1].kind is Kind.OPERATOR:
            yield Mention((_plain(found[end - 1]), found[end + 1].text), likely=False)
        at = end


def _likely(found: tuple[Token, ...], start: int, end: int) -> bool:
    called = end < len(found) and found[end].text == "("
    before = found[start - 1].text.lower() if start else ""
    return called or before in _BEFORE_RELATION or before in _BEFORE_TYPE or (before == "as" and _casts(found, start))


def _casts(found: tuple[Token, ...], at: int) -> bool:
    """Return whether the brackets around a place are those of ``cast(… as type)``."""
    depth = 0
    for number in range(at - 1, 0, -1):
        text = found[number].text
        depth += (text == ")") - (text == "(")
        if depth < 0:
            return found[number - 1].text.lower() == "cast"
    return False


def _in_string(found: tuple[Token, ...], at: int) -> Iterator[Mention]:
    call = at > 1 and found[at - 1].text == "(" and found[at - 2].text.lower() in _NAMING
    cast = at + 2 < len(found) and found[at + 1].text == "::" and found[at + 2].text.lower() in _NAMING
    said = unquoted(found[at].text) if call or cast else None
    if said is not None:
        try:
            yield Mention(split_name(said.partition("(")[0])[:2], likely=True)
        except ValueError:
            return


def _plain(token: Token) -> str:
    return fold(token.text) if token.kind is Kind.WORD else name_of(token)


@lru_cache(maxsize=4096)
def substance(text: str) -> tuple[str, ...] | str:
    """Return what counts of a text that the server parses: its tokens without comments, words in lower case."""
    try:
        return tuple(fold(token.text) if token.kind is Kind.WORD else token.text for token in tokens(text))
    except LexicalError:
        return text


def alike(one: Object, other: Object) -> bool:
    """Return whether two objects differ in nothing but the layout of their loose texts."""
    if one == other:
        return True
    if type(one) is not type(other) or not one.loose:
        return False
    texts = [(getattr(one, name), getattr(other, name)) for name in one.loose]
    same = all(a == b or (a is not None and b is not None and substance(a) == substance(b)) for a, b in texts)
    return same and one.model_copy(update={name: getattr(other, name) for name in one.loose}) == other

"""What raw SQL makes: the names behind ``create`` at the beginning of its statements, and who mentions them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from fluxc.lexer import Kind, LexicalError, tokens
from fluxc.model.mentions import PUBLIC, named_paths
from fluxc.model.names import fold
from fluxc.model.spelling import name_of
from fluxc.model.statement_text import openings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.lexer import Token
    from fluxc.model.state import Key, Object, State

_KINDS: Final[Mapping[tuple[str, ...], str]] = {
    words: " ".join(words)
    for words in (
        *(("foreign", "data", "wrapper"), ("foreign", "table"), ("user", "mapping"), ("event", "trigger")),
        *(("operator", "class"), ("operator", "family"), ("access", "method"), ("materialized", "view")),
        *(("text", "search", kind) for kind in ("parser", "template", "dictionary", "configuration")),
        *((kind,) for kind in ("server", "operator", "cast", "conversion", "language", "transform", "subscription")),
        *((kind,) for kind in ("type", "domain", "table", "view", "function", "procedure", "aggregate", "sequence")),
        *((kind,) for kind in ("collation", "publication", "role", "statistics")),
    )
}
_NAMELESS: Final = frozenset({"cast", "transform", "user mapping"})
_WHOLE: Final = frozenset(
    {"foreign data wrapper", "server", "event trigger", "access method", "language", "subscription", "publication"}
    | {"role"}
)
"""The kinds that lie in no namespace."""
_FILLING: Final = frozenset({"or", "replace", "trusted", "procedural", "default", "unlogged", "recursive", "global"})
_TYPES: Final = frozenset({"type", "domain"})
_UNPARSED: Final = frozenset({"body", "doc", "place", "name", "up", "down", "depends_on"})


class Made(NamedTuple):
    """Something that a statement makes: its kind in PostgreSQL's words, and its path; none where it has no name."""

    kind: str
    path: tuple[str, ...]

    @property
    def is_type(self) -> bool:
        """Return whether it is a type."""
        return self.kind in _TYPES

    @property
    def called(self) -> tuple[str, str] | None:
        """Return the namespace and the name by which SQL mentions it; a kind stands for no namespace."""
        if not self.path:
            return None
        *outer, name = self.path
        return (outer[0] if outer else f" {self.kind}"), name


@lru_cache(maxsize=1024)
def made_by(text: str, namespace: str) -> tuple[Made, ...]:
    """Return what statements make, in order; a bare name lies in ``namespace``."""
    try:
        found = tokens(text)
    except LexicalError:
        return ()
    return tuple(made for at in openings(found) if (made := _made(found, at, namespace)) is not None)


def _made(found: tuple[Token, ...], at: int, namespace: str) -> Made | None:
    if found[at].text.lower() != "create":
        return None
    at += 1
    while at < len(found) and found[at].text.lower() in _FILLING:
        at += 1
    said = tuple(token.text.lower() for token in found[at : at + 3])
    words = next((words for words in (said, said[:2], said[:1]) if words in _KINDS), None)
    if words is None:
        return None
    at += len(words)
    if [token.text.lower() for token in found[at : at + 3]] == ["if", "not", "exists"]:
        at += 3
    kind = _KINDS[words]
    path = tuple(_path(found, at)) if kind not in _NAMELESS else ()
    return Made(kind, path if kind in _WHOLE or len(path) != 1 else (namespace, *path))


def _path(found: tuple[Token, ...], at: int) -> Iterator[str]:
    while at < len(found) and found[at].kind in {Kind.WORD, Kind.QUOTED, Kind.OPERATOR}:
        yield fold(found[at].text) if found[at].kind is Kind.WORD else name_of(found[at])
        if at + 1 >= len(found) or found[at + 1].text != ".":
            return
        at += 2


def raw_keys(item: Object, state: State) -> Iterator[Key]:
    """Yield the keys of the raw SQL that makes what an object mentions, but for what is in a body kept as text."""
    own = {one.called for one in getattr(item, "made", ())}  # it makes these itself, whoever makes others of the name
    made = {called: keys for called, keys in state.made.items() if called not in own} if own else state.made
    for word in ("language", "method"):
        yield from made.get((f" {'access method' if word == 'method' else word}", getattr(item, word, "") or ""), ())
    for part in getattr(item, "parts", ()):
        yield from made.get((PUBLIC, (getattr(part, "opclass", None) or "").partition("(")[0]), ())
    namespace = item.place[0] if item.place else PUBLIC
    for name in type(item).model_fields:
        if name not in _UNPARSED:
            yield from _found(getattr(item, name), namespace, made)
    yield from _found(getattr(item, "up", None), namespace, made)


def _found(value: object, namespace: str, made: Mapping[tuple[str, str], list[Key]]) -> Iterator[Key]:
    match value:
        case str():
            for path in named_paths(value, namespace):
                yield from made.get(path, ())
        case tuple():
            found = cast("tuple[object, ...]", value)
            yield from made.get(cast("tuple[str, str]", found), ())
            for inner in found:
                yield from _found(inner, namespace, made)
        case _:
            for inner in getattr(type(value), "model_fields", ()):
                yield from _found(getattr(value, inner), namespace, made)

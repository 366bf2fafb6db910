"""The server's words for types, names and expressions in the spelling of a state."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from fluxc.lexer import Kind
from fluxc.model import types
from fluxc.model.expression import canonical
from fluxc.model.names import qualified, split_name
from fluxc.model.spelling import folded, spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from fluxc.lexer import Token
    from fluxc.model.index import Parameters

# Words that PostgreSQL takes in a default between brackets only.
_BRACKETED: Final = frozenset(
    {"and", "or", "not", "in", "is", "isnull", "notnull", "like", "ilike", "similar", "between", "at", "collate"}
    | {"overlaps"}
)
_ESCAPES: Final = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_BASES: Final = {"character": "bpchar", "bit": '"bit"'}
# What the server makes of a number with a sign.
_NEGATIVE: Final = re.compile(r"'(-[0-9]+(?='::integer$)|-[0-9]+\.[0-9]+(?='::numeric$))'::.*")


@lru_cache(maxsize=4096)
def type_text(text: str) -> str | None:
    """Return the canonical spelling of a type as ``format_type`` gives it; None for one that is not known."""
    parts = types.take_apart(text)
    if parts is None:
        return None
    try:
        found = types.builtin(parts)
        if found is None and "." in parts.name:
            path = split_name(parts.name)
            found = types.Type(path, types.free_modifiers(parts.modifiers), parts.array) if len(path) == 2 else None
    except ValueError:
        return None
    return found.text if found is not None and not found.serial else None


@lru_cache(maxsize=16384)
def expression_text(text: str) -> str:
    """Return the canonical text of an expression without the brackets around the whole of it."""
    tokens: Sequence[Token] = _folded(text)
    while (inner := _bracketed(tokens)) is not None:
        tokens = inner
    return spelled(tokens)


@lru_cache(maxsize=16384)
def default_text(text: str, type_name: str) -> str:
    """Return the canonical text of a default for a column of a type, without a cast of a literal to that type."""
    tokens = _folded(text)
    if tokens[0].kind is Kind.STRING and "::" in text:
        bare, spelling = tokens[0].text, spelled(tokens)
        if negative := _NEGATIVE.fullmatch(spelling):
            return negative[1]
        return bare if spelling == f"{bare}::{_without_modifiers(type_name)}" else spelling
    inner = _bracketed(tokens)
    if inner is not None and not any(token.text in _BRACKETED and token.kind is Kind.WORD for token in inner):
        return spelled(inner)
    return spelled(tokens)


def _folded(text: str) -> tuple[Token, ...]:
    """Return the folded tokens of a text; strings with line breaks and the like say them by escapes."""
    tokens = folded(text)
    return tokens if text.isprintable() else tuple(map(_escaped, tokens))


def _escaped(token: Token) -> Token:
    if token.kind is not Kind.STRING or token.text.isprintable():
        return token
    plain = token.text.replace("\\", "\\\\") if token.text[0] == "'" else token.text[1:]
    return token._replace(text="E" + "".join(map(_escape, plain)))


def _escape(character: str) -> str:
    if character.isprintable():
        return character
    code = ord(character)
    return _ESCAPES.get(character) or (f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")


def _without_modifiers(type_name: str) -> str:
    """Return the type as the server casts a literal to it."""
    found = types.parse(type_name)
    base = _BASES.get(found.base, found.base)
    return canonical(types.Type((base,) if len(found.path) == 1 else found.path, (), found.array).text)


def _bracketed(tokens: Sequence[Token]) -> Sequence[Token] | None:
    """Return what stands between brackets that are around everything; None where there are none."""
    if len(tokens) < 3 or tokens[0].text != "(" or tokens[-1].text != ")":
        return None
    depth = 0
    for token in tokens[:-1]:
        depth += (token.text == "(") - (token.text == ")")
        if not depth:
            return None
    return tokens[1:-1]


def name_text(namespace: str, name: str) -> str:
    """Return the quoted name of something, plain where it is the server's."""
    return qualified(name) if namespace == "pg_catalog" else qualified(namespace, name)


def parameters_of(options: Iterable[str] | None) -> Parameters:
    """Return storage parameters, each ``name=value``, in their order."""
    pairs = (option.partition("=") for option in options or ())
    return tuple((name, value) for name, _, value in pairs)

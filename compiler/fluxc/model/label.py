"""The label that PostgreSQL gives an expression, of which it makes the names of indexes and their columns."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from fluxc.lexer import Kind
from fluxc.model.spelling import folded, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fluxc.lexer import Token

_OPENING: Final = frozenset({"(", "[", "case"})
_CLOSING: Final = frozenset({")", "]", "end"})
_INFIX: Final = frozenset(
    {"and", "or", "not", "is", "isnull", "notnull", "in", "like", "ilike", "similar", "between", "overlaps", "operator"}
)
_TRIMS: Final = {"leading": "ltrim", "trailing": "rtrim"}
_TYPES: Final = {
    "smallint": "int2",
    "int": "int4",
    "integer": "int4",
    "bigint": "int8",
    "real": "float4",
    "float": "float8",
    "double": "float8",
    "dec": "numeric",
    "decimal": "numeric",
    "boolean": "bool",
    "char": "bpchar",
    "character": "bpchar",
    "nchar": "bpchar",
    "national": "bpchar",
}
_VARYING: Final = {"bpchar": "varchar", "bit": "varbit"}
_ZONED: Final = {"time": "timetz", "timestamp": "timestamptz"}
_CONSTANTS: Final = frozenset({"null", "true", "false"})
_FLOAT4_BITS: Final = 24
_MAX_STEPS: Final = 100


@lru_cache(maxsize=4096)
def label(expression: str) -> str | None:
    """Return what PostgreSQL calls a column made of the expression (its FigureColname); None where it says "expr".

    Raises LexicalError. A function, a column and a field give their name; a cast and a case theirs only to what has
    none; operators and constants have none.
    """
    tokens: Sequence[Token] = folded(expression)
    weak: str | None = None
    for _ in range(_MAX_STEPS):
        strong, fallback, tokens = _step(_unwrapped(tokens))
        if strong is not None:
            return strong
        weak = weak or fallback
        if not tokens:
            break
    return weak


_Step = tuple[str | None, str | None, "Sequence[Token]"]
"""A label that holds, one that gives way to any label of what lies within, and the tokens of what lies within."""


def _step(tokens: Sequence[Token]) -> _Step:
    top = list(_top(tokens))
    words = {tokens[at].text: at for at in top if tokens[at].kind is Kind.WORD}
    if any(tokens[at].text == "," for at in top):
        return "row", None, ()
    if any(tokens[at].kind is Kind.OPERATOR for at in top) or not _INFIX.isdisjoint(words):
        return None, None, ()
    if "at" in words and words["at"] > 0:
        return "timezone", None, ()
    for at in reversed(top):
        if tokens[at].text == "::":
            return None, _type_label(tokens[at + 1 :]), tokens[:at]
        if tokens[at].text == "collate":
            return None, None, tokens[:at]
    return _primary(tokens, top)


def _primary(tokens: Sequence[Token], top: Sequence[int]) -> _Step:
    first = tokens[0] if tokens else None
    if first is None or first.kind in {Kind.NUMBER, Kind.STRING, Kind.PARAMETER} or first.text in _CONSTANTS:
        return None, "bpchar" if first is not None and first.text.startswith("N'") else None, ()
    if first.text == "case":
        return None, "case", _otherwise(tokens)
    if any(tokens[at].kind is Kind.STRING for at in top):
        return None, _type_label(tokens), ()
    return _named(tokens, top)


def _named(tokens: Sequence[Token], top: Sequence[int]) -> _Step:
    names = [at for at in top if _is_part(tokens, at)]
    if not names:
        return None, None, tokens[: _closing(tokens, 0) + 1]
    last = names[-1]
    if tokens[last].text == "for" or tokens[0].text == "collation":
        return "pg_collation_for", None, ()
    if tokens[last].text == "cast":
        return _cast(tokens)
    if tokens[last].text == "trim":
        return _TRIMS.get(tokens[last + 2].text, "btrim"), None, ()
    return name_of(tokens[last]), None, ()


def _is_part(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].kind in {Kind.WORD, Kind.QUOTED} and (at == 0 or tokens[at - 1].text == ".")


def _cast(tokens: Sequence[Token]) -> _Step:
    inside = tokens[2:-1]
    split = next((at for at in _top(inside) if inside[at].text == "as"), len(inside))
    return None, _type_label(inside[split + 1 :]), inside[:split]


def _otherwise(tokens: Sequence[Token]) -> Sequence[Token]:
    inside = tokens[1:-1]
    split = next((at for at in _top(inside) if inside[at].text == "else"), len(inside))
    return inside[split + 1 :]


def _top(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the positions outside every bracket and case, the opening ones among them."""
    depth = 0
    for at, token in enumerate(tokens):
        depth -= token.text in _CLOSING
        if depth == 0 and token.text not in _CLOSING:
            yield at
        depth += token.text in _OPENING


def _closing(tokens: Sequence[Token], start: int) -> int:
    depth = 0
    for at in range(start, len(tokens)):
        depth += (tokens[at].text in _OPENING) - (tokens[at].text in _CLOSING)
        if depth == 0:
            return at
    return len(tokens) - 1


def _unwrapped(tokens: Sequence[Token]) -> Sequence[Token]:
    while len(tokens) > 1 and tokens[0].text == "(" and _closing(tokens, 0) == len(tokens) - 1:
        tokens = tokens[1:-1]
    return tokens


def _type_label(tokens: Sequence[Token]) -> str | None:
    names = [at for at in _top(tokens) if _is_part(tokens, at)]
    if not names:
        return None
    last = tokens[names[-1]]
    if last.kind is Kind.QUOTED or len(names) > 1:
        return name_of(last)
    return _builtin_label(last.text, [token.text for token in tokens])


def _builtin_label(word: str, texts: Sequence[str]) -> str:
    name = _TYPES.get(word, word)
    if word == "float" and len(texts) > 2 and texts[2].isdigit() and int(texts[2]) <= _FLOAT4_BITS:
        return "float4"
    if "varying" in texts:
        return _VARYING.get(name, name)
    return _ZONED.get(name, name) if "with" in texts else name

"""What an expression names: columns and types found by their place among the tokens, and rewritten there."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.lexer import Kind
from fluxc.model.keywords import COLUMN_ONLY, KEYWORDS, RESERVED
from fluxc.model.names import quote
from fluxc.model.spelling import expects_operand, folded, name_of, spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from fluxc.lexer import Token

# Keywords that may come right behind a column; behind any other keyword than these the word before was no column.
_BEHIND_COLUMN: Final = frozenset(
    {"and", "or", "not", "in", "is", "isnull", "notnull", "like", "ilike", "similar", "between", "overlaps", "operator"}
    | {"collate", "at", "escape", "from", "for", "placing", "using", "when", "then", "else", "end", "as"}
    | {"order", "asc", "desc", "nulls", "where", "group", "having", "limit", "offset", "fetch", "union", "except"}
    | {"intersect", "on", "join", "inner", "left", "right", "full", "cross", "natural", "rows", "range", "groups"}
)


class _Names(NamedTuple):
    """A dotted name: the positions of its first token and of the one behind it, and whether it names a type."""

    start: int
    end: int
    is_type: bool


@lru_cache(maxsize=16384)
def identifiers(text: str, table: str | None = None) -> frozenset[str]:
    """Return the names that stand where a column may: without ``table`` the first part of each dotted name.

    With ``table`` only its columns are meant: bare names, and what follows ``table.`` or ``namespace.table.``.
    """
    tokens = folded(text)
    columns = (_column_at(tokens, names, table) for names in _names(tokens) if not names.is_type)
    return frozenset(name_of(tokens[at]) for at in columns if at is not None)


def renamed(text: str, old: str, new: str, table: str | None = None) -> str:
    """Return the canonical text with column ``old`` called ``new``, also where ``table.old`` is written."""
    tokens = list(folded(text))
    for names in _names(tokens):
        at = None if names.is_type else _column_at(tokens, names, table, bare_only=True)
        if at is not None and name_of(tokens[at]) == old:
            (tokens[at],) = folded(quote(new))
    return spelled(tokens)


def literal_replaced(text: str, old: str, new: str) -> str:
    """Return the canonical text with each plain string whose value is ``old`` saying ``new``."""
    was, (becomes,) = _string(old), folded(_string(new))
    return spelled([becomes if token.kind is Kind.STRING and token.text == was else token for token in folded(text)])


def _string(value: str) -> str:
    doubled = value.replace("'", "''")
    return f"'{doubled}'"


def qualified_casts(text: str, resolve: Callable[[tuple[str, ...]], str | None]) -> str:
    """Return the canonical text with the name of each type replaced by what ``resolve`` says, None leaves it.

    Types stand behind ``::``, in ``cast(x as T)`` and before a literal, ``T 'value'``; ``resolve`` gets the plain parts
    of the name and returns SQL. Types that are keywords of the grammar (``int``, ``timestamp``) are not asked for.
    """
    tokens = folded(text)
    result: list[Token] = []
    done = 0
    for names in _names(tokens):
        if not names.is_type or _is_keyword_type(tokens, names):
            continue
        replacement = resolve(tuple(name_of(token) for token in tokens[names.start : names.end : 2]))
        if replacement is not None:
            result += [*tokens[done : names.start], *folded(replacement)]
            done = names.end
    return spelled([*result, *tokens[done:]])


def _is_keyword_type(tokens: Sequence[Token], names: _Names) -> bool:
    token, behind = tokens[names.start], _text(tokens, names.end)
    plain = names.end - names.start == 1 and token.kind is Kind.WORD
    return plain and (token.text in COLUMN_ONLY or behind in {"precision", "varying"})


def _column_at(tokens: Sequence[Token], names: _Names, table: str | None, *, bare_only: bool = False) -> int | None:
    positions = range(names.start, names.end, 2)
    if len(positions) == 1:
        return names.start
    if table is None:
        return None if bare_only else names.start
    qualifiers = positions[:2] if len(positions) > 2 else positions[:1]
    return next((at + 2 for at in qualifiers if name_of(tokens[at]) == table), None)


def _names(tokens: Sequence[Token]) -> Iterator[_Names]:
    """Yield the dotted names that stand for a column or a type, in order; words of the grammar are neither."""
    heads: list[str] = [""]
    position = 0
    while position < len(tokens):
        token, end = tokens[position], position + 1
        if token.text in {"(", "["}:
            heads.append(_text(tokens, position - 1))
        elif token.text in {")", "]"}:
            heads = heads[:-1] or [""]
        elif token.text == "select" and token.kind is Kind.WORD:
            heads[-1] = "select"
        elif _is_name(token):
            end = _end_of_name(tokens, position)
            if _names_type(tokens, position, end, heads[-1]):
                yield _Names(position, end, is_type=True)
                end = _end_of_modifiers(tokens, end)
            elif _names_column(tokens, position, end, heads[-1]):
                yield _Names(position, end, is_type=False)
        position = end


def _text(tokens: Sequence[Token], position: int) -> str:
    return tokens[position].text if 0 <= position < len(tokens) else ""


def _is_name(token: Token) -> bool:
    return token.kind is Kind.QUOTED or (token.kind is Kind.WORD and token.text not in RESERVED)


def _end_of_name(tokens: Sequence[Token], start: int) -> int:
    end = start + 1
    while _text(tokens, end) == "." and end + 1 < len(tokens) and tokens[end + 1].kind in {Kind.WORD, Kind.QUOTED}:
        end += 2
    return end


def _names_type(tokens: Sequence[Token], start: int, end: int, head: str) -> bool:
    before = _text(tokens, start - 1)
    if before == "::" or (before == "as" and head == "cast") or (before == "returning" and head.startswith("json")):
        return True
    literal = end < len(tokens) and tokens[end].kind is Kind.STRING
    return literal and expects_operand(tokens[start - 1] if start else None)


def _end_of_modifiers(tokens: Sequence[Token], position: int) -> int:
    while _text(tokens, position) in {"precision", "varying"}:
        position += 1
    if _text(tokens, position) != "(":
        return position
    while position < len(tokens) and tokens[position].text != ")":
        position += 1
    return position + 1


def _names_column(tokens: Sequence[Token], start: int, end: int, head: str) -> bool:
    behind = tokens[end] if end < len(tokens) else None
    return _begins_operand(tokens, start, head) and (behind is None or _ends_column(behind))


def _begins_operand(tokens: Sequence[Token], start: int, head: str) -> bool:
    before = _text(tokens, start - 1)
    if before == "(" and head == "extract":
        return False
    if before == "from" and head == "select":
        return _text(tokens, start - 2) == "distinct"
    if before == "is" or (before == "not" and _text(tokens, start - 2) == "is"):
        return False
    if before == "zone":
        return (_text(tokens, start - 3), _text(tokens, start - 2)) == ("at", "time")
    return expects_operand(tokens[start - 1] if start else None)


def _ends_column(behind: Token) -> bool:
    if behind.kind is Kind.WORD:
        return behind.text in _BEHIND_COLUMN or behind.text not in KEYWORDS
    return behind.text not in {"(", ".", "=>", ":="}

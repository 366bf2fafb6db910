"""Simple conditions on one column, recognised in the canonical text of a check."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.lexer import Kind
from fluxc.model.spelling import folded, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from fluxc.lexer import Token
    from fluxc.model.constraint import Check

FLIPPED: Final = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "<>": "<>"}
_LENGTHS: Final = frozenset({"length", "char_length", "character_length"})
_TYPED: Final = frozenset({"date", "text"})
_PLAIN: Final = re.compile(r"'(?:[^'\\]|'')*'")
_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+")


class Literal(NamedTuple):
    """A literal as written, a number with its sign or the content of a string."""

    text: str
    string: bool


class Condition(NamedTuple):
    """What a check demands of a column, or of the length of its text; ``in`` and ``=`` may have several values."""

    column: str
    length: bool
    operator: str
    values: tuple[Literal, ...]


def by_column(checks: Iterable[Check]) -> dict[str, list[Condition]]:
    """Return what checks that are enforced demand of each column."""
    found: dict[str, list[Condition]] = {}
    for check in checks:
        for condition in conditions(check.expression) if check.enforced else ():
            found.setdefault(condition.column, []).append(condition)
    return found


@lru_cache(maxsize=16384)
def conditions(expression: str) -> tuple[Condition, ...]:
    """Return what can be said of single columns among the parts of a check that ``and`` joins.

    Each is as true as the whole check demands; parts that are of no simple form are left out.
    """
    return tuple(found for part in _parts(folded(expression)) for found in _conditions(part))


def _parts(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield what a top-level ``and`` joins; nothing where the whole is more than that."""
    tokens = _bare(tokens)
    cuts = _cuts(tokens)
    if cuts is None:
        return
    if not cuts:
        yield tokens
        return
    for start, end in zip((0, *(cut + 1 for cut in cuts)), (*cuts, len(tokens)), strict=True):
        yield from _parts(tokens[start:end])


def _bare(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens without brackets around all of them."""
    while len(tokens) > 2 and tokens[0].text == "(" and _closing(tokens) == len(tokens) - 1:
        tokens = tokens[1:-1]
    return tokens


def _closing(tokens: Sequence[Token]) -> int:
    """Return where the bracket that comes first is closed."""
    depth = 0
    for number, token in enumerate(tokens):
        depth += _depth(token)
        if depth == 0:
            return number
    return -1


def _depth(token: Token) -> int:
    return (token.text in {"(", "["}) - (token.text in {")", "]"})


def _cuts(tokens: Sequence[Token]) -> list[int] | None:
    """Return where a top-level ``and`` stands that belongs to no ``between``; None beside ``or`` and ``case``."""
    cuts: list[int] = []
    depth = open_betweens = 0
    for number, token in enumerate(tokens):
        depth += _depth(token)
        if depth or token.kind is not Kind.WORD:
            continue
        if token.text in {"or", "case"}:
            return None
        if token.text == "between":
            open_betweens += 1
        elif token.text == "and" and open_betweens:
            open_betweens -= 1
        elif token.text == "and":
            cuts.append(number)
    return cuts


def _conditions(tokens: Sequence[Token]) -> Iterator[Condition]:
    subject = _subject(tokens)
    if subject is None:
        yield from _literal_first(tokens)
        return
    column, length, size = subject
    rest = tokens[size:]
    operator = rest[0].text if rest else ""
    if rest and rest[0].kind is Kind.OPERATOR:
        yield from _compared(column, operator, rest[1:], length=length)
    elif operator == "in" and len(rest) > 2 and rest[1].text == "(" and _closing(rest[1:]) == len(rest) - 2:
        yield from _listed(column, rest[2:-1], length=length)
    elif operator == "between":
        yield from _between(column, rest[1:], length=length)


def _subject(tokens: Sequence[Token]) -> tuple[str, bool, int] | None:
    """Return the column, whether its length is meant, and how many tokens say so."""
    if not tokens:
        return None
    if len(tokens) > 3 and tokens[0].text in _LENGTHS and tokens[1].text == "(" and tokens[3].text == ")":
        name = _column(tokens[2])
        return (name, True, 4) if name else None
    name = _column(tokens[0])
    return (name, False, 1) if name else None


def _column(token: Token) -> str | None:
    return name_of(token) if token.kind in {Kind.WORD, Kind.QUOTED} else None


def _compared(column: str, operator: str, tokens: Sequence[Token], *, length: bool) -> Iterator[Condition]:
    value = _literal(tokens)
    operator = "<>" if operator == "!=" else operator
    if value is not None and operator in FLIPPED:
        yield Condition(column, length, operator, (value,))


def _literal_first(tokens: Sequence[Token]) -> Iterator[Condition]:
    for size in (1, 2, 3):
        if len(tokens) > size and tokens[size].kind is Kind.OPERATOR and _literal(tokens[:size]) is not None:
            subject, operator = _subject(tokens[size + 1 :]), tokens[size].text.replace("!=", "<>")
            if subject and operator in FLIPPED and len(tokens) == size + 1 + subject[2]:
                yield from _compared(subject[0], FLIPPED[operator], tokens[:size], length=subject[1])


def _between(column: str, tokens: Sequence[Token], *, length: bool) -> Iterator[Condition]:
    middle = next((number for number, token in enumerate(tokens) if token.text == "and"), None)
    if middle is not None:
        low, high = _literal(tokens[:middle]), _literal(tokens[middle + 1 :])
        if low and high:
            yield Condition(column, length, ">=", (low,))
            yield Condition(column, length, "<=", (high,))


def _listed(column: str, tokens: Sequence[Token], *, length: bool) -> Iterator[Condition]:
    values: list[Literal | None] = []
    start = 0
    for number, token in enumerate((*tokens, None)):
        if token is None or token.text == ",":
            values.append(_literal(tokens[start:number]))
            start = number + 1
    if all(values):
        yield Condition(column, length, "=", tuple(value for value in values if value))


def _literal(tokens: Sequence[Token]) -> Literal | None:
    tokens = _bare(tokens)
    sign = ""
    if len(tokens) == 2 and tokens[0].text in {"-", "+"} and tokens[1].kind is Kind.NUMBER:
        sign, tokens = tokens[0].text.strip("+"), tokens[1:]
    if len(tokens) == 3 and tokens[1].text == "::" and tokens[2].text in _TYPED:
        tokens = tokens[:1] if tokens[0].kind is Kind.STRING else tokens
    if len(tokens) == 2 and tokens[0].text == "date" and tokens[1].kind is Kind.STRING:
        tokens = tokens[1:]
    if len(tokens) != 1:
        return None
    text = tokens[0].text
    if tokens[0].kind is Kind.NUMBER and _NUMBER.fullmatch(text):
        return Literal(sign + text, string=False)
    if tokens[0].kind is Kind.STRING and _PLAIN.fullmatch(text):
        return Literal(text[1:-1].replace("''", "'"), string=True)
    return None

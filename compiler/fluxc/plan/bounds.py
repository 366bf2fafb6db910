"""Which rows a partition takes, as a condition that the server finds to say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.lexer import Kind
from fluxc.model.names import quote
from fluxc.model.spelling import folded, spelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fluxc.lexer import Token
    from fluxc.model.index import IndexPart
    from fluxc.model.partition import PartitionKey

_MIN, _MAX, _NULL = "minvalue", "maxvalue", "null"
_WORDS: Final = frozenset({"true", "false", _MIN, _MAX, _NULL})


def condition(bound: str, key: PartitionKey) -> str | None:
    """Return the condition of the rows within a bound, None where it is not sure to be found to say the same.

    That are bounds with values that are no literals, keys with a collation or an operator class, and the rest that no
    other partition takes. Which rows go by a hash to a partition depends on the number of its table.
    """
    keys = [_key(part) for part in key.parts]
    lists = _lists(folded(bound))
    if None in keys or lists is None or key.strategy == "hash":
        return None
    names = [name for name in keys if name is not None]
    if key.strategy == "list":
        return _listed(names[0], lists[0]) if len(lists) == 1 else None
    return _between(names, *lists) if len(lists) == 2 and len(names) == len(lists[0]) == len(lists[1]) else None


def _key(part: IndexPart) -> str | None:
    if part.collation or part.opclass:
        return None
    return quote(part.column) if part.column is not None else f"({part.expression})"


def _lists(tokens: Sequence[Token]) -> list[list[str]] | None:
    """Return the values of each list in brackets, None where one is no literal."""
    found: list[list[str]] = []
    value: list[Token] = []
    for token in tokens:
        if token.text == "(":
            found.append([])
        elif found and token.text in {",", ")"}:
            found[-1].append(spelled(value))
            if not _is_literal(value):
                return None
            value = []
        elif found and token.text != "to":
            value.append(token)
    return found


def _is_literal(value: Sequence[Token]) -> bool:
    if len(value) == 2 and value[0].text in {"-", "+"}:
        return value[1].kind is Kind.NUMBER
    return len(value) == 1 and (value[0].kind in {Kind.NUMBER, Kind.STRING} or value[0].text in _WORDS)


def _listed(key: str, values: Sequence[str]) -> str:
    told = [value for value in values if value != _NULL]
    among = f"{key} in ({', '.join(told)})"
    if len(told) == len(values):
        return f"{key} is not null and {among}"
    return f"{key} is null or {among}" if told else f"{key} is null"


def _between(keys: Sequence[str], low: Sequence[str], high: Sequence[str]) -> str:
    """Return the condition of a range, with what both ends have in common first, as the server says it."""
    same = 0
    while same < len(keys) and low[same] == high[same] and low[same] not in {_MIN, _MAX}:
        same += 1
    found = [f"{key} is not null" for key in keys]
    found += [f"{key} = {value}" for key, value in zip(keys[:same], low[:same], strict=True)]
    for values, end, signs in ((low, _MIN, (">", ">=", ">=")), (high, _MAX, ("<", "<", "<="))):
        arms = list(_arms(keys[same:], values[same:], end, signs))
        found += [arms[0] if len(arms) == 1 else f"({' or '.join(arms)})"] if arms else []
    return " and ".join(found)


def _arms(keys: Sequence[str], values: Sequence[str], end: str, signs: tuple[str, str, str]) -> Iterator[str]:
    """Yield the ways in which the first key, or the one behind equal ones, is within one end of a range.

    The ``signs`` are those of a key before others, of the last one, and of one behind which only the ``end`` comes.
    """
    before, last, before_end = signs
    for at, value in enumerate(values):
        if value in {_MIN, _MAX}:
            return
        behind = values[at + 1] if at + 1 < len(values) else None
        sign = last if behind is None else before_end if behind == end else before
        equal = [f"{key} = {other}" for key, other in zip(keys[:at], values[:at], strict=True)]
        arm = " and ".join([*equal, f"{keys[at]} {sign} {value}"])
        yield f"({arm})" if equal else arm
        if behind == end:
            return

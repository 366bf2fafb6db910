"""Texts that match a regular expression or a pattern of LIKE, of the simple kinds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from psycopg.sql import SQL

from fluxc.sample.maker import MANY, Maker, Sort, fill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from psycopg.sql import Composable

_LOWER: Final = "abcdefghijklmnopqrstuvwxyz"
_DIGITS: Final = "0123456789"
_WORD: Final = _LOWER + _DIGITS
_CLASSES: Final = {"d": _DIGITS, "w": _WORD, "s": " ", "D": _LOWER, "W": "-", "S": _WORD}
_NAMED: Final = {
    "alpha": _LOWER,
    "lower": _LOWER,
    "upper": _LOWER.upper(),
    "digit": _DIGITS,
    "alnum": _WORD,
    "xdigit": "0123456789abcdef",
    "space": " ",
    "blank": " ",
    "punct": "-",
    "print": _WORD,
    "graph": _WORD,
}
_PRINTABLE: Final = _LOWER + _LOWER.upper() + _DIGITS + "-_.@/:#+ "
_REPEAT: Final = re.compile(r"[*+?]|\{(\d*)(,?)(\d*)\}")
_MOST: Final = 200


class _NotSimpleError(ValueError):
    """The pattern is of no simple kind."""


class Piece(NamedTuple):
    """One character of the text, any of the alphabet."""

    alphabet: str


def from_pattern(pattern: str) -> Maker | None:
    """Return a maker of texts that match a regular expression, as far as can be told; None where none is known."""
    if not re.search(r"[\\^$\[\](){}|*+?]", pattern):
        return None
    try:
        pieces, rest = _alternatives(pattern.removeprefix("***:").removeprefix("(?i)"))
    except (_NotSimpleError, IndexError):
        return None
    return _maker(pieces) if not rest else None


def from_like(pattern: str) -> Maker | None:
    """Return a maker of texts that match a pattern of LIKE."""
    if not re.search(r"[%_]", pattern):
        return None
    pieces: list[Piece] = []
    for character in re.findall(r"\\.|[^\\]", pattern):
        if character == "%":
            pieces += [Piece(_WORD)] * 4
        else:
            pieces.append(Piece(_WORD if character == "_" else character[-1]))
    return _maker(pieces)


def _maker(pieces: Sequence[Piece]) -> Maker | None:
    """Return a maker that counts through the characters, the last ones fastest."""
    if len(pieces) > _MOST:
        return None
    size = 1
    steps: list[tuple[str, int]] = []
    for piece in reversed(pieces):
        steps.append((piece.alphabet, size if size < MANY else 0))
        size = min(size * len(piece.alphabet), MANY)
    steps.reverse()

    def make(number: Composable) -> Composable:
        return (
            SQL(" || ").join(_letter(alphabet, step, number) for alphabet, step in _joined(steps))
            if steps
            else fill("''")
        )

    return Maker(make, size, Sort.SPARE)


def _joined(steps: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return the steps with neighbours that never change taken together, as a step of size 0."""
    found: list[tuple[str, int]] = []
    for alphabet, step in steps:
        if len(alphabet) == 1 or not step:
            if found and found[-1][1] == 0:
                found[-1] = (found[-1][0] + alphabet[0], 0)
            else:
                found.append((alphabet[0], 0))
        else:
            found.append((alphabet, step))
    return found


def _letter(alphabet: str, step: int, number: Composable) -> Composable:
    if not step:
        return fill("{text}", text=alphabet)
    return fill(
        "substr({alphabet}, 1 + (({number} / {step}) % {size})::int4, 1)",
        alphabet=alphabet,
        number=number,
        step=step,
        size=len(alphabet),
    )


def _alternatives(text: str) -> tuple[list[Piece], str]:
    """Return the pieces of the first alternative, and what is behind all of them."""
    first, rest = _sequence(text)
    while rest.startswith("|"):
        _, rest = _sequence(rest[1:])
    return first, rest


def _sequence(text: str) -> tuple[list[Piece], str]:
    pieces: list[Piece] = []
    while text and text[0] not in "|)":
        item, text = _atom(text)
        least, most, text = _repeated(text)
        count = least if most is None or least == most else min(max(least, 4), most)
        count = max(least, 4) if most is None else count
        if least == 0 and most == 1:
            count = 0
        pieces += item * count if item else []
        if len(pieces) > _MOST:
            raise _NotSimpleError
    return pieces, text


def _repeated(text: str) -> tuple[int, int | None, str]:
    found = _REPEAT.match(text)
    if found is None:
        return 1, 1, text
    rest = text[found.end() :].removeprefix("?")
    if found[0] in "*+?":
        return {"*": (0, None, rest), "+": (1, None, rest), "?": (0, 1, rest)}[found[0]]
    least = int(found[1] or 0)
    return least, (int(found[3]) if found[3] else None) if found[2] else least, rest


def _atom(text: str) -> tuple[list[Piece], str]:
    head, rest = text[0], text[1:]
    if head in "^$":
        return [], rest
    if head == ".":
        return [Piece(_WORD)], rest
    if head == "\\":
        if rest[0] in "mMyYAZ":
            return [], rest[1:]
        return [Piece(_CLASSES.get(rest[0], rest[0]))], rest[1:]
    if head == "[":
        return _bracket(rest)
    if head == "(":
        if rest.startswith(("?=", "?!", "?<")):
            raise _NotSimpleError
        pieces, rest = _alternatives(rest.removeprefix("?:"))
        if not rest.startswith(")"):
            raise _NotSimpleError
        return pieces, rest[1:]
    if head in "*+?":
        raise _NotSimpleError
    return [Piece(head)], rest


def _bracket(text: str) -> tuple[list[Piece], str]:
    """Return the piece of a bracket expression, whose opening has been read."""
    negated = text.startswith("^")
    text = text.removeprefix("^")
    letters: dict[str, None] = {}
    first = True
    while first or not text.startswith("]"):
        first = False
        if found := re.match(r"\[:(\w+):\]", text):
            letters |= dict.fromkeys(_NAMED.get(found[1], ""))
            text = text[found.end() :]
            continue
        if text[0] == "\\":
            letters |= dict.fromkeys(_CLASSES.get(text[1], text[1]))
            text = text[2:]
            continue
        if len(text) > 2 and text[1] == "-" and text[2] != "]":
            letters |= dict.fromkeys(map(chr, range(ord(text[0]), min(ord(text[2]), ord(text[0]) + 200) + 1)))
            text = text[3:]
            continue
        letters[text[0]] = None
        text = text[1:]
    kept = [letter for letter in _PRINTABLE if letter not in letters] if negated else list(letters)
    if not kept:
        raise _NotSimpleError
    # Ordinary letters first: they come up in the first rows, and in what is never counted through.
    kept.sort(key=lambda letter: not letter.isalnum())
    return [Piece("".join(kept))], text[1:]

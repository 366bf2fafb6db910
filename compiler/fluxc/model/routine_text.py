"""The signatures of routines as written: a name with its arguments, and what a function returns."""

from __future__ import annotations

import itertools
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from fluxc.lexer import Kind, LexicalError, tokens
from fluxc.model import types
from fluxc.model.names import fold, split_name
from fluxc.model.spelling import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from fluxc.lexer import Token
    from fluxc.model.routine import Mode

PSEUDO: Final = frozenset(
    {"anyelement", "anyarray", "anynonarray", "anyenum", "anyrange", "anymultirange", "anycompatible"}
    | {"anycompatiblearray", "anycompatiblenonarray", "anycompatiblerange", "anycompatiblemultirange"}
    | {"cstring", "internal", "language_handler", "fdw_handler", "table_am_handler", "index_am_handler"}
    | {"tsm_handler", "record", "trigger", "event_trigger", "pg_ddl_command", "void", "unknown", '"any"'}
)
"""Types that only the arguments and results of routines have, as PostgreSQL spells them (manual, section 8.21)."""

_MODES: Final = frozenset({"in", "out", "inout", "variadic"})


class SignatureError(ValueError):
    """The text is no signature; ``help`` goes into the diagnostic."""

    def __init__(self, message: str, help_text: str) -> None:
        self.help = help_text
        super().__init__(message)


class ArgumentText(NamedTuple):
    """An argument as written, taken apart but with nothing in it looked up."""

    mode: Mode
    name: str
    type: str
    default: str | None = None


class Signature(NamedTuple):
    """A name and, where brackets stand behind it, the arguments; ``direct`` counts those before ``order by``."""

    name: str
    arguments: tuple[ArgumentText, ...] | None
    direct: int | None = None


class Result(NamedTuple):
    """What a function returns as written: a type, maybe many times, or the columns of a table."""

    type: str | None = None
    setof: bool = False
    table: tuple[ArgumentText, ...] = ()


def signature(text: str) -> Signature:
    """Return the name and the arguments of a key such as ``add(a integer, b integer = 1)``; raises SignatureError."""
    key = text.strip()
    head, bracket, rest = _head(key)
    if not bracket:
        return Signature(head, None)
    if not rest.endswith(")"):
        raise SignatureError(f"`{text[:70]}` does not end in `)`", "write NAME(ARGUMENTS)")
    inside = rest[:-1]
    if inside.strip() == "*":
        return Signature(head, ())
    before, after = _ordered(inside)
    direct = arguments(before)
    if after is None:
        return Signature(head, direct)
    behind = arguments(after)
    merged = bool(direct) and direct[-1].mode == "variadic" and behind == direct[-1:]
    return Signature(head, direct if merged else (*direct, *behind), len(direct))


def called_names(keys: Iterable[str]) -> frozenset[str]:
    """Return the names in front of the brackets of keys, of those that have one."""
    found: set[str] = set()
    for key in keys:
        with suppress(SignatureError):
            found.add(_head(key.strip())[0])
    return frozenset(found)


def _head(key: str) -> tuple[str, str, str]:
    """Return the name in front of a bracket, which is in quotes where it holds one itself, and what is behind it."""
    if not key.startswith('"'):
        name, bracket, rest = key.partition("(")
        return name.rstrip(), bracket, rest
    first, *behind = _tokens(key)
    if first.kind is not Kind.QUOTED or (behind and behind[0].text != "("):
        raise SignatureError(f"`{key[:70]}` is no name", 'write NAME(ARGUMENTS), or "NAME"(ARGUMENTS)')
    if not behind:
        return name_of(first), "", ""
    return name_of(first), "(", key[behind[0].start + 1 :]


def _ordered(text: str) -> tuple[str, str | None]:
    """Return what stands before and behind an ``order by`` outside brackets."""
    found = _tokens(text)
    depth = 0
    for one, other in itertools.pairwise(found):
        depth += (one.text in "([") - (one.text in ")]")
        if depth == 0 and (_word(one), _word(other)) == ("order", "by"):
            return text[: one.start], text[other.start + len(other.text) :]
    return text, None


def arguments(text: str) -> tuple[ArgumentText, ...]:
    """Return the arguments of a list that commas part; raises SignatureError."""
    pieces = _parted(text)
    return tuple(argument(piece) for piece in pieces) if pieces != [""] else ()


def argument(text: str, name: str | None = None) -> ArgumentText:
    """Return an argument, ``[MODE] [NAME] TYPE [= DEFAULT]``; one whose ``name`` is known says no other."""
    found = _tokens(text)
    if not found:
        raise SignatureError("an argument is missing", "write [MODE] [NAME] TYPE [= DEFAULT]")
    end = _default_at(found)
    default = text[found[end].start + len(found[end].text) :].strip() if end < len(found) else None
    words = list(found[:end])
    mode = _mode(words)
    if not words:
        raise SignatureError(f"`{text.strip()[:70]}` has no type", "write [MODE] [NAME] TYPE [= DEFAULT]")
    stop = found[end].start if end < len(found) else len(text)
    rest = text[words[0].start : stop].strip()
    if name is None and _is_named(words, rest):
        return ArgumentText(mode, _plain(words[0]), text[words[1].start : stop].strip(), default)
    return ArgumentText(mode, name or "", rest, default)


def _mode(words: list[Token]) -> Mode:
    """Return the mode of an argument, and take it out of its words."""
    for at in range(min(2, len(words) - 1)):
        mode = _word(words[at])
        if mode in _MODES:
            del words[at]
            if mode == "in" and len(words) > at + 1 and _word(words[at]) == "out":
                del words[at]
                mode = "inout"
            return cast("Mode", mode)
    return "in"


def _is_named(words: Sequence[Token], text: str) -> bool:
    """Return whether the first word is the name of the argument and not of its type."""
    if len(words) < 2 or words[0].kind not in {Kind.WORD, Kind.QUOTED} or words[1].text in {".", "(", "[", "%"}:
        return False
    parts = types.take_apart(text)
    try:
        return parts is None or types.builtin(parts) is None
    except types.TypeTextError:
        return False


def _default_at(found: Sequence[Token]) -> int:
    depth = 0
    for at, token in enumerate(found):
        depth += (token.text in "([") - (token.text in ")]")
        if depth == 0 and (token.text in {"=", ":="} or (at and _word(token) == "default")):
            return at
    return len(found)


def result(text: str) -> Result:
    """Return what stands behind ``returns``; raises SignatureError."""
    found = _tokens(text)
    first = _word(found[0]) if found else ""
    if first == "setof" and len(found) > 1:
        return Result(text[found[1].start :].strip(), setof=True)
    if first == "table" and len(found) > 2 and (found[1].text, found[-1].text) == ("(", ")"):
        columns = arguments(text[found[1].start + 1 : found[-1].start])
        if not columns or any(not column.name or column.mode != "in" or column.default for column in columns):
            raise SignatureError(f"`{text[:70]}` is no list of columns", "write table(NAME TYPE, …)")
        return Result(None, setof=True, table=tuple(column._replace(mode="table") for column in columns))
    return Result(text.strip())


def _parted(text: str) -> list[str]:
    """Return the pieces between commas outside brackets."""
    pieces: list[str] = []
    depth, start = 0, 0
    for token in _tokens(text):
        depth += (token.text in "([") - (token.text in ")]")
        if depth < 0:
            raise SignatureError(f"`)` closes nothing in `{text[:70]}`", "write NAME(ARGUMENTS)")
        if depth == 0 and token.text == ",":
            pieces.append(text[start : token.start].strip())
            start = token.start + 1
    if depth:
        raise SignatureError(f"a bracket is not closed in `{text[:70]}`", "write NAME(ARGUMENTS)")
    return [*pieces, text[start:].strip()]


def _tokens(text: str) -> tuple[Token, ...]:
    try:
        return tokens(text)
    except LexicalError as error:
        raise SignatureError(f"{error.reason} in `{text[:70]}`", "write NAME(ARGUMENTS)") from error


def _word(token: Token) -> str:
    return token.text.lower() if token.kind is Kind.WORD else ""


def _plain(token: Token) -> str:
    return fold(token.text) if token.kind is Kind.WORD else split_name(token.text)[0]

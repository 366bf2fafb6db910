"""What in SQL an older server does not take, as far as tokens tell it: forms of its grammar, and functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.lexer import Kind, LexicalError, Token, tokens
from fluxc.model.names import fold
from fluxc.model.spelling import name_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

COLLATIONS: Final = {"unicode": 16, "pg_c_utf8": 17, "pg_unicode_fast": 18}
"""Collations that a server brings, by the major version that brought them."""

STORAGE: Final = {"autovacuum_vacuum_max_threshold": 18, "vacuum_max_eager_freeze_failure_rate": 18}
"""Storage parameters, by the major version that brought them."""
SETTINGS: Final = {
    "recursive_worktable_factor": 15,
    **dict.fromkeys(("debug_parallel_query", "enable_presorted_aggregate", "createrole_self_grant"), 16),
    **dict.fromkeys(("enable_group_by_reordering", "event_triggers", "transaction_timeout"), 17),
    **dict.fromkeys(("enable_distinct_reordering", "enable_self_join_elimination", "file_copy_method"), 18),
}
"""Parameters that a function can set, by the major version that brought them."""
_FUNCTIONS: Final = {
    **dict.fromkeys(("regexp_count", "regexp_instr", "regexp_like", "regexp_substr"), 15),
    **dict.fromkeys(("any_value", "json_array", "json_arrayagg", "json_objectagg", "pg_input_is_valid"), 16),
    **dict.fromkeys(("random_normal", "array_sample", "array_shuffle"), 16),
    **dict.fromkeys(("json_exists", "json_query", "json_scalar", "json_serialize", "json_table", "json_value"), 17),
    **dict.fromkeys(("to_bin", "to_oct", "uuid_extract_timestamp", "uuid_extract_version", "xmltext"), 17),
    **dict.fromkeys(("casefold", "uuidv4", "uuidv7"), 18),
}
_NUMERIC: Final = frozenset({"numeric", "decimal", "dec"})


class Newer(NamedTuple):
    """The major version that something needs, and what that is."""

    version: int
    what: str


def newer(text: str, own: Collection[str]) -> Iterator[Newer]:
    """Yield what in a text not every supported server takes; ``own`` are functions that the project declares."""
    try:
        found = tokens(text)
    except LexicalError:
        return
    words = [_word(token) for token in found]
    for at, (token, word) in enumerate(zip(found, words, strict=True)):
        if token.kind is Kind.NUMBER and (token.text[:2].lower() in {"0x", "0o", "0b"} or "_" in token.text):
            yield Newer(16, f"the number {token.text[:60]}")
        elif word in _NUMERIC:
            yield from _numeric(found, at)
        elif word == "merge" and words[at + 1 : at + 2] == ["into"]:
            rest = words[at : words.index(";", at)] if ";" in words[at:] else words[at:]
            yield Newer(17, "`merge` with `returning`") if "returning" in rest else Newer(15, "`merge`")
        elif word == "is" and (words[at + 1 : at + 2] == ["json"] or words[at + 1 : at + 3] == ["not", "json"]):
            yield Newer(16, "`is json`")
        elif word == "at" and words[at + 1 : at + 2] == ["local"]:
            yield Newer(17, "`at local`")
        elif word == "collate":
            yield from _collation(found, at + 1)
        elif word in _FUNCTIONS and word not in own and words[at + 1 : at + 2] == ["("] and _built_in(words, at):
            yield Newer(_FUNCTIONS[word], f"{word}()")


def _word(token: Token) -> str:
    return fold(token.text) if token.kind in {Kind.WORD, Kind.PUNCTUATION} else ""


def _built_in(words: Sequence[str], at: int) -> bool:
    """Return whether a function is looked for among those of the server, not in a schema."""
    return at == 0 or words[at - 1] != "." or words[at - 2] == "pg_catalog"


def _numeric(found: Sequence[Token], at: int) -> Iterator[Newer]:
    said = "".join(token.text for token in found[at + 1 : at + 7])
    inside = said[1:].partition(")")[0].split(",") if said.startswith("(") else []
    whole = len(inside) == 2 and all(each.removeprefix("-").isdecimal() for each in inside)
    if whole and not 0 <= int(inside[1]) <= int(inside[0]):
        yield Newer(15, f"numeric({inside[0]},{inside[1]})")


def _collation(found: Sequence[Token], at: int) -> Iterator[Newer]:
    if found[at + 1 : at + 3] and found[at + 1].text == ".":
        at += 2 if fold(found[at].text) == "pg_catalog" else len(found)
    name = name_of(found[at]) if at < len(found) else ""
    if name in COLLATIONS:
        yield Newer(COLLATIONS[name], f"collation {name}")

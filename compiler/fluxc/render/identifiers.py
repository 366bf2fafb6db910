"""Python identifiers for names that a database allows: attributes of models and members of enums."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from fluxc.model.presentation import RESERVED

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping


def words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


_NONE: Final[Mapping[str, str]] = MappingProxyType({})
_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@lru_cache(maxsize=16384)
def identifier(text: str, prefix: str) -> str:
    """Return the letters, digits and single underscores of ``text``, behind ``prefix`` where a digit would lead.

    An empty string where ``text`` has no letter and no digit.
    """
    normal = unicodedata.normalize("NFKC", text)
    kept = "".join(ch if f"_{ch}".isidentifier() else "_" for ch in normal)
    plain = unicodedata.normalize("NFKC", re.sub("__+", "_", kept).strip("_"))
    return plain if not plain or plain.isidentifier() else f"{prefix}_{plain}"


def attributes(
    columns: Iterable[str], refused: Collection[str] = RESERVED, given: Mapping[str, str] = _NONE
) -> dict[str, str]:
    """Return the attribute for each column: its own name wherever that may be one, else a safe one like it.

    Those ``given`` come first, and are kept but for an underscore where a name is refused.
    """
    if not given:
        return distinct(columns, _attribute, refused)
    columns = list(columns)
    kept = distinct(given.values(), str, refused)
    rest = distinct((name for name in columns if name not in given), _attribute, {*refused, *kept.values()})
    return {name: kept[given[name]] if name in given else rest[name] for name in columns}


@lru_cache(maxsize=16384)
def _attribute(column: str) -> str:
    if column[:1] != "_" and column.isidentifier() and unicodedata.is_normalized("NFKC", column):
        return column
    return identifier(column, "column") or "column"


def members(values: Iterable[str]) -> dict[str, str]:
    """Return the name of the enum member for each value, in upper case with underscores."""
    return distinct(values, _member, ())


@lru_cache(maxsize=16384)
def _member(value: str) -> str:
    if not value:
        return "EMPTY"
    words = identifier(_HUMP.sub("_", value).upper(), "VALUE") or identifier(_in_words(value), "VALUE")
    return words or "VALUE"


def _in_words(value: str) -> str:
    """Return the names of ASCII characters, which no version of Unicode changes."""
    return " ".join(unicodedata.name(ch, "") for ch in value if ch.isascii())


def distinct(names: Iterable[str], wish: Callable[[str], str], refused: Collection[str]) -> dict[str, str]:
    """Return what each name wishes to be called, with underscores behind it until it is free and not refused.

    A name that already is what it wishes comes first, the others by name, so their order in a file does not matter.
    """
    wishes = {name: wish(name) for name in names}
    if len(set(wishes.values())) == len(wishes) and not any(wished in refused for wished in wishes.values()):
        return wishes
    free = {name for name, wished in wishes.items() if name == wished and name not in refused}
    used = set(free)
    found = {name: name for name in free}
    for name in sorted(wishes.keys() - free):
        candidate = wishes[name]
        while candidate in used or candidate in refused:
            candidate += "_"
        used.add(candidate)
        found[name] = candidate
    return {name: found[name] for name in wishes}

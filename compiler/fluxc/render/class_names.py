"""Class names for tables and enums: words of the name in capitals, a table's last one in the singular."""

from __future__ import annotations

import itertools
import keyword
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.render.identifiers import identifier, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.state import Key

IRREGULAR: Final = {
    "aliases": "alias",
    "analyses": "analysis",
    "appendices": "appendix",
    "atlases": "atlas",
    "axes": "axis",
    "biases": "bias",
    "caches": "cache",
    "calories": "calorie",
    "canvases": "canvas",
    "children": "child",
    "cookies": "cookie",
    "crises": "crisis",
    "criteria": "criterion",
    "diagnoses": "diagnosis",
    "dies": "die",
    "feet": "foot",
    "geese": "goose",
    "halves": "half",
    "hypotheses": "hypothesis",
    "indices": "index",
    "knives": "knife",
    "leaves": "leaf",
    "lenses": "lens",
    "lies": "lie",
    "lives": "life",
    "matrices": "matrix",
    "men": "man",
    "mice": "mouse",
    "movies": "movie",
    "people": "person",
    "pies": "pie",
    "quizzes": "quiz",
    "selves": "self",
    "shelves": "shelf",
    "shoes": "shoe",
    "synopses": "synopsis",
    "teeth": "tooth",
    "theses": "thesis",
    "ties": "tie",
    "toes": "toe",
    "uses": "use",
    "vertices": "vertex",
    "wives": "wife",
    "wolves": "wolf",
    "women": "woman",
}
UNCHANGED: Final = words("""
    alias analytics atlas aws bias canvas corps css dns economics electronics gas goods gps headquarters https ios js
    kudos lens logistics mathematics means news os physics politics series sms species statistics thanks tls
""")
ENDINGS: Final = (
    (re.compile("(?:ss|us|is)$"), None),
    (re.compile("ies$"), "y"),
    (re.compile("(?<=[oa]us)es$"), "e"),
    (re.compile("(?<=us)es$"), ""),
    (re.compile("(?<=ss)es$"), ""),
    (re.compile("(?<=x)es$"), ""),
    (re.compile("(?<=zz)es$"), ""),
    (re.compile("(?<=[cs]h)es$"), ""),
    (re.compile("(?<=[^aeiou]o)es$"), ""),
    (re.compile("s$"), ""),
)
"""Tried in this order; the first that matches is replaced, or with None leaves the word as it is."""

_LAST_WORD: Final = re.compile(r"[A-Z][a-z]*$")
SUFFIXES: Final = ("", "Insert", "Update")


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """Return the singular of an English noun in lower case; a word that no rule knows stays."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word in UNCHANGED or len(word) < 3:
        return word
    for pattern, ending in ENDINGS:
        if pattern.search(word):
            return word if ending is None else pattern.sub(ending, word)
    return word


@lru_cache(maxsize=16384)
def class_name(name: str, prefix: str) -> str:
    """Return ``name`` in capitals and small letters, in the number it is written in, ``2fa`` behind ``prefix``."""
    parts = [part.lower() if part.isupper() else part for part in identifier(name, prefix).split("_") if part]
    return "".join(part[:1].upper() + part[1:] for part in parts) or prefix


def singular_class_name(name: str, prefix: str) -> str:
    """Return the class name with its last word in the singular."""
    plural = class_name(name, prefix)
    match = _LAST_WORD.search(plural)
    if match is None:
        return plural
    word = singular(match[0].lower())
    return plural[: match.start()] + word[:1].upper() + word[1:]


class Named(NamedTuple):
    """A table or an enum that wants a class name; a table takes three, ``User``, ``UserInsert`` and ``UserUpdate``."""

    key: Key
    wish: str
    written: str
    suffixes: tuple[str, ...]
    said: bool = False


def table_named(key: Key, said: str | None = None, suffixes: tuple[str, ...] = SUFFIXES) -> Named:
    """Return what a table wants to be called, or is said to be."""
    name = key.path[-1]
    if said is not None:
        return Named(key, said, said, suffixes, said=True)
    return Named(key, singular_class_name(name, "Table"), class_name(name, "Table"), suffixes)


def enum_named(key: Key) -> Named:
    """Return what an enum wants to be called: as it is written, since enums are named after one value."""
    written = class_name(key.path[-1], "Enum")
    return Named(key, written, written, ("",))


def class_names(items: Iterable[Named]) -> dict[Key, str]:
    """Return a class name for each item of one module, each different whatever the order of the items.

    What is said comes first, then short wishes (``users`` before ``user_insert``), then what is written as it wishes
    (``user`` before ``users``). Where a wish is taken, the name as written follows, then the wish with underscores
    behind it.
    """
    found: dict[Key, str] = {}
    taken: set[str] = set()
    for item in sorted(items, key=lambda item: (not item.said, len(item.wish), item.wish != item.written, item.key)):
        name = next(name for name in _candidates(item) if _free(name, item.suffixes, taken))
        found[item.key] = name
        taken.update(name + suffix for suffix in item.suffixes)
    return found


def _candidates(item: Named) -> Iterator[str]:
    yield item.wish
    yield item.written
    yield from (item.wish + "_" * count for count in itertools.count(1))


def _free(name: str, suffixes: tuple[str, ...], taken: set[str]) -> bool:
    return not keyword.iskeyword(name) and taken.isdisjoint(name + suffix for suffix in suffixes)

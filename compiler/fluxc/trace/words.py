"""What servers say, at the level debug1, of the work that a statement causes: the one table of their words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

LEVEL: Final = "debug1"
"""The level of client_min_messages that brings all of the words."""

_WORDS: Final = (
    # what it tells, the first and the last version that says it so, the words
    ("verified", 14, 18, r'verifying table "(?P<name>.*)"'),
    ("rewritten", 14, 18, r'rewriting table "(?P<name>.*)"'),
    ("validated", 14, 18, r'validating foreign key constraint "(?P<name>.*)"'),
    (
        "built",
        14,
        18,
        r'building index ".*" on table "(?P<name>.*)" (?:serially|with request for \d+ parallel workers?)',
    ),
)
NEWEST: Final = max(last for _, _, last, _ in _WORDS)


class Heard(NamedTuple):
    """Unqualified names: of tables whose rows are verified and rewritten, foreign keys validated, tables indexed."""

    verified: frozenset[str] = frozenset()
    rewritten: frozenset[str] = frozenset()
    validated: frozenset[str] = frozenset()
    built: frozenset[str] = frozenset()


def understood(messages: Iterable[str], major: int) -> Heard:
    """Return what a server of version ``major`` tells by ``messages``; one newer than the table as the newest in it."""
    found: dict[str, set[str]] = {}
    spoken = [(tells, words) for tells, first, last, words in _WORDS if first <= min(major, NEWEST) <= last]
    for message in messages:
        for tells, words in spoken:
            if match := re.fullmatch(words, message, re.DOTALL):
                found.setdefault(tells, set()).add(match["name"])
    return Heard(**{tells: frozenset(names) for tells, names in found.items()})

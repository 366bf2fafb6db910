"""State lines, ``KIND NAME JSON``: their keys, the tables they belong to, and their order in the lock."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME: Final = r'(?:"(?:[^"]|"")*+"|[^"\s])++'
KEY: Final = rf"[a-z_]+ {NAME}"
_LINE: Final = re.compile(rf"({KEY}) \{{.*\}}")
_CACHED: Final = 1 << 17
_PARTS: Final = re.compile(r'(?:"(?:[^"]|"")*+"|[^".]++)++')


class LineKind(NamedTuple):
    """How the lines of one kind are arranged: by ``rank`` in their namespace, or in their table (``in_table``)."""

    rank: int
    in_table: bool = False
    sorted: bool = True


KINDS: Final[Mapping[str, LineKind]] = {
    "namespace": LineKind(0),
    "extension": LineKind(1),
    "sequence": LineKind(2),
    "collation": LineKind(3),
    "enum": LineKind(4),
    "domain_type": LineKind(5),
    "composite": LineKind(6),
    "range_type": LineKind(7),
    "table": LineKind(8),
    "privileges": LineKind(20),
    "sequence_privileges": LineKind(20),
    "default_privileges": LineKind(23),
    "column": LineKind(0, in_table=True, sorted=False),
    "primary_key": LineKind(1, in_table=True),
    "unique": LineKind(2, in_table=True),
    "check": LineKind(3, in_table=True),
    "foreign_key": LineKind(4, in_table=True),
    "exclusion": LineKind(5, in_table=True),
    "index": LineKind(6, in_table=True),
    "rule": LineKind(7, in_table=True),
    "view": LineKind(5),
    "materialized_view": LineKind(6),
    "policy": LineKind(8, in_table=True),
    "trigger": LineKind(9, in_table=True),
    "trigger_copy": LineKind(9, in_table=True),
    "member_copy": LineKind(9, in_table=True),
    "statistics": LineKind(10, in_table=True),
    "publication": LineKind(2),
    "role": LineKind(3),
    "text_search_dictionary": LineKind(24),
    "text_search_configuration": LineKind(25),
    "function": LineKind(20),
    "procedure": LineKind(21),
    "aggregate": LineKind(22),
    "raw": LineKind(30),
}


_OUTERMOST: Final = frozenset({"namespace", "extension", "publication", "role"})


def key_of(line: str) -> str | None:
    """Return the key of a state line, or None where the text is no line of a known kind."""
    key, _, rest = line.partition(" {")
    plain = '"' not in key and rest.endswith("}") and key.count(" ") == 1 and len(key.split()) == 2
    if not plain:
        found = _LINE.fullmatch(line)
        key = found[1] if found else ""
    return key if kind_of(key) in KINDS else None


def attributes(key: str, line: str) -> dict[str, Any]:
    """Return what the line of a key says."""
    said: dict[str, Any] = json.loads(line[len(key) + 1 :])
    return said


def kind_of(key: str) -> str:
    """Return the kind that a key begins with."""
    return key.partition(" ")[0]


def name_of(key: str) -> str:
    """Return the qualified name in a key."""
    return key.partition(" ")[2]


@lru_cache(maxsize=_CACHED)
def table_of(key: str) -> str | None:
    """Return the key of the table that a column, constraint or index belongs to, None for other kinds."""
    if not KINDS[kind_of(key)].in_table:
        return None
    return "table " + ".".join(_parts(name_of(key))[:-1])


def moved(key: str, table: str) -> str:
    """Return the key of a column, constraint or index as it is called below another table."""
    return f"{kind_of(key)} {name_of(table)}.{_parts(name_of(key))[-1]}"


def arranged(lines: Mapping[str, str]) -> dict[str, str]:
    """Return the lines in the order of the lock, the columns of a table in the order in which they come."""
    return {key: lines[key] for key in sorted(lines, key=_place)}


@lru_cache(maxsize=_CACHED)
def _place(key: str) -> tuple[str, int, str, int, str]:
    """Return what sorts a key: what is outermost first, then objects, each table with what belongs to it."""
    word, _, own = key.partition(" ")
    kind = KINDS[word]
    if word in _OUTERMOST:
        return ("", kind.rank, own, 0, "")
    parts = _parts(own)
    if not kind.in_table:
        return (parts[0], kind.rank, own, 0, "")
    return (parts[0], KINDS["table"].rank, ".".join(parts[:-1]), kind.rank + 1, own if kind.sorted else "")


def _parts(name: str) -> list[str]:
    return _PARTS.findall(name) if '"' in name else name.split(".")

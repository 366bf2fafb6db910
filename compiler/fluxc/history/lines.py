"""State lines, ``KIND NAME JSON``: their keys, the tables they belong to, and their order in the lock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME: Final = r'(?:"(?:[^"]|"")*+"|[^"\s])++'
KEY: Final = rf"[a-z_]+ {_NAME}"
_LINE: Final = re.compile(rf"({KEY}) \{{.*\}}")
_PARTS: Final = re.compile(r'(?:"(?:[^"]|"")*+"|[^".]++)++')


@dataclass(frozen=True, slots=True)
class LineKind:
    """How the lines of one kind are arranged: by ``rank`` in their namespace, or in their table (``in_table``)."""

    rank: int
    in_table: bool = False
    sorted: bool = True


KINDS: Final[Mapping[str, LineKind]] = {
    "namespace": LineKind(0),
    "enum": LineKind(1),
    "table": LineKind(2),
    "column": LineKind(0, in_table=True, sorted=False),
    "primary_key": LineKind(1, in_table=True),
    "unique": LineKind(2, in_table=True),
    "check": LineKind(3, in_table=True),
    "foreign_key": LineKind(4, in_table=True),
    "index": LineKind(5, in_table=True),
}


def key_of(line: str) -> str | None:
    """Return the key of a state line, or None where the text is no line of a known kind."""
    found = _LINE.fullmatch(line)
    return found[1] if found and kind_of(found[1]) in KINDS else None


def kind_of(key: str) -> str:
    """Return the kind that a key begins with."""
    return key.partition(" ")[0]


def name_of(key: str) -> str:
    """Return the qualified name in a key."""
    return key.partition(" ")[2]


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
    return dict(sorted(lines.items(), key=lambda item: _place(item[0])))


def _place(key: str) -> tuple[int, str, int, str, int, str]:
    """Return what sorts a key: namespaces first, then objects, each table followed by what belongs to it."""
    kind, own = KINDS[kind_of(key)], name_of(key)
    table = table_of(key)
    owner = name_of(table) if table else own
    namespace = _parts(owner)[0]
    if kind_of(key) == "namespace":
        return (0, namespace, 0, "", 0, "")
    if table is None:
        return (1, namespace, kind.rank, own, 0, "")
    return (1, namespace, KINDS["table"].rank, owner, kind.rank + 1, own if kind.sorted else "")


def _parts(name: str) -> list[str]:
    return [name] if '"' not in name and "." not in name else _split(name)


def _split(name: str) -> list[str]:
    return name.split(".") if '"' not in name else _PARTS.findall(name)

"""What a database holds, as a value: every object by kind and name, with its attributes in the server's words."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Value: TypeAlias = str | int | bool
Table: TypeAlias = tuple[str, str]

_PLAIN = re.compile(r"[a-z_][a-z0-9_$]*\Z", re.ASCII)


def qualified(*parts: str) -> str:
    """Return the parts of a name joined by dots, each quoted if it is not a plain lower-case word."""
    return ".".join(map(_quoted, parts))


@lru_cache(maxsize=4096)  # the names of a namespace and a table come back with each thing in them
def _quoted(part: str) -> str:
    return part if _PLAIN.match(part) else '"{}"'.format(part.replace('"', '""'))


class Key(NamedTuple):
    """What tells one object of a database from all others."""

    kind: str
    name: str


class Fact(NamedTuple):
    """One object as it was read; an attribute that is None is left out.

    ``table`` is the namespace and the name, unquoted, of the table that the object belongs to; ``position`` is the
    place of a column in it.
    """

    kind: str
    path: tuple[str, ...]
    attributes: Mapping[str, Value | None]
    table: Table | None = None
    position: int = 0

    @property
    def key(self) -> Key:
        """The kind and the qualified name."""
        return Key(self.kind, qualified(*self.path))


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The objects of a database; two are equal when no object and no attribute differs.

    ``tables`` tells for each object that belongs to a table which one; ``column_order`` gives the physical order of
    the columns of each table, unquoted. Neither takes part in equality.
    """

    objects: Mapping[Key, Mapping[str, Value]]
    tables: Mapping[Key, Table] = field(compare=False)
    column_order: Mapping[str, tuple[str, ...]] = field(compare=False)

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> Catalogue:
        """Return the catalogue that holds these facts; ValueError if two facts claim one key."""
        objects: dict[Key, Mapping[str, Value]] = {}
        tables: dict[Key, Table] = {}
        columns: defaultdict[Table, list[tuple[int, str]]] = defaultdict(list)
        for fact in facts:
            key = fact.key
            if key in objects:
                raise ValueError(f"{key.kind} {key.name} was read twice")
            objects[key] = _attributes(fact)
            if fact.table:
                tables[key] = fact.table
            if fact.table and fact.position:
                columns[fact.table].append((fact.position, fact.path[-1]))
        order = {qualified(*table): tuple(name for _, name in sorted(found)) for table, found in columns.items()}
        return cls(MappingProxyType(objects), MappingProxyType(tables), MappingProxyType(order))

    def has_table(self, table: Table) -> bool:
        """Tell whether the table is in the catalogue."""
        return Key("table", qualified(*table)) in self.objects


def _attributes(fact: Fact) -> Mapping[str, Value]:
    return MappingProxyType({name: value for name, value in fact.attributes.items() if value is not None})

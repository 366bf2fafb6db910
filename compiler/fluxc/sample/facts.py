"""What must be known of a database to put rows into it, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from psycopg.sql import Identifier

Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Type:
    """A type; ``text`` is how the server writes it, without a modifier."""

    oid: int
    name: str
    text: str
    kind: str
    category: str
    element: int
    base: int
    base_modifier: int
    base_text: str | None
    not_null: bool
    subtype: int
    fields: tuple[tuple[int, int], ...]
    labels: tuple[str, ...]
    checks: tuple[str, ...]


class Column(NamedTuple):
    """A column of a table; ``written`` is its type with the modifier, of a domain the type below all domains."""

    name: str
    type: int
    modifier: int
    written: str
    collation: str | None
    not_null: bool
    identity: str
    generated: bool
    default: str | None

    @property
    def counted(self) -> bool:
        """Tell whether the server numbers it."""
        return bool(self.identity) or (not self.generated and "nextval(" in (self.default or ""))


class Check(NamedTuple):
    """A condition on a row; without columns that it speaks of it is one on the whole row.

    ``bodies`` are those of the functions that it calls.
    """

    text: str
    columns: tuple[str, ...]
    bodies: tuple[str, ...] = ()


class ForeignKey(NamedTuple):
    """A foreign key; ``only`` where rows of children of the table that is referred to do not count."""

    columns: tuple[str, ...]
    target: int
    referred: tuple[str, ...]
    full: bool
    deferrable: bool


@dataclass(slots=True)
class Table:
    """A table and what holds of its rows; ``root`` is the table through which rows come into a partition.

    A ``strict`` table cannot leave out rows that its keys do not let in, for it has rules or keys that may be deferred.
    """

    oid: int
    name: Name
    kind: str
    root: int
    parent: int
    bound: str | None
    strict: bool
    columns: dict[str, Column] = field(default_factory=dict[str, Column])
    checks: list[Check] = field(default_factory=list[Check])
    keys: list[tuple[str, ...]] = field(default_factory=list[tuple[str, ...]])
    foreign: list[ForeignKey] = field(default_factory=list[ForeignKey])

    @property
    def path(self) -> Identifier:
        """Return the name as SQL."""
        return Identifier(*self.name)

    @property
    def words(self) -> str:
        """Return the name for people."""
        return ".".join(self.name)


@dataclass(slots=True)
class Database:
    """All of it; ``unicode`` where every character can be stored."""

    tables: dict[int, Table]
    types: dict[int, Type]
    unicode: bool

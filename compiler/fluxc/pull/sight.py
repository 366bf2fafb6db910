"""How the objects of a state are named from within a domain."""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.model import expression, types
from fluxc.model.calls import with_calls
from fluxc.model.collation import Collation, collation_sql
from fluxc.model.column import Column
from fluxc.model.constraint import ForeignKey, PrimaryKey
from fluxc.model.names import qualified, quote, quoted, split_name
from fluxc.model.privileges import Privileges
from fluxc.model.sequence import Sequence
from fluxc.model.sequence_names import with_sequences
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.model.type_table import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from fluxc.model.state import State

Path = tuple[str, ...]

_SHORT: Final = {
    "character varying": "varchar",
    "character": "char",
    "timestamp with time zone": "timestamptz",
    "timestamp without time zone": "timestamp",
    "time with time zone": "timetz",
    "time without time zone": "time",
}


_NEWEST: Final = 18


class Homes(NamedTuple):
    """Where things are declared: in the domain of their namespace, but for the paths in ``own`` and those for all.

    ``target`` is the oldest server that the project must do for.
    """

    namespaces: Mapping[str, str]
    own: Mapping[Path, str] = MappingProxyType({})
    shared: frozenset[Path] = frozenset()
    target: int = _NEWEST

    def of(self, path: Path) -> str | None:
        """Return the domain that declares what has this path; None where a shared file does."""
        if path in self.shared:
            return None
        return self.own.get(path) or self.namespaces.get(path[0], path[0])


def _anywhere(_key: Key) -> str | None:
    return None


class Sight:
    """A domain that looks at a whole state; ``namespace`` is the one of the domain.

    ``placed`` tells where a person wrote a key or a check: the column that says it, empty where the table does, None
    where nobody did.  ``has_privileges`` says whether anything is known of owners and grants; ``owned`` are the
    sequences that columns own, by the path of the column.
    """

    def __init__(
        self,
        state: State,
        homes: Homes,
        domain: str,
        namespace: str,
        placed: Callable[[Key], str | None] = _anywhere,
    ) -> None:
        self.state = state
        self.placed = placed
        self.homes = homes
        self.domain = domain
        self.namespace = namespace
        self.has_privileges = any(isinstance(item, Privileges) for item in state)
        self.owned: dict[Path, list[Sequence]] = {}
        for item in state.of(Sequence):
            if item.owned_by:
                self.owned.setdefault(item.owned_by, []).append(item)
        self._partitions: dict[Path, list[Table]] = {}
        for table in state.of(Table):
            if table.partition_of:
                self._partitions.setdefault(table.partition_of, []).append(table)
        self._references: dict[Path, Mapping[str, ForeignKey]] = {}
        self._keys: dict[Path, Path] = {}

    def within(self, domain: str, namespace: str) -> Sight:
        """Return the sight from another domain; what was found out is shared."""
        other = copy(self)
        other.domain, other.namespace = domain, namespace
        return other

    def name(self, path: Path) -> str:
        """Return the name of something as text that reads like SQL: plain inside the domain, else ``domain.name``."""
        home = self.homes.of(path)
        return quote(path[-1]) if home is None or home == self.domain else qualified(home, path[-1])

    def is_plain(self, path: Path) -> bool:
        """Return whether the domain itself declares what has this path."""
        return self.homes.of(path) == self.domain

    def type_text(self, text: str) -> str:
        """Return a canonical type in its shortest spelling."""
        found = types.parse(text)
        if len(found.path) == 1:
            return short_type(text)
        name = self._type_name(found.path)
        inside = f"({', '.join(map(str, found.modifiers))})" if found.modifiers else ""
        return f"{name}{inside}{'[]' if found.array else ''}"

    def _type_name(self, path: Path) -> str:
        known = self.state.type_key(path) is not None
        name = self.name(path) if known or not self._is_taken(path[-1]) else qualified(*path)
        if not known and "." in name and not self._is_taken(path[-1]):
            name = quote(path[-1])  # a type of an extension, which every domain may name plainly
        return quoted(path[-1]) if name in BY_NAME else name

    def _is_taken(self, name: str) -> bool:
        return self.state.type_key((self.namespace, name)) is not None

    def sql(self, text: str) -> str:
        """Return a canonical expression with the types of the own domain named plainly."""
        if "(" in text and self.state.routines:
            text = with_calls(text, self._plain_call)
        if self.namespace not in text or not ("::" in text or "cast" in text or "'" in text):
            return text
        return expression.qualified_casts(text, self._plain_type)

    def default(self, text: str) -> str:
        """Return a canonical default with the types and the sequences of the own domain named plainly."""
        plain = self.sql(text)
        return with_sequences(plain, self._plain_sequence) if self.namespace in plain else plain

    def _plain_call(self, path: Path) -> str | None:
        """Return how the domain calls a function: its own plainly, and what one of these hides by its whole name."""
        if len(path) == 1:
            hidden = (self.namespace, path[0]) in self.state.routines
            return qualified("pg_catalog", path[0]) if hidden else None
        known = len(path) == 2 and (path[0], path[1]) in self.state.routines
        return self.name(path) if known else None

    def _plain_type(self, path: Path) -> str | None:
        own = path[-1] not in BY_NAME and self.state.type_key(path) is not None
        return quote(path[-1]) if own and self.is_plain(path) else None

    def collation(self, sql: str) -> str:
        """Return the name of a collation as a schema takes it: one that is declared as everything else that is."""
        path = split_name(sql)
        if '"' in path[-1] or "." in path[-1] or Key(Collation.kind, path) not in self.state.objects:
            return collation_text(sql)
        home = self.homes.of(path)
        return path[-1] if home is None or home == self.domain else f"{home}.{path[-1]}"

    def _plain_sequence(self, path: Path) -> str | None:
        own = self.state.get(Key(Sequence.kind, path)) is not None
        return quote(path[-1]) if own and self.is_plain(path) else None

    def target(self, key: ForeignKey) -> str:
        """Return what a foreign key refers to: a table, and its columns where they are not the primary key."""
        name = self.name(key.target)
        if self.key_columns(key.target) == key.target_columns:
            return name
        return f"{name}({', '.join(map(quote, key.target_columns))})"

    def key_columns(self, table: Path) -> Path:
        """Return the columns of a table's primary key; none where it has no key."""
        if table not in self._keys:
            keys = self.state.members(table, PrimaryKey)
            self._keys[table] = keys[0].columns if keys else ()
        return self._keys[table]

    def partitions(self, table: Path) -> list[Table]:
        """Return the partitions of a table, in the order of the state."""
        return self._partitions.get(table, [])

    def references(self, table: Path) -> Mapping[str, ForeignKey]:
        """Return the foreign keys that are said at their columns, by column."""
        if table not in self._references:
            found: dict[str, ForeignKey] = {}
            for key in self.state.members(table, ForeignKey):
                if len(key.columns) == 1 and not key.on_delete_columns and (place := self.placed(key.key)) != "":
                    if Key(Column.kind, (*table, key.columns[0])) not in self.state.objects:
                        continue  # the column is a parent's
                    found.setdefault(key.columns[0], key)
                    if place is not None:
                        found[key.columns[0]] = key
            self._references[table] = found
        return self._references[table]

    def takes_type(self, column: Column) -> bool:
        """Return whether the reference of a column gives it its very type: it leads to one, and not in a circle."""
        here = (column.place, column.name)
        seen = {here}
        at = column
        while (key := self.references(at.place).get(at.name)) is not None:
            target = self.state.get(Key(Column.kind, (*key.target, *key.target_columns)))
            if not isinstance(target, Column) or target.type != at.type:
                return at is not column
            if (target.place, target.name) in seen:
                return (target.place, target.name) != here
            seen.add((target.place, target.name))
            at = target
        return True


@lru_cache(maxsize=4096)
def short_type(text: str) -> str:
    """Return a canonical built-in type in its shortest spelling."""
    found = types.parse(text)
    name, modifiers = found.path[0], found.modifiers
    builtin = BY_NAME[name]
    end = "[]" if found.array else ""
    if name == "interval":
        return text
    if name == "numeric" and modifiers[1:] == (0,):
        modifiers = modifiers[:1]
    if name == "character" and not modifiers:
        return f"bpchar{end}"
    if modifiers and modifiers == builtin.default_modifiers:
        modifiers = ()
    inside = f"({', '.join(map(str, modifiers))})" if modifiers else ""
    return f"{_SHORT.get(name, name)}{inside}{end}"


def collation_text(sql: str) -> str:
    """Return the name of a collation as the long form takes it."""
    path = split_name(sql)
    plain = ".".join(path) if len(path) == 1 or path[0] == "pg_catalog" else ""
    if plain and '"' not in plain and collation_sql(plain) == sql:
        return plain
    return ".".join(map(quoted, path))

"""What the generated package is made of: its modules, and the names of everything in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.model.constraint import Check, ForeignKey, PrimaryKey
from fluxc.model.domain_type import DomainType
from fluxc.model.enum import Enum
from fluxc.model.inherited import columns_of
from fluxc.model.presentation import PLAIN
from fluxc.model.table import Table
from fluxc.model.types import parse
from fluxc.render.class_names import SUFFIXES, class_names, enum_named, table_named
from fluxc.render.identifiers import members
from fluxc.render.model_keys import SUFFIX, KeyHome, key_homes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxc.model.column import Column
    from fluxc.model.compiled import Compiled, Domain
    from fluxc.model.presentation import Presentation
    from fluxc.model.state import Key, Object, State
    from fluxc.render.domain_columns import Seen

SHARED: Final = "_enums"
"""The module of enums that belong to no domain; no domain's name begins with an underscore."""


class TablePart(NamedTuple):
    """A table with what lies in it and matters to its models."""

    table: Table
    columns: list[Column]
    checks: list[Check]
    keys: list[PrimaryKey]
    references: list[ForeignKey]
    seen: Seen | None = None

    @property
    def shown(self) -> list[Column]:
        """Return the columns as Python sees them."""
        return self.seen.columns if self.seen else self.columns

    @property
    def limits(self) -> list[Check]:
        """Return the checks of the table and of the domain types of its columns."""
        return [*self.checks, *self.seen.checks] if self.seen else self.checks

    @property
    def objects(self) -> tuple[Object, ...]:
        """Return everything of the table that its models depend on."""
        domains = self.seen.domains if self.seen else ()
        return (self.table, *self.columns, *self.checks, *self.keys, *self.references, *domains)


class Part(NamedTuple):
    """One module: a domain, or the shared enums."""

    module: str
    source: str
    doc: str | None
    enums: tuple[Enum, ...]
    tables: tuple[TablePart, ...]


class EnumHome(NamedTuple):
    """Where the class of an enum is found, and its members by value."""

    module: str
    name: str
    members: Mapping[str, str]


class Package(NamedTuple):
    """The modules of the package; ``classes``, ``enums`` and ``keys`` name everything by key and by path.

    ``shown`` says of which tables and columns Python sees more than the state holds, ``whole`` which columns hold
    arrays of a type that psycopg does not know.
    """

    parts: tuple[Part, ...]
    classes: Mapping[Key, str]
    enums: Mapping[tuple[str, ...], EnumHome]
    keys: Mapping[tuple[str, ...], KeyHome]
    shown: Mapping[Key, Presentation]
    whole: frozenset[tuple[str, ...]] = frozenset()

    def exports(self) -> dict[str, str]:
        """Return the module of every name that only one module has and that is no module itself."""
        modules = {part.module for part in self.parts}
        found: dict[str, str | None] = {}
        for part in self.parts:
            for name in self.names(part):
                found[name] = None if name in found else part.module
        return {name: module for name, module in found.items() if module is not None and name not in modules}

    def names(self, part: Part) -> list[str]:
        """Return the classes of one module."""
        enums = [self.classes[enum.key] for enum in part.enums]
        tables = [self.classes[table.key] + suffix for table, *_ in part.tables for suffix in SUFFIXES]
        return [*enums, *(home.name for home in self.key_types(part)), *tables]

    def key_types(self, part: Part) -> list[KeyHome]:
        """Return the types of keys that one module defines, in the order of its tables."""
        columns = (column.key.path for table in part.tables for column in table.columns) if self.keys else ()
        homes = dict.fromkeys(self.keys[path] for path in columns if path in self.keys)
        return [home for home in homes if home.module == part.module]

    def circles(self) -> dict[str, set[str]]:
        """Return for each module those that it needs and that need it too, directly or not."""
        needed = {part.module: self._needed(part) for part in self.parts}
        reached = {module: _reach(module, needed) for module in needed}
        return {module: {other for other in needed[module] if module in reached[other]} for module in needed}

    def _needed(self, part: Part) -> set[str]:
        paths = (column.key.path for table in part.tables for column in table.columns) if self.keys else ()
        keys = {self.keys[path].module for path in paths if path in self.keys}
        homes = {parse(column.type).path for part_table in part.tables for column in part_table.shown}
        return {*keys, *(self.enums[path].module for path in homes if path in self.enums)} - {part.module}


def _reach(start: str, needed: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    ahead = set(needed[start])
    while ahead:
        module = ahead.pop()
        if module not in found:
            found.add(module)
            ahead |= needed[module]
    return found


def package(compiled: Compiled, *, key_types: bool = False) -> Package:
    """Return the package that a schema makes, with types of their own for keys or without."""
    domains = any(key.kind == DomainType.kind for key in compiled.state.objects)
    parts = [_domain(domain, compiled.state, key_types=key_types, domains=domains) for domain in compiled.domains]
    suffixes = (*SUFFIXES, SUFFIX) if key_types else SUFFIXES
    shown = compiled.presentation
    owned = {key for domain in compiled.domains for key in domain.enums}
    shared = tuple(enum for enum in compiled.state.of(Enum) if enum.key not in owned)
    if shared:
        parts.append(Part(SHARED, "schema/_*", "Enums that every domain may use.", shared, ()))
    classes: dict[Key, str] = {}
    enums: dict[tuple[str, ...], EnumHome] = {}
    for part in parts:
        wanted = [
            *(enum_named(enum.key) for enum in part.enums),
            *(table_named(table.key, shown.get(table.key, PLAIN).name, suffixes) for table, *_ in part.tables),
        ]
        classes.update(class_names(wanted))
        for enum in part.enums:
            enums[enum.key.path] = EnumHome(part.module, classes[enum.key], members(enum.values))
    keys = key_homes(parts, classes) if key_types else dict[tuple[str, ...], KeyHome]()
    tables = (table.seen for part in parts for table in part.tables if table.seen) if domains else ()
    whole = frozenset(column.key.path for seen in tables for column in seen.whole)
    return Package(tuple(parts), classes, enums, keys, shown, whole)


def _domain(domain: Domain, state: State, *, key_types: bool, domains: bool) -> Part:
    enums = tuple(found for key in domain.enums if isinstance(found := state.get(key), Enum))
    tables = [found for key in domain.tables if isinstance(found := state.get(key), Table) and not found.partition_of]
    parts = tuple(_table(table, state, key_types=key_types, domains=domains) for table in tables)
    return Part(domain.name, f"schema/{domain.name}", domain.doc, enums, parts)


def _table(table: Table, state: State, *, key_types: bool, domains: bool) -> TablePart:
    path = table.key.path
    references = state.members(path, ForeignKey) if key_types else []
    keys, checks = state.members(path, PrimaryKey), state.members(path, Check)
    columns = columns_of(path, state)
    if not domains:
        return TablePart(table, columns, checks, keys, references)
    from fluxc.render.domain_columns import seen  # most schemas have no domain types

    return TablePart(table, columns, checks, keys, references, seen(columns, state))

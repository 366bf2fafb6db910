"""Looking names up: which table, column, enum or type a text in a domain means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, cast

from fluxc.diagnostics import did_you_mean
from fluxc.model import types
from fluxc.model.base_types import resolved
from fluxc.model.names import multirange_name, qualified, quote, split_name
from fluxc.model.type_table import BY_NAME, EXTENSION_TYPES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    Path = tuple[str, ...]

    from fluxc.model.draft import TableDraft
    from fluxc.model.enum import Enum
    from fluxc.model.findings import Findings, Place
    from fluxc.model.sequence import Sequence

_QUOTED: Final = r'"(?:[^"]|"")*"'
_TARGET: Final = re.compile(
    rf"""\s*(?P<table>(?:{_QUOTED}|[^()"])+?)\s*(?:\(\s*(?P<columns>(?:{_QUOTED}|[^()"])*?)\s*\))?\s*"""
)
_COLUMNS: Final = re.compile(rf"""(?:{_QUOTED}|[^,"])+""")
TYPE_SECTIONS: Final = ("domain_types", "composites", "range_types")
"""The sections of a file that declare types, but for enums."""
_BUILT_IN: Final = frozenset((name,) for name in BY_NAME)


@dataclass(slots=True)
class Scope:
    """Everything that is declared, by the names that find it.

    ``domains``: domain → namespace.  ``tables`` and ``enums``: domain → name → draft or enum.
    ``shared``: enums that every domain may name plainly.  ``extension_types``: name → namespace.
    ``sequences``: domain → name → sequence.  ``functions``: domain → the names of its functions.
    ``serials``: domain → name of a serial's sequence → how SQL calls it,
    filled when it is asked for.  ``owned``: the paths of declared sequences that a column owns.
    ``drawn``: the sequences of serial columns, as SQL calls them, from which others draw.
    ``declared`` (types) and ``collations``: domain → name → path,
    under no domain those that every domain may name plainly.  ``bases``: path of a domain type → type below it.
    """

    findings: Findings
    domains: Mapping[str, str]
    tables: dict[str, Mapping[str, TableDraft]] = field(default_factory=dict[str, "Mapping[str, TableDraft]"])
    enums: dict[str, dict[str, Enum]] = field(default_factory=dict[str, "dict[str, Enum]"])
    shared: dict[str, Enum] = field(default_factory=dict[str, "Enum"])
    extension_types: dict[str, str] = field(default_factory=dict[str, str])
    sequences: dict[str, Mapping[str, Sequence]] = field(default_factory=dict[str, "Mapping[str, Sequence]"])
    functions: dict[str, Collection[str]] = field(default_factory=dict[str, "Collection[str]"])
    owned: set[tuple[str, ...]] = field(default_factory=set["tuple[str, ...]"])
    drawn: set[str] = field(default_factory=set[str])
    serials: dict[str, dict[str, str]] = field(default_factory=dict[str, "dict[str, str]"])
    declared: dict[str, dict[str, Path]] = field(default_factory=dict[str, "dict[str, Path]"])
    collations: dict[str, dict[str, Path]] = field(default_factory=dict[str, "dict[str, Path]"])
    bases: dict[Path, types.Type] = field(default_factory=dict["Path", types.Type])

    def know_types(self, domain: str, namespace: str, said: Mapping[str, Mapping[str, Any]]) -> None:
        """Take in the names of types and collations by section; those of no domain are for all."""
        for section in TYPE_SECTIONS:
            for name in said.get(section) or ():
                known = self.declared.setdefault(domain, {})
                known[name] = (namespace, name)
                if section == "range_types":
                    both = multirange_of(name, said[section])
                    known.setdefault(both, (namespace, both))
        for name in said.get("collations") or ():
            self.collations.setdefault(domain, {})[name] = (namespace, name)

    def type(self, text: str, domain: str, place: Place) -> types.Type | None:
        """Return the type that a text means in a domain; record why it means none."""
        try:
            parts = types.take_apart(text)
            found = types.builtin(parts) if parts else None
        except types.TypeTextError as problem:
            self.findings.add(problem.code, str(problem), place, problem.help)
            return None
        if found is not None or parts is None:
            if found is None:
                self.findings.add(
                    "bad-type", f"`{text[:70]}` is no type", place, "write a type such as `text` or `numeric(12, 2)`"
                )
            elif found.path == ("numeric",) and found.modifiers and not types.has_plain_scale(found.modifiers):
                self.findings.needs(15, found.text, place)
            return found
        path = _split(parts.name)
        declared = self.declared_type(path, domain)
        if declared is None and (found := self._extension_type(path, parts, place)):
            return found
        if declared is None:
            self._unknown_type(parts.name, domain, place)
            return None
        if parts.modifiers is not None:
            message = f"{'enum' if self.enum(path, domain) else 'type'} {declared[-1]} takes no modifiers"
            self.findings.add("bad-type", message, place, "leave the parentheses out")
            return None
        return types.Type(declared, (), parts.array)

    def declared_type(self, path: tuple[str, ...], domain: str) -> Path | None:
        """Return the path of the declared type that a name means in a domain; a table is the type of its rows."""
        enum = self.enum(path, domain)
        if enum is not None:
            return enum.key.path
        found = _named(self.declared, path, domain) if self.declared else None
        if found is None and len(path) in {1, 2}:
            where, name = (domain, *path)[-2:]
            draft = self.tables.get(where, {}).get(name)
            return draft.path if draft is not None else None
        return found

    def base(self, found: types.Type) -> types.Type:
        """Return the type that a domain type is based on in the end; every other type as it is."""
        return resolved(found, self.bases.get) if self.bases else found

    def collation(self, path: tuple[str, ...], domain: str) -> Path:
        """Return the path of the collation that a name means in a domain; what nobody declares is the server's."""
        return (_named(self.collations, path, domain) if self.collations else None) or path

    def _extension_type(self, path: tuple[str, ...], parts: types.TypeText, place: Place) -> types.Type | None:
        found = self._extension_path(path)
        if found is None:
            return None
        try:
            return types.Type(found, types.free_modifiers(parts.modifiers), parts.array)
        except types.TypeTextError as problem:
            self.findings.add(problem.code, str(problem), place, problem.help)
            return types.Type(found, (), parts.array)

    def _extension_path(self, path: tuple[str, ...]) -> tuple[str, str] | None:
        namespace = self.extension_types.get(path[-1]) if path else None
        return (namespace, path[-1]) if namespace is not None and path[:-1] in {(), (namespace,)} else None

    @property
    def has_types(self) -> bool:
        """Return whether there are types to which an expression may cast and that are not built in."""
        known = self.shared or self.extension_types or self.declared
        # the rows of tables are types too, of which routines make use
        return bool(known or self.functions or any(self.enums.values()))

    def type_sql(self, path: tuple[str, ...], domain: str) -> str | None:
        """Return the qualified name of the type that is not built in and that a name means in a domain."""
        if path not in _BUILT_IN and (found := self.declared_type(path, domain)):
            return qualified(*found)
        extension = self._extension_path(path)
        return qualified(*extension) if extension else None

    def sequence(self, path: tuple[str, ...], domain: str) -> Sequence | None:
        """Return the declared sequence that a name, or a domain and a name, means in a domain."""
        where, name = (domain, *path)[-2:] if path else ("", "")
        return self.sequences.get(where, {}).get(name) if len(path) in {1, 2} else None

    def routine(self, path: tuple[str, ...], domain: str) -> tuple[str, ...]:
        """Return the path of the function that a name means in a domain; a plain one of nobody's stays as it is."""
        if len(path) == 1:
            return (self.domains[domain], *path) if path[0] in self.functions.get(domain, ()) else path
        return (self.domains.get(path[0], path[0]), *path[1:])

    def call(self, path: tuple[str, ...], domain: str) -> str | None:
        """Return the qualified name of the function that a call in a domain means, None where it says it as it is."""
        if path[:-1] == ("pg_catalog",):
            return quote(path[-1])  # it hides the functions of the same name
        found = self.routine(path, domain)
        return qualified(*found) if found != path else None

    def enum(self, path: tuple[str, ...], domain: str) -> Enum | None:
        """Return the enum that a name, or a domain and a name, means in a domain."""
        if len(path) == 1:
            return self.enums.get(domain, {}).get(path[0]) or self.shared.get(path[0])
        return self.enums.get(path[0], {}).get(path[1]) if len(path) == 2 else None

    def labels(self, path: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return the values of the enum that has this path, None where it is no enum's."""
        if len(path) == 1:
            return None
        own = (enums.get(path[1]) for domain, enums in self.enums.items() if self.domains.get(domain) == path[0])
        found = next((enum for enum in (*own, self.shared.get(path[1])) if enum and enum.key.path == path), None)
        return found.values if found else None

    def _unknown_type(self, name: str, domain: str, place: Place) -> None:
        known = [
            *BY_NAME,
            *self.enums.get(domain, {}),
            *self.shared,
            *self.declared.get(domain, {}),
            *self.declared.get("", {}),
        ]
        known += [f"{other}.{declared}" for other, names in self.declared.items() if other for declared in names]
        known += [f"{other}.{enum}" for other, enums in self.enums.items() for enum in enums]
        extension = EXTENSION_TYPES.get(name.rpartition(".")[2])
        help_text = (
            f"declare `extensions: [{extension}]`, which brings it"
            if extension
            else did_you_mean(name, known)
            or "built-in types, and those of this domain or `domain.type` of another, are known"
        )
        self.findings.add("unknown-type", f"there is no type `{name[:70]}`", place, help_text)

    def target(self, text: str, domain: str, place: Place) -> tuple[TableDraft, list[str]] | None:
        """Return the table and columns that a reference means; no columns stands for the primary key."""
        path, columns = _aim(text)
        if len(path) not in {1, 2}:
            self.findings.add(
                "unknown-table",
                f"`{text[:70]}` names no table",
                place,
                "write `table`, `domain.table` or `table(column)`",
            )
            return None
        where, name = (domain, *path)[-2:]
        draft = self.tables.get(where, {}).get(name)
        if draft is None:
            self._unknown_table(where, name, domain, place)
            return None
        return (draft, list(columns)) if self._columns_exist(draft, columns, place) else None

    def _unknown_table(self, where: str, name: str, domain: str, place: Place) -> None:
        shown = name if where == domain else f"{where}.{name}"
        if where not in self.domains:
            self.findings.add(
                "unknown-table", f"there is no domain `{where[:70]}`", place, did_you_mean(where, self.domains)
            )
            return
        known = [
            *self.tables.get(domain, {}),
            *(f"{d}.{t}" for d, tables in self.tables.items() if d != domain for t in tables),
        ]
        elsewhere = [candidate for candidate in known if candidate.rpartition(".")[2] == name]
        near = f"write `{elsewhere[0]}`" if elsewhere else did_you_mean(shown, known)
        help_text = near or "declare it, or write `domain.table` for one of another domain"
        self.findings.add("unknown-table", f"there is no table `{shown[:140]}`", place, help_text)

    def _columns_exist(self, draft: TableDraft, columns: tuple[str, ...], place: Place) -> bool:
        for column in columns:
            if column not in draft.columns:
                self.unknown_column(draft, column, place)
                return False
        return True

    def unknown_column(self, draft: TableDraft, column: str, place: Place, *, key: bool = False) -> None:
        """Record that a table has no such column, unless it has one that was reported as wrong."""
        if column in draft.faulty:
            return
        message = f"table {draft.domain}.{draft.path[-1]} has no column `{column[:70]}`"
        self.findings.add("unknown-column", message, place, did_you_mean(column, draft.columns), key=key)


@lru_cache(maxsize=16384)
def _aim(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the name of the table that a reference names, empty where it is none, and the columns."""
    match = _TARGET.fullmatch(text)
    if match is None:
        return (), ()
    words = _COLUMNS.findall(match["columns"] or "")
    return _split(match["table"]), tuple(part for word in words if word.strip() for part in _split(word))


def multirange_of(name: str, forms: Mapping[str, Any]) -> str:
    """Return the name of the multirange type of a range type in its section of a file, as data or as declared."""
    form = forms[name]
    said = (
        cast("dict[str, Any]", form).get("multirange") if isinstance(form, dict) else getattr(form, "multirange", None)
    )
    return said if isinstance(said, str) else multirange_name(name)


def _named(known: Mapping[str, Mapping[str, Path]], path: tuple[str, ...], domain: str) -> Path | None:
    """Return what a name, or a domain and a name, means in a domain among things that are known by their domains."""
    if len(path) == 1:
        return known.get(domain, {}).get(path[0]) or known.get("", {}).get(path[0])
    return known.get(path[0], {}).get(path[1]) if len(path) == 2 else None


def _split(text: str) -> tuple[str, ...]:
    try:
        return split_name(text.strip())
    except ValueError:
        return ()

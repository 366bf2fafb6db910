"""What Python sees of a schema: classes and where they are found, attributes and what they hold."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from fluxc.model.presentation import PLAIN, RESERVED
from fluxc.model.types import parse
from fluxc.render.model_package import package
from fluxc.render.model_rules import RULES, Form, Presence, origin
from fluxc.render.naming import naming
from fluxc.render.python_types import python_type

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxc.model.column import Column
    from fluxc.model.compiled import Compiled
    from fluxc.model.state import Key
    from fluxc.project.config import ModelSettings
    from fluxc.render.model_package import Package, Part, TablePart


class Home(NamedTuple):
    """Where a class is found."""

    module: str
    name: str

    @property
    def text(self) -> str:
        """Return it as one imports it."""
        return f"{self.module}.{self.name}"


class Attribute(NamedTuple):
    """A field of a table's models: its name, its name outside, what a row holds, and how inserts have it."""

    name: str
    outside: str
    holds: str
    insert: Presence

    @property
    def given(self) -> bool:
        """Return whether an insert must give it."""
        return self.insert is Presence.REQUIRED


class Surface:
    """The generated package of a schema, as far as code that uses it depends on it."""

    def __init__(self, made: Package, *, camel: bool) -> None:
        self._made = made
        self._camel = camel
        self._known: dict[Key, dict[str, Attribute]] = {}

    @classmethod
    def of(cls, compiled: Compiled, own: ModelSettings, now: ModelSettings) -> Surface:
        """Return the surface under a project's own settings for types, and those of now for names outside."""
        return cls(package(compiled, key_types=own.key_types), camel=now.aliases == "camel")

    @cached_property
    def modules(self) -> frozenset[str]:
        """Return the modules."""
        return frozenset(part.module for part in self._made.parts)

    @cached_property
    def exports(self) -> Mapping[str, str]:
        """Return the module of every name that the package itself exports."""
        return self._made.exports()

    @cached_property
    def homes(self) -> Mapping[Key, Home]:
        """Return where the classes of tables and enums are found."""
        found: dict[Key, Home] = {}
        for part in self._made.parts:
            for item in (*part.enums, *(table.table for table in part.tables)):
                found[item.key] = Home(part.module, self._made.classes[item.key])
        return found

    @cached_property
    def _tables(self) -> Mapping[Key, tuple[Part, TablePart]]:
        return {table.table.key: (part, table) for part in self._made.parts for table in part.tables}

    def members(self, enum: Key) -> Mapping[str, str]:
        """Return the members of an enum by value; none where Python does not see it."""
        home = self._made.enums.get(enum.path)
        return home.members if home else {}

    def attributes(self, table: Key) -> dict[str, Attribute]:
        """Return the attributes of a table's models by column; none where Python does not see it."""
        if table not in self._known:
            self._known[table] = self._attributes(table)
        return self._known[table]

    def _attributes(self, key: Key) -> dict[str, Attribute]:
        if key not in self._tables:
            return {}
        part, table = self._tables[key]
        refused = RESERVED | {self._made.classes[enum.key] for enum in part.enums}
        names = naming(table.columns, refused, self._made.shown, camel=self._camel)
        return {
            column.name: Attribute(
                names.attributes[column.name],
                names.outside.get(column.name, column.name),
                self._holds(column),
                RULES[origin(column, plain=False)][Form.INSERT],
            )
            for column in table.shown
        }

    def _holds(self, column: Column) -> str:
        shown = self._made.shown.get(column.key, PLAIN)
        if shown.type is not None:
            return shown.type
        key = self._made.keys.get(column.key.path)
        if key is not None:
            return f"{key.module}.{key.name}"
        found = parse(column.type)
        home = self._made.enums.get(found.path)
        text = f"{home.module}.{home.name}" if home else python_type(found.path).reading.replace("`", "")
        return "list[" * shown.dimensions + text + "]" * shown.dimensions if found.array else text

"""A compiled schema as rules ask about it: what stands beside an object, and how it was declared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from fluxc.model.column import Column
from fluxc.model.constraint import ForeignKey
from fluxc.model.index import Index
from fluxc.model.mentions import words
from fluxc.model.names import split_name
from fluxc.model.policy import Policy
from fluxc.model.state import Key
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from fluxc.model.compiled import Compiled
    from fluxc.model.findings import Place
    from fluxc.model.state import AnyObject, Object, State


@dataclass(frozen=True)
class Schema:
    """What a schema folder means, every object with its place."""

    compiled: Compiled

    @property
    def state(self) -> State:
        """Return the objects."""
        return self.compiled.state

    def inside(self, table: Table, kind: type[AnyObject]) -> list[AnyObject]:
        """Return the members of a table of one class, in order."""
        return self.state.members(table.key.path, kind)

    def beside(self, item: Object, kind: type[AnyObject]) -> list[AnyObject]:
        """Return the members of one class of the table that ``item`` is a member of."""
        return self.state.members(item.place, kind)

    def refers(self, column: Column) -> bool:
        """Return whether a column is part of a foreign key, so that its type is that of another."""
        return any(column.name in key.columns for key in self.beside(column, ForeignKey))

    @cached_property
    def references(self) -> Mapping[tuple[str, ...], Sequence[ForeignKey]]:
        """Return the foreign keys by the path of the table that has them."""
        found: dict[tuple[str, ...], list[ForeignKey]] = {}
        for key in self.state.of(ForeignKey):
            found.setdefault(key.place, []).append(key)
        return found

    @cached_property
    def cascades(self) -> Mapping[tuple[str, ...], Sequence[ForeignKey]]:
        """Return the foreign keys whose rows go with those that they refer to, by the path of the table referred to."""
        found: dict[tuple[str, ...], list[ForeignKey]] = {}
        for key in self.state.of(ForeignKey):
            if key.on_delete == "cascade":
                found.setdefault(key.target, []).append(key)
        return found

    @cached_property
    def binding(self) -> Mapping[tuple[str, ...], Sequence[ForeignKey]]:
        """Return the foreign keys, by table, whose rows need one of another table at once, that needs one in turn."""
        found = {path: [key for key in keys if self._binds(key)] for path, keys in self.references.items()}
        needing: dict[tuple[str, ...], list[ForeignKey]] = {}
        for keys in found.values():
            for key in keys:
                needing.setdefault(key.target, []).append(key)
        free = [path for path in needing if not found.get(path)]
        for path in free:
            for key in needing.get(path, ()):
                found[key.place].remove(key)
                if not found[key.place]:
                    free.append(key.place)
        return found

    def _binds(self, key: ForeignKey) -> bool:
        columns = (self.state.get(Key(Column.kind, (*key.place, name))) for name in key.columns)
        required = all(isinstance(column, Column) and not column.nullable for column in columns)
        return required and key.enforced and not key.deferrable and key.target != key.place

    @cached_property
    def tenants(self) -> Mapping[str, Policy]:
        """Return the policies that tell rows apart by a reference, by the name of its column."""
        found: dict[str, Policy] = {}
        for policy in self.state.of(Policy):
            said = {word for text in policy.texts for word in words(text)}
            for key in self.references.get(policy.place, ()):
                if len(key.columns) == 1 and key.columns[0] in said:
                    found.setdefault(key.columns[0], policy)
        return found

    def place(self, item: Object) -> Place:
        """Return where an object is declared; for a member of a mixin that is the mixin."""
        return self.compiled.places[item.key]

    def places(self, item: Object) -> Iterator[Place]:
        """Yield where an object is declared, and where the table is whose member it is."""
        yield self.place(item)
        table = self.compiled.places.get(Key(Table.kind, item.place))
        if table is not None:
            yield table

    def places_of(self, name: str) -> Iterator[Place]:
        """Yield where that is declared what SQL calls so, and where the table or namespace is that it lies in."""
        path = split_name(name) if name else ()
        for end in range(len(path), 0, -1):
            if (found := self._named.get(path[:end])) is not None:
                yield found

    @cached_property
    def _named(self) -> Mapping[tuple[str, ...], Place]:
        """Return the places by names, those of indexes too, which lie in the namespace of their table."""
        places: dict[tuple[str, ...], Place] = {}
        for key, place in self.compiled.places.items():
            places.setdefault(key.path, place)
            if key.kind == Index.kind:
                places.setdefault((*key.path[:-2], key.path[-1]), place)
        return places

    def written(self, item: Object) -> Any:
        """Return what is written at the place of an object: the text of a short form, or what a long one holds."""
        place = self.place(item)
        data: Any = place.document.data
        for part in place.path:
            data = data[part]
        return data

    def declared(self, item: Object) -> Mapping[str, Any]:
        """Return the long form of an object; empty where a short one was used."""
        data = self.written(item)
        return cast("Mapping[str, Any]", data) if isinstance(data, dict) else {}

"""Two states of a schema, the earlier one under the names of the later one, and what differs between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from fluxc.breaking.published import Published
from fluxc.breaking.renamed import under_new_names
from fluxc.breaking.surface import Surface
from fluxc.model.claims import mentioned
from fluxc.model.inherited import columns_of
from fluxc.model.state import Key
from fluxc.plan.planning import settled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from fluxc.diagnostics import Span
    from fluxc.model.compiled import Compiled
    from fluxc.model.state import AnyObject, Object, State
    from fluxc.project.config import ModelSettings

RELATIONS: Final = ("table", "view", "materialized_view")
Path = tuple[str, ...]


class Side(NamedTuple):
    """One of the two schemas: what it means, how its models are written, and where its objects are declared.

    ``modules`` says whether its domains are its own, not taken from the other side.
    """

    compiled: Compiled
    models: ModelSettings
    span: Callable[[Key], Span | None]
    modules: bool = True

    @property
    def state(self) -> State:
        """Return the objects."""
        return self.compiled.state


@dataclass(frozen=True)
class Comparison:
    """What was and what is; ``old`` are the objects from before under the names that they have now.

    ``origin`` leads from such a name back to the one that the object had, where that was another.
    """

    before: Side
    after: Side
    old: State
    new: State
    origin: Mapping[Key, Key]
    removed: list[Object] = field(default_factory=list["Object"])
    added: list[Object] = field(default_factory=list["Object"])
    changed: list[tuple[Object, Object]] = field(default_factory=list[tuple["Object", "Object"]])

    @classmethod
    def of(cls, before: Side, after: Side) -> Comparison:
        """Compare two schemas; the intent of the later one tells what was renamed."""
        old, origin = under_new_names(before.state, after.state, after.compiled.intent)
        new = settled(old, after.state)
        made = cls(before, after, old, new, origin)
        for key, item in old.objects.items():
            other = new.objects.get(key)
            if other is None:
                made.removed.append(item)
            elif other is not item and other != item:
                made.changed.append((item, other))
        made.added.extend(item for key, item in new.objects.items() if key not in old.objects)
        return made

    def left(self, kind: type[AnyObject]) -> Iterator[tuple[AnyObject, AnyObject]]:
        """Yield the objects of a class that are no more, but for what went with its relation.

        Each comes as what it refers to is called now, and as it was.
        """
        for item in self.removed:
            if isinstance(item, kind) and self._stays(item, self.old, self.new):
                yield item, self.was(item)

    def gone(self, kind: type[AnyObject]) -> Iterator[AnyObject]:
        """Yield the objects of a class that are no more, as they were, but for what went with its relation."""
        yield from (was for _, was in self.left(kind))

    def come(self, kind: type[AnyObject]) -> Iterator[AnyObject]:
        """Yield the new objects of a class, but for what came with its relation."""
        for item in self.added:
            if isinstance(item, kind) and self._stays(item, self.new, self.old):
                yield item

    def both(self, kind: type[AnyObject]) -> Iterator[tuple[AnyObject, AnyObject]]:
        """Yield the objects of a class that are there before and after and differ by more than their names."""
        for old, new in self.changed:
            if isinstance(old, kind) and isinstance(new, kind):
                yield old, new

    def renamed(self, kind: type[AnyObject]) -> Iterator[tuple[AnyObject, AnyObject]]:
        """Yield the objects of a class under their old and new names, but for those that only moved with others."""
        for key, was in self.origin.items():
            new, old = self.new.get(key), self.before.state.get(was)
            if isinstance(old, kind) and isinstance(new, kind) and not self._carried(was.path, key.path):
                yield old, new

    def turned(self, item: Object) -> Object | None:
        """Return the relation of another kind that has the name of one that is gone."""
        keys = (Key(kind, item.key.path) for kind in RELATIONS if kind != item.kind)
        return next((self.new.objects[key] for key in keys if key in self.new.objects), None)

    def was(self, item: AnyObject) -> AnyObject:
        """Return what an object that was there before was then, under the name and with the names that it had."""
        return cast("AnyObject", self.before.state.objects[self.origin.get(item.key, item.key)])

    def _carried(self, old: Path, new: Path) -> bool:
        """Return whether the last name stayed, and the rest of the path is that of something that was renamed."""
        if old[-1] != new[-1]:
            return False
        return len(new) != 2 or self.origin.get(Key("namespace", new[:1])) == Key("namespace", old[:1])

    @staticmethod
    def _stays(item: Object, here: State, there: State) -> bool:
        if len(item.place) != 2:
            return True
        keys = [Key(kind, item.place) for kind in RELATIONS]
        return any(key in here.objects and key in there.objects for key in keys)

    @cached_property
    def published_before(self) -> Published:
        """Return what the publications from before publish, under the names of now."""
        return Published(self.old)

    @cached_property
    def published_originally(self) -> Published:
        """Return what the publications from before publish, under the names from before."""
        return Published(self.before.state)

    @cached_property
    def published_now(self) -> Published:
        """Return what the publications publish."""
        return Published(self.new)

    def only_new(self, item: Object) -> bool:
        """Return whether all columns that an object in a table looks at are new, and null until code writes them."""
        names = mentioned(item)
        there = {column.name: column for column in columns_of(item.place, self.new) if column.name in names}
        was = {column.name for column in columns_of(item.place, self.old)}
        return bool(there) and was.isdisjoint(there) and all(column.default is None for column in there.values())

    def lost(self, item: Object) -> bool:
        """Return whether an object in a table looks at a column that is gone, with which it had to go."""
        there = {column.name for column in columns_of(item.place, self.new)}
        return bool(there) and not mentioned(item) <= there  # of a view no columns are known

    def streamed(self, table: Path) -> bool:
        """Return whether a publication had a table that is there still, under its name of now."""
        return self.published_before.has(table)

    @cached_property
    def models_before(self) -> Surface:
        """Return what Python saw."""
        return Surface.of(self.before.compiled, self.before.models, self.after.models)

    @cached_property
    def models_now(self) -> Surface:
        """Return what Python sees."""
        return Surface.of(self.after.compiled, self.after.models, self.after.models)

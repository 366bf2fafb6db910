"""Operations on dictionaries and configurations of text search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.model.text_search import TextSearchConfiguration, grouped
from fluxc.plan.moved_apart import configuration_moved
from fluxc.plan.operation import Create, Drop, Operation, Rename, renamed_in_place, replacing

if TYPE_CHECKING:
    from fluxc.model.state import State
    from fluxc.model.text_search import Mapped, TextSearchDictionary
    from fluxc.plan.operation import Effects, Objects


class CreateTextSearchDictionary(Create):
    """Create a dictionary."""

    new: TextSearchDictionary
    stage: ClassVar[int] = 2

    def reverse(self) -> tuple[Operation, ...]:
        return (DropTextSearchDictionary(self.new),)


class DropTextSearchDictionary(Drop):
    """Drop a dictionary."""

    old: TextSearchDictionary
    stage: ClassVar[int] = 8

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateTextSearchDictionary(self.old),)


class RenameTextSearchDictionary(Rename):
    """Rename a dictionary; configurations follow."""

    def apply(self, objects: Objects) -> None:
        renamed_in_place(objects, {self.old.key: self.new})
        for key, item in list(objects.items()):
            if isinstance(item, TextSearchConfiguration):
                objects[key] = item.model_copy(update=configuration_moved(item, self.old.key.path, self.new.key.path))

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameTextSearchDictionary(self.new, self.old),)


@dataclass(frozen=True, slots=True)
class AlterTextSearchDictionary(Operation):
    """Change the options of a dictionary."""

    old: TextSearchDictionary
    new: TextSearchDictionary
    stage: ClassVar[int] = 2

    @property
    def subject(self) -> TextSearchDictionary:
        return self.new

    @property
    def given(self) -> tuple[tuple[str, str], ...]:
        """Return the options that get a value."""
        return tuple(option for option in self.new.options if option not in self.old.options)

    @property
    def taken(self) -> tuple[str, ...]:
        """Return the options that go."""
        stay = {name for name, _ in self.new.options}
        return tuple(name for name, _ in self.old.options if name not in stay)

    def apply(self, objects: Objects) -> None:
        objects[self.key] = objects[self.key].model_copy(update={"options": self.new.options})

    def reverse(self) -> tuple[Operation, ...]:
        return (AlterTextSearchDictionary(self.new, self.old),)

    def describe(self) -> str:
        return f"Change text search dictionary {self.new.sql}"


class CreateTextSearchConfiguration(Create):
    """Create a configuration."""

    new: TextSearchConfiguration
    stage: ClassVar[int] = 2
    rank: ClassVar[int] = 1

    @property
    def added(self) -> tuple[Mapped, ...]:
        """Return what it maps."""
        return grouped(self.new.mappings)

    def reverse(self) -> tuple[Operation, ...]:
        return (DropTextSearchConfiguration(self.new),)


class DropTextSearchConfiguration(Drop):
    """Drop a configuration."""

    old: TextSearchConfiguration
    stage: ClassVar[int] = 8

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateTextSearchConfiguration(self.old),)


class RenameTextSearchConfiguration(Rename):
    """Rename a configuration."""

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameTextSearchConfiguration(self.new, self.old),)

    def hazards(self) -> tuple[str, ...]:
        return ("breaks-clients",)


@dataclass(frozen=True, slots=True)
class AlterTextSearchConfiguration(Operation):
    """Change which dictionaries look at which types of token."""

    old: TextSearchConfiguration
    new: TextSearchConfiguration
    stage: ClassVar[int] = 2
    rank: ClassVar[int] = 1

    @property
    def subject(self) -> TextSearchConfiguration:
        return self.new

    @property
    def removed(self) -> tuple[str, ...]:
        """Return the types of token that nothing looks at any more."""
        stay = dict(self.new.mappings)
        return tuple(token for token, _ in self.old.mappings if token not in stay)

    @property
    def added(self) -> tuple[Mapped, ...]:
        """Return the types of token that nothing looked at."""
        there = dict(self.old.mappings)
        return grouped(tuple(each for each in self.new.mappings if each[0] not in there))

    @property
    def changed(self) -> tuple[Mapped, ...]:
        """Return the types of token that other dictionaries look at than before."""
        there = dict(self.old.mappings)
        return grouped(tuple(each for each in self.new.mappings if there.get(each[0], each[1]) != each[1]))

    def apply(self, objects: Objects) -> None:
        objects[self.key] = objects[self.key].model_copy(update={"mappings": self.new.mappings})

    def reverse(self) -> tuple[Operation, ...]:
        return (AlterTextSearchConfiguration(self.new, self.old),)

    def describe(self) -> str:
        return f"Change text search configuration {self.new.sql}"

    def effects(self, before: State, after: State) -> Effects:
        return replacing(self.old, self.new, before, after)

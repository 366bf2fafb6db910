"""Operations on composite types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.plan.moved import moved
from fluxc.plan.operation import Create, Drop, Operation, Rename, renamed_in_place, replacing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.composite import Attribute, Composite
    from fluxc.model.state import State
    from fluxc.plan.operation import Effects, Objects
    from fluxc.plan.replaced_types import ReplaceTypes


class CreateComposite(Create):
    """Create a composite type."""

    new: Composite
    stage: ClassVar[int] = 2
    rank: ClassVar[int] = 2

    def reverse(self) -> tuple[Operation, ...]:
        return (DropComposite(self.new),)


class DropComposite(Drop):
    """Drop a composite type that nothing uses."""

    old: Composite
    stage: ClassVar[int] = 8

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateComposite(self.old),)


class RenameComposite(Rename):
    """Rename a composite type; what is of it follows."""

    def apply(self, objects: Objects) -> None:
        renamed_in_place(objects, {self.old.key: self.new})
        moved(objects, self.old.key.path, self.new.key.path)

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameComposite(self.new, self.old),)


@dataclass(frozen=True, slots=True)
class RenameAttribute(Operation):
    """Rename an attribute of a composite type."""

    old: Composite
    new: Composite

    @property
    def subject(self) -> Composite:
        return self.new

    @property
    def renamed(self) -> tuple[str, str]:
        """Return the old and the new name."""
        pairs = zip(self.old.members, self.new.members, strict=True)
        return next((one.name, other.name) for one, other in pairs if one.name != other.name)

    def apply(self, objects: Objects) -> None:
        objects[self.key] = objects[self.key].model_copy(update={"members": self.new.members})

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameAttribute(self.new, self.old),)

    def describe(self) -> str:
        old, new = self.renamed
        return f"Rename attribute {old} of composite type {self.new.sql} to {new}"

    def hazards(self) -> tuple[str, ...]:
        return ("breaks-clients",)


@dataclass(frozen=True, slots=True)
class AlterComposite(Operation):
    """Add and drop attributes of a composite type, and change their types, in place.

    ``back`` takes it back where the old order cannot be had in place; ``used`` tells whether columns are of it.
    """

    old: Composite
    new: Composite
    used: bool
    back: ReplaceTypes | None = None

    @property
    def subject(self) -> Composite:
        return self.new

    @property
    def dropped(self) -> tuple[Attribute, ...]:
        """Return the attributes that go."""
        kept = {member.name for member in self.new.members}
        return tuple(member for member in self.old.members if member.name not in kept)

    @property
    def added(self) -> tuple[Attribute, ...]:
        """Return the attributes that come, behind all others."""
        there = {member.name for member in self.old.members}
        return tuple(member for member in self.new.members if member.name not in there)

    @property
    def altered(self) -> tuple[Attribute, ...]:
        """Return the attributes whose type or collation is another."""
        return tuple(member for member in self.new.members if any(retyped(old, member) for old in self.old.members))

    @property
    def commented(self) -> Iterator[Attribute]:
        """Yield the attributes whose comment is another."""
        docs = {member.name: member.doc for member in self.old.members}
        yield from (member for member in self.new.members if docs.get(member.name) != member.doc)

    @property
    def changes(self) -> bool:
        """Return whether more than comments changes."""
        return bool(self.dropped or self.added or self.altered)

    def apply(self, objects: Objects) -> None:
        objects[self.key] = objects[self.key].model_copy(update={"members": self.new.members})

    def reverse(self) -> tuple[Operation, ...]:
        return (self.back or AlterComposite(self.new, self.old, self.used),)

    def describe(self) -> str:
        if not self.changes:
            return f"Set the comments of attributes of composite type {self.new.sql}"
        words = [f"without {', '.join(member.name for member in self.dropped)}"] if self.dropped else []
        words += [f"with {', '.join(member.name for member in self.added)}"] if self.added else []
        words += [f"{member.name} {member.type}" for member in self.altered]
        return f"Change composite type {self.new.sql}: {', '.join(words)}"

    def hazards(self) -> tuple[str, ...]:
        return ("deletes-data",) if self.dropped and self.used else ()

    def unrecoverable(self) -> str | None:
        if not self.dropped or not self.used:
            return None
        names = ", ".join(member.name for member in self.dropped)
        return f"values of {names} in composite type {self.new.sql}"

    def effects(self, before: State, after: State) -> Effects:
        return replacing(self.old, self.new, before, after)


def retyped(old: Attribute, new: Attribute) -> bool:
    """Return whether an attribute is of another type or collation than the one of its name before."""
    return old.name == new.name and (old.type, old.collation) != (new.type, new.collation)

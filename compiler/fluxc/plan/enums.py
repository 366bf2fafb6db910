"""Operations on enumerated types."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from fluxc.model.names import qualified
from fluxc.plan.decisions import printable
from fluxc.plan.operation import Create, Drop, Effects, Operation, Rename, renamed_in_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.column import Column
    from fluxc.model.enum import Enum
    from fluxc.model.state import Key, Object, State
    from fluxc.plan.operation import Objects
    from fluxc.plan.replaced_types import Aside


class EnumUse(NamedTuple):
    """The columns of one table that have the type; those that are generated are made anew instead."""

    table: tuple[str, ...]
    columns: tuple[Column, ...]


class Uses(NamedTuple):
    """Where an enum is used, and what drops and restores that which does not survive a new one."""

    tables: tuple[EnumUse, ...] = ()
    types: tuple[Object, ...] = ()
    dropped: tuple[Operation, ...] = ()
    restored: tuple[Operation, ...] = ()


UNUSED: Final = Uses()


def aside_name(key: Key) -> str:
    """Return the name under which a type waits until nothing is of it any more."""
    return f"fluxc_aside_{hashlib.sha256(repr(key).encode()).hexdigest()[:12]}"


class CreateEnum(Create):
    """Create an enumerated type."""

    stage: ClassVar[int] = 2
    rank: ClassVar[int] = 1

    def reverse(self) -> tuple[Operation, ...]:
        return (DropEnum(self.new),)


class DropEnum(Drop):
    """Drop an enumerated type that nothing uses."""

    stage: ClassVar[int] = 8

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateEnum(self.old),)


class RenameEnum(Rename):
    """Rename an enumerated type."""

    def apply(self, objects: Objects) -> None:
        from fluxc.plan.moved import moved  # most plans rename nothing

        renamed_in_place(objects, {self.old.key: self.new})
        moved(objects, self.old.key.path, self.new.key.path)

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameEnum(self.new, self.old),)


@dataclass(frozen=True, slots=True)
class Values(Operation):
    """What the operations on an enum's values have in common."""

    old: Enum
    new: Enum

    @property
    def subject(self) -> Enum:
        return self.new

    def apply(self, objects: Objects) -> None:
        current = objects[self.key]
        objects[self.key] = current.model_copy(update={"values": self.new.values})


@dataclass(frozen=True, slots=True)
class AddEnumValues(Values):
    """Add values to an enumerated type, each at its place; they can be used once the step is committed.

    Where one takes the rows of a value that goes, ``back`` pairs it with that one, for the way back.
    """

    sign: ClassVar = "+"
    stage: ClassVar[int] = 0
    used: Uses = UNUSED
    back: tuple[tuple[str, str], ...] = ()

    @property
    def additions(self) -> Iterator[tuple[str, str, str | None]]:
        """Yield (value, ``before`` or ``after`` or nothing, neighbour), in an order in which each can be added."""
        present = list(self.old.values)
        for number, value in enumerate(self.new.values):
            if value in present:
                continue
            following = next((later for later in self.new.values[number + 1 :] if later in self.old.values), None)
            present.append(value)
            yield (value, "before", following) if following is not None else (value, "", None)

    def describe(self) -> str:
        added = ", ".join(value for value in self.new.values if value not in self.old.values)
        return f"Add to enum {self.new.sql}: {printable(added)}"

    def reverse(self) -> tuple[Operation, ...]:
        return (ReplaceEnum(self.new, self.old, self.used, self.back),)


class RenameEnumValue(Values):
    """Rename a value of an enumerated type."""

    @property
    def renamed(self) -> tuple[str, str]:
        """Return the old and the new value."""
        return next((one, other) for one, other in zip(self.old.values, self.new.values, strict=True) if one != other)

    def apply(self, objects: Objects) -> None:
        from fluxc.plan.moved_values import value_renamed  # most plans rename nothing

        Values.apply(self, objects)
        value_renamed(objects, self.key.path, *self.renamed)

    def describe(self) -> str:
        old, new = self.renamed
        return f"Rename value {printable(old)} of enum {self.new.sql} to {printable(new)}"

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameEnumValue(self.new, self.old),)

    def hazards(self) -> tuple[str, ...]:
        return ("breaks-clients",)


@dataclass(frozen=True, slots=True)
class ReplaceEnum(Values):
    """Make an enumerated type anew with other values or another order, and move its columns over.

    Rows with a value that goes get the one that ``mapped`` pairs it with; where it is paired with none, the migration
    itself refuses rows that have it.
    """

    stage: ClassVar[int] = 7
    used: Uses = UNUSED
    mapped: tuple[tuple[str, str], ...] = ()

    def apply(self, objects: Objects) -> None:
        Values.apply(self, objects)
        for operation in self.used.restored:
            if operation.sign == "+" and operation.key in objects:
                objects[operation.key] = objects.pop(operation.key)  # a column comes back as the last one

    @property
    def aside(self) -> str:
        """Return the name under which the old type waits for its columns to leave."""
        return aside_name(self.old.key)

    @property
    def along(self) -> tuple[Aside, ...]:
        """Return the types that are made of the enum, and are made anew with it."""
        if not self.used.types:
            return ()
        from fluxc.plan.replaced_types import Aside  # most enums are no part of another type

        return tuple(Aside.of(item) for item in self.used.types)

    @property
    def aside_sql(self) -> str:
        """Return the qualified name of the type that waits."""
        return qualified(*self.old.place, self.aside)

    def in_use(self, column: Column) -> str:
        """Return the message for rows that still have a value that goes."""
        return (
            f"{column.sql} still holds {printable(', '.join(self.unmapped))}, which enum {self.new.sql} no longer has"
        )

    @property
    def removed(self) -> tuple[str, ...]:
        """Return the values that go."""
        return tuple(value for value in self.old.values if value not in self.new.values)

    @property
    def unmapped(self) -> tuple[str, ...]:
        """Return the values that go and that no row may have."""
        mapped = dict(self.mapped)
        return tuple(value for value in self.removed if value not in mapped)

    def describe(self) -> str:
        removed = f", without {printable(', '.join(self.removed))}" if self.removed else " in another order of values"
        mapped = ", ".join(f"{old} becomes {new}" for old, new in self.mapped)
        return f"Make enum {self.new.sql} anew{removed}{printable(f': {mapped}' if mapped else '')}"

    def reverse(self) -> tuple[Operation, ...]:
        return (ReplaceEnum(self.new, self.old, self.used),)

    def hazards(self) -> tuple[str, ...]:
        return ("rewrites-table", "blocks-reads") if self.used.tables else ()

    def unrecoverable(self) -> str | None:
        mapped = printable(", ".join(old for old, _ in self.mapped))
        return f"value {mapped} of enum {self.new.sql} in the rows that had it" if mapped and self.used.tables else None

    def effects(self, before: State, after: State) -> Effects:
        """Return that what makes way is there, as it shall be, and what no longer uses the type is gone first."""
        del before, after
        needs = frozenset({self.key, *(operation.key for operation in self.used.dropped)})
        return Effects(needs=needs, ends=frozenset({self.key}))

"""Operations on sequences that have a name of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.model.column import Column
from fluxc.model.names import qualified
from fluxc.model.sequence_names import draws_from
from fluxc.model.state import Key
from fluxc.model.type_table import INTEGERS
from fluxc.plan.operation import Create, Drop, Effects, Operation, Rename, renamed_in_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.sequence import Sequence, SequenceOptions
    from fluxc.model.state import Object, State
    from fluxc.plan.operation import Objects, Path


class CreateSequence(Create):
    """Create a sequence."""

    new: Sequence
    stage: ClassVar[int] = 2
    rank: ClassVar[int] = 1

    def reverse(self) -> tuple[Operation, ...]:
        return (DropSequence(self.new),)


class DropSequence(Drop):
    """Drop a sequence."""

    old: Sequence
    stage: ClassVar[int] = 8

    def reverse(self) -> tuple[Operation, ...]:
        return (CreateSequence(self.old),)

    def hazards(self) -> tuple[str, ...]:
        return ("deletes-data",)

    def unrecoverable(self) -> str | None:
        return f"where sequence {self.old.sql} had counted to"


class RenameSequence(Rename):
    """Rename a sequence; defaults that draw from it follow."""

    def apply(self, objects: Objects) -> None:
        from fluxc.plan.moved import moved_type  # most plans rename nothing

        renamed_in_place(objects, {self.old.key: self.new})
        moved_type(objects, self.old.key.path, self.new.key.path)

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameSequence(self.new, self.old),)

    def hazards(self) -> tuple[str, ...]:
        return ("breaks-clients",)


@dataclass(frozen=True, slots=True)
class AlterSequence(Operation):
    """Change the type of a sequence or how it counts; it goes on from where it is."""

    old: Sequence
    new: Sequence

    @property
    def subject(self) -> Sequence:
        return self.new

    @property
    def counting(self) -> SequenceOptions:
        """Return how it counts from now on."""
        return self.new.counts

    @property
    def restarts(self) -> bool:
        """Return whether it starts over, since it counts the other way."""
        return self.old.counts.turns(self.counting)

    @property
    def stranded(self) -> bool:
        """Return whether it stands outside of its new range as long as nothing was drawn from it."""
        return not self.restarts and not self.counting.reaches(self.old.counts.first)

    def apply(self, objects: Objects) -> None:
        update = {"type": self.new.type, "counting": self.new.counting}
        objects[self.key] = objects[self.key].model_copy(update=update)

    def reverse(self) -> tuple[Operation, ...]:
        return (AlterSequence(self.new, self.old),)

    def describe(self) -> str:
        return f"Change how sequence {self.new.sql} counts"


@dataclass(frozen=True, slots=True)
class OwnSequence(Operation):
    """Let a sequence go with a column, another one than before, or with none.

    ``behind`` says that it goes on behind the highest value of a column that was there before it.
    """

    old: Sequence
    new: Sequence
    behind: bool = False
    stage: ClassVar[int] = 3
    rank: ClassVar[int] = 70

    @property
    def subject(self) -> Sequence:
        return self.new

    @property
    def table(self) -> Path | None:
        return (self.new.owned_by or self.old.owned_by)[:2]

    def apply(self, objects: Objects) -> None:
        objects[self.key] = objects[self.key].model_copy(update={"owned_by": self.new.owned_by})

    def reverse(self) -> tuple[Operation, ...]:
        return (OwnSequence(self.new, self.old),)

    def describe(self) -> str:
        owner = f"column {qualified(*self.new.owned_by)}" if self.new.owned_by else "no column"
        return f"Let sequence {self.new.sql} go with {owner}"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table",) if self.behind else ()

    def effects(self, before: State, after: State) -> Effects:
        del before, after
        owners = [item.owned_by for item in (self.new, self.old)]
        needs, leaves = ({Key("table", path[:2]), Key(Column.kind, path)} if path else set[Key]() for path in owners)
        claim = frozenset({("owner", *self.key.path)})
        return Effects(
            needs=frozenset({self.key, *needs}),
            leaves=frozenset({self.key, *leaves}),
            takes=claim if not self.old.owned_by else frozenset(),
            frees=claim if not self.new.owned_by else frozenset(),
        )


def owning(old: Sequence | None, new: Sequence | None, before: State, after: State) -> Iterator[Operation]:
    """Yield what gives a sequence the owner that it shall have; it is made, and dropped, without one.

    From a table that goes it comes to a new one by way of none: that may wait for names which the other frees.
    """
    item = new or old
    assert item is not None
    was, becomes = (old.owned_by if old else ()), (new.owned_by if new else ())
    if was != becomes:
        there = old is None and Key(Column.kind, becomes) in before.objects
        behind = there and _draws(after.get(Key(Column.kind, becomes)), item)
        gone = bool(was) and Key(Column.kind, was) not in after.objects
        if gone and becomes and Key(Column.kind, becomes) not in before.objects:
            yield OwnSequence(item.owned(was), item.owned(()))
            was = ()
        yield OwnSequence(item.owned(was), item.owned(becomes), behind)


def _draws(column: Object | None, sequence: Sequence) -> bool:
    """Return whether a column takes nothing but the numbers of a sequence."""
    if not isinstance(column, Column) or column.type not in INTEGERS or column.default is None:
        return False
    return draws_from(column.default) == sequence.key.path

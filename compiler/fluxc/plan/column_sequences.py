"""Operations on the sequences that columns draw from: identity and serial columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from fluxc.model.claims import claims
from fluxc.plan.columns import Alter, Leave
from fluxc.plan.operation import differing

if TYPE_CHECKING:
    from fluxc.model.sequence import SequenceOptions
    from fluxc.model.state import State
    from fluxc.plan.operation import Effects, Objects, Operation


class _Naming(Alter):
    """What the changes have in common that take the name of a sequence, or free one."""

    def effects(self, before: State, after: State) -> Effects:
        found = super().effects(before, after)
        took, takes = frozenset(claims(self.old)), frozenset(claims(self.new))
        return found._replace(takes=takes - took, frees=took - takes)


class AddIdentity(_Naming):
    """Make a column draw its values from a sequence, from past the highest that is there."""

    rank: ClassVar[int] = 70
    changes: ClassVar[tuple[str, ...]] = ("identity", "counting", "sequence_name")

    def reverse(self) -> tuple[Operation, ...]:
        return (DropIdentity(self.new, self.old),)

    def describe(self) -> str:
        return f"Make column {self.new.sql} an identity column"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table", "blocks-reads")


class CountOn(AddIdentity):
    """Make a serial column an identity column, which goes on with the number that comes next."""

    changes: ClassVar[tuple[str, ...]] = ("serial", "identity", "counting", "sequence_name")

    def hazards(self) -> tuple[str, ...]:
        return ()


class DropIdentity(_Naming, Leave):
    """Make an identity column a plain one; its sequence goes."""

    rank: ClassVar[int] = 11
    changes: ClassVar[tuple[str, ...]] = ("identity", "counting", "sequence_name")

    def reverse(self) -> tuple[Operation, ...]:
        return (AddIdentity(self.new, self.old),)

    def describe(self) -> str:
        return f"Make identity column {self.new.sql} a plain one"


class SetIdentity(_Naming):
    """Change whether an identity column takes values of the writer, how it counts, or its sequence's name."""

    rank: ClassVar[int] = 70
    changes: ClassVar[tuple[str, ...]] = ("identity", "counting", "sequence_name")

    @property
    def recounted(self) -> SequenceOptions | None:
        """Return how the column counts from now on; None where that does not change."""
        return self.new.counts if self.old.counting != self.new.counting else None

    @property
    def restarts(self) -> bool:
        """Return whether it starts over behind what is there, since it counts the other way."""
        return self.old.counts.turns(self.new.counts)

    @property
    def stranded(self) -> bool:
        """Return whether the sequence stands outside of its new range as long as nothing was drawn from it."""
        return not self.restarts and not self.new.counts.reaches(self.old.counts.first)

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table", "blocks-reads") if self.restarts else ()

    def apply(self, objects: Objects) -> None:
        from fluxc.plan.moved import counters_follow  # most plans rename nothing

        Alter.apply(self, objects)
        counters_follow(objects)

    @property
    def sequences(self) -> tuple[tuple[str, str], ...]:
        """Return the sequence's old and new name, where they differ."""
        return differing([(self.old.sequence, self.new.sequence)])

    def reverse(self) -> tuple[Operation, ...]:
        return (SetIdentity(self.new, self.old),)

    def describe(self) -> str:
        if self.old.identity != self.new.identity:
            return f"Generate identity column {self.new.sql} {self.new.identity}"
        return f"Change the sequence of identity column {self.new.sql}"


class AddSerial(_Naming):
    """Give a column a sequence of its own as default, from past the highest value that is there."""

    rank: ClassVar[int] = 70
    changes: ClassVar[tuple[str, ...]] = ("serial",)

    def reverse(self) -> tuple[Operation, ...]:
        return (DropSerial(self.new, self.old),)

    def describe(self) -> str:
        return f"Make column {self.new.sql} a serial column"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table", "blocks-reads")


class DropSerial(_Naming, Leave):
    """Make a serial column a plain one; its sequence goes."""

    rank: ClassVar[int] = 11
    changes: ClassVar[tuple[str, ...]] = ("serial",)

    def reverse(self) -> tuple[Operation, ...]:
        return (AddSerial(self.new, self.old),)

    def describe(self) -> str:
        return f"Make serial column {self.new.sql} a plain one"

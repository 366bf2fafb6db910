"""Operations on constraints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from fluxc.model.constraint import Check, Constraint, ForeignKey, Indexed, PrimaryKey
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.plan.operation import Create, Drop, Operation, Rename, absorb, absorbing, ending
from fluxc.plan.spread import WHOLE, Spread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from fluxc.model.claims import Claim
    from fluxc.model.state import State
    from fluxc.plan.operation import Effects, Objects
    from fluxc.plan.restoring import Restorable

_RANKS: dict[type[Any], int] = {ForeignKey: 0, Check: 1, PrimaryKey: 3}


@dataclass(frozen=True, slots=True)
class AddConstraint(Create):
    """Add a constraint to a table; ``new_table`` says that the table was created in the same migration.

    ``absorbed`` are those of its partitions that say the same, and become part of it; ``spread`` says which have copies
    where the server is not to see to that.  A key may take over an ``index``, by name, that was built for it.
    """

    new: Constraint
    new_table: bool = False
    absorbed: tuple[Constraint, ...] = ()
    spread: Spread = WHOLE
    index: str | None = None

    def apply(self, objects: Objects) -> None:
        absorb(objects, self.new, self.absorbed)
        self.spread.come(objects)

    def effects(self, before: State, after: State) -> Effects:
        found = self.spread.with_parts(absorbing(self.new, self.absorbed, before, after))
        nulls = {("key", "of", *self.new.place)} if isinstance(self.new, PrimaryKey) else ()
        return found._replace(takes=found.takes.union(_apart(self.new, before, going=False), nulls))

    @property
    def order(self) -> tuple[int, int]:
        """Return stage and rank: foreign keys come after all tables are what they should be."""
        if isinstance(self.new, ForeignKey):
            return 4, 0
        if self.spread.only:
            return 4, -1
        return 3, 80 - _RANKS.get(type(self.new), 2)

    @property
    def identifying(self) -> bool:
        """Return whether replicas tell rows apart by the constraint's index."""
        return isinstance(self.new, Indexed) and self.new.identifying

    @property
    def clustered(self) -> bool:
        """Return whether rows are clustered by the constraint's index."""
        return isinstance(self.new, Indexed) and self.new.clustered

    def reverse(self) -> tuple[Operation, ...]:
        if self.index is not None:
            return ()  # what built the index sees to it
        return (DropConstraint(self.new, self.spread), *map(AddConstraint, self.absorbed))

    def describe(self) -> str:
        if self.index is not None:
            return f"Add {self.new.noun} {self.new.sql} by its index"
        unchecked = isinstance(self.new, Check | ForeignKey) and self.new.enforced and not self.new.valid
        return f"Add {self.new.noun} {self.new.sql}{', for rows to come' if unchecked else ''}"

    def hazards(self) -> tuple[str, ...]:
        if isinstance(self.new, ForeignKey):
            return ("scans-table", "blocks-writes") if self.new.valid and not self.new_table else ()
        if isinstance(self.new, Check):
            return ("scans-table", "blocks-reads") if self.new.valid and not self.new_table else ()
        if self.new_table or self.index is not None:
            return ()
        return ("builds-index", "blocks-reads")


@dataclass(frozen=True, slots=True)
class DropConstraint(Drop):
    """Drop a constraint, or the ``index``, by name, that was to become that of a key, or was so.

    The way back brings one that is ``restorable`` without holding others up.
    """

    old: Constraint
    spread: Spread = WHOLE
    index: str | None = None
    restorable: bool = False

    @property
    def by_itself(self) -> bool:
        return self.restorable

    @property
    def remarked_on(self) -> bool:
        return self.index is not None

    def apply(self, objects: Objects) -> None:
        del objects[self.old.key]
        self.spread.go(objects)

    @property
    def identifying(self) -> bool:
        """Return whether replicas told rows apart by the constraint's index."""
        return isinstance(self.old, Indexed) and self.old.identifying

    @property
    def clustered(self) -> bool:
        """Return whether rows were clustered by the constraint's index."""
        return isinstance(self.old, Indexed) and self.old.clustered

    @property
    def order(self) -> tuple[int, int]:
        """Return stage and rank: foreign keys go before what they rest on."""
        return (1, 0) if isinstance(self.old, ForeignKey) else (3, 1 + _RANKS.get(type(self.old), 2))

    def reverse(self) -> tuple[Operation, ...]:
        if self.restorable:
            from fluxc.plan.restoring import RestoreConstraint  # which rests on this

            return (RestoreConstraint(cast("Restorable", self.old)),)
        return (AddConstraint(self.old, spread=self.spread),)

    def effects(self, before: State, after: State) -> Effects:
        del after
        found = ending([self.old], before)
        nulls = {("nulls", *self.old.place)} if isinstance(self.old, PrimaryKey) else ()
        return found._replace(frees=found.frees.union(_apart(self.old, before, going=True), nulls))


def _apart(item: Constraint, state: State, *, going: bool) -> Iterator[Claim]:
    """Yield what a key gives up by ``going``, or else waits for, so that no other becomes a copy of it.

    A new key of a partitioned table takes what says the same in a partition, and then this one cannot go.
    """
    table = state.get(Key(Table.kind, item.place)) if isinstance(item, Indexed) else None
    if isinstance(table, Table) and table.partition_by is not None:
        yield "keys" if not going else "copies", *item.place
    while isinstance(table, Table) and table.partition_of:
        yield "keys" if going else "copies", *table.partition_of
        table = state.get(Key(Table.kind, table.partition_of))


class RenameConstraint(Rename):
    """Rename a constraint."""

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameConstraint(self.new, self.old),)


@dataclass(frozen=True, slots=True)
class ChangeConstraint(Operation):
    """What the changes of a constraint in place have in common."""

    old: Constraint
    new: Constraint

    @property
    def subject(self) -> Constraint:
        return self.new

    def apply(self, objects: Objects) -> None:
        update = {name: getattr(self.new, name) for name in self.changes}
        objects[self.key] = objects[self.key].model_copy(update=update)

    changes: ClassVar[tuple[str, ...]] = ()


@dataclass(frozen=True, slots=True)
class ValidateConstraint(ChangeConstraint):
    """Check the rows that are there against a constraint that has only looked at new ones, be it ``just_added``."""

    just_added: bool = False
    rank: ClassVar[int] = 82

    @property
    def by_itself(self) -> bool:
        return True

    changes: ClassVar[tuple[str, ...]] = ("valid",)

    def reverse(self) -> tuple[Operation, ...]:
        if self.just_added:
            return ()
        return (DropConstraint(self.new), AddConstraint(self.old))

    def describe(self) -> str:
        return f"Validate {self.new.noun} {self.new.sql}"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table",)


class SetDeferring(ChangeConstraint):
    """Change whether the check of a foreign key may wait until the end of a transaction."""

    rank: ClassVar[int] = 81
    changes: ClassVar[tuple[str, ...]] = ("deferrable", "deferred")

    def reverse(self) -> tuple[Operation, ...]:
        return (SetDeferring(self.new, self.old),)

    def describe(self) -> str:
        return f"Change when {self.new.noun} {self.new.sql} is checked"

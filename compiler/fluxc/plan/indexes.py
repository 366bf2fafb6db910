"""Operations on indexes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Literal

from fluxc.plan.operation import Create, Drop, Operation, Rename, absorb, absorbing
from fluxc.plan.parameters import Parametrized
from fluxc.plan.spread import WHOLE, Spread

if TYPE_CHECKING:
    from fluxc.model.constraint import Indexed
    from fluxc.model.index import Index, Parameters
    from fluxc.model.state import State
    from fluxc.model.table import Table
    from fluxc.plan.operation import Effects, Objects, Path


@dataclass(frozen=True, slots=True)
class CreateIndex(Create):
    """Build an index; ``new_table`` says that the table was created in the same migration.

    On a ``partitioned`` table it comes late: what partitions have that says the same becomes part of it; ``absorbed``
    are those that are told no longer.  Partitions are ``holding`` it whose keys its copies keep; ``spread`` says which
    have copies where the server is not to see to that.  Built ``concurrently`` it lets others write meanwhile;
    ``replacing`` is the name that it gets in the end.  Made ``anew`` it comes under the lock of what dropped it.  A
    ``spare`` one may become that of a key, and go with it.
    """

    new: Index
    new_table: bool = False
    partitioned: bool = False
    absorbed: tuple[Index, ...] = ()
    holding: tuple[Table, ...] = ()
    spread: Spread = WHOLE
    concurrently: bool = False
    replacing: str | None = None
    anew: bool = False
    spare: bool = False
    rank: ClassVar[int] = 85
    cleaned_up: ClassVar[bool] = True

    @property
    def outside(self) -> bool:
        return self.concurrently

    @property
    def order(self) -> tuple[int, int]:
        """Return stage and rank."""
        return (4, -1) if self.partitioned else (self.stage, self.rank)

    @property
    def about(self) -> Path:
        return (*self.new.place, self.replacing or self.new.name)

    def apply(self, objects: Objects) -> None:
        absorb(objects, self.new, self.absorbed)
        self.spread.come(objects)

    def reverse(self) -> tuple[Operation, ...]:
        back = DropIndex(self.new, self.holding, self.spread, self.concurrently, self.spare)
        return (back, *map(CreateIndex, self.absorbed))

    def effects(self, before: State, after: State) -> Effects:
        return self.spread.with_parts(absorbing(self.new, self.absorbed, before, after))

    def hazards(self) -> tuple[str, ...]:
        if self.new_table:
            return ()
        if self.concurrently:
            return ("builds-index",)
        return "builds-index", "blocks-reads" if self.anew else "blocks-writes"

    def describe(self) -> str:
        if self.concurrently:
            return f"Create index {self.new.sql} while others read and write the table"
        return Create.describe(self)


@dataclass(frozen=True, slots=True)
class DropIndex(Drop):
    """Drop an index; partitions that are ``holding`` it with their own keys are detached for that time.

    Where it is dropped ``concurrently`` others read and write the table meanwhile.  A ``spare`` one may be gone.
    """

    old: Index
    holding: tuple[Table, ...] = ()
    spread: Spread = WHOLE
    concurrently: bool = False
    spare: bool = False
    rank: ClassVar[int] = 1

    @property
    def remarked_on(self) -> bool:
        return self.spare

    @property
    def outside(self) -> bool:
        return self.concurrently

    @property
    def order(self) -> tuple[int, int]:
        """Return stage and rank: what holds it, and goes too, could not go before."""
        return (1 if self.holding else self.stage), self.rank

    def apply(self, objects: Objects) -> None:
        del objects[self.old.key]
        self.spread.go(objects)

    def reverse(self) -> tuple[Operation, ...]:
        late = bool(self.holding) or self.spread.only
        again = CreateIndex(self.old, partitioned=late, holding=self.holding, spread=self.spread)
        return (replace(again, concurrently=self.concurrently),)

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table", "blocks-reads") if self.holding else ()

    def describe(self) -> str:
        if self.concurrently:
            return f"Drop index {self.old.sql} while others read and write the table"
        return Drop.describe(self)


class RenameIndex(Rename):
    """Rename an index."""

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameIndex(self.new, self.old),)


class SetIndexParameters(Parametrized):
    """Change the storage parameters of an index, or of the one that keeps a constraint."""

    old: Index | Indexed
    new: Index | Indexed
    rank: ClassVar[int] = 86

    @property
    def index(self) -> tuple[str, ...]:
        """Return the path of the index, which lies in the namespace of its table."""
        return (*self.new.place[:-1], self.new.name)

    @property
    def changed(self) -> Parameters:
        """Return the parameters to set: all of them where the server, which puts them last, has to reorder the rest."""
        fresh = tuple(pair for pair in self.new.parameters if pair not in self.old.parameters)
        kept = tuple(pair for pair in self.old.parameters if pair in self.new.parameters)
        return fresh if kept + fresh == self.new.parameters else self.new.parameters

    def reverse(self) -> tuple[Operation, ...]:
        return (SetIndexParameters(self.new, self.old),)

    def describe(self) -> str:
        return f"Change the storage parameters of {self.new.noun} {self.new.sql}"


@dataclass(frozen=True, slots=True)
class SetClustered(Operation):
    """Mark the index that `cluster` orders the rows of a table by, or take the mark away."""

    old: Index | Indexed
    new: Index | Indexed
    rank: ClassVar[int] = 87

    @property
    def order(self) -> tuple[int, int]:
        """Return stage and rank: a mark goes before another one comes, since a table has one at most."""
        return self.stage, self.rank + self.new.clustered

    @property
    def subject(self) -> Index | Indexed:
        return self.new

    def apply(self, objects: Objects) -> None:
        objects[self.key] = objects[self.key].model_copy(update={"clustered": self.new.clustered})

    def reverse(self) -> tuple[Operation, ...]:
        return (SetClustered(self.new, self.old),)

    def describe(self) -> str:
        return f"{'Cluster' if self.new.clustered else 'No longer cluster'} by {self.new.noun} {self.new.sql}"


@dataclass(frozen=True, slots=True)
class SetIndexStatistics(Operation):
    """Change how closely the planner looks at the values of expressions of an index.

    A change of type makes the index anew without it, so it is said ``again`` behind that, and early, for the way back.
    """

    old: Index
    new: Index
    again: Literal["early", "late"] | None = None
    rank: ClassVar[int] = 86

    @property
    def order(self) -> tuple[int, int]:
        """Return stage and rank."""
        return (self.stage if self.again is None else 1 if self.again == "early" else 4), self.rank

    @property
    def changed(self) -> tuple[tuple[int, int], ...]:
        """Return the numbers of keys with their new targets, -1 for the usual one."""
        if self.again:
            return self.new.statistics
        now = dict(self.new.statistics)
        gone = ((number, -1) for number, _ in self.old.statistics if number not in now)
        return tuple(sorted((*gone, *(pair for pair in self.new.statistics if pair not in self.old.statistics))))

    @property
    def subject(self) -> Index:
        return self.new

    def apply(self, objects: Objects) -> None:
        objects[self.key] = objects[self.key].model_copy(update={"statistics": self.new.statistics})

    def reverse(self) -> tuple[Operation, ...]:
        return (SetIndexStatistics(self.new, self.old, self.again),)

    def describe(self) -> str:
        return f"Change the statistics targets of index {self.new.sql}"

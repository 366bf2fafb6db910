"""Operations on what a table is, beside what lies in it: how and where it is kept, and who sees its rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from fluxc.model.lower_owned import UNLOGGED_SEQUENCES
from fluxc.model.names import qualified
from fluxc.model.sequence import Sequence
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.plan.operation import Operation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.constraint import Indexed
    from fluxc.model.index import Index
    from fluxc.model.view import MaterializedView
    from fluxc.plan.diff import Difference
    from fluxc.plan.operation import Objects


@dataclass(frozen=True, slots=True)
class Change(Operation):
    """What the changes of an object have in common: some attributes go from ``old`` to ``new``."""

    old: Any
    new: Any
    changes: ClassVar[tuple[str, ...]] = ()

    @property
    def subject(self) -> Any:
        return self.new

    def apply(self, objects: Objects) -> None:
        update: dict[str, Any] = {name: getattr(self.new, name) for name in self.changes}
        objects[self.key] = objects[self.key].model_copy(update=update)

    def reverse(self) -> tuple[Operation, ...]:
        return (type(self)(self.new, self.old),)


@dataclass(frozen=True, slots=True)
class SetLogged(Change):
    """Write what is done to a table or a sequence to the log, or no longer; ``sequences`` of the table go along."""

    old: Table | Sequence
    new: Table | Sequence
    sequences: tuple[Key, ...] = ()
    stage: ClassVar[int] = 3
    rank: ClassVar[int] = 66
    changes: ClassVar[tuple[str, ...]] = ("unlogged",)

    def apply(self, objects: Objects) -> None:
        for key in (self.key, *self.sequences):
            objects[key] = objects[key].model_copy(update={"unlogged": self.new.unlogged})

    def reverse(self) -> tuple[Operation, ...]:
        return (SetLogged(self.new, self.old, self.sequences),)

    def describe(self) -> str:
        how = "Keep {} out of the log" if self.new.unlogged else "Write changes of {} to the log"
        return how.format(f"{self.new.noun} {self.new.sql}")

    def hazards(self) -> tuple[str, ...]:
        return ("rewrites-table", "blocks-reads") if isinstance(self.new, Table) else ()


class SetTablespace(Change):
    """Move a table, a materialized view or an index to another tablespace."""

    old: Table | MaterializedView | Index | Indexed
    new: Table | MaterializedView | Index | Indexed
    rank: ClassVar[int] = 90
    changes: ClassVar[tuple[str, ...]] = ("tablespace",)

    @property
    def whole(self) -> bool:
        """Return whether rows move, not an index."""
        return len(self.new.place) == 1

    @property
    def relation(self) -> str:
        """Return the qualified name of what moves."""
        return self.new.sql if self.whole else qualified(*self.new.place[:1], self.new.name)

    def describe(self) -> str:
        return f"Move {self.new.noun} {self.new.sql} to tablespace {self.new.tablespace or 'pg_default'}"

    def hazards(self) -> tuple[str, ...]:
        return ("rewrites-table", "blocks-reads") if self.whole else ("builds-index", "blocks-writes")


class SetMethod(Change):
    """Keep the rows of a table or a materialized view in another way."""

    old: Table | MaterializedView
    new: Table | MaterializedView
    rank: ClassVar[int] = 91
    since: ClassVar[int] = 15
    changes: ClassVar[tuple[str, ...]] = ("method",)

    @property
    def unsaid(self) -> bool:
        """Return whether a partitioned table leaves it to its partitions from now on."""
        return isinstance(self.new, Table) and self.new.partition_by is not None and self.new.method is None

    def describe(self) -> str:
        return f"Change the access method of {self.new.noun} {self.new.sql} to {self.new.method or 'heap'}"

    def hazards(self) -> tuple[str, ...]:
        return ("rewrites-table", "blocks-reads")


class SetReplicaIdentity(Change):
    """Change by what replicas tell the rows of a table apart."""

    old: Table
    new: Table
    rank: ClassVar[int] = 93
    changes: ClassVar[tuple[str, ...]] = ("replica_identity",)

    def describe(self) -> str:
        return f"Change the replica identity of table {self.new.sql}"


class SetIdentifying(Change):
    """Have replicas tell rows apart by an index, or by it no longer."""

    old: Index | Indexed
    new: Index | Indexed
    changes: ClassVar[tuple[str, ...]] = ("identifying",)

    @property
    def order(self) -> tuple[int, int]:
        """Return stage and rank: one index goes before what the table says, and another one comes behind it."""
        return self.stage, 94 if self.new.identifying else 92

    def describe(self) -> str:
        by = "by" if self.new.identifying else "no longer by"
        return f"Have replicas tell rows of {qualified(*self.new.place)} apart {by} {self.new.noun} {self.new.name}"


class SetRowSecurity(Change):
    """Change whether policies decide which rows a role sees, and whether they hold for the owner."""

    old: Table
    new: Table
    rank: ClassVar[int] = 95
    changes: ClassVar[tuple[str, ...]] = ("row_security", "row_security_forced")

    def describe(self) -> str:
        return f"Change the row security of table {self.new.sql}"

    def hazards(self) -> tuple[str, ...]:
        return ("changes-access",)


def logging(old: Sequence, new: Sequence, difference: Difference) -> Iterator[Operation]:
    """Yield what makes a sequence logged or unlogged, where it does not go along with its table."""
    table = difference.after.get(Key(Table.kind, old.owned_by[:2]))
    was = old.unlogged
    if isinstance(table, Table) and old.key in _following(table, difference):
        was = table.unlogged
    if was != new.unlogged:
        yield SetLogged(old.model_copy(update={"unlogged": was}), new)


def _following(table: Table, difference: Difference) -> tuple[Key, ...]:
    """Return the sequences that become logged or unlogged with their table."""
    before = difference.before.get(table.key)
    if not isinstance(before, Table) or before.unlogged == table.unlogged or difference.target < UNLOGGED_SEQUENCES:
        return ()
    sequences = [item for item in difference.before.of(Sequence) if item.owned_by[:2] == table.key.path]
    return tuple(item.key for item in sequences if item.key in difference.after.objects)


def table_operations(old: Table, new: Table, difference: Difference) -> Iterator[Operation]:
    """Yield what takes a table from ``old`` to ``new``, but for its comment and its storage parameters."""
    if old.unlogged != new.unlogged:
        yield SetLogged(old, new, _following(new, difference))
    if old.not_nulls != new.not_nulls:
        from fluxc.plan.not_nulls import naming  # most tables leave the names to PostgreSQL

        yield from naming(old, new, difference)
    if old.not_null_kinds != new.not_null_kinds:
        from fluxc.plan.not_nulls import holding_otherwise  # few tables say how they hold

        yield from holding_otherwise(old, new, difference)
    if old.rolling != new.rolling:
        from fluxc.plan.rolling import rule_changed  # few tables have partitions by the calendar

        yield from rule_changed(old, new, difference)
    for kind in (SetTablespace, SetMethod, SetReplicaIdentity, SetRowSecurity):
        if any(getattr(old, name) != getattr(new, name) for name in kind.changes):
            yield kind(old, new)

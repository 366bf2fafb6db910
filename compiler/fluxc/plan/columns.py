"""Operations on columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from fluxc.model.claims import call_keys, collation_keys, type_keys
from fluxc.model.expression import identifiers
from fluxc.model.inherited import passed_on
from fluxc.model.relation_names import relation_keys
from fluxc.plan.casts import (
    by_time_zone,
    free_in_utc,
    has_assignment_cast,
    keeps_values,
    ready_made,
    rewrites,
    through,
)
from fluxc.plan.operation import Create, Drop, Effects, Operation, Rename, differing, ending, making, renamed_in_place

if TYPE_CHECKING:
    from fluxc.model.column import Column
    from fluxc.model.state import Key, State
    from fluxc.model.table import NotNullKind
    from fluxc.plan.member_copies import Called
    from fluxc.plan.operation import Objects, Path

VOLATILE = (
    *("random(", "random_normal(", "gen_random_", "uuid_generate_", "uuidv4(", "uuidv7("),
    *("clock_timestamp()", "timeofday()", "nextval("),
)


@dataclass(frozen=True, slots=True)
class AddColumn(Create):
    """Add a column at the end of a table; ``backfill`` fills the rows that are there.

    Where that is ``constant``, servers need not write it into each of them; where the default comes ``late``, none of
    them gets it.  It is ``checked`` by its type, a domain type with constraints, of which servers write each value.  An
    identity column is added ``apart`` where servers do not add it to a table and to those that have
    its columns.  A ``copy`` holds what another column holds, too.
    """

    new: Column
    backfill: str | None = None
    apart: bool = False
    late: bool = False
    constant: bool = False
    checked: bool = False
    copy: bool = False
    rank: ClassVar[int] = 30

    @property
    def constantly(self) -> Column:
        """Return the column as it is added where all rows that are there get the same value."""
        return self.new.model_copy(update={"default": self.backfill or self.new.default})

    @property
    def bare(self) -> Column:
        """Return the column as it is added where its default, or the sequence that it draws from, comes behind it."""
        return self.new.model_copy(update={"default": None, "serial": False})

    @property
    def while_filling(self) -> Column:
        """Return the column as it is added where rows are to be filled: null is allowed at first."""
        return self.new.model_copy(update={"nullable": True})

    def effects(self, before: State, after: State) -> Effects:
        found = making([self.new], before, after)
        told = identifiers(self.backfill) if self.backfill is not None else ()
        leaves = frozenset(key for name in told if (key := self.key.sibling(name)) in before.objects)
        return found._replace(takes=found.takes | {("column", *self.key.path)}, leaves=leaves - {self.key})

    @property
    def plain(self) -> Column:
        """Return the column as it is added where it is made to count afterwards."""
        return passed_on(self.new)

    def reverse(self) -> tuple[Operation, ...]:
        return (DropColumn(self.new, self.apart, self.copy),)

    def describe(self) -> str:
        return f"Add column {self.new.sql}"

    def hazards(self) -> tuple[str, ...]:
        if self.late or self.constant:
            return ()
        if self.backfill is not None:
            return ("needs-backfill", "rewrites-table")
        if self.new.generated is not None:
            if self.new.virtual:
                return () if self.new.nullable else ("scans-table", "blocks-reads")
            return "rewrites-table", "blocks-reads"
        return ("rewrites-table", "blocks-reads") if self.new.sequence or self.volatile or self.checked else ()

    @property
    def volatile(self) -> bool:
        """Return whether its default gives each row a value of its own."""
        return any(name in (self.new.default or "") for name in VOLATILE)


@dataclass(frozen=True, slots=True)
class DropColumn(Drop):
    """Drop a column with its values, which a ``copy`` shares with another; ``apart`` is for the way back.

    So is the expression that tells its values ``back``, where they are not ``refilled`` by themselves.
    """

    old: Column
    apart: bool = False
    copy: bool = False
    back: str | None = None
    refilled: bool = False
    rank: ClassVar[int] = 20

    def effects(self, before: State, after: State) -> Effects:
        del after
        found = ending([self.old], before)
        freed = {("column", *path, self.old.name) for path in before.heirs(self.old.place)}  # they lose it as well
        if not self.old.nullable:
            from fluxc.model.not_nulls import names_in  # a build from nothing drops no column

            freed.add(("constraint", *self.old.place, names_in(self.old.place, before)[self.old.name]))
        return found._replace(frees=found.frees | freed)

    def reverse(self) -> tuple[Operation, ...]:
        return (AddColumn(self.old, None if self.refilled else self.back, apart=self.apart, copy=self.copy),)

    @property
    def spare(self) -> bool:
        """Return whether its values are known without it."""
        return self.copy or self.old.generated is not None

    def hazards(self) -> tuple[str, ...]:
        return () if self.spare else ("deletes-data",)

    def lost(self) -> tuple[Path, ...]:
        return () if self.spare else (self.old.key.path,)

    def unrecoverable(self) -> str | None:
        if self.spare:
            return None
        if self.back is not None:
            return f"the values of column {self.old.sql} as they were, but for what other columns tell of them,"
        required = not self.old.nullable and self.old.default is None and not self.old.sequence
        condition = " (a required one: its table must be empty for it to come back)" if required else ""
        return f"the values of column {self.old.sql}{condition}"


@dataclass(frozen=True, slots=True)
class RenameColumn(Rename):
    """Rename a column, of a ``parted`` table in its partitions as well; the sequence that it owns follows.

    So do the ``copies`` that partitions have of indexes and constraints.
    """

    old: Column
    new: Column
    parted: bool = False
    copies: tuple[Called, ...] = ()

    @property
    def sequences(self) -> tuple[tuple[str, str], ...]:
        """Return the owned sequence's old and new name."""
        return differing([(self.old.sequence, self.new.sequence)])

    @property
    def not_nulls(self) -> tuple[tuple[str, str], ...]:
        """Return the not-null constraint's old and new name, where the column has one."""
        return differing([(self.old.not_null, self.new.not_null)])

    def apply(self, objects: Objects) -> None:
        from fluxc.plan.moved_columns import column_renamed  # most plans rename nothing

        renamed_in_place(objects, {self.old.key: self.new})
        column_renamed(objects, self.new.place, self.old.name, self.new.name)

    def reverse(self) -> tuple[Operation, ...]:
        return (RenameColumn(self.new, self.old, self.parted, tuple(copy.back(copy.path) for copy in self.copies)),)

    def hazards(self) -> tuple[str, ...]:
        return ("breaks-clients",)


def calls(column: Column, state: State) -> frozenset[Key]:
    """Return the keys of the routines that a column's expressions call, and of the relations that its default names."""
    return frozenset((*call_keys(column, state), *relation_keys(column, state)))


@dataclass(frozen=True, slots=True)
class Alter(Operation):
    """What the changes of a column have in common: one attribute changes from ``old`` to ``new``."""

    old: Column
    new: Column
    changes: ClassVar[tuple[str, ...]] = ()

    @property
    def subject(self) -> Column:
        return self.new

    def apply(self, objects: Objects) -> None:
        update: dict[str, Any] = {name: getattr(self.new, name) for name in self.changes}
        objects[self.key] = objects[self.key].model_copy(update=update)


class Leave(Alter):
    """What the changes have in common that must come before a change of the column's type."""

    def effects(self, before: State, after: State) -> Effects:
        del before, after
        return Effects(leaves=frozenset({self.key}))


@dataclass(frozen=True, slots=True)
class SetType(Alter):
    """Change the type of a column, or its collation.

    ``using`` converts the values, else an assignment cast of the ``target`` does.  ``bases`` are the types at the
    bottom of domain types, between which values are cast; ``checked`` says that the new one is not met by all of them.
    No index is over an ``unindexed`` column.
    """

    using: str | None
    target: int
    bases: tuple[str, str] | None = None
    checked: bool = False
    unindexed: bool = False
    rank: ClassVar[int] = 40
    changes: ClassVar[tuple[str, ...]] = ("type", "collation", "storage", "compression")

    @property
    def zoned(self) -> bool:
        """Return whether values are converted by the time zone of the session, which is then set to UTC."""
        return by_time_zone(self.old_base.type, self.new_base.type)

    @property
    def keeps_serial(self) -> bool:
        """Return whether the column keeps a sequence of its own, whose type changes along."""
        return self.old.serial and self.new.serial

    def reverse(self) -> tuple[Operation, ...]:
        old, new = self.old_base, self.new_base
        plain = has_assignment_cast(new.type, old.type, self.target)
        using = None if plain else ready_made(new, old, self.target) or through(new, old, self.target)
        return (SetType(self.new, self.old, using, self.target, (new.type, old.type) if self.bases else None),)

    @property
    def old_base(self) -> Column:
        """Return the old column, of the type at the bottom of its own."""
        return self.old.model_copy(update={"type": self.bases[0]}) if self.bases else self.old

    @property
    def new_base(self) -> Column:
        """Return the new column, of the type at the bottom of its own."""
        return self.new.model_copy(update={"type": self.bases[1]}) if self.bases else self.new

    def describe(self) -> str:
        if self.old.type == self.new.type:
            return f"Change the collation of column {self.new.sql}"
        return f"Change the type of column {self.new.sql} from {self.old.type} to {self.new.type}"

    def hazards(self) -> tuple[str, ...]:
        old, new = self.old_base.type, self.new_base.type
        if self.unindexed and not (self.checked or self.using) and free_in_utc(old, new):
            return ()
        if self.checked or self.using or (old != new and rewrites(old, new)):
            return ("rewrites-table", "blocks-reads")
        return ("builds-index", "blocks-reads") if self.old.collation != self.new.collation else ()

    def unrecoverable(self) -> str | None:
        exact = self.using is None and keeps_values(self.old_base.type, self.new_base.type)
        return None if exact else f"values of column {self.new.sql} as they were before the change of type"

    def effects(self, before: State, after: State) -> Effects:
        return Effects(
            # everything of the old type or collation goes first, everything of the new one comes after
            ends=frozenset({self.key}),
            makes=frozenset({self.key}),
            needs=frozenset((*type_keys(self.new.type, after), *collation_keys(self.new.collation))),
            leaves=frozenset((*type_keys(self.old.type, before), *collation_keys(self.old.collation))),
        )


class SetDefault(Alter):
    """Give a column a default, for rows to come."""

    rank: ClassVar[int] = 50
    changes: ClassVar[tuple[str, ...]] = ("default",)

    def effects(self, before: State, after: State) -> Effects:
        called = calls(self.new, after)
        return Effects(needs=frozenset({self.key}) | called, leaves=calls(self.old, before) - called)

    def reverse(self) -> tuple[Operation, ...]:
        return (SetDefault(self.new, self.old) if self.old.default is not None else DropDefault(self.new, self.old),)

    def describe(self) -> str:
        return f"Set the default of column {self.new.sql}"


class DropDefault(Leave):
    """Take a column's default away."""

    rank: ClassVar[int] = 10
    changes: ClassVar[tuple[str, ...]] = ("default",)

    def effects(self, before: State, after: State) -> Effects:
        del after
        return Effects(leaves=frozenset({self.key}) | calls(self.old, before))

    def reverse(self) -> tuple[Operation, ...]:
        return (SetDefault(self.new, self.old),)

    def describe(self) -> str:
        return f"Drop the default of column {self.new.sql}"


@dataclass(frozen=True, slots=True)
class SetNotNull(Alter):
    """Refuse nulls in a column; ``backfill`` fills those that are there.

    The name of the constraint and how it holds are ``said`` where it does not hold as usual.  A ``check``, by name,
    that has found no nulls spares the server the look at all rows, and goes.
    """

    backfill: str | None = None
    said: tuple[str, tuple[NotNullKind, ...]] | None = None
    check: str | None = None
    rank: ClassVar[int] = 60
    changes: ClassVar[tuple[str, ...]] = ("nullable",)

    def reverse(self) -> tuple[Operation, ...]:
        return (DropNotNull(self.new, self.old, self.said),) if self.check is None else ()

    def describe(self) -> str:
        return f"Refuse nulls in column {self.new.sql}"

    def hazards(self) -> tuple[str, ...]:
        unseen = self.check is not None or (self.said and "not valid" in self.said[1])
        scans = () if unseen else ("scans-table", "blocks-reads")
        return (*scans, *(("needs-backfill",) if self.backfill else ()))

    def effects(self, before: State, after: State) -> Effects:
        del before, after
        return Effects(needs=frozenset({self.key}), takes=frozenset({("table refuses", *self.key.path)}))

    def unrecoverable(self) -> str | None:
        return f"which values of column {self.new.sql} were null before they were filled" if self.backfill else None


@dataclass(frozen=True, slots=True)
class DropNotNull(Alter):
    """Take nulls in a column; ``said`` is as of what refuses them, ``check`` what is left where that came half way.

    The way back refuses them again, ``restoring`` a check of that name for a while, without holding others up.
    """

    said: tuple[str, tuple[NotNullKind, ...]] | None = None
    check: str | None = None
    restoring: str | None = None
    rank: ClassVar[int] = 35
    changes: ClassVar[tuple[str, ...]] = ("nullable",)

    @property
    def by_itself(self) -> bool:
        return self.restoring is not None

    @property
    def remarked_on(self) -> bool:
        return self.check is not None

    def reverse(self) -> tuple[Operation, ...]:
        if self.restoring is not None:
            from fluxc.plan.restoring import RestoreNotNull  # which rests on this

            return (RestoreNotNull(self.new, self.old, self.restoring),)
        return (SetNotNull(self.new, self.old, said=self.said),)

    def describe(self) -> str:
        return f"Take nulls in column {self.new.sql}"

    def effects(self, before: State, after: State) -> Effects:
        del before, after
        takes, frees = frozenset({("nulls", *self.old.place)}), frozenset({("table takes", *self.key.path)})
        return Effects(needs=frozenset({self.key}), takes=takes, frees=frees)

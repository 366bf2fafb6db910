"""Operations on whole tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from fluxc.model.claims import call_keys, collation_keys, default_keys, target_keys, type_keys
from fluxc.model.column import Column
from fluxc.model.constraint import Check, Constraint, ForeignKey, Indexed, PrimaryKey, Unique
from fluxc.model.index import Index
from fluxc.model.namespace import namespace_key
from fluxc.model.state import Key, State
from fluxc.model.table import Table
from fluxc.plan.constraints import AddConstraint
from fluxc.plan.indexes import CreateIndex
from fluxc.plan.operation import (
    Create,
    Drop,
    Effects,
    Operation,
    Rename,
    differing,
    ending,
    renamed_in_place,
    taken,
)
from fluxc.plan.parameters import Parametrized

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.state import Object
    from fluxc.plan.member_copies import Called
    from fluxc.plan.operation import Objects, Path


class Content(NamedTuple):
    """A table's columns and those of its constraints that are made and dropped with it."""

    columns: tuple[Column, ...]
    constraints: tuple[Constraint, ...]
    indexes: tuple[Index, ...] = ()


@dataclass(frozen=True, slots=True)
class CreateTable(Create):
    """Create a table with its columns and constraints; its indexes have operations of their own.

    A new partition of a table that is there comes ``late``, when that is what it shall be.  ``taking`` are the names of
    keys, each with that of the copy of an index of its table that is to keep it.  A partition is ``refusing`` nulls in
    columns that take them in its table; elsewhere the not-null constraint of the table, and its name, come along.
    ``not_nulls`` are by column the names of not-null constraints that the server would not choose by itself.
    ``rest`` is the partition that took the rows of a new one so far.
    """

    new: Table
    content: Content
    late: bool = False
    taking: tuple[tuple[str, str], ...] = ()
    refusing: tuple[str, ...] = ()
    not_nulls: tuple[tuple[str, str], ...] = ()
    rest: Path | None = None
    stage: ClassVar[int] = 2
    rank: ClassVar[int] = 2

    @property
    def order(self) -> tuple[int, int]:
        """Return stage and rank."""
        return (4, -2) if self.late else (self.stage, self.rank)

    def apply(self, objects: Objects) -> None:
        objects[self.new.key] = self.new
        objects.update((item.key, item) for item in self.items())

    @property
    def about(self) -> Path:
        return self.rest or self.key.path

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table", "blocks-reads") if self.rest else ()

    def items(self) -> tuple[Object, ...]:
        """Return the columns and constraints."""
        return (*self.content.columns, *self.content.constraints)

    @property
    def listed(self) -> bool:
        """Return whether columns and constraints are listed; a partition may have none of its own."""
        return bool(self.content.columns or self.inline or not self.new.partition_of)

    @property
    def inline(self) -> tuple[Constraint, ...]:
        """Return the constraints that are listed."""
        if not self.taking:
            return self.content.constraints
        names = [name for name, _ in self.taking]
        return tuple(item for item in self.content.constraints if item.name not in names)

    @property
    def kept_by_copies(self) -> tuple[tuple[Constraint, str], ...]:
        """Return the keys that copies of indexes keep, each with the name of that copy."""
        found = {item.name: item for item in self.content.constraints}
        return tuple((found[name], index) for name, index in self.taking)

    @property
    def commented(self) -> tuple[Object, ...]:
        """Return what has a comment."""
        return tuple(item for item in (self.new, *self.items()) if item.doc)

    @property
    def clustered(self) -> tuple[Constraint, ...]:
        """Return the constraint by whose index rows are clustered, if there is one."""
        return tuple(item for item in self.content.constraints if isinstance(item, Indexed) and item.clustered)

    @property
    def identifying(self) -> tuple[Constraint, ...]:
        """Return the constraint by whose index replicas tell rows apart, if there is one."""
        return tuple(item for item in self.content.constraints if isinstance(item, Indexed) and item.identifying)

    @property
    def kept_otherwise(self) -> tuple[Column, ...]:
        """Return the columns that are told how to keep their values, in statements of their own."""
        return tuple(item for item in self.content.columns if item.kept_otherwise)

    def reverse(self) -> tuple[Operation, ...]:
        return (DropTable(self.new, self.content, self.late, self.taking, self.refusing, self.not_nulls),)

    def effects(self, before: State, after: State) -> Effects:
        if not before.objects:  # everything is new, and each table stands for what lies in it
            return Effects(makes=frozenset({self.key}), needs=self._needs(after))
        everything = (self.new, *self.items())
        return Effects(
            makes=frozenset([item.key for item in everything]),
            needs=self._needs(after),
            takes=taken(everything, before, after),
        )

    def _needs(self, after: State) -> frozenset[Key]:
        """Return the namespace, types and members of other tables that must be there; what lies within comes along."""
        outward = {namespace_key(self.new.place[0]), *(Key(Table.kind, path) for path in self.new.parents)}
        outward.update(
            key for text in {column.type for column in self.content.columns} for key in type_keys(text, after)
        )
        collations = {column.collation for column in self.content.columns if column.collation}
        outward.update(key for text in collations for key in collation_keys(text))
        defaults = {column.default for column in self.content.columns if column.default}
        outward.update(key for text in defaults for key in default_keys(text))
        for item in self.content.constraints:
            if isinstance(item, ForeignKey) and item.target != self.key.path:
                outward.update(target_keys(item, after))
        if after.made:
            from fluxc.model.made import raw_keys

            everything = (self.new, *self.items())
            outward.update(key for item in everything for key in raw_keys(item, after))
        if after.routines:
            outward.update(key for item in self.items() for key in call_keys(item, after))
        return frozenset(outward)


@dataclass(frozen=True, slots=True)
class DropTable(Drop):
    """Drop a table with its rows, and with everything that lies in it.

    A partition of a table that stays is ``detached`` first: foreign keys to that table would hold it.
    """

    old: Table
    content: Content
    detached: bool = False
    taking: tuple[tuple[str, str], ...] = ()
    refusing: tuple[str, ...] = ()
    not_nulls: tuple[tuple[str, str], ...] = ()
    stage: ClassVar[int] = 6

    def items(self) -> tuple[Object, ...]:
        """Return the columns, constraints and indexes."""
        return (*self.content.columns, *self.content.constraints, *self.content.indexes)

    def apply(self, objects: Objects) -> None:
        del objects[self.old.key]
        for item in self.items():
            objects.pop(item.key, None)

    def reverse(self) -> tuple[Operation, ...]:
        later = apart(self.old, self.content.constraints, self.taking)
        inline = tuple(item for item in self.content.constraints if item not in later)
        content = Content(self.content.columns, inline)
        plain = without_kinds(self.old)
        made = CreateTable(plain, content, self.detached, self.taking, self.refusing, self.not_nulls)
        members = (*map(AddConstraint, later), *map(CreateIndex, self.content.indexes))
        return (made, *members, *kinds_of(self.old, State()))

    def hazards(self) -> tuple[str, ...]:
        return ("deletes-data",)

    def lost(self) -> tuple[Path, ...]:
        return (self.old.key.path,)

    def unrecoverable(self) -> str | None:
        return f"the rows of table {self.old.sql}"

    def effects(self, before: State, after: State) -> Effects:
        del after
        return ending([self.old, *self.items()], before)


@dataclass(frozen=True, slots=True)
class RenameTable(Rename):
    """Rename a table within its namespace, or move it to another one under its name.

    The sequences that its columns own follow its name, and the not-null constraints, where the server names them; the
    ``copies`` that a partition has of indexes and constraints too.
    """

    sequences: tuple[tuple[str, str], ...] = ()
    not_nulls: tuple[tuple[str, str], ...] = ()
    copies: tuple[Called, ...] = ()

    @classmethod
    def of(cls, old: Table, new: Table, state: State) -> RenameTable:
        """Return the operation with the sequences that the table's columns own in ``state``."""
        owned = [(column, column.at(*new.key.path, column.name)) for column in state.members(old.key.path, Column)]
        names = ((before.sequence, after.sequence) for before, after in owned)
        not_nulls = ((before.not_null, after.not_null) for before, after in owned)
        copies: tuple[Called, ...] = ()
        if old.partition_of:
            from fluxc.plan.member_copies import called_with  # most tables are in one piece

            copies = called_with(old, new, state)
        return cls(old, new, differing(names), differing(not_nulls), copies)

    @property
    def moves(self) -> bool:
        """Return whether the namespace changes."""
        return self.old.place != self.new.place

    def apply(self, objects: Objects) -> None:
        from fluxc.plan.moved import moved, owned_moved  # most plans rename nothing

        renamed_in_place(objects, {self.old.key: self.new})
        moved(objects, self.old.key.path, self.new.key.path)
        if self.moves:
            owned_moved(objects, self.new.key.path)

    def reverse(self) -> tuple[Operation, ...]:
        sequences, not_nulls = (tuple((new, old) for old, new in names) for names in (self.sequences, self.not_nulls))
        copies = tuple(copy.back(self.old.key.path) for copy in self.copies)
        return (RenameTable(self.new, self.old, sequences, not_nulls, copies),)

    def describe(self) -> str:
        return f"Rename table {self.old.sql} to {self.new.sql}"

    def hazards(self) -> tuple[str, ...]:
        return ("breaks-clients",)


class SetTableParameters(Parametrized):
    """Change the storage parameters of a table; rows that are there stay as they are."""

    old: Table
    new: Table
    rank: ClassVar[int] = 88

    def reverse(self) -> tuple[Operation, ...]:
        return (SetTableParameters(self.new, self.old),)

    def describe(self) -> str:
        return f"Change the storage parameters of table {self.new.sql}"


def without_kinds(table: Table) -> Table:
    """Return a table whose not-null constraints hold as usual."""
    return table.model_copy(update={"not_null_kinds": ()}) if table.not_null_kinds else table


def kinds_of(table: Table, state: State) -> Iterator[Operation]:
    """Yield what has the not-null constraints of a new table hold as they shall, once it has these heirs."""
    if table.not_null_kinds:
        from fluxc.plan.not_nulls import SetNotNullKinds, kinds_said  # few tables say how they hold

        plain = without_kinds(table)
        yield SetNotNullKinds(plain, table, kinds_said(plain, table, state))


def content(path: Path, state: State) -> Content:
    """Return everything that lies in a table."""
    columns = tuple(state.members(path, Column))
    return Content(columns, tuple(state.members(path, Constraint)), tuple(state.members(path, Index)))


def apart(
    table: Table, constraints: tuple[Constraint, ...], taking: tuple[tuple[str, str], ...] = ()
) -> tuple[Constraint, ...]:
    """Return the constraints that ``create table`` does not make as they are declared.

    A unique constraint over the columns of an earlier key it leaves out in silence, and one that is not valid it takes
    for a valid one.  With a primary key of its own, a partition calls not-null constraints otherwise than its table
    does, but for one that it is ``taking`` from an index.
    """
    keys = [item for item in constraints if isinstance(item, PrimaryKey | Unique)]
    doubled = [
        item for number, item in enumerate(keys) if any(item.columns == other.columns for other in keys[:number])
    ]
    unchecked = [item for item in constraints if isinstance(item, Check | ForeignKey) and item.enforced > item.valid]
    taken = {name for name, _ in taking}
    own = [item for item in keys if table.partition_of and isinstance(item, PrimaryKey) and item.name not in taken]
    return tuple(dict.fromkeys((*doubled, *own, *unchecked)))

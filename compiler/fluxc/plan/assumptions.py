"""What a migration takes for granted of the rows that it will find, and where it makes sure of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from fluxc.model.column import Column
from fluxc.model.enum import Enum
from fluxc.model.names import qualified
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.model.types import parse
from fluxc.plan.casts import through
from fluxc.plan.columns import AddColumn, SetType
from fluxc.plan.decisions import printable
from fluxc.plan.enums import EnumUse, ReplaceEnum
from fluxc.plan.operation import Drop

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from fluxc.model.state import State
    from fluxc.plan.operation import Operation, Path
    from fluxc.plan.steps import Step

    Names = Mapping[Key, Key]


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something that nobody said; ``key`` is that of the object whose operation rests on it.

    ``check`` names the template that makes sure of it, None where no row could tell; ``checked_by_operation`` says that
    the operation makes sure of it as well.
    """

    key: Key
    check: ClassVar[str | None] = None
    checked_by_operation: ClassVar[bool] = False
    concerned: ClassVar[type[Operation]]

    @property
    def sentence(self) -> str:
        """Return what is assumed, as a clause without a full stop."""
        raise TypeError  # pragma: no cover - every assumption says it

    def concerns(self, operation: Operation) -> bool:
        """Return whether the operation rests on this."""
        return isinstance(operation, self.concerned) and operation.key == self.key

    def under(self, names: Names) -> Assumption:
        """Return the same of a database in which objects have other names."""
        del names
        return self


@dataclass(frozen=True, slots=True)
class NotRenamed(Assumption):
    """An object that goes is none of those that come beside it."""

    noun: str
    others: tuple[str, ...]
    concerned: ClassVar[type[Operation]] = Drop

    @property
    def sentence(self) -> str:
        return f"{self.noun} {qualified(*self.key.path)} was not renamed to {' or '.join(self.others)}"


@dataclass(frozen=True, slots=True)
class NoRows(Assumption):
    """A table that gets a required column has no rows."""

    table: Path
    check: ClassVar[str | None] = "no_rows"
    concerned: ClassVar[type[Operation]] = AddColumn

    @property
    def sentence(self) -> str:
        return f"table {qualified(*self.table)} has no rows"

    @property
    def message(self) -> str:
        """Return what is wrong where there are rows."""
        return f"table {qualified(*self.table)} has rows, and they have no value for the new column {self.key.path[-1]}"

    def under(self, names: Names) -> Assumption:
        return replace(self, table=_named(Table, self.table, names))


@dataclass(frozen=True, slots=True)
class Castable(Assumption):
    """Every value of a column can be cast to its new type by way of text; to an enum where it is one of ``labels``."""

    column: Path
    old: Column
    new: Column
    target: int
    labels: tuple[str, ...] | None = None
    check: ClassVar[str | None] = "castable"
    concerned: ClassVar[type[Operation]] = SetType

    @property
    def table(self) -> Path:
        """Return the table that the column is of."""
        return self.column[:-1]

    @property
    def cast(self) -> str:
        """Return the cast of the column under the name that it has."""
        return through(self.old, self.new.at(*self.column), self.target)

    @property
    def foreign(self) -> str | None:
        """Return the type where it is an extension's, which may not be there at the top of the migration."""
        return self.new.type if len(parse(self.new.type).path) > 1 and self.labels is None else None

    @property
    def array(self) -> bool:
        """Return whether the new type is an array."""
        return parse(self.new.type).array

    @property
    def sentence(self) -> str:
        return f"every value of column {qualified(*self.column)} reads as {self.new.type}"

    @property
    def message(self) -> str:
        """Return what is wrong where some value does not."""
        return f"column {qualified(*self.column)} has values that do not read as {self.new.type}"

    def under(self, names: Names) -> Assumption:
        return replace(self, column=_named(Column, self.column, names))


@dataclass(frozen=True, slots=True)
class Unused(Assumption):
    """No row has a value that its enum loses."""

    operation: ReplaceEnum
    used: tuple[EnumUse, ...]
    check: ClassVar[str | None] = "unused"
    checked_by_operation: ClassVar[bool] = True
    concerned: ClassVar[type[Operation]] = ReplaceEnum

    @property
    def sentence(self) -> str:
        values = printable(", ".join(self.operation.unmapped))
        return f"no row has {values} of enum {self.operation.new.sql}"

    def under(self, names: Names) -> Assumption:
        return replace(self, used=tuple(_use(use, names) for use in self.used))


def _use(use: EnumUse, names: Names) -> EnumUse:
    columns = (column.at(*_named(Column, column.key.path, names)) for column in use.columns)
    return EnumUse(_named(Table, use.table, names), tuple(columns))


def _named(kind: type[Table | Column], path: Path, names: Names) -> Path:
    key = Key(kind.kind, path)
    return names.get(key, key).path


def castable(old: Column, new: Column, after: State, target: int) -> Castable:
    """Return the assumption that the values of a column can be cast to its new type."""
    enum = after.get(Key(Enum.kind, parse(new.type).path))
    labels = enum.values if isinstance(enum, Enum) else None
    return Castable(new.key, new.key.path, old, new, target, labels)


def unused(operations: Iterable[Operation], before: State) -> Iterator[Unused]:
    """Yield for each enum that loses values that no row has them, in the columns that are of it before and after."""
    for operation in operations:
        if isinstance(operation, ReplaceEnum) and operation.unmapped:
            uses = ((use, _columns_there(use, operation.old, before)) for use in operation.used.tables)
            used = (EnumUse(use.table, columns) for use, columns in uses if columns)
            yield Unused(operation.key, operation, tuple(used))


def _columns_there(use: EnumUse, enum: Enum, before: State) -> tuple[Column, ...]:
    there = (before.get(column.key) for column in use.columns)
    return tuple(column for column in there if isinstance(column, Column) and parse(column.type).path == enum.key.path)


def placed(forward: Sequence[Step], assumptions: Sequence[Assumption], names: Names) -> tuple[Step, ...]:
    """Return the steps with each assumption at its operation, and checked in the first step, which changes nothing yet.

    ``names`` leads from the keys that renames of this migration give to those from before.
    """
    if not assumptions:
        return tuple(forward)
    found = [
        step._replace(
            assumed={
                number: assumption
                for number, operation in enumerate(step.operations)
                for assumption in assumptions
                if assumption.concerns(operation)
            }
        )
        for step in forward
    ]
    later = [assumption for step in found[1:] for assumption in step.assumed.values() if assumption.check]
    if later:
        found[0] = found[0]._replace(checks=tuple(assumption.under(names) for assumption in later))
    return tuple(found)

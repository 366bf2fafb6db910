"""The forms of `create table` and `alter table`, and of their parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from fluxc.lint.sql.forms import Form, Named, OfTable
from fluxc.model.names import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.cursor import Name

Kind = Literal["primary key", "unique", "check", "foreign key", "exclude", "not null"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfColumn(OfTable):
    """A part of a statement about a column."""

    column: str

    @property
    def object(self) -> str:
        """Return the name of the column behind that of its table."""
        return f"{self.table.sql}.{quote(self.column)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint(OfTable):
    """A constraint: in `create table`, or ``added`` to a table; ``inline`` behind the column that it is about.

    ``words`` are those of the expression of a check, or of what an exclusion constraint says.
    """

    kind: Kind
    label: str | None = None
    columns: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    target: Name | None = None
    target_columns: tuple[str, ...] = ()
    index: str | None = None
    valid: bool = True
    enforced: bool = True
    added: bool = False
    inline: bool = False

    @property
    def object(self) -> str:
        """Return the name of the constraint, or of its table, or of the column that has it."""
        last = self.label or (self.columns[0] if self.inline and self.columns else None)
        return self.table.sql if last is None else f"{self.table.sql}.{quote(last)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewColumn(OfColumn):
    """A column: in `create table`, or ``added`` to a table. ``type`` is canonical where it is built in."""

    type: str
    serial: bool = False
    default: tuple[str, ...] = ()
    identity: bool = False
    generated: Literal["stored", "virtual"] | None = None
    constraints: tuple[Constraint, ...] = ()
    added: bool = False
    guarded: bool = False

    def inner(self) -> Iterator[Form]:
        """Yield its constraints."""
        yield from self.constraints

    def has(self, kind: Kind) -> bool:
        """Return whether it has a constraint of a kind."""
        return any(item.kind == kind for item in self.constraints)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateTable(Named):
    """`create table`; ``derived`` tells that columns or constraints come from elsewhere, or cannot be."""

    columns: tuple[NewColumn, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    temporary: bool = False
    guarded: bool = False
    derived: bool = False
    partition_of: Name | None = None
    partitioned: bool = False
    clashing: str | None = None

    def inner(self) -> Iterator[Form]:
        """Yield columns with their constraints, and the constraints of the table."""
        for column in self.columns:
            yield column
            yield from column.inner()
        yield from self.constraints

    def all_constraints(self) -> Iterator[Constraint]:
        """Yield the constraints, those of columns too."""
        for column in self.columns:
            yield from column.constraints
        yield from self.constraints


@dataclass(frozen=True, slots=True, kw_only=True)
class DropColumn(OfColumn):
    """`drop column`."""

    cascade: bool = False
    guarded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeType(OfColumn):
    """`alter column … type`; ``type`` is canonical where it is built in, ``collated`` tells of a `collate` behind it.

    ``using`` is empty where it says no more than that the column is cast to the type.
    """

    type: str
    using: tuple[str, ...] = ()
    collated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SetNotNull(OfColumn):
    """`alter column … set not null`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DropNotNull(OfColumn):
    """`alter column … drop not null`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDefault(OfColumn):
    """`alter column … set default`."""

    default: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameColumn(OfColumn):
    """`rename column … to`."""

    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Validate(OfTable):
    """`validate constraint`."""

    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DropConstraint(OfTable):
    """`drop constraint`."""

    label: str
    cascade: bool = False
    guarded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachPartition(OfTable):
    """`attach partition`."""

    partition: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class DetachPartition(OfTable):
    """`detach partition`; ``finalized`` is one that was begun concurrently."""

    partition: Name
    concurrently: bool
    finalized: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSecurity(OfTable):
    """`enable`, `disable`, `force` and `no force row level security`, by these words."""

    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSetting(OfTable):
    """What rewrites a table beside types: `set logged`, `set tablespace` and the like, by its words."""

    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlterTable(Named):
    """`alter table` with those of its actions that are known; ``whole`` tells that these are all."""

    actions: tuple[Form, ...] = ()
    guarded: bool = False
    whole: bool = True

    def inner(self) -> Iterator[Form]:
        """Yield its actions with their parts."""
        for action in self.actions:
            yield action
            yield from action.inner()

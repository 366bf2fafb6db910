"""What rules know of statements: a class for each form, with names as they are written and offsets into the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxc.model.names import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.cursor import Name
    from fluxc.lint.sql.cut import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A statement or a part of one; the offsets are those of what a finding points to."""

    start: int
    end: int

    @property
    def object(self) -> str:
        """Return what it is about, as messages and suppressions spell it; empty where it names nothing."""
        return ""

    @property
    def about(self) -> tuple[str, ...]:
        """Return the names under which a suppression may mean it."""
        return (self.object,)

    def inner(self) -> Iterator[Form]:
        """Yield its parts that are forms, in order."""
        yield from ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Form):
    """A form about one thing that it names."""

    name: Name

    @property
    def object(self) -> str:
        """Return the name."""
        return self.name.sql


@dataclass(frozen=True, slots=True, kw_only=True)
class OfTable(Form):
    """A part of a statement about a table."""

    table: Name

    @property
    def object(self) -> str:
        """Return the name of the table."""
        return self.table.sql


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename(Named):
    """`alter … rename to` of a table, schema, type or another ``kind``."""

    kind: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameValue(Named):
    """`alter type … rename value`."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddValue(Named):
    """`alter type … add value`; ``placed`` tells that it says before or behind which."""

    value: str
    placed: bool
    guarded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateEnum(Named):
    """`create type … as enum`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateDomain(Named):
    """`create domain`; ``constrained`` tells that it has a check or takes no null."""

    constrained: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstrainDomain(Named):
    """`alter domain … add constraint` and `set not null`."""

    valid: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateIndex(Form):
    """`create index`; ``columns`` are the keys, None for each that is an expression or has options."""

    table: Name
    label: str | None
    columns: tuple[str | None, ...]
    unique: bool = False
    concurrently: bool = False
    guarded: bool = False
    only: bool = False
    method: str = "btree"
    include: bool = False
    where: tuple[str, ...] = ()

    @property
    def object(self) -> str:
        """Return the name of the index in the namespace of its table, or that of the table."""
        if self.label is None:
            return self.table.sql
        return "".join(f"{quote(part)}." for part in self.table.parts[:-1]) + quote(self.label)

    @property
    def about(self) -> tuple[str, ...]:
        """Return its name and that of its table."""
        return (self.object, self.table.sql)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachIndex(Named):
    """`alter index … attach partition`; the index that is attached is no index of its own any more."""

    attached: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop(Form):
    """`drop` of something of a ``kind``, such as `table`, `index` or `materialized view`."""

    kind: str
    names: tuple[Name, ...]
    guarded: bool = False
    cascade: bool = False
    concurrently: bool = False

    @property
    def object(self) -> str:
        """Return the first name."""
        return self.names[0].sql if self.names else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateRoutine(Named):
    """`create function` and `create procedure`; ``fixed`` tells that it sets its search path."""

    definer: bool
    fixed: bool
    guarded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateView(Named):
    """`create view` and `create materialized view`; ``sources`` are names behind `from` and `join`."""

    materialized: bool
    invoker: bool
    guarded: bool
    temporary: bool = False
    sources: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Create(Named):
    """`create` of something else that has a name, by its kind."""

    kind: str
    guarded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyForm(OfTable):
    """`create`, `alter` and `drop policy`, by the first word."""

    verb: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Other(Form):
    """A statement that is known to be one, and of which nothing else is told."""

    word: str
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Form):
    """The words of a statement, whatever it is."""

    words: tuple[Word, ...]

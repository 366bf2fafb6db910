"""The forms of statements that work on what is there: rows, locks, settings, transactions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from fluxc.lint.sql.forms import Form, Named

if TYPE_CHECKING:
    from fluxc.lint.sql.cursor import Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Reindex(Form):
    """`reindex` of an index, table, schema, database or system."""

    kind: str
    name: Name | None
    concurrently: bool

    @property
    def object(self) -> str:
        """Return the name, if it says one."""
        return self.name.sql if self.name else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction(Form):
    """What begins or ends a transaction, but for savepoints; ``chained`` is one that begins the next."""

    word: Literal["begin", "commit", "rollback"]
    chained: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting(Form):
    """`set` of a parameter; ``local`` is for the transaction alone. `reset` sets it to nothing."""

    parameter: str
    value: str
    local: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Truncate(Form):
    """`truncate`."""

    names: tuple[Name, ...]
    cascade: bool

    @property
    def object(self) -> str:
        """Return the first name."""
        return self.names[0].sql if self.names else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Write(Named):
    """`insert`, `update` or `delete`; ``bounded`` tells that a condition or a list of rows says which rows."""

    verb: Literal["insert", "update", "delete"]
    bounded: bool
    columns: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Maintenance(Form):
    """`vacuum full` and `cluster`, by these words."""

    word: str
    names: tuple[Name, ...] = ()

    @property
    def object(self) -> str:
        """Return the first name, if it says one."""
        return self.names[0].sql if self.names else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refresh(Named):
    """`refresh materialized view`; ``reads`` tells that it runs the query."""

    concurrently: bool
    reads: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant(Form):
    """`grant`, `revoke` and `alter default privileges`, by the first word."""

    verb: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateExtension(Named):
    """`alter extension … update`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LockTable(Form):
    """`lock table`; the mode is that of the manual, in lower case."""

    names: tuple[Name, ...]
    mode: str

    @property
    def object(self) -> str:
        """Return the first name."""
        return self.names[0].sql if self.names else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opaque(Form):
    """What runs statements that nobody can read here: `do`, `call`, `execute`, by this word."""

    word: str

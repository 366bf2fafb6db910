"""Constraints of a table: primary key, unique, check, foreign key, exclusion (manual, section 5.5)."""

from __future__ import annotations

from typing import ClassVar, Literal

from fluxc.model.column import Action
from fluxc.model.index import IndexPart, Parameters
from fluxc.model.state import Object


class Constraint(Object):
    """A constraint of a table, under the table's path."""


class Deferring(Constraint):
    """A constraint whose check may wait until the end of a transaction; ``deferred`` says that it does by itself."""

    deferrable: bool = False
    deferred: bool = False


class Indexed(Deferring):
    """A constraint that an index keeps: ``parameters`` and ``tablespace`` are the index's.

    ``clustered`` says that rows follow it, ``identifying`` that replicas tell them apart by it.
    """

    include: tuple[str, ...] = ()
    parameters: Parameters = ()
    clustered: bool = False
    identifying: bool = False
    tablespace: str | None = None

    @property
    def plain(self) -> bool:
        """Return whether nothing is said behind the columns."""
        return not (self.include or self.parameters or self.tablespace or self.deferrable)


class PrimaryKey(Indexed):
    """A primary key; a ``temporal`` one takes the same key again at other times, which its last column says."""

    kind: ClassVar[str] = "primary_key"
    noun: ClassVar[str] = "primary key"

    columns: tuple[str, ...]
    temporal: bool = False


class Unique(Indexed):
    """A unique constraint; ``nulls_distinct`` says that null is not equal to null, ``temporal`` as of a primary key."""

    kind: ClassVar[str] = "unique"
    noun: ClassVar[str] = "unique constraint"

    columns: tuple[str, ...]
    nulls_distinct: bool = True
    temporal: bool = False


class Check(Constraint):
    """A check constraint; ``expression`` is canonical."""

    kind: ClassVar[str] = "check"
    noun: ClassVar[str] = "check"

    expression: str
    inherit: bool = True
    valid: bool = True
    enforced: bool = True


class ForeignKey(Deferring):
    """A foreign key to the columns ``target_columns`` of the table at path ``target``.

    The last column of a ``temporal`` one is a time for all of which there must be rows.
    ``on_delete_columns`` are those that ``set null`` or ``set default`` touches, all of them where none are named.
    """

    kind: ClassVar[str] = "foreign_key"
    noun: ClassVar[str] = "foreign key"

    columns: tuple[str, ...]
    target: tuple[str, ...]
    target_columns: tuple[str, ...]
    on_delete: Action = "no action"
    on_update: Action = "no action"
    on_delete_columns: tuple[str, ...] = ()
    match: Literal["simple", "full"] = "simple"
    temporal: bool = False
    valid: bool = True
    enforced: bool = True

    @property
    def plain(self) -> bool:
        """Return whether nothing but its actions is said behind the columns."""
        return (
            self.valid
            and self.enforced
            and not self.deferrable
            and not self.on_delete_columns
            and self.match == "simple"
        )


class Exclusion(Indexed):
    """An exclusion constraint: no two rows for which every operator, each over its part, is true."""

    kind: ClassVar[str] = "exclusion"
    noun: ClassVar[str] = "exclusion constraint"

    method: str = "gist"
    parts: tuple[IndexPart, ...]
    operators: tuple[str, ...]
    where: str | None = None

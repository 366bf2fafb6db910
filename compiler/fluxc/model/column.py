"""Columns: what a database holds of one (manual, CREATE TABLE)."""

from __future__ import annotations

from typing import ClassVar, Final, Literal

from fluxc.model.index import Parameters
from fluxc.model.names import not_null_name, qualified, sequence_name
from fluxc.model.sequence import SequenceOptions
from fluxc.model.state import Object

Identity = Literal["always", "by default"]
SERIALS: Final = {"smallint": "smallserial", "integer": "serial", "bigint": "bigserial"}
Action = Literal["no action", "restrict", "cascade", "set null", "set default"]
Storage = Literal["plain", "external", "extended", "main"]
Compression = Literal["pglz", "lz4"]


class Column(Object):
    """A column; ``type``, ``default`` and ``generated`` are canonical SQL texts, ``collation`` is a quoted name.

    ``serial`` means an owned sequence as default, ``virtual`` that a generated column is computed when it is read;
    ``counting`` and ``sequence_name`` are those of the sequence behind an identity column, where they are given.
    """

    kind: ClassVar[str] = "column"
    noun: ClassVar[str] = "column"

    type: str
    nullable: bool = False
    default: str | None = None
    identity: Identity | None = None
    serial: bool = False
    generated: str | None = None
    virtual: bool = False
    collation: str | None = None
    storage: Storage | None = None
    compression: Compression | None = None
    statistics: int | None = None
    options: Parameters = ()
    counting: SequenceOptions | None = None
    sequence_name: str | None = None

    @property
    def plain(self) -> bool:
        """Return whether its type, default and nullability say everything that ``create table`` takes of it."""
        return self.identity is None and self.generated is None and self.collation is None and self.compression is None

    @property
    def kept_otherwise(self) -> bool:
        """Return whether more is to be said of how its values are kept than ``create table`` takes."""
        return bool(self.storage or self.options) or self.statistics is not None

    @property
    def sequence(self) -> str | None:
        """Return the name of the sequence that the column owns: the one given, or as PostgreSQL derives it."""
        if not self.serial and not self.identity:
            return None
        return self.sequence_name or sequence_name(self.place[-1], self.name)

    @property
    def counts(self) -> SequenceOptions:
        """Return how the sequence that the column owns counts."""
        return self.counting or SequenceOptions()

    @property
    def not_null(self) -> str | None:
        """Return the name of the not-null constraint, as PostgreSQL 18 derives it; earlier servers name none."""
        return None if self.nullable else not_null_name(self.place[-1], self.name)

    @property
    def array(self) -> bool:
        """Return whether the type is an array."""
        return self.type.endswith("[]")

    @property
    def declared_type(self) -> str:
        """Return the type as ``create table`` takes it: the serial word where the column is one."""
        return SERIALS[self.type] if self.serial else self.type

    @property
    def sequence_sql(self) -> str:
        """Return the qualified name of the owned sequence."""
        assert self.sequence is not None
        return qualified(*self.place[:-1], self.sequence)

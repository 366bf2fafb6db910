"""Sequences with a name of their own, and the options of those behind identity columns (manual, CREATE SEQUENCE)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.privileges import Access
from fluxc.model.remark import Suppressions
from fluxc.model.state import Object

_SMALLEST, _LARGEST = -(2**63), 2**63 - 1
Number = Annotated[int, Field(ge=_SMALLEST, le=_LARGEST)]


class SequenceOptions(BaseModel):
    """How a sequence counts; None is PostgreSQL's own default."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    start: Annotated[Number | None, Field(description="The first value.")] = None
    increment: Annotated[Number | None, Field(description="The step to the next value; negative counts down.")] = None
    minimum: Annotated[Number | None, Field(description="The smallest value.")] = None
    maximum: Annotated[Number | None, Field(description="The largest value.")] = None
    cache: Annotated[
        Annotated[int, Field(ge=1, le=_LARGEST)] | None, Field(description="How many values a session takes at once.")
    ] = None
    cycle: Annotated[bool, Field(description="Whether it starts over at the end.")] = False

    def turns(self, other: SequenceOptions) -> bool:
        """Return whether one counts up and the other down, so that neither can go on from where the other is."""
        return self.down != other.down

    def reaches(self, value: int) -> bool:
        """Return whether a value lies in the range through which it counts; the type's own limits do not matter."""
        least = self.minimum if self.minimum is not None or self.down else 1
        most = self.maximum if self.maximum is not None or not self.down else -1
        return (least is None or value >= least) and (most is None or value <= most)

    @property
    def down(self) -> bool:
        """Return whether it counts down."""
        return (self.increment or 1) < 0

    @property
    def step(self) -> int:
        """Return how far the next value is away, in the direction in which it counts."""
        return abs(self.increment or 1)

    @property
    def first(self) -> int:
        """Return the first value, also where PostgreSQL chooses it."""
        if self.start is not None:
            return self.start
        if not self.down:
            return 1 if self.minimum is None else self.minimum
        return -1 if self.maximum is None else self.maximum


class Sequence(Object):
    """A sequence other than the plain ones of serial and identity columns; ``owned_by`` is the path of its owner.

    What a column owns goes with it.
    """

    kind: ClassVar[str] = "sequence"
    noun: ClassVar[str] = "sequence"

    type: str = "bigint"
    counting: SequenceOptions | None = None
    owned_by: tuple[str, ...] = ()
    unlogged: bool = False

    @property
    def counts(self) -> SequenceOptions:
        """Return how it counts."""
        return self.counting or SequenceOptions()

    def owned(self, column: tuple[str, ...]) -> Sequence:
        """Return this sequence with another owner, none where the path is empty."""
        return self if column == self.owned_by else self.model_copy(update={"owned_by": column})


Integer = Literal["smallint", "integer", "bigint"]


class SequenceDeclaration(SequenceOptions, Access):
    """A sequence with a name of its own."""

    type: Annotated[Integer, Field(description="The type of its values.")] = "bigint"
    owned_by: Annotated[
        str | None, Field(description="The column that it goes with, as `TABLE.COLUMN`, in the same namespace.")
    ] = None
    unlogged: Annotated[
        bool, Field(description="Whether it starts over after a crash, as unlogged tables do; needs PostgreSQL 15.")
    ] = False
    doc: Annotated[str | None, Field(description="The comment of the sequence.")] = None
    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None
    lint: Suppressions = None

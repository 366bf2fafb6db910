"""Aggregates (manual, CREATE AGGREGATE)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.privileges import Access
from fluxc.model.remark import Suppressions
from fluxc.model.routine import Argument, Parallel, Routine
from fluxc.model.routine_declaration import ArgumentsForm

Modify = Literal["read_only", "shareable", "read_write"]


class Transition(BaseModel):
    """How an aggregate goes over its rows; functions are quoted names, qualified where they are not built in.

    ``inverse`` takes a row away again, which only a moving aggregate does.  None of ``modify`` is PostgreSQL's choice.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    sfunc: str
    inverse: str | None = None
    stype: str
    sspace: int | None = None
    finalfunc: str | None = None
    finalfunc_extra: bool = False
    finalfunc_modify: Modify | None = None
    initcond: str | None = None


class Aggregate(Routine):
    """An aggregate; ``direct`` counts the arguments before ``order by`` of an ordered-set one."""

    kind: ClassVar[str] = "aggregate"
    noun: ClassVar[str] = "aggregate"
    parsed: ClassVar[bool] = True

    transition: Transition
    moving: Transition | None = None
    direct: int | None = None
    hypothetical: bool = False
    combinefunc: str | None = None
    serialfunc: str | None = None
    deserialfunc: str | None = None
    sortop: str | None = None
    parallel: Parallel = "unsafe"

    @property
    def functions(self) -> tuple[str, ...]:
        """Return every function that it is made of."""
        found = [self.combinefunc, self.serialfunc, self.deserialfunc]
        for each in (self.transition, self.moving):
            found += [each.sfunc, each.inverse, each.finalfunc] if each else []
        return tuple(dict.fromkeys(name for name in found if name))

    @property
    def before_order(self) -> tuple[Argument, ...]:
        """Return the arguments that stand first, all where no ``order by`` is among them."""
        return self.arguments if self.direct is None else self.arguments[: self.direct]

    @property
    def behind_order(self) -> tuple[Argument, ...]:
        """Return the arguments behind ``order by``; a variadic one that stands for both parts is said twice."""
        if self.direct is None:
            return ()
        return self.arguments[self.direct :] or self.arguments[-1:]


class _TransitionDeclaration(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    sfunc: Annotated[str, Field(description="The function that takes in a row.")]
    stype: Annotated[str, Field(description="The type of what is kept between rows.")]
    sspace: Annotated[int | None, Field(ge=1, description="How many bytes of it to expect.")] = None
    finalfunc: Annotated[str | None, Field(description="The function that makes the result.")] = None
    finalfunc_extra: Annotated[bool, Field(description="Whether it is given the arguments as well.")] = False
    finalfunc_modify: Annotated[
        Modify | None, Field(description="Whether it changes what is kept; PostgreSQL chooses where nothing is said.")
    ] = None
    initcond: Annotated[str | None, Field(description="What is kept before the first row.")] = None


class MovingDeclaration(_TransitionDeclaration):
    """How an aggregate goes over a window that moves."""

    inverse: Annotated[str, Field(description="The function that takes a row away again.")]


class AggregateDeclaration(_TransitionDeclaration, Access):
    """An aggregate."""

    doc: Annotated[str | None, Field(description="The comment.")] = None
    was: Annotated[
        str | list[str] | None,
        Field(description="An earlier name, without arguments, or a list of them, newest first."),
    ] = None
    arguments: Annotated[
        ArgumentsForm | None, Field(description="The arguments, where they do not stand in the key.")
    ] = None
    combinefunc: Annotated[str | None, Field(description="The function that puts two kept values together.")] = None
    serialfunc: Annotated[str | None, Field(description="The function that makes bytes of an internal value.")] = None
    deserialfunc: Annotated[str | None, Field(description="The function that makes it of the bytes again.")] = None
    moving: Annotated[MovingDeclaration | None, Field(description="Another way to go, for a window that moves.")] = None
    sortop: Annotated[str | None, Field(description="The operator whose first value is the result.")] = None
    hypothetical: Annotated[bool, Field(description="Whether it is a hypothetical-set aggregate.")] = False
    parallel: Annotated[
        Literal["unsafe", "restricted", "safe"], Field(description="Whether it may run in a parallel worker.")
    ] = "unsafe"
    lint: Suppressions = None

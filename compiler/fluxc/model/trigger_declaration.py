"""Triggers, as a person writes them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.remark import Suppressions
from fluxc.model.trigger import Timing


class ReferencingDeclaration(BaseModel):
    """The names under which a trigger sees all rows of a statement."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    old: Annotated[str | None, Field(description="The rows as they were.")] = None
    new: Annotated[str | None, Field(description="The rows as they are.")] = None


class ConstraintTriggerDeclaration(BaseModel):
    """What makes a trigger a constraint trigger, in the long form."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    deferrable: Annotated[
        bool | Literal["initially deferred"],
        Field(description="Whether it may wait until the end of a transaction: `true`, or `initially deferred`."),
    ] = False
    source: Annotated[
        str | None,
        Field(alias="from", description="Another table that the constraint is about: `TABLE` or `DOMAIN.TABLE`."),
    ] = None


class TriggerDeclaration(BaseModel):
    """A trigger in the long form."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    when: Annotated[Timing, Field(description="Whether it fires before or after the change, or instead of it.")]
    on: Annotated[
        str | list[str],
        Field(description="`insert`, `update`, `update of COLUMN`, `delete` or `truncate`, or a list of them."),
    ]
    execute: Annotated[
        str, Field(description="The function that it runs, with strings as arguments, such as `touch()`.")
    ]
    for_each: Annotated[
        Literal["row", "statement"] | None,
        Field(description="Whether it fires for each row, which it does unless it is for `truncate`, or once."),
    ] = None
    condition: Annotated[
        str | None,
        Field(alias="if", description="An SQL expression over `old` and `new`: it fires only where that holds."),
    ] = None
    referencing: Annotated[
        ReferencingDeclaration | None, Field(description="Names for all old and all new rows of the statement.")
    ] = None
    constraint: Annotated[
        bool | ConstraintTriggerDeclaration,
        Field(description="Whether it is a constraint trigger; or the long form."),
    ] = False
    enabled: Annotated[
        bool | Literal["replica", "always"],
        Field(description="Whether it fires: `replica` in replicating sessions alone, `always` in those as well."),
    ] = True
    doc: Annotated[str | None, Field(description="The comment of the trigger.")] = None
    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None
    lint: Suppressions = None


TriggersForm = dict[str, str | TriggerDeclaration]

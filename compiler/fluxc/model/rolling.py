"""The rule by which partitions come and go with the calendar."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.periods import AHEAD, Every

MOST_AHEAD: Final = 1000
MOST_KEPT: Final = 100_000


class Rolling(BaseModel):
    """The rule of a table: a partition for ``every`` period, so many ``ahead`` of the current one.

    Those older than the last ``keep`` are detached, with ``drop`` they are dropped; None keeps all.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    every: Every
    ahead: int = AHEAD
    keep: int | None = None
    drop: bool = False


class RollingDeclaration(BaseModel):
    """A rule in place of named partitions: `fluxc roll` makes them as time goes on."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    every: Annotated[
        Every,
        Field(description="The time that a partition takes, by the calendar of UTC; a week begins on Monday."),
    ]
    ahead: Annotated[
        int, Field(ge=1, le=MOST_AHEAD, description="How many periods after the current one have a partition by now.")
    ] = AHEAD
    keep: Annotated[
        int | None,
        Field(ge=0, le=MOST_KEPT, description="How many past periods stay; older ones are detached. All where unsaid."),
    ] = None
    drop: Annotated[bool, Field(description="Whether what `keep` leaves out is dropped, with its rows.")] = False

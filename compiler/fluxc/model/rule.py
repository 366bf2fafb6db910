"""Rules that rewrite what is done to a table or a view (manual, CREATE RULE)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.names import qualified, quote
from fluxc.model.state import Object

Event = Literal["insert", "update", "delete"]
Enabled = Literal["origin", "disabled", "replica", "always"]

_FIRING: Final[dict[Enabled, str]] = {
    "origin": "enable",
    "disabled": "disable",
    "replica": "enable replica",
    "always": "enable always",
}


class Rule(Object):
    """A rule of a table or a view, under its path; ``action`` are statements parted by ``;``, None for none."""

    kind: ClassVar[str] = "rule"
    noun: ClassVar[str] = "rule"
    parsed: ClassVar[bool] = True
    loose: ClassVar[tuple[str, ...]] = ("where", "action")

    event: Event
    where: str | None = None
    instead: bool = False
    action: str | None = None
    enabled: Enabled = "origin"

    @property
    def firing(self) -> str:
        """Return what `alter table` says before the word `rule` to have it fire as it shall."""
        return _FIRING[self.enabled]

    @property
    def sql(self) -> str:
        """Return the name as SQL says it: on its relation."""
        return f"{quote(self.name)} on {qualified(*self.place)}"


class RuleDeclaration(BaseModel):
    """A rule."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    on: Annotated[Event, Field(description="What is rewritten.")]
    where: Annotated[
        str | None, Field(description="An SQL expression: only where it holds; it may name `new` and `old`.")
    ] = None
    instead: Annotated[bool, Field(description="Whether the action takes the place of the statement.")] = False
    do: Annotated[
        str | list[str],
        Field(default_factory=list, description="A statement or a list of them; none, or `nothing`, for no action."),
    ]
    enabled: Annotated[Enabled, Field(description="In which sessions it fires; of a view always `origin`.")] = "origin"
    doc: Annotated[str | None, Field(description="The comment of the rule.")] = None
    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None


RulesForm = dict[str, RuleDeclaration]

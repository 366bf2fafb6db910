"""Policies, as a person writes them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.policy import Command
from fluxc.model.remark import Suppressions


class PolicyDeclaration(BaseModel):
    """A policy in the long form."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    command: Annotated[Command, Field(alias="for", description="The command that it is about.")] = "all"
    to: Annotated[str | list[str], Field(description="The roles that it is for; `public` is everybody.")] = "public"
    using: Annotated[
        str | bool | None, Field(description="An SQL expression: which rows that are there can be seen.")
    ] = None
    check: Annotated[
        str | bool | None,
        Field(description="An SQL expression: which new rows are taken; where nothing is said, as `using`."),
    ] = None
    kind: Annotated[
        Literal["permissive", "restrictive"],
        Field(alias="as", description="Whether one such policy is enough, or each has to hold."),
    ] = "permissive"
    doc: Annotated[str | None, Field(description="The comment of the policy.")] = None
    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None
    lint: Suppressions = None


PolicyForm = str | bool | PolicyDeclaration
PoliciesForm = dict[str, PolicyForm]

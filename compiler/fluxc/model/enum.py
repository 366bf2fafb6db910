"""Enumerated types."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.privileges import Access
from fluxc.model.remark import Suppressions
from fluxc.model.state import Object


class Enum(Object):
    """An enumerated type and its values in their order (manual, section 8.7)."""

    kind: ClassVar[str] = "enum"
    noun: ClassVar[str] = "enum"

    values: tuple[str, ...]

    @property
    def type_names(self) -> tuple[str, ...]:
        """Return the names under which it is a type of its namespace."""
        return (self.name,)


class ValueDeclaration(BaseModel):
    """An enum value with its earlier name."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    value: Annotated[str, Field(description="The value.")]
    was: Annotated[str, Field(description="What it was called before.")]


class EnumDeclaration(Access):
    """An enum in the long form."""

    values: Annotated[list[str | ValueDeclaration], Field(min_length=1, description="The values, in their order.")]
    doc: Annotated[str | None, Field(description="The comment of the type.")] = None
    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None
    removed: Annotated[
        dict[str, str], Field(default_factory=dict, description="Values that are gone, and which ones their rows get.")
    ]
    lint: Suppressions = None


Values = Annotated[list[str | ValueDeclaration], Field(min_length=1)]
EnumForm = EnumDeclaration | Values

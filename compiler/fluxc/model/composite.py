"""Composite types: a row of attributes that no table holds (manual, section 8.16)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.privileges import Access
from fluxc.model.remark import Suppressions
from fluxc.model.state import Object


class Attribute(BaseModel):
    """An attribute of a composite type; ``type`` is its canonical text, ``collation`` a quoted name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    type: str
    collation: str | None = None
    doc: str | None = None


class Composite(Object):
    """A composite type and its attributes in their order."""

    kind: ClassVar[str] = "composite"
    noun: ClassVar[str] = "composite type"

    members: tuple[Attribute, ...] = ()

    @property
    def type_names(self) -> tuple[str, ...]:
        """Return the names under which it is a type of its namespace."""
        return (self.name,)

    @property
    def attribute_docs(self) -> tuple[Attribute, ...]:
        """Return the attributes that have a comment."""
        return tuple(attribute for attribute in self.members if attribute.doc is not None)


class AttributeDeclaration(BaseModel):
    """An attribute of a composite type in the long form."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    type: Annotated[str, Field(description="The type.")]
    collation: Annotated[str | None, Field(description="How text is ordered, where it is not the type's way.")] = None
    doc: Annotated[str | None, Field(description="The comment of the attribute.")] = None
    was: Annotated[str | None, Field(description="What it was called before.")] = None


AttributesForm = dict[str, str | AttributeDeclaration]


class CompositeDeclaration(Access):
    """A composite type in the long form."""

    attributes: Annotated[AttributesForm, Field(description="The attributes, in their order.")]
    doc: Annotated[str | None, Field(description="The comment of the type.")] = None
    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None
    lint: Suppressions = None


CompositeForm = CompositeDeclaration | AttributesForm

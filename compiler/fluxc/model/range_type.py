"""Range types over a type that is ordered (manual, section 8.17)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from fluxc.model.names import multirange_name
from fluxc.model.privileges import Access
from fluxc.model.remark import Suppressions
from fluxc.model.state import Object


class RangeType(Object):
    """A range type, and the multirange type that comes with it.

    ``subtype`` is a canonical text; the operator class, the collation and the function are names as SQL takes them.
    """

    kind: ClassVar[str] = "range_type"
    noun: ClassVar[str] = "range type"

    subtype: str
    opclass: str | None = None
    collation: str | None = None
    subtype_diff: str | None = None
    multirange: str | None = None

    @property
    def multirange_name(self) -> str:
        """Return the name of the multirange type, also where PostgreSQL derives it."""
        return self.multirange or multirange_name(self.name)

    @property
    def type_names(self) -> tuple[str, ...]:
        """Return the names under which it is a type of its namespace."""
        return (self.name, self.multirange_name)


class RangeTypeDeclaration(Access):
    """A range type in the long form."""

    subtype: Annotated[str, Field(description="The type of the bounds.")]
    opclass: Annotated[
        str | None, Field(description="The operator class of btree that orders them, where it is not the type's own.")
    ] = None
    collation: Annotated[str | None, Field(description="How text is ordered, where it is not the type's way.")] = None
    subtype_diff: Annotated[
        str | None, Field(description="The function that tells how far two values are apart, which helps GiST indexes.")
    ] = None
    multirange: Annotated[
        str | None, Field(description="The name of its multirange type, where it is not the one PostgreSQL derives.")
    ] = None
    doc: Annotated[str | None, Field(description="The comment of the type.")] = None
    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None
    lint: Suppressions = None


RangeTypeForm = Annotated[str | RangeTypeDeclaration, Field(description="The type of the bounds, or the long form.")]

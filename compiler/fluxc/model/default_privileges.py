"""What roles may do with objects that are not there yet (manual, ALTER DEFAULT PRIVILEGES)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.privileges import OWNER, PUBLIC, Grant, GrantsForm, Held, everybody, said
from fluxc.model.state import Object

OF: Final = {
    "tables": "table",
    "sequences": "sequence",
    "functions": "function",
    "types": "type",
    "schemas": "namespace",
    "large_objects": "large_object",
}
"""What default privileges are on, and the kind of object whose privileges these are."""
ON: Final = {
    **dict.fromkeys(("table", "view", "materialized_view"), "tables"),
    "sequence": "sequences",
    **dict.fromkeys(("function", "procedure", "aggregate"), "functions"),
    **dict.fromkeys(("enum", "domain_type", "composite", "range_type"), "types"),
    "namespace": "schemas",
}
"""The kinds of objects that a state holds, and which default privileges a new one gets."""
EVERYWHERE: Final = frozenset({"schemas", "large_objects"})
"""What lies in no namespace."""


class DefaultPrivileges(Object):
    """What roles may do with what a role makes from then on, in a namespace or, without a place, in the database.

    ``by`` is the role that makes it; None is who migrates.  Roles that ``grants`` leaves out get in a namespace nothing
    more than in the database, and there what PostgreSQL lets them.
    """

    kind: ClassVar[str] = "default_privileges"
    noun: ClassVar[str] = "default privileges"

    on: str
    by: str | None = None
    grants: tuple[Grant, ...] = ()

    @classmethod
    def named(cls, place: tuple[str, ...], on: str, by: str | None, grants: tuple[Grant, ...]) -> DefaultPrivileges:
        """Return default privileges under the name that they alone have."""
        return cls(place=place, name=f"{on} by {by}" if by is not None else on, on=on, by=by, grants=grants)

    @property
    def called(self) -> str:
        """Return a name that no SQL text says."""
        return f"default privileges {self.name}"

    @property
    def of(self) -> str:
        """Return a kind of object whose privileges these are."""
        return OF[self.on]

    def held(self, role: str) -> Held:
        """Return what a role gets: what is said, and where nothing is, what it gets anyway."""
        return said(self.grants, role) or self.standard(role)

    def standard(self, role: str) -> Held:
        """Return what a role gets where nothing is said of it: in a namespace nothing is added."""
        if self.place:
            return Held()
        if role == OWNER:
            return Held(whole=True)
        return Held(everybody(self.of, ())) if role == PUBLIC else Held()


class DefaultGrantsDeclaration(BaseModel):
    """What roles may do with what is made from now on, by what it is."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    tables: Annotated[
        GrantsForm, Field(description="On tables, views and materialized views, as `grants` says it.")
    ] = None
    sequences: Annotated[GrantsForm, Field(description="On sequences.")] = None
    functions: Annotated[GrantsForm, Field(description="On functions, procedures and aggregates.")] = None
    types: Annotated[GrantsForm, Field(description="On types of all kinds.")] = None
    schemas: Annotated[GrantsForm, Field(description="On PostgreSQL schemas; in a shared file only.")] = None
    large_objects: Annotated[
        GrantsForm, Field(description="On large objects; in a shared file only, and on PostgreSQL 18.")
    ] = None


class DefaultPrivilegesDeclaration(DefaultGrantsDeclaration):
    """What roles may do with what whoever migrates makes from now on, or other roles make."""

    by: Annotated[
        dict[str, DefaultGrantsDeclaration],
        Field(default_factory=dict, alias="for", description="The same for what other roles make, by role."),
    ]

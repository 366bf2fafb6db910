"""Domain types, which PostgreSQL calls domains: types with constraints of their own (manual, section 8.18)."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.names import derived, not_null_name, numbered
from fluxc.model.privileges import Access
from fluxc.model.remark import Suppressions
from fluxc.model.state import Object
from fluxc.model.types import parse


class DomainCheck(BaseModel):
    """A constraint of a domain type, over ``value``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    expression: str
    valid: bool = True
    doc: str | None = None


class DomainType(Object):
    """A domain type; ``type`` and ``default`` are canonical SQL texts, the checks are in the order of their names.

    ``not_null`` is the name of the constraint that refuses nulls, where that is not the usual one.
    """

    kind: ClassVar[str] = "domain_type"
    noun: ClassVar[str] = "domain type"

    type: str
    nullable: bool = True
    not_null: str | None = None
    default: str | None = None
    collation: str | None = None
    checks: tuple[DomainCheck, ...] = ()

    @property
    def type_names(self) -> tuple[str, ...]:
        """Return the names under which it is a type of its namespace."""
        return (self.name,)

    @property
    def not_null_name(self) -> str:
        """Return the name of the constraint that refuses nulls."""
        return self.not_null or not_null_name(self.name, None)

    def as_usual(self) -> DomainType:
        """Return the same type; what refuses nulls has no name of its own where that is the usual one."""
        is_usual = self.not_null == not_null_name(self.name, None)
        return self.model_copy(update={"not_null": None}) if is_usual else self

    @property
    def may_inherit_default(self) -> bool:
        """Return whether PostgreSQL might copy the default of another domain type below, though none is declared."""
        return self.default is None and len(parse(self.type).path) > 1

    @property
    def check_docs(self) -> tuple[DomainCheck, ...]:
        """Return the checks that have a comment."""
        return tuple(check for check in self.checks if check.doc is not None)


def check_name(domain: str, taken: list[str]) -> str:
    """Return the name PostgreSQL gives a check of a domain type beside those that are there."""
    return numbered(derived(domain, None, "check"), taken)


class DomainCheckDeclaration(BaseModel):
    """A check of a domain type in the long form."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    expression: Annotated[str, Field(description="The condition, as an SQL expression over `value`.")]
    name: Annotated[str | None, Field(description="The name, where it is not the one that PostgreSQL derives.")] = None
    doc: Annotated[str | None, Field(description="The comment of the constraint.")] = None
    not_valid: Annotated[bool, Field(description="Whether values that are there are not checked.")] = False


DomainCheckForm = str | DomainCheckDeclaration


class DomainTypeDeclaration(Access):
    """A domain type in the long form: a type with checks, a default, or nulls refused."""

    type: Annotated[str, Field(description="The type that it is based on.")]
    not_null: Annotated[
        bool | str,
        Field(description="Whether the type itself refuses null; or the name of what does, on PostgreSQL 18."),
    ] = False
    default: Annotated[
        Any, Field(description="The default of columns that say none, as a plain value: text, number, truth, a list.")
    ] = None
    default_sql: Annotated[
        str | None, Field(description="The default as an SQL expression; not together with `default`.")
    ] = None
    collation: Annotated[str | None, Field(description="How text is ordered, where it is not the type's way.")] = None
    checks: Annotated[
        list[DomainCheckForm] | dict[str, DomainCheckForm],
        Field(default_factory=list, description="Conditions over `value`: a list, or a mapping by name."),
    ]
    doc: Annotated[str | None, Field(description="The comment of the type.")] = None
    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None
    lint: Suppressions = None


DomainTypeForm = Annotated[
    str | DomainTypeDeclaration, Field(description="`TYPE [not null] [check (CONDITION)]`, or the long form.")
]

# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt


class Pet(BaseModel):
    """A row of app.pets."""

    TABLE: ClassVar = ("app", "pets")
    COLUMNS: ClassVar = ("owner_id",)
    PRIMARY_KEY: ClassVar = ()

    owner_id: int


class PetInsert(BaseModel, extra="forbid"):
    """A new row of app.pets."""

    owner_id: BigInt


class PetUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.pets."""

    owner_id: BigInt = UNSET


# Written by fluxc from schema/core; do not edit.
"""The domain core."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, Text


class Person(BaseModel):
    """A row of core.people."""

    TABLE: ClassVar = ("core", "people")
    COLUMNS: ClassVar = ("id", "code")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    code: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of core.people."""

    code: Text


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of core.people."""

    code: Text = UNSET


class Member(BaseModel):
    """A row of core.members."""

    TABLE: ClassVar = ("core", "members")
    COLUMNS: ClassVar = ("id", "code")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    code: str


class MemberInsert(BaseModel, extra="forbid"):
    """A new row of core.members."""

    code: Text


class MemberUpdate(BaseModel, extra="forbid"):
    """Changes to a row of core.members."""

    code: Text = UNSET


class FormerMember(BaseModel):
    """A row of core.former_members."""

    TABLE: ClassVar = ("core", "former_members")
    COLUMNS: ClassVar = ("id",)
    PRIMARY_KEY: ClassVar = ("id",)

    id: int


class FormerMemberInsert(BaseModel, extra="forbid"):
    """A new row of core.former_members."""


class FormerMemberUpdate(BaseModel, extra="forbid"):
    """Changes to a row of core.former_members."""

# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import ClassVar

from pydantic import BaseModel

from ._values import UNSET, BigInt, Text


class Person(BaseModel):
    """A row of app.people."""

    TABLE: ClassVar = ("app", "people")
    COLUMNS: ClassVar = ("id", "name")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    name: str


class PersonInsert(BaseModel, extra="forbid"):
    """A new row of app.people."""

    id: BigInt
    name: Text


class PersonUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.people."""

    id: BigInt = UNSET
    name: Text = UNSET


class Role(BaseModel):
    """A row of app.roles."""

    TABLE: ClassVar = ("app", "roles")
    COLUMNS: ClassVar = ("id", "name")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    name: str


class RoleInsert(BaseModel, extra="forbid"):
    """A new row of app.roles."""

    id: BigInt
    name: Text


class RoleUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.roles."""

    id: BigInt = UNSET
    name: Text = UNSET


class Grant(BaseModel):
    """A row of app.grants."""

    TABLE: ClassVar = ("app", "grants")
    COLUMNS: ClassVar = ("person_id", "role_id")
    PRIMARY_KEY: ClassVar = ("person_id", "role_id")

    person_id: int
    role_id: int


class GrantInsert(BaseModel, extra="forbid"):
    """A new row of app.grants."""

    person_id: BigInt
    role_id: BigInt


class GrantUpdate(BaseModel, extra="forbid"):
    """Changes to a row of app.grants."""

    person_id: BigInt = UNSET
    role_id: BigInt = UNSET

# Written by fluxc from schema/app; do not edit.
"""The domain app."""

from typing import Annotated, ClassVar, NewType

from pydantic import BaseModel, Field
from pydantic.alias_generators import to_camel

from ._values import IN_BIGINT, UNSET, Text

UserId = NewType("UserId", int)


class User(BaseModel, alias_generator=to_camel, validate_by_name=True):
    """A row of app.users."""

    TABLE: ClassVar = ("app", "users")
    COLUMNS: ClassVar = ("id", "full_name")
    PRIMARY_KEY: ClassVar = ("id",)

    id: UserId
    full_name: str


class UserInsert(
    BaseModel,
    extra="forbid",
    alias_generator=to_camel,
    validate_by_name=True,
):
    """A new row of app.users."""

    full_name: Text


class UserUpdate(
    BaseModel,
    extra="forbid",
    alias_generator=to_camel,
    validate_by_name=True,
):
    """Changes to a row of app.users."""

    full_name: Text = UNSET


class UserRole(BaseModel, alias_generator=to_camel, validate_by_name=True):
    """A row of app.user_roles."""

    TABLE: ClassVar = ("app", "user_roles")
    COLUMNS: ClassVar = ("user_id", "role_code")
    PRIMARY_KEY: ClassVar = ("user_id", "role_code")

    user_id: UserId
    role_code: str


class UserRoleInsert(
    BaseModel,
    extra="forbid",
    alias_generator=to_camel,
    validate_by_name=True,
):
    """A new row of app.user_roles."""

    user_id: Annotated[UserId, IN_BIGINT]
    role_code: Annotated[Text, Field(max_length=8)]


class UserRoleUpdate(
    BaseModel,
    extra="forbid",
    alias_generator=to_camel,
    validate_by_name=True,
):
    """Changes to a row of app.user_roles."""

    user_id: Annotated[UserId, IN_BIGINT] = UNSET
    role_code: Annotated[Text, Field(max_length=8)] = UNSET

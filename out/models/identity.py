# Written by fluxc from schema/identity; do not edit.
"""People, roles and what they may do."""

from datetime import datetime
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from ._values import UNSET, BigInt, Text, Timestamptz


class User(BaseModel):
    """People who can sign in."""

    TABLE: ClassVar = ("identity", "users")
    COLUMNS: ClassVar = (
        "id",
        "code",
        "name",
        "username",
        "email",
        "created_at",
        "updated_at",
    )
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    code: Annotated[
        str,
        Field(
            description="The subject that the identity provider knows the person by.",
        ),
    ]
    name: str
    username: str
    email: str | None
    created_at: datetime
    updated_at: datetime


class UserInsert(BaseModel, extra="forbid"):
    """A new row of identity.users."""

    code: Annotated[
        Text,
        Field(
            max_length=64,
            description="The subject that the identity provider knows the person by.",
        ),
    ]
    name: Annotated[Text, Field(max_length=256)]
    username: Annotated[Text, Field(max_length=128)]
    email: Annotated[Text | None, Field(max_length=256)] = None
    created_at: Timestamptz = UNSET
    updated_at: Timestamptz = UNSET


class UserUpdate(BaseModel, extra="forbid"):
    """Changes to a row of identity.users."""

    code: Annotated[
        Text,
        Field(
            max_length=64,
            description="The subject that the identity provider knows the person by.",
        ),
    ] = UNSET
    name: Annotated[Text, Field(max_length=256)] = UNSET
    username: Annotated[Text, Field(max_length=128)] = UNSET
    email: Annotated[Text | None, Field(max_length=256)] = UNSET
    created_at: Timestamptz = UNSET
    updated_at: Timestamptz = UNSET


class Role(BaseModel):
    """Named sets of permissions."""

    TABLE: ClassVar = ("identity", "roles")
    COLUMNS: ClassVar = ("id", "name", "created_at", "updated_at")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    name: str
    created_at: datetime
    updated_at: datetime


class RoleInsert(BaseModel, extra="forbid"):
    """A new row of identity.roles."""

    name: Annotated[Text, Field(max_length=64)]
    created_at: Timestamptz = UNSET
    updated_at: Timestamptz = UNSET


class RoleUpdate(BaseModel, extra="forbid"):
    """Changes to a row of identity.roles."""

    name: Annotated[Text, Field(max_length=64)] = UNSET
    created_at: Timestamptz = UNSET
    updated_at: Timestamptz = UNSET


class Permission(BaseModel):
    """What a role may allow."""

    TABLE: ClassVar = ("identity", "permissions")
    COLUMNS: ClassVar = ("id", "code", "created_at", "updated_at")
    PRIMARY_KEY: ClassVar = ("id",)

    id: int
    code: str
    created_at: datetime
    updated_at: datetime


class PermissionInsert(BaseModel, extra="forbid"):
    """A new row of identity.permissions."""

    code: Annotated[Text, Field(max_length=64)]
    created_at: Timestamptz = UNSET
    updated_at: Timestamptz = UNSET


class PermissionUpdate(BaseModel, extra="forbid"):
    """Changes to a row of identity.permissions."""

    code: Annotated[Text, Field(max_length=64)] = UNSET
    created_at: Timestamptz = UNSET
    updated_at: Timestamptz = UNSET


class UserRole(BaseModel):
    """Which roles a person has."""

    TABLE: ClassVar = ("identity", "user_roles")
    COLUMNS: ClassVar = ("user_id", "role_id")
    PRIMARY_KEY: ClassVar = ("user_id", "role_id")

    user_id: int
    role_id: int


class UserRoleInsert(BaseModel, extra="forbid"):
    """A new row of identity.user_roles."""

    user_id: BigInt
    role_id: BigInt


class UserRoleUpdate(BaseModel, extra="forbid"):
    """Changes to a row of identity.user_roles."""

    user_id: BigInt = UNSET
    role_id: BigInt = UNSET


class RolePermission(BaseModel):
    """Which permissions a role gives."""

    TABLE: ClassVar = ("identity", "role_permissions")
    COLUMNS: ClassVar = ("role_id", "permission_id")
    PRIMARY_KEY: ClassVar = ("role_id", "permission_id")

    role_id: int
    permission_id: int


class RolePermissionInsert(BaseModel, extra="forbid"):
    """A new row of identity.role_permissions."""

    role_id: BigInt
    permission_id: BigInt


class RolePermissionUpdate(BaseModel, extra="forbid"):
    """Changes to a row of identity.role_permissions."""

    role_id: BigInt = UNSET
    permission_id: BigInt = UNSET

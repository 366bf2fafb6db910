# Written by fluxc from schema/identity; do not edit.
"""People, roles and what they may do."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field

from ._values import UNSET


class User(BaseModel):
    """People who can sign in."""

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
        str,
        Field(
            description="The subject that the identity provider knows the person by.",
        ),
    ]
    name: str
    username: str
    email: str | None = None
    created_at: datetime = UNSET
    updated_at: datetime = UNSET


class UserUpdate(BaseModel, extra="forbid"):
    """Changes to a row of identity.users."""

    code: Annotated[
        str,
        Field(
            description="The subject that the identity provider knows the person by.",
        ),
    ] = UNSET
    name: str = UNSET
    username: str = UNSET
    email: str | None = UNSET
    created_at: datetime = UNSET
    updated_at: datetime = UNSET


class Role(BaseModel):
    """Named sets of permissions."""

    id: int
    name: str
    created_at: datetime
    updated_at: datetime


class RoleInsert(BaseModel, extra="forbid"):
    """A new row of identity.roles."""

    name: str
    created_at: datetime = UNSET
    updated_at: datetime = UNSET


class RoleUpdate(BaseModel, extra="forbid"):
    """Changes to a row of identity.roles."""

    name: str = UNSET
    created_at: datetime = UNSET
    updated_at: datetime = UNSET


class Permission(BaseModel):
    """What a role may allow."""

    id: int
    code: str
    created_at: datetime
    updated_at: datetime


class PermissionInsert(BaseModel, extra="forbid"):
    """A new row of identity.permissions."""

    code: str
    created_at: datetime = UNSET
    updated_at: datetime = UNSET


class PermissionUpdate(BaseModel, extra="forbid"):
    """Changes to a row of identity.permissions."""

    code: str = UNSET
    created_at: datetime = UNSET
    updated_at: datetime = UNSET


class UserRole(BaseModel):
    """Which roles a person has."""

    user_id: int
    role_id: int


class UserRoleInsert(BaseModel, extra="forbid"):
    """A new row of identity.user_roles."""

    user_id: int
    role_id: int


class UserRoleUpdate(BaseModel, extra="forbid"):
    """Changes to a row of identity.user_roles."""

    user_id: int = UNSET
    role_id: int = UNSET


class RolePermission(BaseModel):
    """Which permissions a role gives."""

    role_id: int
    permission_id: int


class RolePermissionInsert(BaseModel, extra="forbid"):
    """A new row of identity.role_permissions."""

    role_id: int
    permission_id: int


class RolePermissionUpdate(BaseModel, extra="forbid"):
    """Changes to a row of identity.role_permissions."""

    role_id: int = UNSET
    permission_id: int = UNSET

# Written by fluxc; do not edit.
"""Models of every domain; a domain is loaded when the first of its classes is asked for."""

from importlib import import_module as _import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .identity import (
        Permission,
        PermissionInsert,
        PermissionUpdate,
        Role,
        RoleInsert,
        RolePermission,
        RolePermissionInsert,
        RolePermissionUpdate,
        RoleUpdate,
        User,
        UserInsert,
        UserRole,
        UserRoleInsert,
        UserRoleUpdate,
        UserUpdate,
    )

__all__ = [
    "Permission",
    "PermissionInsert",
    "PermissionUpdate",
    "Role",
    "RoleInsert",
    "RolePermission",
    "RolePermissionInsert",
    "RolePermissionUpdate",
    "RoleUpdate",
    "User",
    "UserInsert",
    "UserRole",
    "UserRoleInsert",
    "UserRoleUpdate",
    "UserUpdate",
]

_HOMES = {
    "Permission": "identity",
    "PermissionInsert": "identity",
    "PermissionUpdate": "identity",
    "Role": "identity",
    "RoleInsert": "identity",
    "RolePermission": "identity",
    "RolePermissionInsert": "identity",
    "RolePermissionUpdate": "identity",
    "RoleUpdate": "identity",
    "User": "identity",
    "UserInsert": "identity",
    "UserRole": "identity",
    "UserRoleInsert": "identity",
    "UserRoleUpdate": "identity",
    "UserUpdate": "identity",
}
_DOMAINS = {
    "identity",
}

if not TYPE_CHECKING:

    def __getattr__(name):
        """Return a domain or an exported class, loaded on first use."""
        if name in _DOMAINS:
            return _import_module(f".{name}", __name__)
        if name in _HOMES:
            return _import_module(f".{_HOMES[name]}", __name__).__dict__[name]
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__():
        """Return the names that can be asked for."""
        return [*__all__, *sorted(_DOMAINS)]

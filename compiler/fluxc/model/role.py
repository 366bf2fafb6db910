"""Roles, which belong to the server and not to a database (manual, CREATE ROLE)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from fluxc.model.routine_declaration import Setting
from fluxc.model.state import Object

FLAGS: Final = {
    "login": False,
    "inherit": True,
    "createdb": False,
    "createrole": False,
    "bypassrls": False,
    "replication": False,
}
"""What a role may or may not, and what it is for a role of which nothing is said."""
NO_LIMIT: Final = -1
FOR_EVER: Final = "infinity"
OPTIONS_SINCE: Final = 16
"""The first server whose memberships have the options ``inherit`` and ``set``."""
PREDEFINED: Final = {
    **dict.fromkeys(("pg_monitor", "pg_read_all_settings", "pg_read_all_stats", "pg_stat_scan_tables"), 10),
    **dict.fromkeys(("pg_signal_backend", "pg_read_server_files", "pg_write_server_files"), 10),
    **dict.fromkeys(("pg_execute_server_program",), 11),
    **dict.fromkeys(("pg_read_all_data", "pg_write_all_data"), 14),
    "pg_checkpoint": 15,
    **dict.fromkeys(("pg_use_reserved_connections", "pg_create_subscription"), 16),
    "pg_maintain": 17,
    "pg_signal_autovacuum_worker": 18,
}
"""The roles that come with a server and may have members, and the version they came with."""


class Membership(NamedTuple):
    """The role that another one is a member of; an option that is None is as the server has it."""

    role: str
    admin: bool | None = None
    inherit: bool | None = None
    set: bool | None = None


class Role(Object):
    """What a schema says of a role; an attribute that is None is nobody's business but the server's.

    ``settings`` hold in all databases of the server, ``database_settings`` in that of the project.
    """

    kind: ClassVar[str] = "role"
    noun: ClassVar[str] = "role"

    login: bool | None = None
    inherit: bool | None = None
    createdb: bool | None = None
    createrole: bool | None = None
    bypassrls: bool | None = None
    replication: bool | None = None
    connection_limit: int | None = None
    valid_until: str | None = None
    member_of: tuple[Membership, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    database_settings: tuple[tuple[str, str], ...] = ()

    @property
    def flags(self) -> dict[str, bool]:
        """Return what it may or may not, as far as that is said."""
        return {name: value for name in FLAGS if (value := getattr(self, name)) is not None}


def reserved(name: str) -> bool:
    """Return whether no role can be made under this name."""
    return name.startswith("pg_") or name in {"public", "none", "$owner"}


class MembershipDeclaration(BaseModel):
    """What a role may do with another one that it is a member of."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    admin: Annotated[bool | None, Field(description="Whether it may make others members.")] = None
    inherit: Annotated[
        bool | None,
        Field(description="Whether it has the privileges of that role without `set role`; on PostgreSQL 16."),
    ] = None
    set: Annotated[bool | None, Field(description="Whether it may become that role; on PostgreSQL 16.")] = None


class RoleDeclaration(BaseModel):
    """A role of the server; what is left out is left as the server has it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    doc: Annotated[str | None, Field(description="The comment of the role.")] = None
    was: Annotated[str | list[str] | None, Field(description="An earlier name, or a list, newest first.")] = None
    login: Annotated[bool | None, Field(description="Whether it may connect; new roles may not.")] = None
    inherit: Annotated[
        bool | None, Field(description="Whether it has the privileges of the roles it is a member of; new roles do.")
    ] = None
    createdb: Annotated[bool | None, Field(description="Whether it may create databases.")] = None
    createrole: Annotated[bool | None, Field(description="Whether it may create roles.")] = None
    bypassrls: Annotated[bool | None, Field(description="Whether row-level security does not concern it.")] = None
    replication: Annotated[bool | None, Field(description="Whether it may replicate.")] = None
    connection_limit: Annotated[
        int | None, Field(ge=NO_LIMIT, le=2**31 - 1, description="How many connections it may have; -1 for any number.")
    ] = None
    valid_until: Annotated[
        str | None,
        Field(description="When its password ends: a date or a time, in UTC where it names no zone, or `infinity`."),
    ] = None
    member_of: Annotated[
        str | list[str] | dict[str, MembershipDeclaration | None],
        Field(default_factory=list, description="The roles that it is a member of: one, a list, or options by role."),
    ]
    settings: Annotated[
        dict[str, Setting],
        Field(default_factory=dict, description="Configuration parameters of its sessions, in all databases."),
    ]
    database_settings: Annotated[
        dict[str, Setting], Field(default_factory=dict, description="The same for its sessions in this database.")
    ]


RolesForm = list[str] | dict[str, RoleDeclaration | None]

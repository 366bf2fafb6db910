"""The operations that drop and create an object by its kind, other than a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.column import Column
from fluxc.model.constraint import Constraint
from fluxc.model.enum import Enum
from fluxc.model.extension import Extension
from fluxc.model.index import Index
from fluxc.model.namespace import Namespace
from fluxc.model.privileges import Privileges
from fluxc.model.sequence import Sequence
from fluxc.plan.columns import AddColumn, DropColumn
from fluxc.plan.constraints import AddConstraint, DropConstraint
from fluxc.plan.enums import CreateEnum, DropEnum
from fluxc.plan.extensions import CreateExtension, DropExtension
from fluxc.plan.indexes import CreateIndex, DropIndex
from fluxc.plan.namespaces import CreateNamespace, DropNamespace
from fluxc.plan.privileges import CreatePrivileges, DropPrivileges
from fluxc.plan.sequences import CreateSequence, DropSequence

if TYPE_CHECKING:
    from fluxc.model.state import Object
    from fluxc.plan.operation import Operation


def dropping(item: Object) -> Operation:
    """Return the operation that drops an object other than a table."""
    match item:
        case Namespace():
            return DropNamespace(item)
        case Extension():
            return DropExtension(item)
        case Sequence():
            return DropSequence(item)
        case Enum():
            return DropEnum(item)
        case Privileges():
            return DropPrivileges(item)
        case Column():
            return DropColumn(item)
        case Constraint():
            return DropConstraint(item)
        case Index():
            return DropIndex(item)
        case _:
            raise TypeError(f"nothing drops a {item.noun}")


def creating(item: Object, backfill: str | None = None, *, new_table: bool = False) -> Operation:
    """Return the operation that creates an object other than a table, which may lie in a table of this migration."""
    match item:
        case Namespace():
            return CreateNamespace(item)
        case Extension():
            return CreateExtension(item)
        case Sequence():
            return CreateSequence(item)
        case Enum():
            return CreateEnum(item)
        case Privileges():
            return CreatePrivileges(item)
        case Column():
            return AddColumn(item, backfill)
        case Constraint():
            return AddConstraint(item, new_table)
        case Index():
            return CreateIndex(item, new_table)
        case _:
            raise TypeError(f"nothing creates a {item.noun}")

"""The operations that drop and create an object by its kind, other than a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.column import Column
from fluxc.model.constraint import Constraint
from fluxc.model.enum import Enum
from fluxc.model.index import Index
from fluxc.model.namespace import Namespace
from fluxc.model.sequence import Sequence
from fluxc.plan.columns import AddColumn, DropColumn
from fluxc.plan.constraints import AddConstraint, DropConstraint
from fluxc.plan.indexes import CreateIndex, DropIndex

if TYPE_CHECKING:
    from fluxc.model.state import Object
    from fluxc.plan.operation import Operation


def dropping(item: Object) -> Operation:
    """Return the operation that drops an object other than a table."""
    match item:
        case Column():
            return DropColumn(item)
        case Constraint():
            return DropConstraint(item)
        case Index():
            return DropIndex(item)
        case Namespace():
            from fluxc.plan.namespaces import DropNamespace

            return DropNamespace(item)
        case Sequence():
            from fluxc.plan.sequences import DropSequence

            return DropSequence(item.owned(()))
        case Enum():
            from fluxc.plan.enums import DropEnum

            return DropEnum(item)
        case _:
            from fluxc.plan.other_members import dropping_other  # many schemas have none of these

            return dropping_other(item)


def creating(item: Object, backfill: str | None = None, *, new_table: bool = False) -> Operation:
    """Return the operation that creates an object other than a table, which may lie in a table of this migration."""
    match item:
        case Column():
            return AddColumn(item, backfill)
        case Constraint():
            return AddConstraint(item, new_table)
        case Index():
            return CreateIndex(item, new_table)
        case Namespace():
            from fluxc.plan.namespaces import CreateNamespace

            return CreateNamespace(item)
        case Sequence():
            from fluxc.plan.sequences import CreateSequence

            return CreateSequence(item.owned(()))
        case Enum():
            from fluxc.plan.enums import CreateEnum

            return CreateEnum(item)
        case _:
            from fluxc.plan.other_members import creating_other  # many schemas have none of these

            return creating_other(item)

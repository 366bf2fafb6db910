"""The operations that drop and create an object by its kind, other than a table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxc.model.aggregate import Aggregate
from fluxc.model.attached import Apart
from fluxc.model.collation import Collation
from fluxc.model.column import Column
from fluxc.model.composite import Composite
from fluxc.model.constraint import Constraint
from fluxc.model.domain_type import DomainType
from fluxc.model.enum import Enum
from fluxc.model.extension import Extension
from fluxc.model.index import Index
from fluxc.model.inherited import own_name
from fluxc.model.namespace import Namespace
from fluxc.model.privileges import Privileges
from fluxc.model.range_type import RangeType
from fluxc.model.raw import Raw
from fluxc.model.routine import Routine
from fluxc.model.rule import Rule
from fluxc.model.sequence import Sequence
from fluxc.model.view import MaterializedView, View
from fluxc.plan.attached import creating_attached, dropping_attached
from fluxc.plan.columns import AddColumn, DropColumn
from fluxc.plan.constraints import AddConstraint, DropConstraint
from fluxc.plan.enums import CreateEnum, DropEnum
from fluxc.plan.extensions import CreateExtension, DropExtension
from fluxc.plan.indexes import CreateIndex, DropIndex
from fluxc.plan.materialized_views import CreateMaterializedView, DropMaterializedView
from fluxc.plan.namespaces import CreateNamespace, DropNamespace
from fluxc.plan.privileges import CreatePrivileges, DropPrivileges
from fluxc.plan.routines import CreateAggregate, CreateRaw, CreateRoutine, DropRaw, DropRoutine
from fluxc.plan.rules import CreateRule, DropRule
from fluxc.plan.sequences import CreateSequence, DropSequence
from fluxc.plan.views import CreateView, DropView

if TYPE_CHECKING:
    from collections.abc import Iterable

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
            return DropSequence(item.owned(()))
        case Enum():
            return DropEnum(item)
        case Collation() | DomainType() | Composite() | RangeType():
            from fluxc.plan.type_members import dropping_type  # most schemas have none of them

            return dropping_type(item)
        case Privileges():
            return DropPrivileges(item)
        case Routine():
            return DropRoutine(item)
        case Raw():
            return DropRaw(item)
        case Column():
            return DropColumn(item)
        case Constraint():
            return DropConstraint(item)
        case Index():
            return DropIndex(item)
        case View():
            return DropView(item)
        case MaterializedView():
            return DropMaterializedView(item)
        case Rule():
            return DropRule(item)
        case Apart():
            return dropping_attached(item)
        case _:
            raise TypeError(f"nothing drops a {item.noun}")


def on_partitioned(operation: Operation, absorbed: Iterable[Object]) -> Operation:
    """Return the creation of a constraint or an index of a partitioned table, of which others become part.

    They are called by then as the server would call them.
    """
    alike = [item.at(*item.place, own_name(item, item.place[-1])) for item in absorbed]
    if isinstance(operation, CreateIndex):
        indexes = tuple(item for item in alike if isinstance(item, Index))
        return replace(operation, partitioned=True, absorbed=indexes)
    constraints = tuple(item for item in alike if isinstance(item, Constraint))
    return replace(operation, absorbed=constraints) if isinstance(operation, AddConstraint) else operation


def creating(item: Object, backfill: str | None = None, *, new_table: bool = False) -> Operation:
    """Return the operation that creates an object other than a table, which may lie in a table of this migration."""
    match item:
        case Namespace():
            return CreateNamespace(item)
        case Extension():
            return CreateExtension(item)
        case Sequence():
            return CreateSequence(item.owned(()))
        case Enum():
            return CreateEnum(item)
        case Collation() | DomainType() | Composite() | RangeType():
            from fluxc.plan.type_members import creating_type  # most schemas have none of them

            return creating_type(item)
        case Privileges():
            return CreatePrivileges(item)
        case Aggregate():
            return CreateAggregate(item)
        case Routine():
            return CreateRoutine(item)
        case Raw():
            return CreateRaw(item)
        case Column():
            return AddColumn(item, backfill)
        case Constraint():
            return AddConstraint(item, new_table)
        case Index():
            return CreateIndex(item, new_table)
        case View():
            return CreateView(item)
        case MaterializedView():
            return CreateMaterializedView(item)
        case Rule():
            return CreateRule(item)
        case Apart():
            return creating_attached(item)
        case _:
            raise TypeError(f"nothing creates a {item.noun}")

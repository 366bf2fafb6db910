"""The operations that drop and create what lies outside tables, or hangs on them, by its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.aggregate import Aggregate
from fluxc.model.attached import Apart
from fluxc.model.collation import Collation
from fluxc.model.composite import Composite
from fluxc.model.default_privileges import DefaultPrivileges
from fluxc.model.domain_type import DomainType
from fluxc.model.extension import Extension
from fluxc.model.privileges import Privileges
from fluxc.model.range_type import RangeType
from fluxc.model.raw import Raw
from fluxc.model.routine import Routine
from fluxc.model.rule import Rule
from fluxc.model.view import MaterializedView, View
from fluxc.plan.attached import creating_attached, dropping_attached
from fluxc.plan.extensions import CreateExtension, DropExtension
from fluxc.plan.materialized_views import CreateMaterializedView, DropMaterializedView
from fluxc.plan.privileges import CreatePrivileges, DropPrivileges
from fluxc.plan.routines import CreateAggregate, CreateRaw, CreateRoutine, DropRaw, DropRoutine
from fluxc.plan.rules import CreateRule, DropRule
from fluxc.plan.views import CreateView, DropView

if TYPE_CHECKING:
    from fluxc.model.state import Object
    from fluxc.plan.operation import Operation


def dropping_other(item: Object) -> Operation:
    """Return the operation that drops an object that `dropping` leaves to this module."""
    match item:
        case Extension():
            return DropExtension(item)
        case Collation() | DomainType() | Composite() | RangeType():
            from fluxc.plan.type_members import dropping_type  # most schemas have none of them

            return dropping_type(item)
        case Privileges():
            return DropPrivileges(item)
        case DefaultPrivileges():
            from fluxc.plan.default_privileges import DropDefaultPrivileges  # few schemas have any

            return DropDefaultPrivileges(item)
        case Routine():
            return DropRoutine(item)
        case Raw():
            return DropRaw(item)
        case View():
            return DropView(item)
        case MaterializedView():
            return DropMaterializedView(item)
        case Rule():
            return DropRule(item)
        case Apart():
            return dropping_attached(item)
        case _ if item.kind == "role":
            from fluxc.plan.roles import leaving_role  # most schemas declare none

            return leaving_role(item)
        case _:
            raise TypeError(f"nothing drops a {item.noun}")


def creating_other(item: Object) -> Operation:
    """Return the operation that creates an object that `creating` leaves to this module."""
    match item:
        case Extension():
            return CreateExtension(item)
        case Collation() | DomainType() | Composite() | RangeType():
            from fluxc.plan.type_members import creating_type  # most schemas have none of them

            return creating_type(item)
        case Privileges():
            return CreatePrivileges(item)
        case DefaultPrivileges():
            from fluxc.plan.default_privileges import CreateDefaultPrivileges  # few schemas have any

            return CreateDefaultPrivileges(item)
        case Aggregate():
            return CreateAggregate(item)
        case Routine():
            return CreateRoutine(item)
        case Raw():
            return CreateRaw(item)
        case View():
            return CreateView(item)
        case MaterializedView():
            return CreateMaterializedView(item)
        case Rule():
            return CreateRule(item)
        case Apart():
            return creating_attached(item)
        case _ if item.kind == "role":
            from fluxc.plan.roles import creating_role  # most schemas declare none

            return creating_role(item)
        case _:
            raise TypeError(f"nothing creates a {item.noun}")

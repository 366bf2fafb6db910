"""What alters an object that is there before and after, by its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.attached import Apart
from fluxc.model.collation import Collation
from fluxc.model.column import Column
from fluxc.model.composite import Composite
from fluxc.model.constraint import Check, Constraint, ForeignKey, Indexed
from fluxc.model.default_privileges import DefaultPrivileges
from fluxc.model.domain_type import DomainType
from fluxc.model.enum import Enum
from fluxc.model.extension import Extension
from fluxc.model.index import Index
from fluxc.model.privileges import Privileges, SequencePrivileges
from fluxc.model.range_type import RangeType
from fluxc.model.raw import Raw
from fluxc.model.routine import Routine
from fluxc.model.rule import Rule
from fluxc.model.sequence import Sequence
from fluxc.model.table import Table
from fluxc.model.trigger import Trigger
from fluxc.model.view import Queried
from fluxc.plan.attached import attached_in_place, attached_operations
from fluxc.plan.comments import SetComment
from fluxc.plan.differ_column import column_operations
from fluxc.plan.differ_enum import enum_operations
from fluxc.plan.differ_member import member_operations
from fluxc.plan.differ_view import view_operations
from fluxc.plan.extensions import UpdateExtension
from fluxc.plan.privileges import SetPrivileges
from fluxc.plan.remade import is_made_anew
from fluxc.plan.routines import CreateRaw, DropRaw, ReplaceRoutine
from fluxc.plan.sequences import AlterSequence, owning
from fluxc.plan.table_options import logging, table_operations
from fluxc.plan.tables import SetTableParameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.state import Object
    from fluxc.plan.diff import Difference
    from fluxc.plan.operation import Operation


def altered(old: Object, new: Object, difference: Difference) -> Iterator[Operation]:
    """Yield what takes an object from ``old`` to ``new`` in place."""
    match old, new:
        case (Column(), Column()):
            yield from column_operations(old, new, difference)
        case (Enum(), Enum()):
            removed = difference.intent.removed.get(new.key, {})
            yield from enum_operations(old, new, difference.before, difference.after, removed)
        case (Collation() | DomainType() | Composite() | RangeType(), _):
            from fluxc.plan.type_members import type_operations  # most schemas have none of them

            if old.key not in difference.anew:
                yield from type_operations(old, new, difference)
        case (Sequence(), Sequence()):
            if (old.type, old.counting) != (new.type, new.counting):
                yield AlterSequence(old, new)
            yield from logging(old, new, difference)
            yield from owning(old, new, difference.before, difference.after)
        case (Routine(), Routine()) if old.model_copy(update={"doc": new.doc}) != new:
            yield ReplaceRoutine(old, new)
        case (Raw(), Raw()):
            yield DropRaw(old)
            yield CreateRaw(new)
        case (Extension(), Extension()) if old.version != new.version:
            yield UpdateExtension(old, new)
        case (SequencePrivileges(), SequencePrivileges()):
            if old.grants != new.grants:  # a name follows that of the column's sequence
                yield SetPrivileges(old.model_copy(update={"sequence": new.sequence}), new)
        case (Privileges(), Privileges()):
            yield SetPrivileges(old, new)
        case (DefaultPrivileges(), DefaultPrivileges()):
            from fluxc.plan.default_privileges import SetDefaultPrivileges  # few schemas have any

            yield SetDefaultPrivileges(old, new)
        case _ if new.kind == "role":
            from fluxc.plan.roles import altering_role  # most schemas declare none

            yield from altering_role(old, new)
            return  # with its comment
        case (Table(), Table()):
            if old.parameters != new.parameters:
                yield SetTableParameters(old, new)
            yield from table_operations(old, new, difference)
        case (Queried() | Rule(), _):
            yield from view_operations(old, new)
        case (Apart(), Apart()):
            yield from attached_operations(old, new)
            if isinstance(new, Trigger) and difference.before.heirs(new.place):
                from fluxc.plan.trigger_copies import said_again  # most tables are in one piece

                yield from said_again(new, difference)
        case _:
            yield from member_operations(old, new)
    if old.doc != new.doc:
        yield SetComment(old, new)


def types_anew(difference: Difference) -> Iterator[Operation]:
    """Yield the operation that makes types anew, and let the difference know them."""
    changed = any(isinstance(old, Collation | DomainType | Composite | RangeType) for old, _ in difference.changed)
    if not (changed or difference.turned):
        return
    from fluxc.plan.type_members import replaced  # most schemas have none of them

    operation = replaced(difference)
    if operation is not None:
        difference.anew = frozenset(item.key for item in (*operation.old, *operation.new))
        yield operation


def is_rebuilt(old: Object, new: Object) -> bool:
    """Return whether one name stands for another constraint, index or routine than before."""
    if isinstance(old, Routine):
        return is_made_anew(old, new)
    kept = _in_place(old, new)
    return bool(kept) and old.model_copy(update={name: getattr(new, name) for name in kept}) != new


def _in_place(old: Object, new: Object) -> tuple[str, ...]:
    """Return the attributes of a constraint, an index or the like that can change without making it anew."""
    match old:
        case Index():
            return "doc", "parameters", "clustered", "identifying", "tablespace", "statistics"
        case Indexed():
            return "doc", "parameters", "clustered", "identifying", "tablespace"
        case ForeignKey() if isinstance(new, ForeignKey):
            validated = ("valid",) if new.valid and old.enforced else ()
            return "doc", "deferrable", "deferred", *validated
        case Check() if isinstance(new, Check):
            return ("doc", "valid") if new.valid and old.enforced else ("doc",)
        case Apart() if isinstance(new, Apart):
            return attached_in_place(old, new)
        case _:
            return ("doc",) if isinstance(old, Constraint) else ()

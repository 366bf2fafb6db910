"""The keyed difference of two states as operations, in no order yet.

Four steps.  Renames come first, so that what is left under one key is the same object.  Then objects of one side only
are created or dropped, a table with all that lies in it; objects of both sides that differ are altered by the function
of their kind.  Constraints and indexes that differ only by name are renamed.  Last, what PostgreSQL cannot carry
through a change (an expression over a column whose type changes, a foreign key on a key that goes) is dropped and made
again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fluxc.model.claims import by_expression, mentioned, rests_on
from fluxc.model.column import Column
from fluxc.model.constraint import Constraint, ForeignKey
from fluxc.model.enum import Enum
from fluxc.model.index import Index
from fluxc.model.namespace import Namespace
from fluxc.model.state import Key, Object, State
from fluxc.model.table import Table
from fluxc.model.types import parse
from fluxc.plan.columns import AddColumn, DropColumn, SetType
from fluxc.plan.comments import SetComment
from fluxc.plan.constraints import AddConstraint, DropConstraint
from fluxc.plan.differ_column import column_operations
from fluxc.plan.differ_enum import enum_operations
from fluxc.plan.enums import CreateEnum, DropEnum
from fluxc.plan.indexes import CreateIndex, DropIndex
from fluxc.plan.namespaces import CreateNamespace, DropNamespace
from fluxc.plan.new_tables import create_tables, drop_tables
from fluxc.plan.renamed_members import renamed_members

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.compiled import Intent
    from fluxc.plan.operation import Operation, Path


@dataclass(slots=True)
class Difference:
    """The two states, and what lies only in one of them or differs.

    ``gone`` and ``fresh`` are the paths of the whole tables among what is removed and what is added.
    """

    before: State
    after: State
    intent: Intent
    removed: list[Object] = field(default_factory=list[Object])
    gone: set[Path] = field(default_factory=set["Path"])
    added: list[Object] = field(default_factory=list[Object])
    fresh: set[Path] = field(default_factory=set["Path"])
    changed: list[tuple[Object, Object]] = field(default_factory=list[tuple[Object, Object]])

    @classmethod
    def of(cls, before: State, after: State, intent: Intent) -> Difference:
        """Return the difference by key."""
        difference = cls(before, after, intent)
        for key, item in before.objects.items():
            other = after.objects.get(key)
            if other is None:
                difference.removed.append(item)
            elif other is not item and other != item:
                difference.changed.append((item, other))
        difference.added = [item for key, item in after.objects.items() if key not in before.objects]
        difference.gone = _tables(difference.removed)
        difference.fresh = _tables(difference.added)
        return difference


def _tables(items: Iterable[Object]) -> set[Path]:
    return {item.key.path for item in items if item.kind == Table.kind}


def operations(difference: Difference) -> list[Operation]:
    """Return what must be done, in no order that matters."""
    before, after = difference.before, difference.after
    gone, fresh = difference.gone, difference.fresh
    rebuilt = [pair for pair in difference.changed if _is_rebuilt(*pair)]
    removed = [item for item in difference.removed if item.place not in gone] + [old for old, _ in rebuilt]
    added = [item for item in difference.added if item.place not in fresh] + [new for _, new in rebuilt]
    found, left, taken = renamed_members(removed, added)
    found += drop_tables(gone, before)
    found += create_tables(fresh, after)
    for item in removed:
        if not isinstance(item, Table) and item.key not in left:
            found.append(dropping(item))
    for item in added:
        if not isinstance(item, Table) and item.key not in taken:
            found.append(creating(item, difference.intent, fresh))
    for old, new in difference.changed:
        if not _is_rebuilt(old, new):
            found += _altered(old, new, difference)
    found += _carried(found, before, after, gone)
    return found


def dropping(item: Object) -> Operation:
    """Return the operation that drops an object other than a table."""
    match item:
        case Namespace():
            return DropNamespace(item)
        case Enum():
            return DropEnum(item)
        case Column():
            return DropColumn(item)
        case Constraint():
            return DropConstraint(item)
        case Index():
            return DropIndex(item)
        case _:
            raise TypeError(f"nothing drops a {item.noun}")


def creating(item: Object, intent: Intent, fresh: set[Path]) -> Operation:
    """Return the operation that creates an object other than a table; ``fresh`` are the tables of this migration."""
    match item:
        case Namespace():
            return CreateNamespace(item)
        case Enum():
            return CreateEnum(item)
        case Column():
            return AddColumn(item, intent.backfill.get(item.key))
        case Constraint():
            return AddConstraint(item, item.place in fresh)
        case Index():
            return CreateIndex(item, item.place in fresh)
        case _:
            raise TypeError(f"nothing creates a {item.noun}")


def _is_rebuilt(old: Object, new: Object) -> bool:
    """Return whether one name stands for another constraint or index than before."""
    return isinstance(old, Constraint | Index) and old.model_copy(update={"doc": new.doc}) != new


def _altered(old: Object, new: Object, difference: Difference) -> Iterator[Operation]:
    if isinstance(old, Column) and isinstance(new, Column):
        yield from column_operations(old, new, difference.intent)
    elif isinstance(old, Enum) and isinstance(new, Enum):
        yield from enum_operations(old, new, difference.before, difference.after)
    if old.doc != new.doc:
        yield SetComment(old, new)


def _carried(found: list[Operation], before: State, after: State, gone: set[Path]) -> Iterator[Operation]:
    """Yield the drop and the creation of what is the same before and after but would not survive in between."""
    retyped = {operation.key for operation in found if isinstance(operation, SetType) and _other_base(operation)}
    ended = {operation.key for operation in found if isinstance(operation, DropConstraint | DropIndex)}
    if not retyped and not ended:
        return
    for key, item in before.objects.items():
        kept = after.objects.get(key)
        if key in ended or kept is None or item.place in gone or not isinstance(item, Constraint | Index):
            continue
        own = {Key(Column.kind, (*item.place, name)) for name in mentioned(item)}
        rests = rests_on(item, before)
        torn = (isinstance(item, ForeignKey) and rests & (retyped | ended)) or (by_expression(item) and own & retyped)
        if torn:
            yield dropping(item)
            yield AddConstraint(kept) if isinstance(kept, Constraint) else CreateIndex(_index(kept))


def _index(item: Object) -> Index:
    assert isinstance(item, Index)
    return item


def _other_base(operation: SetType) -> bool:
    one, other = parse(operation.old.type), parse(operation.new.type)
    return (one.path, one.array) != (other.path, other.array)

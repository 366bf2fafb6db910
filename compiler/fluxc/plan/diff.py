"""The keyed difference of two states as operations, in no order yet.

Four steps.  Renames come first, so that what is left under one key is the same object.  Then objects of one side only
are created or dropped, a table with all that lies in it; objects of both sides that differ are altered by the function
of their kind.  Constraints and indexes that differ only by name are renamed.  Last, what PostgreSQL cannot carry
through a change (an expression over a column whose type changes, a foreign key on a key that goes) is dropped and made
again.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from fluxc.model.attached import Apart
from fluxc.model.collation import Collation
from fluxc.model.column import Column
from fluxc.model.composite import Composite
from fluxc.model.constraint import Check, Constraint, ForeignKey, Indexed
from fluxc.model.domain_type import DomainType
from fluxc.model.enum import Enum
from fluxc.model.extension import Extension
from fluxc.model.index import Index
from fluxc.model.privileges import Privileges
from fluxc.model.range_type import RangeType
from fluxc.model.raw import Raw
from fluxc.model.routine import Routine
from fluxc.model.rule import Rule
from fluxc.model.sequence import Sequence
from fluxc.model.state import Key, Object, State
from fluxc.model.table import Table
from fluxc.model.view import MaterializedView, Queried
from fluxc.plan.assumptions import Castable
from fluxc.plan.attached import attached_in_place, attached_operations
from fluxc.plan.comments import SetComment
from fluxc.plan.differ_column import column_operations
from fluxc.plan.differ_enum import enum_operations
from fluxc.plan.differ_member import member_operations
from fluxc.plan.differ_view import remade_views, view_operations
from fluxc.plan.extensions import UpdateExtension
from fluxc.plan.families import absorbed, bounds, is_remade, joining, named_alike, with_partitions
from fluxc.plan.members import creating, dropping, on_partitioned
from fluxc.plan.new_tables import create_tables, drop_tables
from fluxc.plan.privileges import SetPrivileges
from fluxc.plan.remade import is_made_anew, remade_columns
from fluxc.plan.renamed_members import renamed_members
from fluxc.plan.routines import ReplaceRaw, ReplaceRoutine
from fluxc.plan.sequences import AlterSequence, owning
from fluxc.plan.table_options import logging, table_operations
from fluxc.plan.tables import SetTableParameters
from fluxc.plan.torn import taken_down, torn_members

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.compiled import Intent
    from fluxc.plan.assumptions import Assumption
    from fluxc.plan.operation import Operation, Path


@dataclass(slots=True)
class Difference:
    """The two states, and what lies only in one of them or differs.

    ``gone`` and ``fresh`` are the paths of the whole tables among what is removed and what is added; ``remade`` are
    columns and views that are dropped and made again, ``anew`` types that are made again with all that is of them.
    ``target`` is the oldest server that must do.
    """

    before: State
    after: State
    intent: Intent
    target: int
    removed: list[Object] = field(default_factory=list[Object])
    gone: set[Path] = field(default_factory=set["Path"])
    added: list[Object] = field(default_factory=list[Object])
    fresh: set[Path] = field(default_factory=set["Path"])
    changed: list[tuple[Object, Object]] = field(default_factory=list[tuple[Object, Object]])
    remade: set[Key] = field(default_factory=set["Key"])
    own: list[Operation] = field(default_factory=list["Operation"])
    anew: frozenset[Key] = frozenset()

    @classmethod
    def of(cls, before: State, after: State, intent: Intent, target: int) -> Difference:
        """Return the difference by key."""
        difference = cls(before, after, intent, target)
        remade = {key.path for key, item in before.objects.items() if is_remade(item, after.objects.get(key, item))}
        if remade:
            remade = with_partitions(remade, (before, after))
        for key, item in before.objects.items():
            if remade and key.path[:2] in remade:
                difference.removed.append(item)
                continue
            other = after.objects.get(key)
            if other is None:
                difference.removed.append(item)
            elif other is not item and other != item:
                difference.changed.append((item, other))
        difference.added = [item for key, item in after.objects.items() if key not in before.objects]
        if remade:
            difference.added += [item for key, item in after.objects.items() if key.path[:2] in remade]
        difference.take_own_columns()
        difference.gone = _tables(difference.removed)
        difference.fresh = _tables(difference.added)
        difference.remade = remade_columns(difference.changed, before, after, target)
        difference.remade |= remade_views(difference)
        return difference

    def take_own_columns(self) -> None:
        """Take out what partitions say of columns of their tables: these are neither new nor gone."""
        items = (*self.removed, *self.added, *(new for _, new in self.changed))
        if not self.before.objects or not any(item.kind == Column.kind for item in items):
            return
        from fluxc.plan.own_columns import own_columns, partition_columns, said_again  # few schemas have partitions

        again = said_again(self.changed, self.before, self.after)
        keys = again.union(partition_columns(items, self.before, self.after))
        if keys:
            self.removed = [item for item in self.removed if item.key not in keys]
            self.added = [item for item in self.added if item.key not in keys]
            self.changed = [pair for pair in self.changed if pair[1].key not in keys]
            self.own = list(own_columns(sorted(keys), again, self.before, self.after))

    def assume(self, assumptions: Iterable[Assumption]) -> None:
        """Have columns whose values are assumed to read as their new type cast to it."""
        casts = {item.key: item.cast for item in assumptions if isinstance(item, Castable)}
        if casts:
            self.intent = replace(self.intent, using={**self.intent.using, **casts})


def _tables(items: Iterable[Object]) -> set[Path]:
    return {item.key.path for item in items if item.kind == Table.kind}


def operations(difference: Difference) -> list[Operation]:
    """Return what must be done, in no order that matters."""
    before, after = difference.before, difference.after
    gone, fresh = difference.gone, difference.fresh
    rebuilt = [pair for pair in difference.changed if _is_rebuilt(*pair)]
    rebuilt += [(before.objects[key], after.objects[key]) for key in sorted(difference.remade)]
    joins = [
        join
        for old, new in difference.changed
        if isinstance(old, Table) and isinstance(new, Table) and old.parents != new.parents
        for join in joining(old, new, before, after)
    ]
    shared = {item.key for join in joins for item in join.members}
    removed = [item for item in difference.removed if not _comes_along(item, gone) and item.key not in shared]
    removed += [old for old, _ in rebuilt]
    added = [item for item in difference.added if not _comes_along(item, fresh)] + [new for _, new in rebuilt]
    merged = absorbed(added, removed, (before, after)) if before.objects else {}
    parts = [item for items in merged.values() for item in items]
    removed = [item for item in removed if item not in parts] if parts else removed
    remade = {key.path for key in difference.remade}
    found, left, taken = renamed_members(*(_outside(items, remade) for items in (removed, added)))
    found += difference.own
    found += joins
    found += named_alike(parts)
    found += bounds(difference.changed)
    found += drop_tables(gone, before)
    found += create_tables(fresh, after)
    for item in removed:
        if not isinstance(item, Table) and item.key not in left:
            found.append(dropping(item))
            if isinstance(item, Sequence):
                found += owning(item, None, before, after)
    new_places = fresh | {item.key.path for item in added if isinstance(item, MaterializedView)}
    for item in added:
        if not isinstance(item, Table) and item.key not in taken:
            backfill = difference.intent.backfill.get(item.key)
            made = creating(item, backfill, new_table=item.place in new_places)
            table = after.get(Key(Table.kind, item.place)) if isinstance(item, Constraint | Index) else None
            if isinstance(table, Table) and table.partition_by is not None:
                made = on_partitioned(made, merged.get(item.key, ()))
            found.append(made)
            if isinstance(item, Sequence):
                found += owning(None, item, before, after)
    found += _types_anew(difference)
    for old, new in difference.changed:
        if old.key not in difference.remade and not _is_rebuilt(old, new):
            found += _altered(old, new, difference)
    found += torn_members(found, difference)
    return taken_down(found, difference)


def _outside(items: Iterable[Object], places: set[Path]) -> list[Object]:
    """Return what lies in none of the places, since what does comes and goes with them."""
    return [item for item in items if item.place not in places]


def _comes_along(item: Object, tables: set[Path]) -> bool:
    """Return whether the operation on a whole table takes care of the object."""
    return item.place in tables and isinstance(item, Column | Constraint | Index)


def _types_anew(difference: Difference) -> Iterator[Operation]:
    """Yield the operation that makes types anew, and let the difference know them."""
    if not any(isinstance(old, Collation | DomainType | Composite | RangeType) for old, _ in difference.changed):
        return
    from fluxc.plan.type_members import replaced  # most schemas have none of them

    operation = replaced(difference)
    if operation is not None:
        difference.anew = frozenset(item.key for item in operation.new)
        yield operation


def _is_rebuilt(old: Object, new: Object) -> bool:
    """Return whether one name stands for another constraint, index or routine than before."""
    if isinstance(old, Routine):
        return is_made_anew(old, new)
    kept = _in_place(old, new)
    return bool(kept) and old.model_copy(update={name: getattr(new, name) for name in kept}) != new


def _in_place(old: Object, new: Object) -> tuple[str, ...]:
    """Return the attributes of a constraint, an index or the like that can change without making it anew."""
    match old:
        case Index() | Indexed():
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


def _altered(old: Object, new: Object, difference: Difference) -> Iterator[Operation]:
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
            yield ReplaceRaw(old, new)
        case (Extension(), Extension()) if old.version != new.version:
            yield UpdateExtension(old, new)
        case (Privileges(), Privileges()):
            yield SetPrivileges(old, new)
        case (Table(), Table()):
            if old.parameters != new.parameters:
                yield SetTableParameters(old, new)
            yield from table_operations(old, new, difference)
        case (Queried() | Rule(), _):
            yield from view_operations(old, new)
        case (Apart(), Apart()):
            yield from attached_operations(old, new)
        case _:
            yield from member_operations(old, new)
    if old.doc != new.doc:
        yield SetComment(old, new)

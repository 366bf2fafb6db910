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

from fluxc.model.column import Column
from fluxc.model.constraint import PrimaryKey
from fluxc.model.index import Index
from fluxc.model.sequence import Sequence
from fluxc.model.state import Key, Object, State
from fluxc.model.table import Table
from fluxc.plan.altered import altered, is_rebuilt, types_anew
from fluxc.plan.assumptions import Castable
from fluxc.plan.columns import DropColumn
from fluxc.plan.creation import comes_along, creations, tables
from fluxc.plan.differ_view import remade_views
from fluxc.plan.families import JoinParent, absorbed, bounds, is_remade, named_alike, with_partitions
from fluxc.plan.joins import joining
from fluxc.plan.members import dropping
from fluxc.plan.new_tables import create_tables, drop_tables
from fluxc.plan.remade import generated_over, remade_columns
from fluxc.plan.renamed_members import renamed_members
from fluxc.plan.sequences import owning
from fluxc.plan.torn import taken_down, torn_members

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.compiled import Intent
    from fluxc.plan.assumptions import Assumption
    from fluxc.plan.operation import Operation, Path


@dataclass(slots=True)
class Difference:
    """The two states, and what lies only in one of them or differs.

    ``gone`` and ``fresh`` are the paths of the whole tables among what is removed and what is added; ``remade`` are
    columns and views that are dropped and made again, ``anew`` types that are made again with all that is of them,
    ``turned`` those among them that become another kind of type; ``partial`` are indexes and constraints of which not
    every partition has a copy, before or after.
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
    turned: list[tuple[Object, Object]] = field(default_factory=list[tuple[Object, Object]])
    partial: set[Key] = field(default_factory=set["Key"])

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
            made_again = (item for key, item in after.objects.items() if key.path[:2] in remade)
            difference.added += [item for item in made_again if item.key in before.objects]
        difference.take_own_columns()
        if any(key.kind == "member_copy" for state in (before, after) for key in state.objects):
            from fluxc.plan.partial import take_missing  # most partitions have copies of all that their tables have

            take_missing(difference)
        if any(
            isinstance(new, Table) and new.rolling != getattr(old, "rolling", None) for old, new in difference.changed
        ):
            from fluxc.plan.rolling import take_handed  # few tables have partitions by the calendar

            take_handed(difference)
        difference.take_turned()
        difference.gone = tables(difference.removed)
        difference.fresh = tables(difference.added)
        difference.remade = remade_columns(difference.changed, before, after, target)
        difference.remade |= remade_views(difference)
        return difference

    def take_own_columns(self) -> None:
        """Take out what partitions say of columns of their tables: these are neither new nor gone."""
        if not self.before.objects:
            return
        items = (*self.removed, *self.added, *(new for _, new in self.changed))
        keys_gone = [
            item for item in (*self.removed, *(old for old, _ in self.changed)) if isinstance(item, PrimaryKey)
        ]
        keys_new = [item for item in (*self.added, *(new for _, new in self.changed)) if isinstance(item, PrimaryKey)]
        if not (keys_gone or keys_new or any(item.kind == Column.kind for item in items)):
            return
        from fluxc.plan.own_columns import (  # few schemas have partitions
            freed,
            handed_down,
            inherited_columns,
            own_columns,
            refused,
            said_again,
        )

        again = said_again(self.changed, self.before, self.after)
        keys = again.union(inherited_columns(items, self.before, self.after))
        self.own = [
            *freed(keys_gone, self.before, self.after),
            *refused(keys_new, self.before, self.after),
            *handed_down(keys_gone, self.before, self.after, coming=False),
            *handed_down(keys_new, self.before, self.after, coming=True),
        ]
        if keys:
            self.removed = [item for item in self.removed if item.key not in keys]
            self.added = [item for item in self.added if item.key not in keys]
            self.changed = [pair for pair in self.changed if pair[1].key not in keys]
            self.own += list(own_columns(sorted(keys), again, self.before, self.after))

    def take_turned(self) -> None:
        """Take out the types that become another kind of type while columns are of them."""
        if any(item.type_names and not isinstance(item, Table) for item in self.removed):
            from fluxc.plan.made_of import turned  # types seldom become others

            self.turned = turned(self.removed, self.added, self.before, self.after)
            for old, new in self.turned:
                self.removed.remove(old)
                self.added.remove(new)

    def assume(self, assumptions: Iterable[Assumption]) -> None:
        """Have columns whose values are assumed to read as their new type cast to it."""
        casts = {item.key: item.cast for item in assumptions if isinstance(item, Castable)}
        if casts:
            self.intent = replace(self.intent, using={**self.intent.using, **casts})


def operations(difference: Difference) -> list[Operation]:
    """Return what must be done, in no order that matters."""
    before, after = difference.before, difference.after
    gone, fresh = difference.gone, difference.fresh
    types = list(types_anew(difference))
    if types:
        difference.remade |= generated_over(types, difference.changed)
    rebuilt = [pair for pair in difference.changed if is_rebuilt(*pair)]
    rebuilt += [(before.objects[key], after.objects[key]) for key in sorted(difference.remade)]
    spread: list[Operation] = []
    if difference.partial:
        from fluxc.plan.partial import spread_otherwise

        spread, pairs = spread_otherwise(difference)
        rebuilt += [pair for pair in pairs if pair not in rebuilt]
    joins = [
        join
        for old, new in difference.changed
        if isinstance(old, Table) and isinstance(new, Table) and old.parents != new.parents
        for join in joining(old, new, difference)
    ]
    anew = {old.key for old, _ in rebuilt}
    shared = {item.key for join in joins if isinstance(join, JoinParent) for item in join.members}
    removed = [item for item in difference.removed if not comes_along(item, gone) and item.key not in shared]
    removed += [old for old, _ in rebuilt]
    added = [item for item in difference.added if not comes_along(item, fresh)] + [new for _, new in rebuilt]
    merged = absorbed(added, removed, (before, after))
    parts = [item for items in merged.values() for item in items]
    removed = [item for item in removed if item not in parts] if parts else removed
    remade = {key.path for key in difference.remade}
    found, left, taken = renamed_members(*(_outside(items, remade, difference) for items in (removed, added)))
    found += difference.own + spread
    found += joins
    found += named_alike(parts)
    found += bounds(difference.changed)
    found += drop_tables(gone, before, after)
    found += create_tables(fresh, before, after)
    for item in removed:
        if not isinstance(item, Table) and item.key not in left:
            found.append(_told_back(_dropping(item, before), difference.intent))
            if isinstance(item, Sequence):
                found += owning(item, None, before, after)
    coming = [item for item in added if item.key not in taken]
    found += creations(coming, fresh, before, after, difference.intent.backfill, merged)
    found += types
    for old, new in difference.changed:
        if old.key not in anew:
            found += altered(old, new, difference)
    if any(isinstance(item, Column) and item.identity for item in (*added, *removed)):
        from fluxc.plan.numbered import numbered  # few migrations touch identity columns

        found = list(numbered(found, before, after, difference.target))
    found += torn_members(found, difference)
    return _carried_along(found, difference)


def _carried_along(found: list[Operation], difference: Difference) -> list[Operation]:
    """Return operations with what they bring about in other objects: copies, what falls, and how not-nulls hold."""
    before, after = difference.before, difference.after
    kinds = {key.kind for key in before.objects}
    if "member_copy" in kinds:
        from fluxc.plan.member_copies import named_again  # most copies are called as PostgreSQL calls them

        found += named_again(found, difference)
    found = taken_down(found, difference)
    if any(table.partition_by is not None for table in before.of(Table)):
        from fluxc.plan.partial import with_spread  # most tables are in one piece

        found = list(with_spread(found, before, after))
    if any(table.not_null_kinds for state in (before, after) for table in state.of(Table)):
        from fluxc.plan.not_nulls import with_kinds  # few tables say how they hold

        found = list(with_kinds(found, before, after))
    if "trigger_copy" in kinds:
        from fluxc.plan.trigger_copies import said_anew  # most copies fire as the triggers of their tables

        found += said_anew(found, difference)
    return found


def _dropping(item: Object, before: State) -> Operation:
    """Return what drops an object other than a table; partitions may hold an index of theirs."""
    table = before.get(Key(Table.kind, item.place)) if isinstance(item, Index) else None
    if isinstance(item, Index) and isinstance(table, Table) and table.partition_by is not None:
        from fluxc.plan.local_keys import dropping_held  # most tables are in one piece

        return dropping_held(item, before)
    return dropping(item)


def _told_back(operation: Operation, intent: Intent) -> Operation:
    """Return what drops a column told how its values come back, where a column says so."""
    if not (intent.made and isinstance(operation, DropColumn)):
        return operation
    told = (made.back for key, made in intent.made.items() if key.path[:2] == operation.old.place)
    back = (text for pairs in told for name, text in pairs if name == operation.old.name)
    return replace(operation, back=next(back, None))


def _outside(items: Iterable[Object], places: set[Path], difference: Difference) -> list[Object]:
    """Return what lies in none of the places, since what does comes and goes with them, and is whole."""
    return [item for item in items if item.place not in places and item.key not in difference.partial]

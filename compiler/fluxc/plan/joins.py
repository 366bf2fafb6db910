"""Tables that get parents: what they have in common is theirs no longer, and what they lack comes first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxc.model.column import Column
from fluxc.model.constraint import Check, Constraint, ForeignKey
from fluxc.model.index import Index
from fluxc.model.inherited import columns_of, members_of, own_name
from fluxc.model.member_copy import copied_by
from fluxc.model.not_nulls import names_in
from fluxc.plan.comments import SetComment
from fluxc.plan.differ_column import column_operations
from fluxc.plan.families import JoinParent, nameless
from fluxc.plan.members import creating, dropping
from fluxc.plan.operation import Create

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.state import Key, Object, State
    from fluxc.model.table import Table
    from fluxc.plan.diff import Difference
    from fluxc.plan.operation import Operation, Path


def joining(old: Table, new: Table, difference: Difference) -> Iterator[Operation]:
    """Yield what gives a table the parents that it shall have; it has left those that it shall not have."""
    before, after, path = difference.before, difference.after, new.key.path
    names = tuple(names_in(path, after).items())
    held, there, now = set(old.parents), {column.name for column in columns_of(path, before)}, old
    for parent in (parent for parent in new.parents if parent not in held):
        partition = bool(new.partition_of)
        update = {"inherits": (*now.inherits, parent)} if not partition else {}
        becomes = now.model_copy(update=update or {"partition_of": parent, "bound": new.bound})
        shared = tuple(_shared(new, parent, before, after))
        keys = tuple(_keys(shared, path, parent, after)) if partition else ()
        members: dict[Key, Object] = {item.key: item for item in shared}
        for item in _held(path, parent, partition, after):
            if item.name in there and isinstance(item, Column) and item.key not in before.objects:
                continue  # it has it from another parent
            yield from _fitted(item, difference)
            members[item.key] = item
            there.add(item.name)
        gained = tuple(_gained(new, before, after)) if partition else ()
        yield JoinParent(now, becomes, parent, tuple(members.values()), names, keys, gained)
        now = becomes


def _held(path: Path, parent: Path, partition: bool, after: State) -> Iterator[Column | Check]:
    """Yield the columns and checks that a table has from a parent and does not say itself."""
    for item in members_of(parent, path, after, partition=partition):
        if isinstance(item, Column | Check) and item.key not in after.objects:
            yield item.model_copy(update={"doc": None}) if item.doc is not None else item


def _fitted(item: Column | Check, difference: Difference) -> Iterator[Operation]:
    """Yield what has a table say by itself a column or a check as its parent-to-be says it."""
    own = difference.before.get(item.key)
    if own is None:
        yield creating(item)
    elif isinstance(own, Column) and isinstance(item, Column):
        yield from column_operations(own, item, difference)
    elif isinstance(own, Check) and nameless(own) != nameless(item):
        yield dropping(own)
        yield creating(item)
        return
    if own is not None and own.doc is not None:
        yield SetComment(own, own.model_copy(update={"doc": None}), early=True)


def _shared(table: Table, parent: Path, before: State, after: State) -> Iterator[Object]:
    """Yield the keys and indexes that a table has as its own before, and from its parent after."""
    had = members_of(parent, table.key.path, after, partition=bool(table.partition_of))
    contents = [nameless(item) for item in had if not isinstance(item, Column | Check)]
    for item in before.under(table.key.path):
        told = isinstance(item, Constraint | Index) and item.key not in after.objects
        if told and (content := nameless(item)) in contents:
            contents.remove(content)  # one of those that say the same is taken
            yield item


def _gained(table: Table, before: State, after: State) -> Iterator[tuple[Key, Object]]:
    """Yield the keys and indexes that the server makes in a table that becomes a partition, by those they are of."""
    path = table.key.path
    own = [nameless(item) for item in before.under(path) if isinstance(item, Constraint | Index)]
    for source in copied_by(path, after).values():
        item = source.at(*path, own_name(source, table.name)).model_copy(update={"doc": None})
        if (content := nameless(item)) in own:
            own.remove(content)
        else:
            yield source.key, item


def as_ordered(operations: list[Operation]) -> list[Operation]:
    """Return the operations, of which those that join gain what their parents have by then."""
    later: set[Key] = set()
    found: list[Operation] = []
    for operation in reversed(operations):
        if isinstance(operation, JoinParent):
            gained = tuple(pair for pair in operation.gained if pair[0] not in later)
            found.append(replace(operation, gained=gained))
        else:
            later |= {operation.key} if isinstance(operation, Create) else set()
            found.append(operation)
    return found[::-1]


def _keys(shared: Iterable[Object], table: Path, parent: Path, after: State) -> Iterator[tuple[str, str]]:
    """Yield the names of the foreign keys among what is shared, each with that of the same one of the parent."""
    had = members_of(parent, table, after, partition=True)
    theirs = [item for item in had if isinstance(item, ForeignKey)]
    for item in (item for item in shared if isinstance(item, ForeignKey)):
        same = next((key for key in theirs if nameless(key) == nameless(item)), item)
        theirs = [key for key in theirs if key is not same]
        yield item.name, same.name

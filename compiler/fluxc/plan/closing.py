"""What takes long kept away from what only makes way for others, and is back in the same step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.claims import rests_on
from fluxc.model.constraint import Check, ForeignKey, PrimaryKey
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.plan.columns import SetNotNull
from fluxc.plan.constraints import AddConstraint, ValidateConstraint
from fluxc.plan.indexes import CreateIndex
from fluxc.plan.operation import Create, Drop
from fluxc.plan.steps import coming_back

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from types import UnionType

    from fluxc.model.constraint import Constraint
    from fluxc.model.state import State
    from fluxc.plan.operation import Operation, Path


def closed_up(
    order: Sequence[int], operations: Sequence[Operation], follows: Sequence[Sequence[int]], before: State, after: State
) -> list[int]:
    """Return the order of operations, with what has nothing to do with what makes way behind that, where it can be.

    All that is between its going and its coming back is one transaction, and cannot be done in several steps.  That are
    all operations on other tables, and some on the same: a view asks for no index, no check and no foreign key.
    ``follows`` tells the numbers of those that wait for one.
    """
    coming = coming_back(operations)
    away = [at for at, number in enumerate(order) if _is_one(operations[number], coming, Drop)]
    back = [at for at, number in enumerate(order) if _is_one(operations[number], coming, Create)]
    if not away:
        return list(order)
    start, end = away[0], back[-1] + 1
    inside = order[start:end]
    leading: dict[int, list[int]] = {}
    for number in inside:
        for later in follows[number]:
            leading.setdefault(later, []).append(number)
    needed = _reached((order[at] for at in (*away, *back)), leading)
    touched = _tables(coming, before) | _tables(coming, after)
    free = {number for number, item in enumerate(operations) if item.table and item.table not in touched}
    free |= _asked_for_by_none(operations, {key.path for key in coming})
    late: set[int] = set()
    for number in inside:
        if number in free and number not in late:
            along = _reached([number], dict(enumerate(follows)))
            same = {other for other in along if operations[other].key == operations[number].key}
            if not along & needed and along <= free | same | late:
                late |= along
    first, last = ([number for number in inside if (number in late) is behind] for behind in (False, True))
    return [*order[:start], *first, *last, *order[end:]]


def _tables(keys: Collection[Key], state: State) -> set[Path]:
    """Return the relations of objects, those that they rest on, and all that share columns with these."""
    items = [item for key in keys if (item := state.get(key)) is not None]
    left = [path[:2] for item in items for path in (item.key.path, *(key.path for key in rests_on(item, state)))]
    found: set[Path] = set()
    while left:
        path = left.pop()
        if path not in found:
            found.add(path)
            table = state.get(Key(Table.kind, path))
            left += [*state.heirs(path), *(table.parents if isinstance(table, Table) else ())]
    return found


def _asked_for_by_none(operations: Sequence[Operation], places: Collection[Path]) -> set[int]:
    """Return the numbers of the operations that are done in several steps, and that no view asks for.

    What is in one of the ``places`` of what makes way comes with that; what refuses nulls may be asked for by a key.
    """
    dropped = {operation.key for operation in operations if isinstance(operation, Drop)}
    keyed = {operation.table for operation in operations if _adds(operation, PrimaryKey)}
    return {
        number
        for number, item in enumerate(operations)
        if item.key not in dropped
        and item.table not in places
        and (
            isinstance(item, CreateIndex | ValidateConstraint)
            or _adds(item, Check | ForeignKey)
            or (isinstance(item, SetNotNull) and item.table not in keyed)
        )
    }


def _adds(operation: Operation, kind: type[Constraint] | UnionType) -> bool:
    return isinstance(operation, AddConstraint) and isinstance(operation.new, kind)


def _is_one(operation: Operation, keys: Collection[Key], kind: type[Operation]) -> bool:
    return isinstance(operation, kind) and operation.key in keys


def _reached(first: Iterable[int], edges: Mapping[int, Sequence[int]]) -> set[int]:
    """Return the numbers that edges lead to from the first ones, with these."""
    found = set(first)
    left = list(found)
    while left:
        for number in edges.get(left.pop(), ()):
            if number not in found:
                found.add(number)
                left.append(number)
    return found

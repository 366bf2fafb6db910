"""Ordered operations cut into steps: each a transaction that holds strong locks on one existing table at most."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.model.constraint import ForeignKey
from fluxc.plan.constraints import AddConstraint, DropConstraint
from fluxc.plan.enums import AddEnumValues, CreateEnum, ReplaceEnum
from fluxc.plan.indexes import CreateIndex
from fluxc.plan.namespaces import CreateNamespace
from fluxc.plan.privileges import CreatePrivileges, DropPrivileges, SetPrivileges
from fluxc.plan.sequences import CreateSequence
from fluxc.plan.tables import CreateTable

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from fluxc.plan.assumptions import Assumption
    from fluxc.plan.operation import Operation, Path

TABLES_A_STEP: Final = 500
"""New tables in one transaction; each takes about seven locks, and a default server holds 6,400."""


class Step(NamedTuple):
    """Operations of one transaction; ``undoes`` numbers the step of the up that a step of the down takes back.

    ``checks`` are made before any operation; ``assumed`` tells what the operation of a number rests on.
    """

    number: int
    operations: tuple[Operation, ...]
    undoes: int | None = None
    checks: tuple[Assumption, ...] = ()
    assumed: Mapping[int, Assumption] = MappingProxyType({})


def steps(operations: Iterable[Operation]) -> tuple[Step, ...]:
    """Return ordered operations as steps, numbered from 1."""
    groups: list[list[Operation]] = []
    last: Hashable = None
    fresh: set[Path] = set()
    for operation in operations:
        if isinstance(operation, CreateTable):
            fresh.add(operation.key.path)
        group = _group(operation, fresh)
        if groups and group == last:
            groups[-1].append(operation)
        else:
            groups.append([operation])
        last = group
    return tuple(Step(number, tuple(group)) for number, group in enumerate(groups, 1))


def _group(operation: Operation, fresh: set[Path]) -> Hashable:
    """Return what operations of one step have in common."""
    if isinstance(operation, AddEnumValues):
        return "enum values"
    if isinstance(operation, ReplaceEnum):
        return operation.key
    if isinstance(operation, CreatePrivileges | DropPrivileges | SetPrivileges) and not operation.owner:
        return "privileges"  # a grant locks no table
    if isinstance(operation, AddConstraint | DropConstraint):
        item = operation.new if isinstance(operation, AddConstraint) else operation.old
        if (
            isinstance(item, ForeignKey)
            and item.target != item.place
            and not (item.place in fresh and item.target in fresh)
        ):
            return operation.key
    new = isinstance(operation, CreateNamespace | CreateEnum | CreateSequence | CreateTable) or (
        isinstance(operation, CreateIndex | AddConstraint) and operation.table in fresh
    )
    if new:
        return "new", (len(fresh) - 1) // TABLES_A_STEP if fresh else 0
    return operation.table or operation.key


def reversed_steps(forward: Sequence[Step]) -> tuple[Step, ...]:
    """Return the steps that take back ``forward``, last first; each names the one that it undoes."""
    back: list[Step] = []
    for step in reversed(forward):
        undone = tuple(operation for done in reversed(step.operations) for operation in done.reverse())
        back.append(Step(len(back) + 1, undone, step.number))
    return tuple(back)

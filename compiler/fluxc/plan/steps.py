"""Ordered operations cut into steps: each a transaction that holds strong locks on one existing table at most."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.model.constraint import ForeignKey
from fluxc.model.state import ROUTINES
from fluxc.plan.constraints import AddConstraint, DropConstraint
from fluxc.plan.indexes import CreateIndex
from fluxc.plan.operation import Create, Drop
from fluxc.project.timeouts import LOCK, NONE, Timeouts

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from fluxc.model.state import Key, Object
    from fluxc.plan.assumptions import Assumption
    from fluxc.plan.operation import Operation, Path

_RELATIONS: Final = frozenset({"table", "view", "materialized_view"})
_NEW: Final = frozenset({"namespace", "enum", "sequence"}) | _RELATIONS | ROUTINES
_TYPES: Final = frozenset({"collation", "domain_type", "composite", "range_type"})
TABLES_A_STEP: Final = 500
"""New tables in one transaction; each takes about seven locks, and a default server holds 6,400."""


_ROUTINES: Final = "routines"


class Step(NamedTuple):
    """Operations of one transaction, or one that runs outside any.

    ``undoes`` numbers the steps of the up that one of the down takes back.  ``checks`` are made before any operation;
    ``assumed`` tells what the operation of a number rests on.  Others wait for it no longer than its ``timeouts``.
    """

    number: int
    operations: tuple[Operation, ...]
    undoes: tuple[int, ...] = ()
    checks: tuple[Assumption, ...] = ()
    assumed: Mapping[int, Assumption] = MappingProxyType({})
    timeouts: Timeouts = Timeouts(LOCK, NONE)

    @property
    def outside(self) -> bool:
        """Return whether it runs outside a transaction."""
        return any(operation.outside for operation in self.operations)


def steps(operations: Iterable[Operation]) -> tuple[Step, ...]:
    """Return ordered operations as steps, numbered from 1; what only makes way is back when its step ends."""
    everything = tuple(operations)
    groups: list[list[Operation]] = []
    last: Hashable = None
    fresh: set[Path] = set()
    for operation, away in zip(everything, in_between(everything), strict=True):
        if operation.key.kind in _RELATIONS and isinstance(operation, Create):
            fresh.add(operation.key.path)
        group = _group(operation, fresh)
        joins = last == _ROUTINES and operation.key.kind in ROUTINES and isinstance(operation, Create)
        joins = joins or (operation.key.kind == "privileges" and _is_given(operation))
        if groups and (group == last or away or joins):
            groups[-1].append(operation)
        else:
            groups.append([operation])
        last = last if joins else group
    return tuple(Step(number, tuple(group)) for number, group in enumerate(groups, 1))


def in_between(operations: Sequence[Operation]) -> Iterator[bool]:
    """Yield for each operation whether something that only makes way, and is back in the same step, is away then."""
    coming = coming_back(operations)
    away: set[Key] = set()
    for operation in operations:
        yield bool(away)
        if operation.key in coming and isinstance(operation, Drop):
            away.add(operation.key)
        elif away and isinstance(operation, Create):
            away.discard(operation.key)


def coming_back(operations: Iterable[Operation]) -> set[Key]:
    """Return what is dropped and made again of views and the like, and of what lies in them."""
    dropped: set[Key] = set()
    back: list[Object] = []
    for operation in operations:
        if isinstance(operation, Drop):
            dropped.add(operation.key)
        elif isinstance(operation, Create) and operation.key in dropped:
            back.append(operation.new)
    places = {item.key.path for item in back if item.parsed}
    return {item.key for item in back if item.parsed or item.place in places}


def _group(operation: Operation, fresh: set[Path]) -> Hashable:
    """Return what operations of one step have in common."""
    kind = operation.key.kind
    if operation.by_itself:
        return operation
    special = _GROUPS.get(kind)
    if special is not None and (group := special(operation, fresh)) is not None:
        return group
    if isinstance(operation, AddConstraint | DropConstraint):
        item = operation.new if isinstance(operation, AddConstraint) else operation.old
        if (
            isinstance(item, ForeignKey)
            and item.target != item.place
            and not (item.place in fresh and item.target in fresh)
        ):
            return operation.key
    if kind in _TYPES and not isinstance(operation, Create):
        return operation.key
    if (isinstance(operation, Create) and kind in _NEW | _TYPES) or (
        operation.table in fresh and _comes_with_table(operation)
    ):
        return _newest(fresh)
    if kind in ROUTINES:
        return _ROUTINES
    return operation.table or operation.key


def _comes_with_table(operation: Operation) -> bool:
    """Return whether the operation on a table of the same step belongs there as well."""
    if operation.subject.attached or isinstance(operation, CreateIndex | AddConstraint):
        return True
    return operation.key.kind == "rule" and isinstance(operation, Create)


def _is_given(operation: Operation) -> bool:
    """Return whether an operation takes back what is given with one before, which no one else is to see."""
    from fluxc.plan.privileges import RevokeGiven  # many schemas grant nothing

    return isinstance(operation, RevokeGiven)


def _newest(fresh: set[Path]) -> Hashable:
    return "new", (len(fresh) - 1) // TABLES_A_STEP if fresh else 0


def _enum_group(operation: Operation, fresh: set[Path]) -> Hashable | None:
    from fluxc.plan.enums import AddEnumValues, ReplaceEnum  # few plans change an enum

    del fresh
    if isinstance(operation, AddEnumValues):
        return "enum values"
    return operation.key if isinstance(operation, ReplaceEnum) else None


def _privileges_group(operation: Operation, fresh: set[Path]) -> Hashable | None:
    from fluxc.plan.privileges import CreatePrivileges, DropPrivileges, SetPrivileges  # many schemas grant nothing

    del fresh
    grants = isinstance(operation, CreatePrivileges | DropPrivileges | SetPrivileges) and not operation.owner
    return "privileges" if grants else None  # a grant locks no table


def _defaults_group(operation: Operation, fresh: set[Path]) -> Hashable:
    del operation, fresh
    return "privileges"


def _roles_group(operation: Operation, fresh: set[Path]) -> Hashable:
    del operation, fresh
    return "roles"


def _sequence_group(operation: Operation, fresh: set[Path]) -> Hashable | None:
    from fluxc.plan.sequences import OwnSequence  # few plans have to do with sequences

    owned = isinstance(operation, OwnSequence) and operation.new.owned_by[:2] in fresh
    return _newest(fresh) if owned else None


_GROUPS: Final[Mapping[str, Callable[[Operation, set[Path]], Hashable | None]]] = {
    "enum": _enum_group,
    "privileges": _privileges_group,
    "sequence_privileges": _privileges_group,
    "default_privileges": _defaults_group,
    "sequence": _sequence_group,
    "role": _roles_group,
}


def reversed_steps(forward: Sequence[Step]) -> tuple[Step, ...]:
    """Return the steps that take back ``forward``, last first; each names those that it undoes.

    Where a step has nothing of its own to be taken back, that is done with one before it, if any has.
    """
    back: list[Step] = []
    along: tuple[int, ...] = ()
    for step in reversed(forward):
        undone = tuple(operation for done in reversed(step.operations) for operation in done.reverse())
        along = (*along, step.number)
        if undone:
            back.append(Step(len(back) + 1, undone, along))
            along = ()
    return (*back, Step(len(back) + 1, (), along)) if along else tuple(back)

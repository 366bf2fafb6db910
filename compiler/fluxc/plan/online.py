"""Operations on tables in use, told so that nobody waits for long.

What would hold others up for as long as it looks at all rows is taken apart into *moves*: first what is short (phase
0), then rows are filled (1), and only then new ones are refused, since that concerns rows that others update, too (2).
What takes long under a weak lock comes behind that (3), then what rests on it (4), and what goes (5).
Moves of one table that come together are put together by their phases.  A table that the same migration makes has no
rows and no readers: there everything stays as it is.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeGuard

from fluxc.model.claims import claims, mentioned
from fluxc.model.constraint import Check, Indexed
from fluxc.model.expression import identifiers
from fluxc.model.index import Index
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.plan.columns import AddColumn, DropColumn, DropNotNull, SetNotNull, SetType
from fluxc.plan.constraints import AddConstraint, DropConstraint, ValidateConstraint
from fluxc.plan.families import JoinParent
from fluxc.plan.indexes import CreateIndex, DropIndex
from fluxc.plan.moves import CheckNulls, CheckRows, ValidateAll
from fluxc.plan.online_bounds import joined_moves, partition_moves
from fluxc.plan.online_columns import column_moves, not_null_moves, nulls_taken
from fluxc.plan.online_constraints import constraint_dropped, constraint_moves
from fluxc.plan.online_indexes import index_dropped, index_moves, is_plain
from fluxc.plan.operation import Create, Drop
from fluxc.plan.replaced import replaced
from fluxc.plan.steps import in_between
from fluxc.plan.tables import CreateTable

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

    from fluxc.model.claims import Claim
    from fluxc.model.state import State
    from fluxc.plan.operation import Operation, Path

Moves = list[tuple[int, "Operation"]]
_LONG: Final = 3
_HOLDERS: Final = frozenset({"table", "materialized_view"})


class Scene:
    """What moves are made of: the states around a migration, and the oldest server that it is for.

    Whether a table is in use while it is changed is ``said`` of it, or of the one that it is a partition of, or else
    what ``online`` tells.
    """

    def __init__(
        self,
        operations: Sequence[Operation],
        before: State,
        after: State,
        target: int,
        said: Mapping[Path, bool],
        *,
        online: bool,
    ) -> None:
        self.before = before
        self.after = after
        self.target = target
        self._said = said
        self._online = online
        self._coming = frozenset(operation.key for operation in operations if isinstance(operation, Create))
        self._leaving = {operation.key for operation in operations if isinstance(operation, DropColumn)}
        self._changing = {
            operation.key.path
            for operation in operations
            if isinstance(operation, Create | Drop) and operation.key.kind in _HOLDERS
        }

    @cached_property
    def taken(self) -> frozenset[Claim]:
        """The names that are there before or after."""
        return self.taken_before | {claim for item in self.after for claim in claims(item)}

    @cached_property
    def taken_before(self) -> frozenset[Claim]:
        """The names that are there before."""
        return frozenset(claim for item in self.before for claim in claims(item))

    def in_use(self, path: Path | None) -> bool:
        """Return whether a table or a materialized view is there before and after, and somebody is at work on it."""
        return path is not None and path not in self._changing and self._is_online(path)

    def _is_online(self, path: Path) -> bool:
        table = self.after.get(Key(Table.kind, path))
        if path not in self._said and isinstance(table, Table) and table.partition_of:
            return self._is_online(table.partition_of)
        return self._said.get(path, self._online)

    def seen(self, operation: Operation) -> Operation:
        """Return an operation that is done as it is, told of what decides how the server does it."""
        if not isinstance(operation, SetType):
            return operation
        members = [item for item in self.before.under(operation.new.place) if isinstance(item, Index | Indexed)]
        return replace(operation, unindexed=not any(operation.old.name in mentioned(item) for item in members))

    def is_coming(self, key: Key) -> bool:
        """Return whether something is made under a key."""
        return key in self._coming

    def is_made_of_what_goes(self, operation: AddColumn) -> bool:
        """Return whether rows are filled with what columns tell that go: nobody may write these meanwhile."""
        told = identifiers(operation.backfill) if operation.backfill is not None and self._leaving else ()
        return any(operation.key.sibling(name) in self._leaving for name in told)

    def is_parted(self, path: Path) -> bool:
        """Return whether a table has partitions."""
        table = self.after.get(Key(Table.kind, path)) or self.before.get(Key(Table.kind, path))
        return isinstance(table, Table) and table.partition_by is not None

    def has_relatives(self, path: Path) -> bool:
        """Return whether a table shares columns with others, as partitions do."""
        table = self.after.get(Key(Table.kind, path))
        return bool(isinstance(table, Table) and table.parents) or bool(self.before.heirs(path))


def in_moves(operations: Sequence[Operation], scene: Scene) -> list[Operation]:
    """Return ordered operations with those on tables in use in moves, none of which holds others up for long."""
    shut = list(in_between(operations))
    if any(shut):
        from fluxc.plan.lifted import lifted  # few plans make views anew

        operations = lifted(operations, scene, _moves)
        shut = list(in_between(operations))
    open_to_it = [not away and scene.in_use(_worked_on(item)) for item, away in zip(operations, shut, strict=True)]
    possible = {
        number
        for number, operation in enumerate(operations)
        if open_to_it[number]
        and not (isinstance(operation, CreateIndex | DropIndex) and not is_plain(operation, scene))
    }
    pairs, left = replaced(operations, possible, scene)
    found: list[Operation] = []
    run: Moves = []
    last: Hashable = None
    for number, operation in enumerate(operations):
        moves: Moves | None = None
        if number in pairs:
            moves = pairs[number]
        elif number in left:
            continue
        elif number in possible:
            moves = _moves(operation, scene)
        together = operation.key if isinstance(operation, JoinParent) else _worked_on(operation)
        if run and (moves is None or together != last):
            found += _by_phase(run)
            run = []
        if moves is None:
            found.append(scene.seen(operation))
        else:
            run += moves
            last = together
    return [*found, *_by_phase(run)]


def _worked_on(operation: Operation) -> Path | None:
    """Return the table that an operation changes: a new partition that of the rest, which took its rows so far."""
    return operation.rest if isinstance(operation, CreateTable) else operation.table


def _by_phase(moves: Moves) -> Iterator[Operation]:
    """Yield operations in the order of their phases; what looks at all rows alone does so once, before all else."""
    together: dict[Path | None, list[CheckNulls | CheckRows | ValidateConstraint]] = {}
    others: Moves = []
    for phase, operation in sorted(moves, key=lambda move: move[0]):
        if isinstance(operation, CheckNulls | CheckRows) or _is_check(operation):
            together.setdefault(operation.table, []).append(operation)
        else:
            others.append((phase, operation))
    yield from (operation for phase, operation in others if phase < _LONG)
    for items in together.values():
        yield from [ValidateAll(tuple(items))] if len(items) > 1 else items
    yield from (operation for phase, operation in others if phase >= _LONG)


def _is_check(operation: Operation) -> TypeGuard[ValidateConstraint]:
    """Return whether an operation holds rows against a check that it found added; that of a foreign key asks others."""
    just_added = isinstance(operation, ValidateConstraint) and operation.just_added
    return just_added and operation.key.kind == Check.kind


def _moves(operation: Operation, scene: Scene) -> Moves | None:
    """Return an operation in moves, None where it is nothing that others could be put together with."""
    if isinstance(operation, DropIndex):
        return index_dropped(operation)
    make = _MOVES.get(type(operation))
    return make(operation, scene) if make else None


def _as_it_is(operation: Operation, scene: Scene) -> Moves:
    del scene
    return [(_LONG, operation)]


_MOVES: Final[Mapping[type[Operation], Callable[..., Moves | None]]] = {
    CreateIndex: index_moves,
    AddColumn: column_moves,
    SetNotNull: not_null_moves,
    DropNotNull: nulls_taken,
    AddConstraint: constraint_moves,
    DropConstraint: constraint_dropped,
    ValidateConstraint: _as_it_is,
    CreateTable: partition_moves,
    JoinParent: joined_moves,
}

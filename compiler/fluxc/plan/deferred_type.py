"""A column gets another type: one of that type is filled beside it, and takes its place in a short step.

In between the old one stands beside it and follows it, so that the way back loses nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from fluxc.model.claims import mentioned
from fluxc.model.constraint import Check, Constraint, ForeignKey, PrimaryKey, Unique
from fluxc.model.index import Index
from fluxc.model.mirror import Mirror, Side
from fluxc.model.names import quote
from fluxc.model.state import Key, State
from fluxc.plan import switching
from fluxc.plan.casts import has_assignment_cast, keeps_values, through
from fluxc.plan.columns import DropNotNull, SetType
from fluxc.plan.constraints import ValidateConstraint
from fluxc.plan.copies import CheckCopy
from fluxc.plan.deferred import Deferred, free_name
from fluxc.plan.deferred_column import key_index
from fluxc.plan.fallen import renamed_away
from fluxc.plan.moved_columns import column_renamed
from fluxc.plan.moves import Backfill
from fluxc.plan.routines import CreateRoutine, DropRoutine
from fluxc.plan.switching import SwitchColumns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from fluxc.model.claims import Claim
    from fluxc.model.column import Column
    from fluxc.model.state import Object
    from fluxc.plan.operation import Objects, Operation, Path


class Twin(NamedTuple):
    """An index over columns that change, or a key, with the names of a copy over the new ones and of what stays.

    An index stays itself, under the name ``beside``; a key goes, and leaves a spare index of this name.
    """

    item: Index | PrimaryKey | Unique
    copy: str
    beside: str


@dataclass(frozen=True)
class Move:
    """A change of type; ``coming`` and ``beside`` are the names of the new and of the old column for a while.

    Nulls become what ``filling`` gives, where it is said.
    """

    change: SetType
    coming: str
    beside: str
    filling: str | None = None

    @property
    def added(self) -> Column:
        """Return the new column beside the old one."""
        return _bare(self.change.new, self.coming)

    @property
    def aside(self) -> Column:
        """Return the old column beside the new one."""
        return _bare(self.change.old, self.beside)

    @property
    def exact(self) -> bool:
        """Return whether the values of the old column are told by those of the new."""
        return self.filling is None and keeps_values(self.change.old_base.type, self.change.new_base.type)

    @property
    def taken(self) -> str:
        """Return what the new column takes from the old one: what PostgreSQL assigns."""
        if self.filling is not None:
            return f"coalesce({self.cast}, {self.filling})"
        return self.change.using or quote(self.change.new.name)

    @property
    def cast(self) -> str:
        """Return the old column as one of the new type."""
        return self.change.using or f"{quote(self.change.new.name)}::{self.change.new.type}"

    @property
    def filled(self) -> str:
        """Return what the new column is filled with."""
        return self.taken

    @property
    def refilled(self) -> str:
        """Return what the old column is filled with on the way back."""
        return self.given_back

    @property
    def given_back(self) -> str:
        """Return what the old column takes from the new one."""
        old, new = self.change.old_base, self.change.new_base
        plain = has_assignment_cast(new.type, old.type, self.change.target)
        return quote(new.name) if plain else through(new, old, self.change.target)

    @property
    def forth(self) -> Mirror:
        """Return what keeps the new column in step with the old one."""
        return self._mirror(Side(self.coming, self.change.new.type, self.taken), self.change.old.type)

    @property
    def back(self) -> Mirror:
        """Return what keeps the old column in step with the new one."""
        return self._mirror(Side(self.beside, self.change.old.type, self.given_back), self.change.new.type)

    def _mirror(self, side: Side, source: str) -> Mirror:
        new = self.change.new
        return Mirror(new.place, (side,), (Side(new.name, source, quote(new.name)),), following=True)


@dataclass(frozen=True)
class DeferredType(Deferred):
    """Changes of type, of columns of one table, that write all rows anew."""

    moves: tuple[Move, ...]
    twins: tuple[Twin, ...]
    loosened: tuple[Constraint, ...]

    @classmethod
    def of(
        cls, changes: Sequence[SetType], state: State, taken: set[Claim], filling: Mapping[Key, str]
    ) -> DeferredType:
        """Return the deferral of changes in a state; ``taken`` are all names, and grow.

        ``filling`` tells what nulls become of columns that refuse them from now on.
        """
        table, names = changes[0].new.place, {change.new.name for change in changes}
        inside = state.under(table)
        moves = [
            Move(
                change,
                _free_column(change.new.name, "new", inside),
                _free_column(change.new.name, "old", inside),
                filling.get(change.key),
            )
            for change in changes
        ]
        over = [item for item in inside if names & mentioned(item)]
        twins = [
            Twin(item, _free_index(item.name, "new", table, taken), _free_index(item.name, "old", table, taken))
            for item in over
            if isinstance(item, Index | PrimaryKey | Unique)
        ]
        loosened = [item for item in over if isinstance(item, Check | ForeignKey)]
        loosened += [
            item
            for item in state.of(ForeignKey)
            if item.target == table and names.intersection(item.target_columns) and item not in loosened
        ]
        return cls(tuple(moves), tuple(twins), tuple(loosened))

    @property
    def path(self) -> Path:
        return self.moves[0].change.key.path

    @property
    def tells(self) -> frozenset[Key]:
        return frozenset(move.change.key for move in self.moves)

    @property
    def copies(self) -> frozenset[Key]:
        known = [move.aside.key for move in self.moves if move.exact]
        return frozenset((*(move.added.key for move in self.moves), *known))

    @property
    def told(self) -> tuple[Operation, ...]:
        return tuple(move.change for move in self.moves)

    @property
    def untold(self) -> frozenset[Key]:
        return frozenset(move.added.key for move in self.moves)

    @property
    def spares(self) -> frozenset[Key]:
        keys = [twin for twin in self.twins if not isinstance(twin.item, Index)]
        return frozenset(self._index_key(name) for twin in keys for name in (twin.copy, twin.beside))

    @property
    def loose(self) -> tuple[Column, ...]:
        return tuple(move.aside.model_copy(update={"nullable": True}) for move in self.moves)

    @property
    def moving(self) -> Iterator[Column]:
        """Yield the columns in their place and beside it."""
        for move in self.moves:
            yield from (move.change.new, move.added, move.aside)

    def undo(self, objects: Objects) -> None:
        for move in self.moves:
            objects[move.change.key] = move.change.old

    def begin(self, objects: Objects) -> None:
        for move in self.moves:
            loose = move.added.model_copy(update={"nullable": True})
            for item in (loose, move.forth.function, move.forth.trigger):
                objects[item.key] = item

    def complete(self, objects: Objects) -> None:
        for move in self.moves:
            objects[move.added.key] = move.added
        for twin in self.twins:
            copy = self._over(twin, twin.copy, {move.change.new.name: move.coming for move in self.moves})
            objects[copy.key] = copy
            if not isinstance(twin.item, Index):
                spare = key_index(twin.item).at(*twin.item.place, twin.beside)
                objects[spare.key] = spare

    def turn(self, objects: Objects) -> None:
        for move in self.moves:
            for key in (move.added.key, move.forth.trigger.key, move.forth.function.key):
                del objects[key]
            for item in (move.change.new, move.aside, move.back.function, move.back.trigger):
                objects[item.key] = item
        for twin in self.twins:
            beside = self._over(twin, twin.beside, {move.change.new.name: move.beside for move in self.moves})
            del objects[self._index_key(twin.copy)]
            objects[beside.key] = beside

    def strip(self, objects: Objects) -> None:
        for twin in self.twins:
            del objects[self._index_key(twin.beside)]
        for move in self.moves:
            for key in (move.back.trigger.key, move.back.function.key, move.aside.key):
                del objects[key]

    def fills(self) -> Iterator[Backfill]:
        for move in self.moves:
            loose = move.added.model_copy(update={"nullable": True})
            yield Backfill(loose, loose, move.filled, copied=True, mirrored=True)

    def turns(self, full: State) -> Iterator[Operation]:
        objects = dict(full.objects)
        self.turn(objects)
        routines = {mirror.function.key for move in self.moves for mirror in (move.forth, move.back)}
        gone = tuple(item for item in full if objects.get(item.key) != item and item.key not in routines)
        come = tuple(item for key, item in objects.items() if full.get(key) != item and key not in routines)
        falling = {item: None for move in self.moves for item in renamed_away(move.change.key, full)}
        for move in self.moves:
            taken = move.cast if move.filling is None else move.taken
            yield CheckCopy(move.added, taken, loosened=self._validated if move is self.moves[0] else ())
        yield from (CreateRoutine(move.back.function) for move in self.moves)
        yield from falling
        yield SwitchColumns(
            tuple(switching.Move(move.change.old, move.beside, move.forth.trigger) for move in self.moves),
            tuple(switching.Move(move.change.new, move.coming, move.back.trigger) for move in self.moves),
            tuple((twin.item.name, twin.beside, twin.copy) for twin in self.twins if isinstance(twin.item, Index)),
            tuple(
                switching.Key(twin.item, twin.copy, twin.beside)
                for twin in self.twins
                if isinstance(twin.item, Constraint)
            ),
            self.loosened,
            gone,
            come,
        )
        yield from (back for item in reversed(falling) for back in item.reverse())
        yield from (DropRoutine(move.forth.function) for move in self.moves)

    def ends(self) -> Iterator[Operation]:
        yield from (ValidateConstraint(item, item, just_added=True) for item in self._validated)

    def checks(self) -> Iterator[Operation]:
        for move, loose in zip(self.moves, self.loose, strict=True):
            if not move.aside.nullable:
                yield DropNotNull(move.aside, loose, restoring=f"{move.beside}_not_null")
            yield CheckCopy(loose, move.refilled, coarser=not move.exact)

    @property
    def _validated(self) -> tuple[Constraint, ...]:
        """Return the constraints that hold for all rows."""
        return tuple(item for item in self.loosened if getattr(item, "valid", True) and getattr(item, "enforced", True))

    def _index_key(self, name: str) -> Key:
        return Key(Index.kind, (*self.moves[0].change.new.place, name))

    @staticmethod
    def _over(twin: Twin, name: str, columns: Mapping[str, str]) -> Index:
        """Return an index like another one, or like that of a key, over columns of other names."""
        index = twin.item if isinstance(twin.item, Index) else key_index(twin.item)
        alone: Objects = {index.key: index}
        for old, new in columns.items():
            column_renamed(alone, index.place, old, new)
        (moved,) = alone.values()
        found = moved.at(*index.place, name)
        assert isinstance(found, Index)
        return found


def _bare(column: Column, name: str) -> Column:
    """Return a column under another name that neither counts nor has a default."""
    update = {"name": name, "default": None, "identity": None, "serial": False}
    return column.model_copy(update={**update, "counting": None, "sequence_name": None})


def _free_index(name: str, ending: str, table: Path, taken: set[Claim]) -> str:
    found = free_name(name, ending, table, taken)
    taken.add(("relation", table[0], found))
    return found


def _free_column(name: str, ending: str, there: Iterable[Object]) -> str:
    names = {item.name for item in there}
    for number in range(1, 1000):
        tail = f"_{ending}{number if number > 1 else ''}"
        found = f"{name.encode()[: 63 - len(tail)].decode(errors='ignore')}{tail}"
        if found not in names:
            return found
    raise AssertionError("no name is free")

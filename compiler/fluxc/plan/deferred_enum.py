"""An enum loses values: in between columns of the new one are filled beside those of the old one.

Old code may still write a value that goes: the row gets the one that takes its place.  Contract puts the new columns
into place, under the name of the old type.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxc.model.literal import quoted
from fluxc.model.mirror import Mirror, Side
from fluxc.model.names import qualified, quote
from fluxc.model.state import State
from fluxc.plan.columns import SetType
from fluxc.plan.decisions import printable
from fluxc.plan.deferred import Deferred
from fluxc.plan.deferred_type import DeferredType, Move
from fluxc.plan.enums import AddEnumValues
from fluxc.plan.moved import moved
from fluxc.plan.operation import renamed_in_place
from fluxc.plan.switching import SwitchColumns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.claims import Claim
    from fluxc.model.column import Column
    from fluxc.model.enum import Enum
    from fluxc.model.state import Key
    from fluxc.plan.enums import ReplaceEnum
    from fluxc.plan.operation import Objects, Operation, Path


@dataclass(frozen=True)
class MappedMove(Move):
    """A column of an enum that becomes one of another enum, with the value that each that goes becomes."""

    mapped: tuple[tuple[str, str], ...] = ()
    leaving: str = ""

    @property
    def cast(self) -> str:
        held = f"{quote(self.change.new.name)}::text"
        cases = "".join(f" when {quoted(old)} then {quoted(new)}" for old, new in self.mapped)
        return f"case {held}{cases} else {held} end" if cases else held

    @property
    def taken(self) -> str:
        return self.cast

    @property
    def filled(self) -> str:
        return f"({self.cast})::{self.change.new.type}"

    @property
    def exact(self) -> bool:
        return False

    @property
    def given_back(self) -> str:
        return f"{quote(self.change.new.name)}::text"

    @property
    def refilled(self) -> str:
        return f"{self.given_back}::{self.leaving}"

    @property
    def forth(self) -> Mirror:
        new = self.change.new
        sides = Side(new.name, new.type, self.cast), Side(self.coming, new.type, self.cast)
        return Mirror(new.place, sides, following=True, named=self.coming)


@dataclass(frozen=True)
class DeferredEnum(Deferred):
    """An enum that is made anew, and its columns by tables; ``coming`` and ``leaving`` are its names for a while."""

    change: ReplaceEnum
    parts: tuple[DeferredType, ...]
    coming: Enum
    leaving: Enum

    @classmethod
    def of(cls, change: ReplaceEnum, before: State, after: State, taken: set[Claim]) -> DeferredEnum:
        """Return the deferral of a new enum between two states; ``taken`` are all names, and grow."""
        coming, leaving = (
            item.at(*item.place, _free_type(item.name, ending, taken, item.place))
            for item, ending in ((change.new, "new"), (change.old, "old"))
        )
        parts: list[DeferredType] = []
        for use in change.used.tables:
            moves = [_change(column, before, coming) for column in use.columns]
            part = DeferredType.of(moves, after, taken, {})
            mapped = tuple(
                MappedMove(move.change, move.coming, move.beside, None, change.mapped, qualified(*leaving.key.path))
                for move in part.moves
            )
            parts.append(replace(part, moves=mapped))
        return cls(change, tuple(parts), coming, leaving)

    @property
    def late(self) -> bool:
        return True

    @property
    def path(self) -> Path:
        return self.parts[0].path

    @property
    def tells(self) -> frozenset[Key]:
        return frozenset({self.change.key}).union(*(part.tells for part in self.parts))

    @property
    def copies(self) -> frozenset[Key]:
        return frozenset(key for part in self.parts for key in part.copies)

    @property
    def told(self) -> tuple[Operation, ...]:
        return (self.change,)

    @property
    def untold(self) -> frozenset[Key]:
        return frozenset({self.coming.key}).union(*(part.untold for part in self.parts))

    @property
    def spares(self) -> frozenset[Key]:
        return frozenset(key for part in self.parts for key in part.spares)

    @property
    def loose(self) -> tuple[Column, ...]:
        return tuple(
            column.model_copy(update={"type": qualified(*self.leaving.key.path)})
            for part in self.parts
            for column in part.loose
        )

    def adapted(self, operation: Operation) -> Operation:
        if isinstance(operation, AddEnumValues) and operation.key == self.change.key:
            back = {new: old for old, new in reversed(self.change.mapped) if new not in operation.old.values}
            return replace(operation, back=tuple(back.items()))
        return operation

    def undo(self, objects: Objects) -> None:
        objects[self.change.key] = self.change.old
        for part in self.parts:
            part.undo(objects)

    def begin(self, objects: Objects) -> None:
        objects[self.coming.key] = self.coming
        for part in self.parts:
            part.begin(objects)

    def complete(self, objects: Objects) -> None:
        for part in self.parts:
            part.complete(objects)

    def turn(self, objects: Objects) -> None:
        for part in self.parts:
            part.turn(objects)
        self._renamed(objects)

    def strip(self, objects: Objects) -> None:
        for part in self.parts:
            part.strip(objects)
        del objects[self.leaving.key]

    def fills(self) -> Iterator[Operation]:
        gone = printable(", ".join(old for old, _ in self.change.mapped))
        loses = f"value {gone} of enum {self.change.new.sql} in the rows that had it"
        for part in self.parts:
            for fill, move in zip(part.fills(), part.moves, strict=True):
                lost = bool(self.change.mapped)
                yield replace(fill, loses=loses, of=move.change.key.path) if lost else fill

    def turns(self, full: State) -> Iterator[Operation]:
        objects = dict(full.objects)
        for part in self.parts:
            for operation in part.turns(State(objects.values())):
                last = part is self.parts[-1] and isinstance(operation, SwitchColumns)
                made = self._with_types(operation, objects) if last else operation
                made.apply(objects)
                yield made

    def ends(self) -> Iterator[Operation]:
        for part in self.parts:
            yield from part.ends()

    def checks(self) -> Iterator[Operation]:
        for part in self.parts:
            yield from part.checks()

    def _with_types(self, operation: Operation, objects: Objects) -> Operation:
        """Return the last switch of columns with the types changing names, which all columns follow."""
        assert isinstance(operation, SwitchColumns)
        turned = dict(objects)
        operation.apply(turned)
        self._renamed(turned)
        names = ((self.change.new, self.leaving), (self.coming, self.change.new))
        types = tuple((one.key.path, other.key.path) for one, other in names)
        moving = {column.key for part in self.parts for column in part.moving}
        gone = tuple(item for key, item in objects.items() if key in moving or turned.get(key) != item)
        come = tuple(item for key, item in turned.items() if key in moving or objects.get(key) != item)
        return replace(operation, gone=gone, come=come, types=types)

    def _renamed(self, objects: Objects) -> None:
        """Let the old type go aside, and the new one take its name."""
        for old, new in ((self.change.new.key, self.leaving.key), (self.coming.key, self.change.new.key)):
            renamed_in_place(objects, {old: objects[old].at(*new.path)})
            moved(objects, old.path, new.path)


def _change(column: Column, before: State, coming: Enum) -> SetType:
    """Return the change of a column's type from the old enum to the new one."""
    new = column.model_copy(update={"type": qualified(*coming.key.path)})
    old = before.get(column.key)
    return SetType(old if isinstance(old, type(column)) else column, new, None, 14)


def _free_type(name: str, ending: str, taken: set[Claim], place: Iterable[str]) -> str:
    for number in range(1, 1000):
        tail = f"_{ending}{number if number > 1 else ''}"
        found = f"{name.encode()[: 62 - len(tail)].decode(errors='ignore')}{tail}"
        claims = {(kind, *place, each) for kind in ("type", "relation") for each in (found, f"_{found}")}
        if taken.isdisjoint(claims):
            taken.update(claims)
            return found
    raise AssertionError("no name is free")

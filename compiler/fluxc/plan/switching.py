"""Columns of other types take the places of some, with all that is built for them, in one short step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from fluxc.model.constraint import Check, ForeignKey
from fluxc.model.names import not_null_name
from fluxc.plan.operation import Operation, renamed_in_place

if TYPE_CHECKING:
    from fluxc.model.column import Column
    from fluxc.model.constraint import Constraint
    from fluxc.model.state import Object
    from fluxc.model.trigger import Trigger
    from fluxc.plan.operation import Objects, Path


class Key(NamedTuple):
    """A primary key or a unique constraint, the index that it takes over, and the one that it takes on the way back."""

    constraint: Constraint
    taken: str
    spare: str


class Move(NamedTuple):
    """A column as it is in its place, its name beside that, and the trigger that it has in its place."""

    column: Column
    beside: str
    trigger: Trigger


@dataclass(frozen=True, slots=True)
class SwitchColumns(Operation):
    """Put the columns ``new`` into the places of the ``old`` ones, which stay beside them.

    ``indexes`` are names of one in its place, and of the one beside it, after and before.  Constraints are
    ``loosened``: they come back for rows to come alone.  ``gone`` and ``come`` are all objects that are not after it
    what they were before.  Names of ``types`` change along, each to one that is free then.
    """

    old: tuple[Move, ...]
    new: tuple[Move, ...]
    indexes: tuple[tuple[str, str, str], ...]
    keys: tuple[Key, ...]
    loosened: tuple[Constraint, ...]
    gone: tuple[Object, ...]
    come: tuple[Object, ...]
    types: tuple[tuple[Path, Path], ...] = ()

    @property
    def subject(self) -> Column:
        return self.new[0].column

    @property
    def place(self) -> Path:
        """Return the path of the table."""
        return self.subject.place

    @property
    def moves(self) -> tuple[tuple[Move, Move], ...]:
        """Return what goes and what comes, by column."""
        return tuple(zip(self.old, self.new, strict=True))

    @property
    def not_nulls(self) -> tuple[tuple[str, str], ...]:
        """Return the names of not-null constraints, those that are and those to be, in an order that frees each."""
        found: list[tuple[str, str]] = []
        for old, new in self.moves:
            place = not_null_name(self.place[-1], old.column.name)
            if not old.column.nullable:
                found.append((place, not_null_name(self.place[-1], old.beside)))
            if not new.column.nullable:
                found.append((not_null_name(self.place[-1], new.beside), place))
        return tuple(found)

    @property
    def loose(self) -> tuple[Constraint, ...]:
        """Return the constraints as they come back at first."""
        return tuple(
            item.model_copy(update={"valid": False}) if isinstance(item, Check | ForeignKey) else item
            for item in self.loosened
        )

    def apply(self, objects: Objects) -> None:
        come = {item.key: item for item in self.come}
        for old, new in self.moves:  # each keeps its place among the columns
            place, aside = old.column.key, old.column.key.sibling(old.beside)
            renamed_in_place(objects, {place: come.pop(aside), place.sibling(new.beside): come.pop(place)})
        for item in self.gone:
            if item.kind != self.subject.kind and item.key not in come:
                del objects[item.key]
        objects.update(come)

    def reverse(self) -> tuple[Operation, ...]:
        indexes = tuple((name, before, after) for name, after, before in self.indexes)
        keys = tuple(Key(key.constraint, key.spare, key.taken) for key in self.keys)
        types = tuple((new, old) for old, new in reversed(self.types))
        return (SwitchColumns(self.new, self.old, indexes, keys, self.loosened, self.come, self.gone, types),)

    def describe(self) -> str:
        told = (f"{new.column.sql} ({old.column.type} to {new.column.type})" for old, new in self.moves)
        return f"Put columns of other types into the places of {', '.join(told)}"

"""Sequences that columns own, followed through a change of their name or of the way in which they are said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.model.column import Column
from fluxc.model.lower_owned import is_plain
from fluxc.model.sequence import Sequence
from fluxc.model.sequence_names import drawing, draws_from
from fluxc.model.state import Key
from fluxc.model.type_table import INTEGERS
from fluxc.plan.comments import SetComment
from fluxc.plan.operation import Operation
from fluxc.plan.sequences import AlterSequence, RenameSequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.state import State
    from fluxc.plan.operation import Objects
    from fluxc.plan.renames import Renaming


@dataclass(frozen=True, slots=True)
class _Said(Operation):
    """Say of a column that it is serial, or of its sequence that it is one with a name; both are the same thing."""

    column: Column
    sequence: Sequence
    rank: ClassVar[int] = 11

    @property
    def subject(self) -> Column:
        return self.column


class NameSerial(_Said):
    """Let the sequence of a serial column have a name of its own."""

    def apply(self, objects: Objects) -> None:
        default = drawing(self.sequence.sql)
        column = objects[self.key].model_copy(update={"serial": False, "default": default})
        objects.update({self.key: column, self.sequence.key: self.sequence})

    def reverse(self) -> tuple[Operation, ...]:
        return (UnnameSerial(self.column, self.sequence),)

    def describe(self) -> str:
        return f"Call the sequence of column {self.column.sql} {self.sequence.sql}"


class UnnameSerial(_Said):
    """Let a named sequence be that of a serial column."""

    def apply(self, objects: Objects) -> None:
        objects[self.key] = objects[self.key].model_copy(update={"serial": True, "default": None})
        del objects[self.sequence.key]

    def reverse(self) -> tuple[Operation, ...]:
        return (NameSerial(self.column, self.sequence),)

    def describe(self) -> str:
        return f"Call the sequence of column {self.column.sql} as PostgreSQL would"


def follow_owned(renaming: Renaming, after: State) -> None:
    """Rename the sequences that a column keeps and that are called otherwise, rather than lose where they stand."""
    then = _owned(after)
    now = _owned(renaming.state)
    for path in sorted({*then, *now}):
        column, becomes = (state.get(Key(Column.kind, path)) for state in (renaming.state, after))
        if not isinstance(column, Column) or not isinstance(becomes, Column):
            continue
        if column.serial and path in then and not becomes.serial:
            _name(renaming, column, then[path])
        elif becomes.serial and path in now:
            _unname(renaming, column, now[path], becomes)
        elif path in then and path in now:
            _rename(renaming, now[path], then[path], after)


def _owned(state: State) -> dict[tuple[str, ...], Sequence]:
    return {item.owned_by: item for item in state.objects.values() if type(item) is Sequence and item.owned_by}


def _name(renaming: Renaming, column: Column, becomes: Sequence) -> None:
    assert column.sequence is not None
    item = Sequence(place=column.place[:-1], name=column.sequence, type=column.type, owned_by=column.key.path)
    taken = renaming.state.get(becomes.key)
    if item.place == becomes.place and taken is None:
        renaming.do(NameSerial(column, item))
        if item.name != becomes.name:
            renaming.do(RenameSequence(item, item.at(*becomes.key.path)))


def _unname(renaming: Renaming, column: Column, item: Sequence, becomes: Column) -> None:
    serial = column.model_copy(update={"serial": True})
    assert serial.sequence is not None
    drawn = column.default is not None and draws_from(column.default) == item.key.path
    if not drawn or column.nullable or item.unlogged or becomes.nullable or column.type not in INTEGERS:
        return
    for operation in _plainly(item, serial):
        renaming.do(operation)
    now = _owned(renaming.state)[column.key.path]
    current = renaming.state.objects[column.key]
    assert isinstance(current, Column)
    assert is_plain(now, current)
    renaming.do(UnnameSerial(current, now))


def _plainly(item: Sequence, serial: Column) -> Iterator[Operation]:
    """Yield what makes a sequence the one that a serial column would have."""
    assert serial.sequence is not None
    if item.counting or item.type != serial.type:
        new = item.model_copy(update={"counting": None, "type": serial.type})
        yield AlterSequence(item, new)
        item = new
    if item.doc is not None:
        new = item.model_copy(update={"doc": None})
        yield SetComment(item, new)
        item = new
    if item.name != serial.sequence:
        yield RenameSequence(item, item.at(*item.place, serial.sequence))


def _rename(renaming: Renaming, old: Sequence, new: Sequence, after: State) -> None:
    free = renaming.state.get(new.key) is None and after.get(old.key) is None
    if old.key != new.key and old.place == new.place and free:
        renaming.do(RenameSequence(old, old.at(*new.key.path)))

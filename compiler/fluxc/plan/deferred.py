"""A change that running code would notice: what stands in for it between expand and contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.claims import claims
from fluxc.plan.operation import renamed_in_place

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from fluxc.model.claims import Claim
    from fluxc.model.column import Column
    from fluxc.model.state import Key, Object, State
    from fluxc.plan.operation import Objects, Operation, Path, Rename


class Deferred:
    """A change that is put off until contract, or that expand makes in a roundabout way.

    Those functions that take objects change the objects of a state, from what shall be to what contract starts from:
    ``undo``, ``begin`` (the first half of expand), ``complete`` (all is built), ``turn`` (in between), and ``strip``.
    """

    @property
    def path(self) -> Path:
        """Return what changes, by its new name."""
        raise NotImplementedError  # pragma: no cover - every change says it

    @property
    def tells(self) -> frozenset[Key]:
        """Return the objects of which the intent tells something that the first half of expand is not to know."""
        return frozenset()

    @property
    def stands_in(self) -> frozenset[Key]:
        """Return what goes in the step in which what it stands in for comes."""
        return frozenset()

    @property
    def copies(self) -> frozenset[Key]:
        """Return the columns whose values others hold as well."""
        return frozenset()

    @property
    def spares(self) -> frozenset[Key]:
        """Return the indexes that keys may take, and that go with them then."""
        return frozenset()

    @property
    def renames(self) -> bool:
        """Return whether the new name is another thing in between than what it shall be."""
        return False

    @property
    def late(self) -> bool:
        """Return whether contract puts into its place what expand built."""
        return False

    @property
    def told(self) -> tuple[Operation, ...]:
        """Return what people are told of, in place of what is done for it."""
        return ()

    @property
    def untold(self) -> frozenset[Key]:
        """Return what they need not hear of."""
        return frozenset()

    @property
    def loose(self) -> tuple[Column, ...]:
        """Return columns as they are when contract takes them away."""
        return ()

    def adapted(self, operation: Operation) -> Operation:
        """Return an operation of expand told what its way back is to know."""
        return operation

    def undo(self, objects: Objects) -> None:
        """Take the change itself back."""

    def begin(self, objects: Objects) -> None:
        """Put in what is to be there first, as far as it is short."""

    def complete(self, objects: Objects) -> None:
        """Put in what takes its time."""

    def turn(self, objects: Objects) -> None:
        """Put what was built into its place."""

    def strip(self, objects: Objects) -> None:
        """Take out what only stood in."""

    def fills(self) -> Iterable[Operation]:
        """Return what fills rows between the two halves of expand."""
        return ()

    def turns(self, full: State) -> Iterable[Operation]:
        """Return what puts what was built into its place, in the state where all is built."""
        del full
        return ()

    def ends(self) -> Iterable[Operation]:
        """Return what expand does at its end."""
        return ()

    def checks(self) -> Iterable[Operation]:
        """Return what contract does first."""
        return ()


def take_back(rename: Rename, others: Sequence[Rename], objects: Objects) -> None:
    """Take a rename back, and those of what is named after it, which stays as it is by now but for its name."""
    for item in reversed(others):
        now = objects.get(item.new.key)  # one over several columns has its old name again with the first of them
        if now is not None:
            renamed_in_place(objects, {now.key: now.at(*item.old.key.path)})
    for back in rename.reverse():
        back.apply(objects)


def free_name(name: str, ending: str, place: Path, taken: Container[Claim]) -> str:
    """Return a name made of another one that no relation of a namespace and no constraint of a table has."""
    for number in range(1, 1000):
        tail = f"_{ending}{number if number > 1 else ''}"
        found = f"{name.encode()[: 63 - len(tail)].decode(errors='ignore')}{tail}"
        if ("relation", place[0], found) not in taken and ("constraint", *place, found) not in taken:
            return found
    raise AssertionError("no name is free")


def taken_names(*objects: Iterable[Object]) -> set[Claim]:
    """Return the names that objects take."""
    return {claim for items in objects for item in items for claim in claims(item)}

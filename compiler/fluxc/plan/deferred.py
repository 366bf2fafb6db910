"""A change that running code would notice: what stands in for it between expand and contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from fluxc.model.claims import claims

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from fluxc.model.claims import Claim
    from fluxc.model.state import Key, Object
    from fluxc.plan.operation import Objects, Operation, Path


class Deferred(Protocol):
    """A change that is put off until contract.

    Each function but the last two changes the objects of a state: ``undo`` and then ``begin`` lead from what shall be
    to the first half of expand, ``complete`` from there to all of it, and ``strip`` to what contract starts from.
    """

    @property
    def path(self) -> Path:
        """Return what changes, by its new name."""
        ...

    @property
    def tells(self) -> frozenset[Key]:
        """Return the objects of which the intent tells something that concerns contract alone."""
        ...

    @property
    def stands_in(self) -> frozenset[Key]:
        """Return what goes in the step in which what it stands in for comes."""
        ...

    @property
    def copies(self) -> frozenset[Key]:
        """Return the columns whose values others hold as well."""
        ...

    def undo(self, objects: Objects) -> None:
        """Take the change itself back."""
        ...

    def begin(self, objects: Objects) -> None:
        """Put in what new code needs beside what old code has, as far as it is short."""
        ...

    def complete(self, objects: Objects) -> None:
        """Put in what takes its time."""
        ...

    def strip(self, objects: Objects) -> None:
        """Take out what only stood in."""
        ...

    def fills(self) -> Iterable[Operation]:
        """Return what fills rows between the two halves of expand."""
        ...

    def checks(self) -> Iterable[Operation]:
        """Return what contract looks at first."""
        ...


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

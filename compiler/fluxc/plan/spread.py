"""How indexes and constraints of partitioned tables spread over partitions, where the server is not to see to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fluxc.model.state import Key
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.constraint import Indexed
    from fluxc.model.index import Index
    from fluxc.model.member_copy import MemberCopy
    from fluxc.plan.operation import Effects, Objects, Path


class Part(NamedTuple):
    """The copy of an index or a constraint in a partition: made there and attached to the one of this path above.

    It is made on ``only`` that partition where one of its own has none, and not at all where it is ``there``: as a key
    of the partition.
    """

    item: Index | Indexed
    above: Path
    only: bool = False
    there: bool = False

    @property
    def path(self) -> Path:
        """Return the path of the index, which lies in the namespace of its table."""
        return (*self.item.place[:-1], self.item.name)


class Spread(NamedTuple):
    """The partitions without a copy, and what the others have; where neither is said, the server makes all copies."""

    missing: tuple[MemberCopy, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def only(self) -> bool:
        """Return whether the index is made on only its table, and what partitions have is attached."""
        return bool(self.missing or self.parts)

    def come(self, objects: Objects) -> None:
        """Put in what is said of partitions without a copy."""
        objects.update((item.key, item) for item in self.missing)

    def go(self, objects: Objects) -> None:
        """Take out what is said of partitions without a copy."""
        for item in self.missing:
            objects.pop(item.key, None)

    def with_parts(self, effects: Effects) -> Effects:
        """Return effects with the partitions, which must be there by then, and the names that parts take."""
        if not self.only:
            return effects
        places = (*(part.item.place for part in self.parts), *(item.place for item in self.missing))
        tables = {Key(Table.kind, path) for path in places}
        return effects._replace(needs=effects.needs | tables, takes=effects.takes | names_of(self.parts))


def names_of(parts: Iterable[Part]) -> frozenset[Path]:
    """Return the names that what is made of the parts takes."""
    return frozenset(("relation", *part.path) for part in parts if not part.there)


WHOLE = Spread()

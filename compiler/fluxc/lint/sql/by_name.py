"""Finding what a script says by names that may be qualified or not."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxc.lint.sql.cursor import Name

Item = TypeVar("Item")


class ByName(Generic[Item]):
    """Things under names; one without a schema can mean the thing in any, and the other way round."""

    def __init__(self) -> None:
        self._all: dict[str, list[Item]] = defaultdict(list)
        self._placed: dict[tuple[str, ...], list[Item]] = defaultdict(list)

    def add(self, name: Name, *items: Item) -> None:
        """Put things under a name."""
        self._all[name.last] += items
        self._placed[name.parts[-2:]] += items

    def of(self, name: Name) -> Sequence[Item]:
        """Return the things that a name can mean."""
        if len(name.parts) == 1:
            return self._all.get(name.last, ())
        placed, bare = self._placed.get(name.parts[-2:], ()), self._placed.get(name.parts[-1:], ())
        return [*placed, *bare] if bare else placed

    def has(self, name: Name) -> bool:
        """Return whether there is anything that a name can mean."""
        return bool(self.of(name))

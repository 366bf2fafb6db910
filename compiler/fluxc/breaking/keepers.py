"""What keeps rows apart: primary keys, unique constraints and indexes, exclusion constraints, by what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fluxc.model.constraint import Exclusion, PrimaryKey, Unique
from fluxc.model.index import Index
from fluxc.model.inherited import columns_of, everything

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.state import Object, State


class Keeper(NamedTuple):
    """What is kept apart: columns where it is of columns alone, else all that tells it from others.

    ``nulls`` says that a null keeps nothing apart, ``where`` for which rows it holds.
    """

    columns: frozenset[str]
    other: object
    nulls: bool
    temporal: bool = False
    where: str | None = None

    def refuses(self, other: Keeper) -> bool:
        """Return whether it refuses every row that the other one refuses."""
        same = self.columns <= other.columns if self.columns and other.columns else self.other == other.other
        return same and self._like(other) and self.where in (None, other.where)

    def serves(self, other: Keeper) -> bool:
        """Return whether statements that name the other one find it in its place."""
        return (self.columns, self.other, self.where) == (other.columns, other.other, other.where) and self._like(other)

    def _like(self, other: Keeper) -> bool:
        return self.temporal == other.temporal and (other.nulls or not self.nulls)


def keeper(item: Object, state: State) -> Keeper | None:
    """Return what an index or constraint keeps apart, None where it does not."""
    match item:
        case PrimaryKey():
            return Keeper(frozenset(item.columns), None, nulls=False, temporal=item.temporal)
        case Unique():
            nulls = item.nulls_distinct and _takes_nulls(item, item.columns, state)
            return Keeper(frozenset(item.columns), None, nulls, item.temporal)
        case Exclusion():
            said = (item.method, item.parts, item.operators)
            return Keeper(frozenset(), said, nulls=True, where=item.where)
        case Index() if item.unique:
            columns = tuple(part.column for part in item.parts if part.column is not None and part.plain)
            if len(columns) < len(item.parts):
                return Keeper(frozenset(), item.parts, item.nulls_distinct, where=item.where)
            nulls = item.nulls_distinct and _takes_nulls(item, columns, state)
            return Keeper(frozenset(columns), None, nulls, where=item.where)
        case _:
            return None


def _takes_nulls(item: Object, columns: tuple[str, ...], state: State) -> bool:
    return any(column.nullable for column in columns_of(item.place, state) if column.name in columns)


def keepers(place: tuple[str, ...], state: State) -> Iterator[Keeper]:
    """Yield what keeps the rows of a table apart, of its own and from tables above."""
    for item in everything(place, state):
        found = keeper(item, state)
        if found is not None:
            yield found

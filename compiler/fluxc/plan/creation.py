"""What makes objects that are not there: whole tables, and everything else by its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.model.column import Column
from fluxc.model.constraint import Constraint
from fluxc.model.index import Index
from fluxc.model.sequence import Sequence
from fluxc.model.state import Key, State
from fluxc.model.table import Table
from fluxc.plan.members import creating
from fluxc.plan.new_tables import create_tables

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from fluxc.model.state import Object
    from fluxc.plan.operation import Operation, Path

    Absorbed = Mapping[Key, Iterable[Object]]

_MATERIALIZED: Final = "materialized_view"
_MEMBERS: Final = (Column, Constraint, Index)


def from_nothing(after: State) -> list[Operation]:
    """Return what makes a whole state in an empty database, in no order that matters."""
    fresh = tables(after)
    added = [item for item in after if not comes_along(item, fresh)]
    if not any(item.kind == "member_copy" for item in added):
        return [*create_tables(fresh, State(), after), *creations(added, fresh, State(), after)]
    from fluxc.plan.partial import (
        is_missing,
        with_spread,
    )  # most partitions have copies called as PostgreSQL calls them

    others = [item for item in added if not is_missing(item)]
    found = [*create_tables(fresh, State(), after), *creations(others, fresh, State(), after)]
    return list(with_spread(found, State(), after))


def tables(items: Iterable[Object]) -> set[Path]:
    """Return the paths of the tables among objects."""
    return {item.key.path for item in items if item.kind == Table.kind}


def comes_along(item: Object, paths: Collection[Path]) -> bool:
    """Return whether the operation on a whole table among ``paths`` takes care of the object."""
    return item.place in paths and isinstance(item, _MEMBERS)


def creations(
    added: Iterable[Object],
    fresh: Collection[Path],
    before: State,
    after: State,
    backfill: Mapping[Key, str] | None = None,
    absorbed: Absorbed | None = None,
) -> Iterator[Operation]:
    """Yield what makes objects other than tables.

    ``fresh`` are the paths of the whole tables among them; ``absorbed`` are those that a new object takes in.
    """
    others = [item for item in added if item.kind != Table.kind]
    places = {*fresh, *(item.key.path for item in others if item.kind == _MATERIALIZED)}
    for item in others:
        made = creating(item, (backfill or {}).get(item.key), new_table=item.place in places)
        table = after.get(Key(Table.kind, item.place)) if isinstance(item, Constraint | Index) else None
        if isinstance(table, Table) and table.partition_by is not None:
            from fluxc.plan.families import on_partitioned  # most tables are in one piece

            made = on_partitioned(made, (absorbed or {}).get(item.key, ()), after)
        yield made
        if isinstance(item, Sequence):
            from fluxc.plan.sequences import owning  # most sequences are their columns' own

            yield from owning(None, item, before, after)

"""The names of not-null constraints that are told where a table is made, since the server would choose others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.table import Table

if TYPE_CHECKING:
    from fluxc.model.state import State

Names = tuple[tuple[str, str], ...]


def contested(before: State, after: State) -> set[tuple[str, str]]:
    """Return by namespace the names of not-null constraints that a table has though another one would usually.

    The server gives a name that any constraint of the namespace has to no other one.
    """
    found: set[tuple[str, str]] = set()
    for state in (before, after):
        for item in state.of(Table):
            if item.not_nulls:
                from fluxc.model.not_nulls import usual_names  # most have the usual names

                usual = usual_names(item.key.path, state)
                for column, name in item.not_nulls:
                    found |= {(item.place[0], name), (item.place[0], usual.get(column, name))}
    return found


def own_not_nulls(table: Table, state: State, other: State, named: set[tuple[str, str]]) -> Names:
    """Return by column the names to tell where ``table`` is made, of which its ``state`` has some or others take them.

    What goes from one partitioned table to another of the name has its names for a while.
    """
    anew = table.partition_by is not None and _parts_of_namesakes(table, other)
    if table.partition_of or not (named or anew):
        return table.not_nulls
    from fluxc.model.not_nulls import names_in  # most have the usual names

    own = {item.name for item in state.under(table.key.path) if item.kind == "column"}
    told = {
        column: name
        for column, name in names_in(table.key.path, state).items()
        if column in own and (anew or (table.place[0], name) in named)
    }
    return tuple(sorted((told | dict(table.not_nulls)).items()))


def _parts_of_namesakes(table: Table, other: State) -> bool:
    """Return whether the namespace has partitions of another table of the same name, which have its names."""
    path = table.key.path
    return any(
        item.place == table.place and item.partition_of[-1:] == path[-1:] and item.partition_of != path
        for item in other.of(Table)
    )

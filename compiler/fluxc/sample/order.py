"""In which order tables take rows: those that are referred to first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxc.sample.facts import Database, ForeignKey, Table


class Turn(NamedTuple):
    """A table's turn; ``again`` where rows it refers to only come later or are its own, so that it has a second one."""

    table: Table
    again: bool


def in_order(database: Database, tables: Sequence[Table]) -> tuple[list[Turn], list[list[Table]]]:
    """Return the turns of tables, and in groups those that cannot do without each other.

    A foreign key that may be null does not stand in the way where nothing else helps.
    """
    members = {table.oid: table for table in tables}
    waits = {table.oid: {key: _others(database, members, table, key) for key in table.foreign} for table in tables}
    turns: list[Turn] = []
    done: set[int] = set()
    left = [table.oid for table in tables]
    while left:
        ready = [oid for oid in left if all(wait <= done for wait in waits[oid].values())]
        if not ready:
            ready = [
                oid
                for oid in left
                if all(wait <= done for key, wait in waits[oid].items() if not may_be_null(members[oid], key))
            ][:1]
        if not ready:
            break
        for oid in ready:
            own = _refers_to_itself(database, members[oid])
            turns.append(Turn(members[oid], own or any(not wait <= done for wait in waits[oid].values())))
        done |= set(ready)
        left = [oid for oid in left if oid not in done]
    return turns, _circles(members, waits, left, done)


def may_be_null(table: Table, key: ForeignKey) -> bool:
    """Tell whether a row may refer to nothing."""
    free = [not table.columns[name].not_null for name in key.columns]
    return all(free) if key.full else any(free)


def to_itself(database: Database, table: Table, key: ForeignKey) -> bool:
    """Tell whether a foreign key refers to the table that has it, or to the whole of which it is a partition."""
    return key.target == table.oid or key.target == table.root or database.tables[key.target].root == table.root


def _refers_to_itself(database: Database, table: Table) -> bool:
    return any(to_itself(database, table, key) and may_be_null(table, key) for key in table.foreign)


def _others(database: Database, members: dict[int, Table], table: Table, key: ForeignKey) -> set[int]:
    """Return the tables that have to have rows before; of one in partitions those are the partitions."""
    if key.target not in database.tables or to_itself(database, table, key):
        return set()
    if key.target in members:
        return {key.target}
    return {oid for oid, other in members.items() if _below(database, other, key.target)}


def _below(database: Database, table: Table, whole: int) -> bool:
    while table.parent:
        if table.parent == whole:
            return True
        table = database.tables[table.parent]
    return False


def _circles(
    members: dict[int, Table], waits: dict[int, dict[ForeignKey, set[int]]], left: list[int], done: set[int]
) -> list[list[Table]]:
    """Return what could not be put in order: tables that need each other, then what needs those."""
    needs = {
        oid: {other for key, wait in waits[oid].items() if not may_be_null(members[oid], key) for other in wait - done}
        for oid in left
    }
    reached = {oid: _reach(needs, oid) for oid in left}
    groups: list[list[Table]] = []
    seen: set[int] = set()
    for oid in sorted(left, key=lambda item: len(reached[item])):
        if oid not in seen:
            group = [other for other in left if other == oid or (other in reached[oid] and oid in reached[other])]
            seen |= set(group)
            groups.append([members[other] for other in group])
    return groups


def _reach(needs: dict[int, set[int]], start: int) -> set[int]:
    found: set[int] = set()
    todo = list(needs[start])
    while todo:
        oid = todo.pop()
        if oid not in found:
            found.add(oid)
            todo += needs.get(oid, ())
    return found

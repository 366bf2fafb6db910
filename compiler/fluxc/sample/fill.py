"""Puts rows into tables so that every constraint holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from fluxc.inspect.scope import LEDGER_NAMESPACE
from fluxc.sample.catalogue import read_database
from fluxc.sample.order import in_order
from fluxc.sample.putting import Putting
from fluxc.sample.queries import EXTENSION_MEMBERS
from fluxc.sample.session import canonical, settings

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import psycopg

    from fluxc.sample.facts import Database, Name, Table


class Filled(NamedTuple):
    """How many rows each table got, and why others got none."""

    made: Mapping[Name, int]
    unmade: Mapping[Name, str]


def fill(
    connection: psycopg.Connection[Any], *, rows: int = 3, tables: Collection[Name] | None = None, number: int = 0
) -> Filled:
    """Put ``rows`` rows into every table, or into those given, numbered from ``number`` on.

    Rows follow from the catalogue, the rows that are there and their numbers alone. Every partition gets its own.
    Without ``tables`` those of extensions and the ledger are left alone. All is done in one transaction, or in a
    savepoint of the one that is open; constraints that may be deferred are immediate for the rest of it.
    """
    from psycopg.rows import dict_row

    with canonical(connection) as cursor:
        path = settings(cursor, {"search_path": ""})
        with connection.cursor(row_factory=dict_row) as reading:
            database = read_database(reading, tables)
            reading.execute(EXTENSION_MEMBERS)
            members = {row["objid"] for row in reading.fetchall()}
        settings(cursor, path)
        cursor.execute("set constraints all immediate")
        chosen = _chosen(database, members, tables)
        putting = Putting(cursor, database, rows, number)
        _put_all(putting, database, chosen)
        return _told(database, chosen, putting)


def _chosen(database: Database, members: set[int], tables: Collection[Name] | None) -> list[Table]:
    if tables is None:
        return [t for t in database.tables.values() if t.oid not in members and t.name[0] != LEDGER_NAMESPACE]
    wanted = set(tables)
    named = {table.oid for table in database.tables.values() if table.name in wanted}
    return [table for table in database.tables.values() if table.oid in named or _within(database, table, named)]


def _within(database: Database, table: Table, named: set[int]) -> bool:
    while table.parent:
        if table.parent in named:
            return True
        table = database.tables[table.parent]
    return False


def _put_all(putting: Putting, database: Database, chosen: list[Table]) -> None:
    turns, circles = in_order(database, [table for table in chosen if table.kind == "r"])
    for turn in turns:
        putting.put(turn.table, again=turn.again)
    for circle in circles:
        putting.put_circle(circle)
    for turn in turns:
        if turn.again:
            putting.put_rest(turn.table)


def _told(database: Database, chosen: list[Table], putting: Putting) -> Filled:
    made: dict[Name, int] = {}
    unmade: dict[Name, str] = {}
    for table in chosen:
        if table.kind == "p":
            parts = [t for t in database.tables.values() if t.kind == "r" and _within(database, t, {table.oid})]
            count = sum(putting.made.get(part.oid, 0) for part in parts)
            reason = next(
                (putting.reasons[part.oid] for part in parts if part.oid in putting.reasons), "it has no partition"
            )
        elif table.kind == "f":
            count, reason = 0, "its rows are on another server"
        else:
            count, reason = putting.made.get(table.oid, 0), putting.reasons.get(table.oid, "")
        if count:
            made[table.name] = count
        else:
            unmade[table.name] = reason
    return Filled(made, unmade)

"""Reads what must be known of a database to put rows into it, by a handful of bulk queries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.lexer import Kind, LexicalError, tokens
from fluxc.sample.facts import Check, Column, Database, ForeignKey, Table, Type
from fluxc.sample.queries import CHECKS, COLUMNS, FOREIGN_KEYS, KEYS, TABLES, TYPES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    import psycopg

    from fluxc.sample.facts import Name

    Cursor = psycopg.Cursor[dict[str, Any]]


def read_database(cursor: Cursor, names: Collection[Name] | None = None) -> Database:
    """Return the tables of a database, foreign ones among them, and the types that they use.

    Where there are ``names`` only those tables are read, with their partitions and whatever they refer to.
    """
    tables = {row["oid"]: Table(**_table(row)) for row in cursor.execute(TABLES)}
    foreign = _foreign_keys(cursor, tables, tables if names is None else _named(tables, names))
    tables = {oid: table for oid, table in tables.items() if oid in foreign}
    oids = [list(tables)]
    for row in cursor.execute(COLUMNS, oids):
        relation = row.pop("relation")
        tables[relation].columns[row["name"]] = Column(**row)
    for row in cursor.execute(CHECKS, oids):
        tables[row["relation"]].checks.append(Check(row["text"], tuple(row["columns"]), tuple(row["bodies"])))
    for row in cursor.execute(KEYS, oids):
        tables[row["relation"]].keys.append(tuple(row["columns"]))
        tables[row["relation"]].strict |= row["strict"]
    for oid, keys in foreign.items():
        tables[oid].foreign += keys
    used = sorted({column.type for table in tables.values() for column in table.columns.values()})
    types = {row["oid"]: Type(**_type(row)) for row in cursor.execute(TYPES, [used])}
    cursor.execute("select getdatabaseencoding() = 'UTF8' as unicode")
    database = Database(tables, types, bool((cursor.fetchone() or {}).get("unicode")))
    for table in tables.values():
        _complete(database, table)
    return database


def _named(tables: Mapping[int, Table], names: Collection[Name]) -> list[int]:
    wanted = set(names)
    return [oid for oid, table in tables.items() if table.name in wanted]


def _foreign_keys(cursor: Cursor, tables: Mapping[int, Table], wanted: Iterable[int]) -> dict[int, list[ForeignKey]]:
    """Return the foreign keys of tables by number, and of those that they refer to or share rows with."""
    members: dict[int, list[int]] = {}
    for oid, table in tables.items():
        members.setdefault(table.root, []).append(oid)
    found: dict[int, list[ForeignKey]] = {}
    new = list(wanted)
    while new:
        found |= {oid: [] for oid in new}
        near = {oid for one in new for oid in members[tables[one].root]}
        for row in cursor.execute(FOREIGN_KEYS, [new]):
            relation = row.pop("relation")
            key = ForeignKey(**_listed(row, "columns", "referred"))
            found[relation].append(key)
            near.add(key.target)
        new = sorted((near & tables.keys()) - found.keys())
    return found


def _table(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"name": (row.pop("schema"), row["name"])}


def _listed(row: dict[str, Any], *names: str) -> dict[str, Any]:
    return row | {name: tuple(row[name]) for name in names}


def _type(row: dict[str, Any]) -> dict[str, Any]:
    fields: tuple[Any, ...] = tuple(map(tuple, row["fields"]))
    return _listed(row, "labels", "checks") | {"fields": fields}


def _complete(database: Database, table: Table) -> None:
    """Say of a table what other parts of the catalogue say of it.

    A column of a domain becomes one of the type below, and the domain's checks become checks of the table.
    """
    root = database.tables.get(table.root, table)
    for name, column in table.columns.items():
        own = root.columns.get(name, column)
        column = table.columns[name] = column._replace(
            identity=own.identity, default=own.default if own.counted else column.default
        )
        while (kind := database.types[column.type]).kind == "d":
            table.checks += [Check(_of_column(check, name), (name,)) for check in kind.checks]
            column = table.columns[name] = column._replace(
                type=kind.base,
                modifier=kind.base_modifier,
                written=kind.base_text or kind.text,
                not_null=column.not_null or kind.not_null,
            )
    if table.bound:
        table.checks.append(Check(table.bound, mentioned(table.bound, table.columns)))
    for key in table.foreign:
        if key.full and len(key.columns) > 1:
            table.checks.append(Check(_all_or_none(key.columns), key.columns))


def _of_column(check: str, column: str) -> str:
    """Return the check of a domain as one on a column: the word ``VALUE`` stands for the value."""
    pieces: list[str] = []
    end = 0
    for token in tokens(check):
        if token.kind is Kind.WORD and token.text.upper() == "VALUE":
            pieces += [check[end : token.start], quoted(column)]
            end = token.start + len(token.text)
    return "".join([*pieces, check[end:]])


def quoted(name: str) -> str:
    """Return a name in quotes."""
    return '"{}"'.format(name.replace('"', '""'))


def _all_or_none(columns: Iterable[str]) -> str:
    names = [quoted(name) for name in columns]
    return f"num_nulls({', '.join(names)}) in (0, {len(names)})"


def mentioned(text: str, columns: Iterable[str]) -> tuple[str, ...]:
    """Return those of the columns whose names stand in an expression."""
    try:
        said = {
            token.text[1:-1].replace('""', '"') if token.kind is Kind.QUOTED else token.text
            for token in tokens(text)
            if token.kind in {Kind.QUOTED, Kind.WORD}
        }
    except LexicalError:
        return tuple(columns)
    return tuple(name for name in columns if name in said)

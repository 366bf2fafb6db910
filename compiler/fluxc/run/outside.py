"""What migrations leave to the clock."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    import psycopg

    from fluxc.history.migration import Up
    from fluxc.inspect import Outside
    from fluxc.run.decide import Row


_NUMBERS: Final = """
select class.oid::bigint
from unnest(%s::text[], %s::text[]) as said (space, name)
join pg_catalog.pg_namespace as spaces on spaces.nspname = said.space
join pg_catalog.pg_class as class on class.relnamespace = spaces.oid and class.relname = said.name
"""
_PATHS: Final = """
select spaces.nspname::text, class.relname::text
from pg_catalog.pg_class as class join pg_catalog.pg_namespace as spaces on spaces.oid = class.relnamespace
where class.oid = any(%s::bigint[]::oid[])
"""


def has_rules(migrations: Iterable[Up]) -> bool:
    """Return whether any of the migrations gives a table a rule for its partitions."""
    return any('"rolling":' in migration.delta for migration in migrations)


def left_out(migrations: Sequence[Up]) -> Outside:
    """Return what lies outside the catalogue that migrations make."""
    from fluxc.inspect import Outside, outside_of  # who migrates reads no catalogue before there is something to do

    if not has_rules(migrations):
        return Outside()
    from fluxc.history.delta import replay  # few projects have a rule

    return outside_of(replay(migrations))


def numbers_of(connection: psycopg.Connection[Any], paths: Collection[tuple[str, ...]]) -> list[int]:
    """Return the numbers under which the server knows tables, whatever they come to be called."""
    spaces, names = ([path[part] for path in paths] for part in (0, 1))
    return [number for (number,) in connection.execute(_NUMBERS, (spaces, names), prepare=False)]


def paths_of(connection: psycopg.Connection[Any], numbers: list[int]) -> set[tuple[str, ...]]:
    """Return what tables of these numbers are called, those that are there."""
    return {tuple(path) for path in connection.execute(_PATHS, (numbers,), prepare=False)}


def left_out_of(rows: Iterable[Row], migrations: Sequence[Up]) -> Outside:
    """Return what lies outside where a ledger holds these rows, as far as its migrations are the first of these."""
    applied = {row.id: row.checksum for row in rows}
    return left_out(tuple(takewhile(lambda item: applied.get(item.id) == item.checksum, migrations)))

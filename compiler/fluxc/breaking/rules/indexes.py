"""Indexes, statistics and the places where rows are kept: what decides how fast things are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import OPS
from fluxc.breaking.rule import Finding, rule
from fluxc.model.column import Column
from fluxc.model.constraint import Indexed
from fluxc.model.index import Index
from fluxc.model.inherited import everything
from fluxc.model.statistics import Statistics
from fluxc.model.table import Table
from fluxc.model.view import MaterializedView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.breaking.comparison import Comparison
    from fluxc.model.state import Object


def _meaning(index: Index) -> object:
    return index.place, index.method, index.parts, index.where, index.include, index.unique


@rule(OPS)
def index_dropped(change: Comparison) -> Iterator[Finding]:
    """An index is gone, or finds something else.

    ## What it finds
    An index that is gone, or that has other parts, another condition or another method, where no other one of the
    table, and no key, begins with the same columns. One that went with its first column is not told again,
    and one that kept rows apart is told by `unique-dropped`.

    ## Why it matters
    Queries that it served read the whole table from then on.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users:
        columns: {id: bigint primary key identity, email: text}
        indexes: [email]
    ```
    ```yaml schema/app.yaml after
    tables:
      users:
        columns: {id: bigint primary key identity, email: text}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ index app.users_email_idx is gone
        index-dropped (OPS) at v1:schema/app.yaml:4:15
        notices: whoever waits for queries that it served
        do: see in `pg_stat_user_indexes` of production that nothing uses it

    ✗ 1 breaking change against v1: OPS 1
      deploy: either (code from before works on the new database, and new code on the old one)
    ```

    ## Instead
    Look in `pg_stat_user_indexes` of production, `idx_scan`, whether anything uses it.
    """
    going = list(change.left(Index))
    going += [(old, new) for old, new in change.both(Index) if _meaning(old) != _meaning(new)]
    for item, shown in going:
        with_column = change.lost(item.model_copy(update={"parts": item.parts[:1], "include": (), "where": None}))
        if not item.unique and not with_column and not _served(item, everything(item.place, change.new)):
            yield Finding(
                shown,
                f"index {shown.sql} " + ("finds something else now" if item.key in change.new.objects else "is gone"),
                "whoever waits for queries that it served",
                "see in `pg_stat_user_indexes` of production that nothing uses it",
            )


def _served(index: Index, others: Iterable[Object]) -> bool:
    """Return whether another index or key of the table serves what an index served."""
    wanted = index.parts
    for other in others:
        if isinstance(other, Index) and (other.method, other.where) == (index.method, index.where):
            if other.parts[: len(wanted)] == wanted:
                return True
        elif isinstance(other, Indexed) and index.method == "btree" and index.where is None:
            columns: tuple[str, ...] = getattr(other, "columns", ())
            if all(part.plain for part in wanted) and columns[: len(wanted)] == tuple(part.column for part in wanted):
                return True
    return False


@rule(OPS)
def statistics_dropped(change: Comparison) -> Iterator[Finding]:
    """The planner knows less of how columns hang together.

    ## What it finds
    Extended statistics that are gone, or that are over other columns or of fewer kinds.

    ## Why it matters
    Estimates get worse, and a query that ran well may be planned otherwise.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users:
        columns: {id: bigint primary key identity, city: text, country: text}
        statistics: [[city, country]]
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity, city: text, country: text}}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ statistics app.users_city_country_stat are gone, or tell less
        statistics-dropped (OPS) at v1:schema/app.yaml:4:18
        notices: whoever waits for queries that were planned by them
        do: compare the plans of queries over these columns first

    ✗ 1 breaking change against v1: OPS 1
      deploy: either (code from before works on the new database, and new code on the old one)
    ```

    ## Instead
    Compare the plans of the queries over these columns first.
    """
    fresh = [(item.place, item.columns, item.expressions) for item in change.added if isinstance(item, Statistics)]
    going = [item for item in change.gone(Statistics) if (item.place, item.columns, item.expressions) not in fresh]
    for old, new in change.both(Statistics):
        over = (old.columns, old.expressions) != (new.columns, new.expressions)
        if over or (new.kinds and not set(old.kinds) <= set(new.kinds)) or (new.kinds and not old.kinds):
            going.append(new)
    for item in going:
        yield Finding(
            item,
            f"statistics {item.sql} are gone, or tell less",
            "whoever waits for queries that were planned by them",
            "compare the plans of queries over these columns first",
        )


@rule(OPS)
def storage_changed(change: Comparison) -> Iterator[Finding]:
    """Rows or values are kept in another way or another place.

    ## What it finds
    Another tablespace or access method of a table, an index or a materialized view, other storage parameters of a table
    or a materialized view, and another storage or compression of a column.

    ## Why it matters
    Disks fill up otherwise, vacuum runs otherwise, a change of place or method writes everything anew,
    and a restore needs the tablespace or the extension to be there.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users:
        columns: {id: bigint primary key identity}
        storage: {fillfactor: 70}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ table app.users has another storage parameter
        storage-changed (OPS) at schema/app.yaml:2:3
        notices: who runs the database: disks, vacuum, restores
        do: tell them what they have to prepare

    ✗ 1 breaking change against v1: OPS 1
      deploy: either (code from before works on the new database, and new code on the old one)
    ```

    ## Instead
    Tell those who run the database, and what they have to prepare.
    """
    for old, new in change.changed:
        other = [word for word, one in _kept(old).items() if one != _kept(new)[word]] if type(old) is type(new) else []
        if other:
            yield Finding(
                new,
                f"{new.noun} {new.sql} has another {' and '.join(other)}",
                "who runs the database: disks, vacuum, restores",
                "tell them what they have to prepare",
            )


def _kept(item: Object) -> dict[str, object]:
    match item:
        case Table() | MaterializedView():
            return {"tablespace": item.tablespace, "access method": item.method, "storage parameter": item.parameters}
        case Index() | Indexed():
            return {"tablespace": item.tablespace}
        case Column():
            return {"storage": item.storage, "compression": item.compression}
        case _:
            return {}

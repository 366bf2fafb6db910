"""Columns that are new to those who write and those who subscribe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import MODEL, STREAM, WRITE
from fluxc.breaking.rule import Finding, rule
from fluxc.model.column import Column
from fluxc.model.inherited import columns_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison
    from fluxc.breaking.published import Entry


@rule(WRITE, MODEL)
def required_column_added(change: Comparison) -> Iterator[Finding]:
    """A new column must be given by every insert.

    ## What it finds
    A new column of a table that was there, which refuses nulls and has no default.

    ## Why it matters
    Inserts of released code do not name it, and are refused.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users:
        columns:
          id: bigint primary key identity
          country: {type: text, backfill: "'XX'"}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ column app.users.country is new, and every insert must give it
        required-column-added (WRITE, MODEL) at schema/app.yaml:5:7
        notices: inserts of released code, which do not name it
        do: give it a default, or end its type in `?` until all released code writes it

    ✗ 1 breaking change against v1: WRITE 1, MODEL 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Give it a default, or let it be null (`text?`) until all released code writes it.
    """
    for column in change.come(Column):
        if must_be_given(column) and not _was_inherited(column, change):
            yield Finding(
                column,
                f"column {column.sql} is new, and every insert must give it",
                "inserts of released code, which do not name it",
                "give it a default, or end its type in `?` until all released code writes it",
            )


def must_be_given(column: Column) -> bool:
    """Return whether an insert that does not name a column is refused."""
    filled = column.default is not None or column.generated is not None or column.identity or column.serial
    return not (column.nullable or filled)


def _was_inherited(column: Column, change: Comparison) -> bool:
    return any(other.name == column.name for other in columns_of(column.place, change.old))


@rule(STREAM)
def published_column_added(change: Comparison) -> Iterator[Finding]:
    """A published table has a new column.

    ## What it finds
    A new column that a publication publishes, of a table that it published before.

    ## Why it matters
    The subscriber's table has to have every column that arrives: the first row with it stops the subscription.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity}}
    publications:
      changes: {tables: [users]}
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity, country: text?}}
    publications:
      changes: {tables: [users]}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ column app.users.country is new and published
        published-column-added (STREAM) at schema/app.yaml:2:54
        notices: subscribers whose table does not have it
        do: add it at every subscriber before the migration runs here

    ✗ 1 breaking change against v1: STREAM 1
      deploy: migrate first (code from before works on the new database, new code not on the old one)
    ```

    ## Instead
    Add it at the subscribers first, or name under `columns` of the publication those that they have.
    """
    for column in change.come(Column):
        sent = column.generated is None or any(each.publication.stored for each in _entries(column, change))
        if sent and change.streamed(column.place) and change.published_now.column(column.place, column.name):
            yield Finding(
                column,
                f"column {column.sql} is new and published",
                "subscribers whose table does not have it",
                "add it at every subscriber before the migration runs here",
            )


def _entries(column: Column, change: Comparison) -> list[Entry]:
    return list(change.published_now.entries(column.place))

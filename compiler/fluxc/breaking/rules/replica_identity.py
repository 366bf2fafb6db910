"""By what subscribers tell rows apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import STREAM, WRITE
from fluxc.breaking.rule import Finding, also, rule
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison


@rule(STREAM)
def replica_identity_changed(change: Comparison) -> Iterator[Finding]:
    """Subscribers and readers of changes get other columns to tell rows apart by.

    ## What it finds
    A table whose replica identity is another: by `replica_identity`, or since its primary key is of other columns.
    It is told where a publication has the table, and where the schema says the identity itself.

    ## Why it matters
    An update or a delete carries the old values of these columns alone. Consumers that make keys of them make others,
    and a subscriber without a matching key looks through its whole table.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users:
        columns: {id: bigint primary key identity}
        replica_identity: full
    ```
    ```yaml schema/app.yaml after
    tables:
      users:
        columns: {id: bigint primary key identity}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ rows of app.users are told apart by id, where it was all columns
        replica-identity-changed (STREAM) at schema/app.yaml:2:3
        notices: subscribers and consumers that make keys of them
        do: let them know the new key first

    ✗ 1 breaking change against v1: STREAM 1
      deploy: either (code from before works on the new database, and new code on the old one)
    ```

    ## Instead
    Let consumers know the new key first. `full` has every column.
    """
    for old in change.old.of(Table):
        path = old.key.path
        new = change.new.get(old.key)
        if not isinstance(new, Table):
            continue
        was, now = change.published_before.identity(path), change.published_now.identity(path)
        said = change.published_before.says(path) or change.published_now.says(path)
        if was != now and now != "nothing" and (said or change.streamed(path)):
            yield Finding(
                new,
                f"rows of {new.sql} are told apart by {_by(now)}, where it was {_by(was)}",
                "subscribers and consumers that make keys of them",
                "let them know the new key first",
            )


def _by(identity: tuple[str, ...] | str) -> str:
    return ", ".join(identity) if isinstance(identity, tuple) else "all columns" if identity == "full" else "nothing"


@rule(WRITE, STREAM)
def replica_identity_missing(change: Comparison) -> Iterator[Finding]:
    """Updates and deletes of a table are refused, since it is published and nothing tells its rows apart.

    ## What it finds
    A table that a publication of updates or deletes has, and that has neither a primary key nor another replica
    identity: one that is published now, or that lost what it had. A table that is new is found as well.

    ## Why it matters
    It is not the subscriber that fails: the server refuses every update and delete of the table.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      visits: {columns: {page: text}}
    ```
    ```yaml schema/app.yaml after
    tables:
      visits: {columns: {page: text}}
    publications:
      changes: {tables: [visits]}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.visits
      ✗ table app.visits is published, and nothing tells its rows apart
        replica-identity-missing (WRITE) at schema/app.yaml:2:3
        notices: every update and delete of it, which the server refuses
        do: give it a primary key or `replica_identity: full`, or publish inserts alone

    ✗ 1 breaking change against v1: WRITE 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Give it a primary key or `replica_identity: full`, or publish inserts alone.
    """
    now, before = change.published_now, change.published_before
    for table in change.new.of(Table) if now.publications else ():
        path = table.key.path
        if table.partition_by is not None or not now.changes_rows(path) or now.identity(path) != "nothing":
            continue
        if before.changes_rows(path) and before.identity(path) == "nothing":
            continue
        yield Finding(
            table,
            f"table {table.sql} is published, and nothing tells its rows apart",
            "every update and delete of it, which the server refuses",
            "give it a primary key or `replica_identity: full`, or publish inserts alone",
            also(WRITE, stream=before.has(path)),
        )

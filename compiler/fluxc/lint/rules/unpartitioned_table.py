"""The rule `unpartitioned-table`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, rule
from fluxc.model.column import Column
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema


@rule(Severity.WARNING, Table)
def unpartitioned_table(table: Table, schema: Schema) -> Iterator[Finding]:
    """A large table grows by time and is in one piece.

    ## What it finds
    A table that says `large: true` and has a required column of type `timestamptz`, `timestamp` or `date`.

    ## Why it is dangerous
    Old rows go by `delete`, which takes hours, leaves the table as large as it was and keeps vacuum busy;
    a partition of old rows is dropped in a moment. Every index and every vacuum covers all of the table.
    Partitions cannot be added to a table that is there: its rows must be moved, and its primary key must hold the time.

    ## Example
    ```yaml schema/app.yaml
    tables:
      visits:
        large: true
        columns:
          id: bigint primary key identity
          visited_at: timestamptz = now()
    ```

    ```console
    $ fluxc lint
    warning[unpartitioned-table]: table app.visits is large, has a time (visited_at) and no partitions
      --> schema/app.yaml:2:3
      2 |   visits:
        |   ^^^^^^
      help: decide whether old rows will go, and give the reason under `lint:` if they stay

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Decide before the table fills whether old rows will ever go.
    If they stay, say so: `lint: {unpartitioned-table: "kept for ever, read by id"}`.
    If they go, partition it by its time: `partition_by: range (visited_at)` and `partitions: {every: month, keep: 24}`.
    """
    if schema.declared(table).get("large") is not True or table.partition_by is not None:
        return
    times = [item.name for item in schema.inside(table, Column) if not item.nullable and _is_time(item.type)]
    if times:
        message = f"table {table.sql} is large, has a time ({times[0]}) and no partitions"
        yield Finding(message, "decide whether old rows will go, and give the reason under `lint:` if they stay")


def _is_time(kind: str) -> bool:
    return kind.startswith(("timestamp", "date")) and not kind.endswith("[]")

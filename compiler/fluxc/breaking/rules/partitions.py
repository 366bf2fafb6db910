"""Partitions: which rows go where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import OPS, READ, STREAM, WRITE
from fluxc.breaking.rule import Finding, also, rule
from fluxc.model.state import Key
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison


@rule(READ, WRITE, OPS)
def partition_dropped(change: Comparison) -> Iterator[Finding]:
    """A partition is gone while its table stays.

    ## What it finds
    A partition said by name that is no more. Those that a rule makes come and go by themselves, and are not told.

    ## Why it matters
    Its rows go, and new rows of its range are refused where no other partition takes them.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      visits:
        columns: {at: date}
        partition_by: range (at)
        partitions:
          visits_2025: from ('2025-01-01') to ('2026-01-01')
          visits_2026: from ('2026-01-01') to ('2027-01-01')
    ```
    ```yaml schema/app.yaml after
    tables:
      visits:
        columns: {at: date}
        partition_by: range (at)
        partitions:
          visits_2026: from ('2026-01-01') to ('2027-01-01')
    ```

    ```console
    $ fluxc breaking --against v1
    table app.visits_2025
      ✗ partition app.visits_2025 is gone with its rows
        partition-dropped (READ, WRITE, OPS) at v1:schema/app.yaml:6:7
        notices: queries that look for these rows, and inserts of rows that no other partition takes
        do: keep it until no code reads its rows; see that another partition takes what comes late

    ✗ 1 breaking change against v1: READ 1, WRITE 1, OPS 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Where old rows are to go, say so with the date in an ignore. A default partition takes what no other one does.
    """
    for table in change.gone(Table):
        if table.partition_of and _parent_keeps(table, change):
            yield Finding(
                table,
                f"partition {table.sql} is gone with its rows",
                "queries that look for these rows, and inserts of rows that no other partition takes",
                "keep it until no code reads its rows; see that another partition takes what comes late",
            )


def _parent_keeps(table: Table, change: Comparison) -> bool:
    """Return whether the table of a partition is there still, and no rule makes its partitions."""
    now = next((new for new, old in change.origin.items() if old.path == table.partition_of), None)
    parent = change.new.get(now or Key(Table.kind, table.partition_of))
    return isinstance(parent, Table) and parent.rolling is None


@rule(READ, WRITE, OPS)
def partition_changed(change: Comparison) -> Iterator[Finding]:
    """A partition takes other rows, or is a table of its own now.

    ## What it finds
    A partition with other bounds, or one that is no longer a partition of its table.

    ## Why it matters
    Rows of the part that it gave up are refused where no other partition takes them.
    What is detached is no longer found in the table.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      visits:
        columns: {at: date}
        partition_by: range (at)
        partitions:
          visits_all: from ('2025-01-01') to ('2027-01-01')
    ```
    ```yaml schema/app.yaml after
    tables:
      visits:
        columns: {at: date}
        partition_by: range (at)
        partitions:
          visits_all: from ('2026-01-01') to ('2027-01-01')
    ```

    ```console
    $ fluxc breaking --against v1
    table app.visits_all
      ✗ partition app.visits_all takes other rows now: for values from ('2026-01-01') to ('2027-01-01')
        partition-changed (WRITE, OPS) at schema/app.yaml:6:7
        notices: inserts of rows that no partition takes any more
        do: see that another partition takes the rest, or add a default one

    ✗ 1 breaking change against v1: WRITE 1, OPS 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    See that every row that may come still has a partition: add those first, or a default one.
    """
    for old, new in change.both(Table):
        if not old.partition_of:
            continue
        if new.partition_of != old.partition_of and Key(Table.kind, old.partition_of) in change.new.objects:
            yield Finding(
                new,
                f"table {new.sql} is no partition of {'.'.join(old.partition_of)} any more",
                "queries of the table that looked for these rows, and inserts that went there",
                "release code that reads both tables first",
            )
        elif new.partition_of and new.bound != old.bound:
            yield Finding(
                new,
                f"partition {new.sql} takes other rows now: {new.takes}",
                "inserts of rows that no partition takes any more",
                "see that another partition takes the rest, or add a default one",
                (WRITE, OPS),
            )


@rule(WRITE, STREAM, OPS)
def partition_key_changed(change: Comparison) -> Iterator[Finding]:
    """A table is divided by something else, has become divided, or is in one piece now.

    ## What it finds
    A table whose `partition_by` is another, is new, or is gone. `STREAM` where a publication has it.

    ## Why it matters
    The table is made anew, with its partitions; scripts that name partitions fail.
    A row that no partition takes is refused. A publication says changes under other tables than before.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      visits:
        columns: {at: date}
    ```
    ```yaml schema/app.yaml after
    tables:
      visits:
        columns: {at: date}
        partition_by: range (at)
        partitions:
          visits_rest: default
    ```

    ```console
    $ fluxc breaking --against v1
    table app.visits
      ✗ table app.visits is kept by range (at), where it was in one piece
        partition-key-changed (WRITE, OPS) at schema/app.yaml:2:3
        notices: inserts of rows that no partition takes, and scripts that name partitions
        do: see that every row has a partition, and that jobs over partitions know the new ones

    ✗ 1 breaking change against v1: WRITE 1, OPS 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Make a second table, fill it, and let the two change names; keep a default partition until all ranges are there.
    """
    for old, new in change.both(Table):
        if old.partition_by != new.partition_by:
            now = f"by {_key(new)}" if new.partition_by else "in one piece"
            was = f"by {_key(old)}" if old.partition_by else "in one piece"
            yield Finding(
                new,
                f"table {new.sql} is kept {now}, where it was {was}",
                "inserts of rows that no partition takes, and scripts that name partitions",
                "see that every row has a partition, and that jobs over partitions know the new ones",
                also(WRITE, OPS, stream=change.streamed(new.key.path)),
            )


def _key(table: Table) -> str:
    assert table.partition_by is not None
    parts = ", ".join(part.column or part.expression or "" for part in table.partition_by.parts)
    return f"{table.partition_by.strategy} ({parts})"

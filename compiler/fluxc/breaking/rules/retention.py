"""How long rows stay in a table whose partitions go by the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import OPS, READ
from fluxc.breaking.rule import Finding, rule
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison


@rule(READ, OPS)
def retention_shortened(change: Comparison) -> Iterator[Finding]:
    """Rows leave a table earlier than before.

    ## What it finds
    A rule for partitions by the calendar that keeps fewer periods, shorter ones, or drops what it only detached.

    ## Why it matters
    Rows that a report or a user still looked for are gone at the next `fluxc roll`.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      visits:
        columns: {at: date}
        partition_by: range (at)
        partitions: {every: month, keep: 24}
    ```
    ```yaml schema/app.yaml after
    tables:
      visits:
        columns: {at: date}
        partition_by: range (at)
        partitions: {every: month, keep: 12}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.visits
      ✗ table app.visits keeps 12 partitions of a month, where it kept 24 partitions of a month
        retention-shortened (READ, OPS) at schema/app.yaml:2:3
        notices: whoever reads old rows
        do: see that nobody needs them, or keep a copy

    ✗ 1 breaking change against v1: READ 1, OPS 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Ask who reads the old rows, and keep a copy of what is still owed to somebody.
    """
    for old, new in change.both(Table):
        before, after = old.rolling, new.rolling
        if before is None or after is None or before == after:
            continue
        fewer = after.keep is not None and (before.keep is None or after.keep < before.keep)
        other = after.every != before.every and after.keep is not None
        if fewer or other or (after.drop and not before.drop):
            yield Finding(
                new,
                f"table {new.sql} keeps {_kept(new)}, where it kept {_kept(old)}",
                "whoever reads old rows",
                "see that nobody needs them, or keep a copy",
            )


def _kept(table: Table) -> str:
    rolling = table.rolling
    assert rolling is not None
    what = "everything" if rolling.keep is None else f"{rolling.keep} partitions of a {rolling.every}"
    return f"{what}, and drops the rest" if rolling.drop else what

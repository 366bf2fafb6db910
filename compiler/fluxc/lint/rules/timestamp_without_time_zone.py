"""The rule `timestamp-without-time-zone`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, rule
from fluxc.lint.sql.table_forms import ChangeType, NewColumn
from fluxc.model.column import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script


@rule(Severity.WARNING, Column)
def timestamp_without_time_zone(column: Column, _schema: Schema) -> Iterator[Finding]:
    """A column holds a time of day without saying where.

    ## What it finds
    A column of type `timestamp` or of an array of it: `timestamp without time zone`. In SQL also one that becomes it.

    ## Why it is dangerous
    It keeps the figures of a clock and not which clock. `now()` stored in it depends on the time zone of the session,
    so that two services write different times for one moment, and when clocks are set back an hour happens twice.
    `timestamptz` takes the same eight bytes and is a moment wherever it is read.

    ## Example
    ```yaml schema/app.yaml
    tables:
      visits:
        columns:
          id: bigint primary key identity
          visited_at: timestamp = now()
    ```

    ```console
    $ fluxc lint
    warning[timestamp-without-time-zone]: column app.visits.visited_at keeps the figures of a clock and no time zone
      --> schema/app.yaml:5:19
      5 |       visited_at: timestamp = now()
        |                   ^^^^^^^^^^^^^^^^^
      help: write `timestamptz`

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Write `timestamptz`. A column that holds rows already needs `using`, such as `visited_at at time zone 'UTC'`:
    nobody but you knows what zone its figures were meant in, so `--fix` leaves it alone.
    A time that is meant to be local, such as that of an alarm clock, is a reason for `lint:`.
    """
    if _is_naked(column.type):
        message = f"column {column.sql} keeps the figures of a clock and no time zone"
        yield Finding(message, "write `timestamptz`", ("type",))


@timestamp_without_time_zone.in_sql(NewColumn, ChangeType)
def _in_sql(column: NewColumn | ChangeType, _script: Script) -> Iterator[Finding]:
    if _is_naked(column.type):
        yield Finding(f"column {column.object} keeps the figures of a clock and no time zone", "write `timestamptz`")


def _is_naked(kind: str) -> bool:
    return kind.startswith("timestamp") and "without time zone" in kind

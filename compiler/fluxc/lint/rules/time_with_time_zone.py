"""The rule `time-with-time-zone`."""

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
def time_with_time_zone(column: Column, _schema: Schema) -> Iterator[Finding]:
    """A column keeps a time of day with a time zone and no day.

    ## What it finds
    A column of type `timetz`, which is `time with time zone`, or of an array of it.

    ## Why it is dangerous
    How far a zone is from UTC depends on the day, which the column does not know. The standard demands the type;
    nobody can use it.

    ## Example
    ```yaml schema/app.yaml
    tables:
      shops:
        columns:
          id: bigint primary key identity
          opens_at: timetz
    ```

    ```console
    $ fluxc lint
    warning[time-with-time-zone]: column app.shops.opens_at has a time zone and no day
      --> schema/app.yaml:5:17
      5 |       opens_at: timetz
        |                 ^^^^^^
      help: write `time`, or `timestamptz`

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Write `time` with a column for the zone, or `timestamptz`.
    """
    if _is_zoned(column.type):
        yield Finding(f"column {column.sql} has a time zone and no day", "write `time`, or `timestamptz`", ("type",))


@time_with_time_zone.in_sql(NewColumn, ChangeType)
def _in_sql(column: NewColumn | ChangeType, _script: Script) -> Iterator[Finding]:
    if _is_zoned(column.type):
        yield Finding(f"column {column.object} has a time zone and no day", "write `time`, or `timestamptz`")


def _is_zoned(kind: str) -> bool:
    return kind.startswith("time") and not kind.startswith("timestamp") and "with time zone" in kind

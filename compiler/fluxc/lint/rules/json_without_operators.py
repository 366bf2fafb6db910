"""The rule `json-without-operators`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, rule
from fluxc.lint.sql.table_forms import ChangeType, NewColumn
from fluxc.model.column import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script

_JSON: Final = ("json", "json[]")


@rule(Severity.WARNING, Column)
def json_without_operators(column: Column, _schema: Schema) -> Iterator[Finding]:
    """A column keeps JSON as the text that it came in.

    ## What it finds
    A column of type `json`, or of an array of it.

    ## Why it is dangerous
    It has no equality: `select distinct`, `group by` and unique constraints over it fail, also those of others that
    name no column. It takes no index, and is parsed anew at each use.

    ## Example
    ```yaml schema/app.yaml
    tables:
      events:
        columns:
          id: bigint primary key identity
          payload: json
    ```

    ```console
    $ fluxc lint
    warning[json-without-operators]: column app.events.payload is json, which nothing can compare
      --> schema/app.yaml:5:16
      5 |       payload: json
        |                ^^^^
      help: write `jsonb`

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Write `jsonb`. Where the text itself counts, its blanks, the order and doubles of its keys, say so.
    """
    if column.type in _JSON:
        yield Finding(f"column {column.sql} is json, which nothing can compare", "write `jsonb`", ("type",))


@json_without_operators.in_sql(NewColumn, ChangeType)
def _in_sql(column: NewColumn | ChangeType, _script: Script) -> Iterator[Finding]:
    if column.type in _JSON:
        yield Finding(f"column {column.object} is json, which nothing can compare", "write `jsonb`")

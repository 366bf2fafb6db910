"""The rule `blank-padded-char`."""

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
def blank_padded_char(column: Column, schema: Schema) -> Iterator[Finding]:
    """A column fills its values up with blanks.

    ## What it finds
    A column of type `char`, with or without a length; not where it takes its type by a reference.

    ## Why it is dangerous
    Values get blanks at their end up to the length, and lose them again where they are compared or cast. It saves
    nothing: a `char(n)` takes as much room as the `text` of its padded value, and checks no shorter length.

    ## Example
    ```yaml schema/app.yaml
    tables:
      countries:
        columns:
          id: bigint primary key identity
          code: char(2)
    ```

    ```console
    $ fluxc lint
    warning[blank-padded-char]: column app.countries.code pads its values with blanks
      --> schema/app.yaml:5:13
      5 |       code: char(2)
        |             ^^^^^^^
      help: write `text`

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Write `text`, with a check of the length where that is fixed: `code: text check (length(code) = 2)`.
    """
    if _is_padded(column.type) and not schema.refers(column):
        yield Finding(f"column {column.sql} pads its values with blanks", "write `text`", ("type",))


@blank_padded_char.in_sql(NewColumn, ChangeType)
def _in_sql(column: NewColumn | ChangeType, script: Script) -> Iterator[Finding]:
    if _is_padded(column.type) and not script.facts.refers(column.table, column.column):
        yield Finding(f"column {column.object} pads its values with blanks", "write `text`")


def _is_padded(kind: str) -> bool:
    base = kind.removesuffix("[]")
    return base == "character" or (base.startswith("character(") and base.endswith(")"))

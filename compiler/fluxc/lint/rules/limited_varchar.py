"""The rule `limited-varchar`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.lint.rule import Finding, rule
from fluxc.lint.sql.table_forms import ChangeType, NewColumn
from fluxc.model.column import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script

_HABIT: Final = "character varying(255)"


@rule(None, Column)
def limited_varchar(column: Column, schema: Schema) -> Iterator[Finding]:
    """A column's type says how long its values may be.

    ## What it finds
    A column of type `varchar` with a length; not where it takes its type by a reference. `varchar-without-need`
    finds `varchar(255)` and one without a length.

    ## Why it is dangerous
    A longer limit is free, but a shorter one reads all rows under a lock that keeps everybody out, and rewrites
    them. A check is changed beside readers and writers. Off by default: a limit that is meant is better than none.

    ## Example
    ```toml fluxc.toml
    [lint.levels]
    limited-varchar = "warning"
    ```

    ```yaml schema/app.yaml
    tables:
      users:
        columns:
          id: bigint primary key identity
          name: varchar(80)
    ```

    ```console
    $ fluxc lint
    warning[limited-varchar]: column app.users.name is character varying(80)
      --> schema/app.yaml:5:13
      5 |       name: varchar(80)
        |             ^^^^^^^^^^^
      help: write `text` with a check of the length

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Write `text` with a check: `name: text check (length(name) <= 80)`.
    """
    if _is_limited(column.type) and not schema.refers(column):
        yield Finding(f"column {column.sql} is {column.type}", "write `text` with a check of the length", ("type",))


@limited_varchar.in_sql(NewColumn, ChangeType)
def _in_sql(column: NewColumn | ChangeType, script: Script) -> Iterator[Finding]:
    if _is_limited(column.type) and not script.facts.refers(column.table, column.column):
        yield Finding(f"column {column.object} is {column.type}", "write `text` with a check of the length")


def _is_limited(kind: str) -> bool:
    bare = kind.removesuffix("[]")
    return bare.startswith("character varying(") and bare != _HABIT

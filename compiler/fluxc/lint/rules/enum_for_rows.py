"""The rule `enum-for-rows`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.lint.rule import Finding, rule
from fluxc.lint.sql.forms import CreateEnum
from fluxc.model.enum import Enum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script


@rule(None, Enum)
def enum_for_rows(enum: Enum, _schema: Schema) -> Iterator[Finding]:
    """Values that may come and go are an enum.

    ## What it finds
    An enum type.

    ## Why it is dangerous
    A value of an enum cannot be dropped, moved or described, and only its owner can add one. Off by default: for
    what never changes an enum is short and quick.

    ## Example
    ```toml fluxc.toml
    [lint.levels]
    enum-for-rows = "warning"
    ```

    ```yaml schema/app.yaml
    enums:
      plan: [free, team, enterprise]
    tables: {}
    ```

    ```console
    $ fluxc lint
    warning[enum-for-rows]: the values of app.plan can only ever grow
      --> schema/app.yaml:2:3
      2 |   plan: [free, team, enterprise]
        |   ^^^^
      help: make a table of its values

    ! Linted 0 tables: 1 warning
    ```

    ## Instead
    Make it a table of its rows, with a key that other tables refer to.
    """
    yield Finding(f"the values of {enum.sql} can only ever grow", "make a table of its values")


@enum_for_rows.in_sql(CreateEnum)
def _in_sql(enum: CreateEnum, _script: Script) -> Iterator[Finding]:
    yield Finding(f"the values of {enum.object} can only ever grow", "make a table of its values")

"""The rule `missing-doc`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.lint.rule import Finding, rule
from fluxc.model.column import Column
from fluxc.model.enum import Enum
from fluxc.model.sequence import Sequence
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.model.state import Object


@rule(None, Table, Column, Enum, Sequence)
def missing_doc(item: Object, _schema: Schema) -> Iterator[Finding]:
    """Something is not described.

    ## What it finds
    A table, column, enum or sequence without `doc`. The rule is off until `fluxc.toml` asks for it.

    ## Why it is dangerous
    Whoever comes later has to guess. `doc` is the comment in the database and the docstring of the model.

    ## Example
    ```toml fluxc.toml
    [lint.levels]
    missing-doc = "warning"

    [[lint.overrides]]
    objects = ["*.*.*"]      # columns: a name within a table has three parts
    levels = {missing-doc = "off"}
    ```
    ```yaml schema/app.yaml
    tables:
      visits:
        columns: {id: bigint primary key identity}
    ```

    ```console
    $ fluxc lint
    warning[missing-doc]: table app.visits has no `doc`
      --> schema/app.yaml:2:3
      2 |   visits:
        |   ^^^^^^
      help: say under `doc:` what it is

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Say in one sentence what a row, or a value, is.
    """
    if not item.doc:
        yield Finding(f"{item.noun} {item.sql} has no `doc`", "say under `doc:` what it is")

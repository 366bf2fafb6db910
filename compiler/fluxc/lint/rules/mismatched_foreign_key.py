"""The rule `mismatched-foreign-key`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, rule
from fluxc.lint.sql.table_forms import Constraint
from fluxc.model.column import Column
from fluxc.model.constraint import ForeignKey
from fluxc.model.state import Key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script


@rule(Severity.WARNING, ForeignKey)
def mismatched_foreign_key(key: ForeignKey, schema: Schema) -> Iterator[Finding]:
    """A foreign key compares two types.

    ## What it finds
    A foreign key whose column is not of the type of the column that it refers to, lengths aside, where PostgreSQL
    can compare the two.

    ## Why it is dangerous
    The smaller type cannot hold every key of the other side, and joins may cast and miss the index.

    ## Example
    ```yaml schema/app.yaml
    tables:
      users:
        columns:
          id: bigint primary key identity
      visits:
        columns:
          id: bigint primary key identity
          user_id: integer
        foreign_keys: [{columns: user_id, references: users}]
    ```

    ```console
    $ fluxc lint
    warning[mismatched-foreign-key]: column app.visits.user_id is integer, but app.users.id is bigint
      --> schema/app.yaml:9:20
      9 |     foreign_keys: [{columns: user_id, references: users}]
        |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: write `bigint`

    ! Linted 2 tables: 1 warning
    ```

    ## Instead
    Write the type of the other side; in a schema of fluxc `user_id: -> users` takes it by itself.
    """
    for name, other in zip(key.columns, key.target_columns, strict=False):
        column = schema.state.get(Key(Column.kind, (*key.place, name)))
        target = schema.state.get(Key(Column.kind, (*key.target, other)))
        if isinstance(column, Column) and isinstance(target, Column) and _bare(column.type) != _bare(target.type):
            message = f"column {column.sql} is {column.type}, but {target.sql} is {target.type}"
            yield Finding(message, f"write `{target.type}`")


@mismatched_foreign_key.in_sql(Constraint)
def _in_sql(key: Constraint, script: Script) -> Iterator[Finding]:
    if key.kind != "foreign key" or key.target is None:
        return
    for name, other in zip(key.columns, key.target_columns or script.facts.primary_key(key.target), strict=False):
        column, target = script.facts.column(key.table, name), script.facts.column(key.target, other)
        if column is not None and target is not None and _bare(column.type) != _bare(target.type):
            message = f"column {column.object} is {column.type}, but {target.object} is {target.type}"
            yield Finding(message, f"write `{target.type}`")


def _bare(kind: str) -> str:
    """Return a type without its length; text is as good as any varchar."""
    bare = kind.partition("(")[0]
    return "text" if bare == "character varying" else bare

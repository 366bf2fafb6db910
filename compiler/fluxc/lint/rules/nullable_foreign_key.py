"""The rule `nullable-foreign-key`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, rule
from fluxc.model.column import Column
from fluxc.model.constraint import ForeignKey

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema


@rule(Severity.WARNING, ForeignKey)
def nullable_foreign_key(key: ForeignKey, schema: Schema) -> Iterator[Finding]:
    """A foreign key lets rows refer to nothing.

    ## What it finds
    A reference whose column takes null, and a foreign key of several columns of which one does;
    not a single column that refers to its own table (a tree has a root) or is `on delete set null`.

    ## Why it is dangerous
    Rows without the other side drop out of every inner join, and each query has to think of them.
    With several columns it is worse: one null among them, and PostgreSQL checks none of the others.

    ## Example
    ```yaml schema/app.yaml
    tables:
      users:
        columns:
          id: bigint primary key identity
      orders:
        columns:
          id: bigint primary key identity
          user_id: -> users?
    ```

    ```console
    $ fluxc lint
    warning[nullable-foreign-key]: foreign key app.orders.orders_user_id_fkey lets rows refer to nothing
      --> schema/app.yaml:8:16
      8 |       user_id: -> users?
        |                ^^^^^^^^^
      help: make the column not null, or give the reason under `lint:`

    ! Linted 2 tables: 1 warning
    ```

    ## Instead
    Leave the `?` out, or put the relation into a table of its own that has a row where there is one.
    Where a row may well stand alone, say why: `lint: {nullable-foreign-key: "guests order too"}`.
    """
    nullable = [item.name for item in schema.beside(key, Column) if item.nullable and item.name in key.columns]
    if not nullable:
        return
    if len(key.columns) > 1 and key.match == "simple":
        message = f"foreign key {key.key.object} is not checked at all where {' or '.join(nullable)} is null"
        yield Finding(message, "make all of its columns not null, or write `match: full`", ("columns",))
    elif key.on_delete != "set null" and key.target != key.place:
        message = f"foreign key {key.key.object} lets rows refer to nothing"
        yield Finding(message, "make the column not null, or give the reason under `lint:`", ("references",))

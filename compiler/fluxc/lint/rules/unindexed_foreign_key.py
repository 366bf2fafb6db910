"""The rule `unindexed-foreign-key`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, Fix, rule
from fluxc.lint.sql.table_forms import Constraint
from fluxc.model.constraint import ForeignKey, PrimaryKey, Unique
from fluxc.model.index import Index
from fluxc.model.names import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script

_FINDING: Final = ("btree", "hash")
"""The access methods that find equal keys in every type that has them."""


@rule(Severity.WARNING, ForeignKey)
def unindexed_foreign_key(key: ForeignKey, schema: Schema) -> Iterator[Finding]:
    """A foreign key has no index on its own columns.

    ## What it finds
    A reference that declines its index by `index: false`, where no other index begins with its columns.
    A partial index counts if it leaves out nothing but nulls.
    In SQL a foreign key of a table or a column that the file makes, where it builds no such index.

    ## Why it is dangerous
    Each delete of a row on the other side, and each change of its key, looks for the rows that refer to it.
    Without an index it reads the whole table every time, and holds its locks while it does.

    ## Example
    ```yaml schema/app.yaml
    tables:
      users:
        columns:
          id: bigint primary key identity
      visits:
        columns:
          id: bigint primary key identity
          user_id: {references: {target: users, index: false}}
    ```

    ```console
    $ fluxc lint
    warning[unindexed-foreign-key]: foreign key app.visits.visits_user_id_fkey has no index on (user_id)
      --> schema/app.yaml:8:52
      8 |       user_id: {references: {target: users, index: false}}
        |                                                    ^^^^^
      help: leave `index: false` out

    ! Linted 2 tables: 1 warning
    ```

    ## Instead
    Leave `index: false` out: the reference then brings its index. `fluxc lint --fix` does it.
    Where the other table's rows never go or change, say so: `lint: {unindexed-foreign-key: "countries stay"}`.
    """
    wanted = set(key.columns)
    if not key.enforced or any(set(columns[: len(wanted)]) == wanted for columns in _leading(key, schema)):
        return
    long = schema.declared(key)
    path = ("references", "index") if isinstance(long.get("references"), dict) else ("index",)
    yield Finding(
        f"foreign key {key.key.object} has no index on ({', '.join(key.columns)})",
        "leave `index: false` out",
        path,
        Fix(path, "false", "true"),
    )


def _leading(key: ForeignKey, schema: Schema) -> Iterator[tuple[str, ...]]:
    """Yield the columns of everything beside a key by which PostgreSQL finds its rows."""
    yield from (primary.columns for primary in schema.beside(key, PrimaryKey))
    yield from (unique.columns for unique in schema.beside(key, Unique))
    whole = {None, *(f"{quote(column)} is not null" for column in key.columns)}
    for index in schema.beside(key, Index):
        if index.method in _FINDING and index.where in whole:
            yield tuple(part.column or "" for part in index.parts)


@unindexed_foreign_key.in_sql(Constraint)
def _in_sql(key: Constraint, script: Script) -> Iterator[Finding]:
    made = script.facts.table(key.table)
    known = key.inline and key.added if made is None else not (made.derived or made.temporary)
    wanted = set(key.columns)
    if key.kind != "foreign key" or not key.enforced or not known or not wanted:
        return
    if not any(set(columns[: len(wanted)]) == wanted for columns in script.facts.keys(key.table)):
        columns = ", ".join(map(quote, key.columns))
        message = f"a foreign key of {key.table.sql} has no index on ({columns})"
        yield Finding(message, f"build one on ({columns}), concurrently where the table has rows")

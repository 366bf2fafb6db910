"""Columns that are gone or renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import MODEL, READ, STREAM, WRITE
from fluxc.breaking.rule import Finding, also, rule
from fluxc.model.column import Column
from fluxc.model.inherited import columns_of
from fluxc.model.state import Key
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison
    from fluxc.breaking.surface import Attribute, Surface


def attribute(surface: Surface, column: Column) -> Attribute | None:
    """Return what Python sees of a column, None where it sees nothing."""
    return surface.attributes(Key(Table.kind, column.place)).get(column.name)


@rule(READ, WRITE, MODEL, STREAM)
def column_dropped(change: Comparison) -> Iterator[Finding]:
    """A column is gone.

    ## What it finds
    A column of a table that stays, where no `was` says another one to be it, and no parent of the table has it.
    `STREAM` where a publication had it.

    ## Why it matters
    Queries and inserts that name it fail, and its values go.
    Models of released code ask for it and find nothing: they fail for every row, not only where the attribute is used.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity, phone: text?}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ column app.users.phone is gone
        column-dropped (READ, WRITE, MODEL) at v1:schema/app.yaml:2:54
        notices: every query, insert and model that names it
        do: drop it when no released code uses it any more; if it is another column now, write `was` there

    ✗ 1 breaking change against v1: READ 1, WRITE 1, MODEL 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Release code that does without it first, and drop it after that. Where it is called otherwise now, write `was`.
    """
    for item, was in change.left(Column):
        if not _inherited(item, change):
            model = Key(Table.kind, was.place) in change.models_before.homes
            yield _gone(was, model=model, stream=change.published_before.column(item.place, item.name))
    for old, new in change.both(Table):
        if old.inherits != new.inherits:
            names = {column.name for column in columns_of(new.key.path, change.new)}
            for column in columns_of(old.key.path, change.old):
                if column.name not in names and column.place != old.key.path:
                    yield _gone(column.at(*old.key.path, column.name), model=True, stream=False)


def _inherited(item: Column, change: Comparison) -> bool:
    return any(column.name == item.name for column in columns_of(item.place, change.new))


def _gone(column: Column, *, model: bool, stream: bool) -> Finding:
    return Finding(
        column,
        f"column {column.sql} is gone",
        "every query, insert and model that names it",
        "drop it when no released code uses it any more; if it is another column now, write `was` there",
        also(READ, WRITE, model=model, stream=stream),
    )


@rule(READ, WRITE, MODEL, STREAM)
def column_renamed(change: Comparison) -> Iterator[Finding]:
    """A column has another name.

    ## What it finds
    A column that says by `was` what it was called before.
    `MODEL` where the attribute is another too, `STREAM` where a publication has it.

    ## Why it matters
    SQL that says the old name fails from the moment of the migration; there is no moment at which both names work.
    A subscriber looks for a column of the same name as at the publisher, and stops.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity, email: text}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users:
        columns:
          id: bigint primary key identity
          mail: {type: text, was: email}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ column app.users.email is called mail now
        column-renamed (READ, WRITE, MODEL) at schema/app.yaml:5:7
        notices: every query and insert that says the old name
        do: add the new column beside the old one, keep both in step until no released code says the old name

    ✗ 1 breaking change against v1: READ 1, WRITE 1, MODEL 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Add the new column, have triggers keep both in step, let code move over, and drop the old one.
    Where only Python shall say another name, write `python: {name: mail}` and leave the column as it is.
    """
    for old, new in change.renamed(Column):
        was, now = attribute(change.models_before, old), attribute(change.models_now, new)
        yield Finding(
            new,
            f"column {old.sql} is called {new.name} now",
            "every query and insert that says the old name",
            "add the new column beside the old one, keep both in step until no released code says the old name",
            also(
                READ,
                WRITE,
                model=was is not None and now is not None and was.name != now.name,
                stream=change.published_before.column(new.place, new.name),
            ),
        )

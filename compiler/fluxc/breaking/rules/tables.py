"""Tables as a whole: gone or renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import MODEL, READ, STREAM, WRITE
from fluxc.breaking.rule import Finding, also, rule
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison


@rule(READ, WRITE, MODEL, STREAM)
def table_dropped(change: Comparison) -> Iterator[Finding]:
    """A table is gone.

    ## What it finds
    A table that was there before and that no `was` says another one to be.
    `STREAM` where a publication had it. What went with it is not told again.

    ## Why it matters
    Everything that reads or writes it fails, its model classes cannot be imported, and its rows go.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users:
        columns: {id: bigint primary key identity}
      visits:
        columns: {id: bigint primary key identity}
    ```
    ```yaml schema/app.yaml after
    tables:
      users:
        columns: {id: bigint primary key identity}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.visits
      ✗ table app.visits is gone
        table-dropped (READ, WRITE, MODEL) at v1:schema/app.yaml:4:3
        notices: every query, insert and model that names it
        do: drop it when no released code uses it any more; if it is another table now, write `was` there

    ✗ 1 breaking change against v1: READ 1, WRITE 1, MODEL 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Release code that does without it, see that nothing uses it any more, and drop it after that.
    If it goes on under another name, write `was`.
    """
    for table in change.gone(Table):
        if table.partition_of or change.turned(table):
            continue
        yield Finding(
            table,
            f"table {table.sql} is gone",
            "every query, insert and model that names it",
            "drop it when no released code uses it any more; if it is another table now, write `was` there",
            also(
                READ,
                WRITE,
                model=change.models_before.homes.get(table.key) is not None,
                stream=_published(table, change),
            ),
        )


def _published(table: Table, change: Comparison) -> bool:
    return change.published_originally.has(table.key.path)


@rule(READ, WRITE, STREAM)
def table_renamed(change: Comparison) -> Iterator[Finding]:
    """A table has another name, or lies in another namespace.

    ## What it finds
    A table that says by `was` what it was called before. `STREAM` where a publication has it, and that alone where
    a view has the old name now: then `relation-kind-changed` tells the rest. What follows
    for the generated classes is told by `class-moved`.

    ## Why it matters
    SQL that says the old name fails from the moment of the migration; there is no moment at which both names work.
    A subscriber looks for a table of the same name as at the publisher, and stops.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users:
        columns: {id: bigint primary key identity}
    ```
    ```yaml schema/app.yaml after
    tables:
      people:
        was: users
        columns: {id: bigint primary key identity}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.people
      ✗ the class app.User, with those for inserts and updates, is app.Person now
        class-moved (MODEL) at schema/app.yaml:2:3
        notices: code that imports it
        do: keep the name by `python: {name: User}`
      ✗ table app.users is called app.people now
        table-renamed (READ, WRITE) at schema/app.yaml:2:3
        notices: every query and insert that says the old name
        do: declare a view users on it until no released code says the old name

    ✗ 2 breaking changes against v1: READ 1, WRITE 1, MODEL 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Keep the old name for a while as a view, `select * from` the new one: PostgreSQL passes reads and writes on.
    """
    for old, new in change.renamed(Table):
        stands_in = change.turned(old) is not None
        streamed = change.streamed(new.key.path)
        if stands_in and not streamed:
            continue
        yield Finding(
            new,
            f"table {old.sql} is called {new.sql} now",
            "subscribers, which look for the old name"
            if stands_in
            else "every query and insert that says the old name",
            "rename it at every subscriber too"
            if stands_in
            else f"declare a view {old.name} on it until no released code says the old name",
            also(read=not stands_in, write=not stands_in, stream=streamed),
        )

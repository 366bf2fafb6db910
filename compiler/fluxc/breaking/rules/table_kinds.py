"""Tables that have become something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import MODEL, OPS, READ, STREAM, WRITE
from fluxc.breaking.rule import Finding, also, rule
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.model.view import MaterializedView, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison


@rule(READ, WRITE, MODEL, STREAM)
def relation_kind_changed(change: Comparison) -> Iterator[Finding]:
    """A table or a view has become another kind of relation under the same name.

    ## What it finds
    A table, view or materialized view in whose place another of the three stands.
    `WRITE` and `MODEL` where it was a table, `STREAM` where a publication had that table.

    ## Why it matters
    The name still works, and no more is sure: a view may refuse writes and has other columns and locks,
    a materialized view shows rows as of its last refresh, and neither has a model or is replicated.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users:
        columns: {id: bigint primary key identity, name: text}
    ```
    ```yaml schema/app.yaml after
    tables:
      people:
        was: users
        columns: {id: bigint primary key identity, name: text}
    views:
      users: select id, name from app.people
    ```

    ```console
    $ fluxc breaking --against v1
    table app.people
      ✗ the class app.User, with those for inserts and updates, is app.Person now
        class-moved (MODEL) at schema/app.yaml:2:3
        notices: code that imports it
        do: keep the name by `python: {name: User}`

    table app.users
      ✗ table app.users is a view now
        relation-kind-changed (READ, WRITE, MODEL) at schema/app.yaml:6:3
        notices: queries that meet other columns or older rows, and everything that writes
        do: see that it has the same columns and takes the same writes

    ✗ 2 breaking changes against v1: READ 1, WRITE 1, MODEL 2
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Where a view stands in for a renamed table, see that it has all of its columns and takes the writes,
    then ignore the finding with that reason. Otherwise choose another name.
    """
    for old in change.before.state:
        if not isinstance(old, Table | View | MaterializedView) or old.key in change.new.objects:
            continue
        new = change.turned(old)
        if new is None or new.key in change.before.state.objects:
            continue
        table = isinstance(old, Table)
        yield Finding(
            new,
            f"{old.noun} {old.sql} is a {new.noun} now",
            "queries that meet other columns or older rows" + (", and everything that writes" if table else ""),
            "see that it has the same columns" + (" and takes the same writes" if table else ""),
            also(READ, write=table, model=table, stream=table and change.published_originally.has(old.key.path)),
        )


@rule(STREAM, OPS)
def table_unlogged(change: Comparison) -> Iterator[Finding]:
    """A table has become unlogged.

    ## What it finds
    A table that says `unlogged` now and did not before. `STREAM` where a publication had it.

    ## Why it matters
    A crash empties it, and a standby does not have its rows at all: queries there fail. It leaves every publication.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      visits:
        columns: {id: bigint primary key identity}
    ```
    ```yaml schema/app.yaml after
    tables:
      visits:
        unlogged: true
        columns: {id: bigint primary key identity}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.visits
      ✗ table app.visits is unlogged now
        table-unlogged (OPS) at schema/app.yaml:2:3
        notices: whoever counts on its rows after a crash, on a standby or at a subscriber
        do: keep it logged, unless its rows can be made again

    ✗ 1 breaking change against v1: OPS 1
      deploy: either (code from before works on the new database, and new code on the old one)
    ```

    ## Instead
    Keep it logged, unless its rows can be made again and no standby or subscriber reads them.
    """
    for old, new in change.both(Table):
        if new.unlogged and not old.unlogged:
            yield Finding(
                new,
                f"table {new.sql} is unlogged now",
                "whoever counts on its rows after a crash, on a standby or at a subscriber",
                "keep it logged, unless its rows can be made again",
                also(OPS, stream=change.streamed(new.key.path)),
            )


@rule(READ, WRITE)
def parent_changed(change: Comparison) -> Iterator[Finding]:
    """A table no longer inherits from another one.

    ## What it finds
    A table whose `inherits` lacks a table that it named before.

    ## Why it matters
    A query of the parent no longer gives its rows, and an update or delete of the parent no longer reaches them.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      places: {columns: {name: text}}
      cities: {inherits: places, columns: {people: int}}
    ```
    ```yaml schema/app.yaml after
    tables:
      places: {columns: {name: text}}
      cities: {columns: {name: text, people: int}}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.cities
      ✗ table app.cities no longer inherits from app.places
        parent-changed (READ, WRITE) at schema/app.yaml:3:3
        notices: queries, updates and deletes of app.places that counted on its rows
        do: release code that looks at both tables first, or keep `inherits: places`

    ✗ 1 breaking change against v1: READ 1, WRITE 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Release code that reads both tables first.
    """
    for old, new in change.both(Table):
        for parent in old.inherits:
            if parent not in new.inherits and Key(Table.kind, parent) in change.new.objects:
                name = ".".join(parent)
                yield Finding(
                    new,
                    f"table {new.sql} no longer inherits from {name}",
                    f"queries, updates and deletes of {name} that counted on its rows",
                    f"release code that looks at both tables first, or keep `inherits: {parent[-1]}`",
                )

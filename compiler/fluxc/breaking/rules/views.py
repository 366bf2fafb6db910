"""Views and materialized views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import READ, WRITE
from fluxc.breaking.rule import Finding, rule
from fluxc.model.claims import rests_on
from fluxc.model.column import Column
from fluxc.model.query import expands, kept_columns, same_rows
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.model.view import Queried, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison


@rule(READ, WRITE)
def view_dropped(change: Comparison) -> Iterator[Finding]:
    """A view or a materialized view is gone.

    ## What it finds
    A view or materialized view that was there before and that no `was` says another one to be.
    `WRITE` for a view, which may have taken writes.

    ## Why it matters
    Everything that reads it fails.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity, active: bool}}
    views:
      active_users: select id from app.users where active
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity, active: bool}}
    ```

    ```console
    $ fluxc breaking --against v1
    view app.active_users
      ✗ view app.active_users is gone
        view-dropped (READ, WRITE) at v1:schema/app.yaml:4:3
        notices: every query that names it
        do: drop it when no released code reads it any more; if it is another view now, write `was` there

    ✗ 1 breaking change against v1: READ 1, WRITE 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Release code that does without it, and drop it after that.
    """
    for view in change.gone(Queried):
        if change.turned(view) is None:
            yield Finding(
                view,
                f"{view.noun} {view.sql} is gone",
                "every query that names it",
                "drop it when no released code reads it any more; if it is another view now, write `was` there",
                (READ, WRITE) if isinstance(view, View) else (READ,),
            )


@rule(READ, WRITE)
def view_renamed(change: Comparison) -> Iterator[Finding]:
    """A view or a materialized view has another name.

    ## What it finds
    A view or materialized view that says by `was` what it was called before. `WRITE` for a view.

    ## Why it matters
    SQL that says the old name fails from the moment of the migration.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity}}
    views:
      people: select id from app.users
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity}}
    views:
      persons: {was: people, query: select id from app.users}
    ```

    ```console
    $ fluxc breaking --against v1
    view app.persons
      ✗ view app.people is called app.persons now
        view-renamed (READ, WRITE) at schema/app.yaml:4:3
        notices: every query that says the old name
        do: keep a view people on it until no released code says the old name

    ✗ 1 breaking change against v1: READ 1, WRITE 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Keep a view under the old name until no released code says it.
    """
    for old, new in change.renamed(Queried):
        yield Finding(
            new,
            f"{new.noun} {old.sql} is called {new.sql} now",
            "every query that says the old name",
            f"keep a view {old.name} on it until no released code says the old name",
            (READ, WRITE) if isinstance(new, View) else (READ,),
        )


@rule(READ)
def view_changed(change: Comparison) -> Iterator[Finding]:
    """A view may have other columns or give other rows.

    ## What it finds
    A view or materialized view whose query is another, unless all that is new are columns at its end;
    and one that takes all columns by `*` of something whose columns went or are called otherwise.
    Where a query is more than one plain `select`, whether its columns are the same cannot be told, and it is found.

    ## Why it matters
    Queries that name a column that it lost fail; those that count on its rows get others, without a word.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity, active: bool}}
    views:
      active_users: select id from app.users where active
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity, active: bool}}
    views:
      active_users: select id from app.users where active and id > 100
    ```

    ```console
    $ fluxc breaking --against v1
    view app.active_users
      ✗ view app.active_users has the same columns and may give other rows
        view-changed (READ) at schema/app.yaml:4:3
        notices: queries that name its columns or count on its rows
        do: add columns at the end; for anything else make a view with another name and let code move over

    ✗ 1 breaking change against v1: READ 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Add columns at the end. For other rows make a view with another name, and let code move over.
    """
    for old, new in change.both(Queried):
        if (old.query, old.columns) == (new.query, new.columns):
            continue
        keeps = kept_columns(old.query, new.query) if old.columns == new.columns else None
        if keeps is None:
            what = "has another query, whose columns may be others"
        elif not same_rows(old.query, new.query):
            what = "has the same columns and may give other rows"
        else:
            continue
        yield _finding(new, what)
    yield from (_finding(item, "takes all columns by `*` of what lost some") for item in _narrower(change))


def _narrower(change: Comparison) -> Iterator[Queried]:
    lost = {Key(Table.kind, item.place) for item in change.removed if isinstance(item, Column)}
    lost |= {Key(Table.kind, new.place) for _, new in change.renamed(Column)}
    for item in change.old.of(Queried) if lost else ():
        if change.new.get(item.key) == item and expands(item.query) and rests_on(item, change.old) & lost:
            yield item


def _finding(view: Queried, what: str) -> Finding:
    return Finding(
        view,
        f"{view.noun} {view.sql} {what}",
        "queries that name its columns or count on its rows",
        "add columns at the end; for anything else make a view with another name and let code move over",
    )

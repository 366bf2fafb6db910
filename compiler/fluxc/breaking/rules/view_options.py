"""Views: whose rights they read with, and what they take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import READ, WRITE
from fluxc.breaking.rule import Finding, rule
from fluxc.model.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison


@rule(READ)
def view_rights_changed(change: Comparison) -> Iterator[Finding]:
    """A view reads with other rights.

    ## What it finds
    A view whose `security_invoker` is another than before.

    ## Why it matters
    With it, whoever reads the view needs the rights on its tables too, and their row security decides what is seen.
    Without it, the rights of the view's owner count, so the same query may show more rows.

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
      people: {query: select id from app.users, security_invoker: true}
    ```

    ```console
    $ fluxc breaking --against v1
    view app.people
      ✗ view app.people reads with the rights of whoever reads it now
        view-rights-changed (READ) at schema/app.yaml:4:3
        notices: roles that may read the view and not its tables
        do: grant them what they need on the tables first

    ✗ 1 breaking change against v1: READ 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Grant the readers what they need on the tables first.
    """
    for old, new in change.both(View):
        if old.invoked != new.invoked:
            whose = "whoever reads it" if new.invoked else "its owner"
            yield Finding(
                new,
                f"view {new.sql} reads with the rights of {whose} now",
                "roles that may read the view and not its tables" if new.invoked else "roles that now see more rows",
                "grant them what they need on the tables first" if new.invoked else "see that they may see all of it",
            )


@rule(WRITE)
def view_writes_changed(change: Comparison) -> Iterator[Finding]:
    """A view takes other writes.

    ## What it finds
    A view that checks what is written through it, or checks more, and one with other defaults for its columns.

    ## Why it matters
    Rows that the view would not show are refused, and rows that leave out a column get another value.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity, active: bool}}
    views:
      active_users: select id, active from app.users where active
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity, active: bool}}
    views:
      active_users: {query: "select id, active from app.users where active", check_option: cascaded}
    ```

    ```console
    $ fluxc breaking --against v1
    view app.active_users
      ✗ view app.active_users refuses rows that it would not show (`check_option: cascaded`) now
        view-writes-changed (WRITE) at schema/app.yaml:4:3
        notices: inserts and updates through it
        do: release code that writes what it takes first

    ✗ 1 breaking change against v1: WRITE 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Release code that writes what the view takes first.
    """
    for old, new in change.both(View):
        strict = (None, "local", "cascaded")
        if strict.index(new.check_option) > strict.index(old.check_option):
            what = f"refuses rows that it would not show (`check_option: {new.check_option}`)"
        elif set(old.column_defaults) - set(new.column_defaults):
            what = "has other defaults"
        else:
            continue
        yield Finding(
            new,
            f"view {new.sql} {what} now",
            "inserts and updates through it",
            "release code that writes what it takes first",
        )

"""What keeps rows apart: primary keys, unique constraints and indexes, exclusions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import OPS, READ, WRITE
from fluxc.breaking.keepers import keeper, keepers
from fluxc.breaking.rule import Finding, rule
from fluxc.model.constraint import Constraint
from fluxc.model.index import Index

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison

Keeping = Constraint | Index


@rule(WRITE)
def unique_added(change: Comparison) -> Iterator[Finding]:
    """Rows that could stand beside each other are refused.

    ## What it finds
    A new primary key, unique constraint, unique index or exclusion constraint of a table that was there,
    where nothing said the same before; over new columns without a default alone it is not found.

    ## Why it matters
    An insert or update that makes a double is refused, where it worked.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity, email: text}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity, email: text unique}}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ unique constraint app.users.users_email_key is new
        unique-added (WRITE) at schema/app.yaml:2:54
        notices: inserts and updates that make a double
        do: release code that looks for the row first, or takes the refusal for an answer

    ✗ 1 breaking change against v1: WRITE 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Release code that looks for the row first, or that takes the refusal for an answer.
    """
    coming = [*change.come(Constraint), *change.come(Index), *(new for _, new in _staying(change))]
    for item in coming:
        now = keeper(item, change.new)
        if now is None or change.only_new(item) or any(old.refuses(now) for old in keepers(item.place, change.old)):
            continue
        yield Finding(
            item,
            f"{item.noun} {item.sql} {'keeps more apart' if item.key in change.old.objects else 'is new'}",
            "inserts and updates that make a double",
            "release code that looks for the row first, or takes the refusal for an answer",
        )


def _staying(change: Comparison) -> Iterator[tuple[Keeping, Keeping]]:
    yield from change.both(Constraint)
    yield from change.both(Index)


@rule(READ, WRITE, OPS)
def unique_dropped(change: Comparison) -> Iterator[Finding]:
    """Rows may have doubles that could not have any.

    ## What it finds
    A primary key, unique constraint, unique index or exclusion constraint that is gone or says something else,
    where nothing says the same now. One that went with a column is not told again.

    ## Why it matters
    `on conflict (…)` fails without it, and code that expects one row for a key may meet two.
    With a primary key goes what lets `group by` name the key alone.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity, email: text unique}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity, email: text}}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ unique constraint app.users.users_email_key is gone
        unique-dropped (READ, WRITE, OPS) at v1:schema/app.yaml:2:54
        notices: inserts that say `on conflict` of it, queries that it served, and code that expects one row for a key
        do: release code that does without it first

    ✗ 1 breaking change against v1: READ 1, WRITE 1, OPS 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Release code that neither says `on conflict` of it nor counts on one row first.
    """
    going = [*change.left(Constraint), *change.left(Index), *((old, new) for old, new in _staying(change))]
    for item, shown in going:
        was = keeper(item, change.old)
        if was is None or change.lost(item) or any(new.serves(was) for new in keepers(item.place, change.new)):
            continue
        yield Finding(
            shown,
            f"{item.noun} {shown.sql} " + ("is gone" if item.key not in change.new.objects else "keeps less apart"),
            "inserts that say `on conflict` of it, queries that it served, and code that expects one row for a key",
            "release code that does without it first",
        )


@rule(WRITE)
def constraint_renamed(change: Comparison) -> Iterator[Finding]:
    """A unique key is called otherwise.

    ## What it finds
    A primary key, unique or exclusion constraint that says the same under another name.
    Checks, foreign keys and indexes are not found: no statement that reads or writes rows names them. Nor is one whose
    table is called otherwise, which no statement that says the old name comes to.

    ## Why it matters
    `insert … on conflict on constraint NAME` fails under the old name,
    and code that tells by the name of a constraint why a row was refused does not know the new one.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users:
        columns: {id: bigint primary key identity, email: text}
        unique: [email]
    ```
    ```yaml schema/app.yaml after
    tables:
      users:
        columns: {id: bigint primary key identity, email: text}
        unique: {one_user_an_address: email}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ unique constraint users_email_key of app.users is called one_user_an_address now
        constraint-renamed (WRITE) at schema/app.yaml:4:14
        notices: inserts that say `on conflict on constraint`, and code that tells refusals by the name
        do: keep the name, or name the columns in `on conflict`

    ✗ 1 breaking change against v1: WRITE 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Keep the name, or say `on conflict (email)` in the code.
    """
    fresh = {(item.place, keeper(item, change.new)): item for item in change.come(Constraint)}
    for item, was in change.left(Constraint):
        said = keeper(item, change.old)
        new = fresh.get((item.place, said)) if said is not None else None
        if new is not None and type(new) is type(item) and was.place == item.place:
            yield Finding(
                new,
                f"{new.noun} {was.name} of {'.'.join(new.place)} is called {new.name} now",
                "inserts that say `on conflict on constraint`, and code that tells refusals by the name",
                "keep the name, or name the columns in `on conflict`",
            )

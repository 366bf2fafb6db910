"""What keeps rows apart: primary keys, unique constraints and indexes, exclusions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import READ, WRITE
from fluxc.breaking.rule import Finding, rule
from fluxc.model.constraint import Constraint, Exclusion, PrimaryKey, Unique
from fluxc.model.index import Index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.breaking.comparison import Comparison

Keeping = Constraint | Index


def kept(item: object) -> object | None:
    """Return what an index or constraint says of which rows go together, None where it lets all."""
    match item:
        case PrimaryKey() | Unique():
            nulls = isinstance(item, Unique) and item.nulls_distinct
            return tuple(sorted(item.columns)), nulls, item.temporal
        case Exclusion():
            return item.method, item.parts, item.operators, item.where
        case Index() if item.unique:
            columns = [part.column for part in item.parts if part.plain]
            if item.where is None and len(columns) == len(item.parts):
                return tuple(sorted(map(str, columns))), item.nulls_distinct, False
            return item.parts, item.nulls_distinct, item.where
        case _:
            return None


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
    ```

    ## Instead
    Release code that looks for the row first, or that takes the refusal for an answer.
    """
    yield from (_unique(item, "is new") for item in _unmatched(change, come=True))


@rule(READ, WRITE)
def unique_dropped(change: Comparison) -> Iterator[Finding]:
    """Rows may have doubles that could not have any.

    ## What it finds
    A primary key, unique constraint, unique index or exclusion constraint that is gone or says something else,
    where nothing says the same now. Foreign keys that lose what they refer to are found by a build.

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
      ✗ unique constraint app.users.users_email_key does not hold any more
        unique-dropped (READ, WRITE) at v1:schema/app.yaml:2:54
        notices: inserts that say `on conflict` of it, and code that expects one row for a key
        do: release code that does without it first

    ✗ 1 breaking change against v1: READ 1, WRITE 1
    ```

    ## Instead
    Release code that neither says `on conflict` of it nor counts on one row first.
    """
    for item in _unmatched(change, come=False):
        yield Finding(
            item,
            f"{item.noun} {item.sql} does not hold any more",
            "inserts that say `on conflict` of it, and code that expects one row for a key",
            "release code that does without it first",
        )


def _unmatched(change: Comparison, *, come: bool) -> Iterator[Keeping]:
    """Yield what keeps rows apart on one side and has no like on the other."""
    there = change.old if come else change.new
    for item, was in _moving(change, come=come):
        if kept(item) is not None and not _among(item, there.under(item.place)):
            yield was
    for old, new in _staying(change):
        one, other = (new, old) if come else (old, new)
        if kept(one) is not None and kept(one) != kept(other) and not _among(one, there.under(one.place)):
            yield one


def _moving(change: Comparison, *, come: bool) -> Iterator[tuple[Keeping, Keeping]]:
    if come:
        yield from ((item, item) for item in change.come(Constraint) if not change.only_new(item))
        yield from ((item, item) for item in change.come(Index) if not change.only_new(item))
    else:
        yield from change.left(Constraint)
        yield from change.left(Index)


def _staying(change: Comparison) -> Iterator[tuple[Keeping, Keeping]]:
    yield from change.both(Constraint)
    yield from change.both(Index)


def _among(item: Keeping, others: Iterable[object]) -> bool:
    return any(kept(other) == kept(item) for other in others)


def _unique(item: Keeping, what: str) -> Finding:
    return Finding(
        item,
        f"{item.noun} {item.sql} {what}",
        "inserts and updates that make a double",
        "release code that looks for the row first, or takes the refusal for an answer",
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
    ```

    ## Instead
    Keep the name, or say `on conflict (email)` in the code.
    """
    fresh = {(item.place, kept(item)): item for item in change.come(Constraint) if kept(item) is not None}
    for item, was in change.left(Constraint):
        new = fresh.get((item.place, kept(item)))
        if new is not None and type(new) is type(item) and was.place == item.place:
            yield Finding(
                new,
                f"{new.noun} {was.name} of {'.'.join(new.place)} is called {new.name} now",
                "inserts that say `on conflict on constraint`, and code that tells refusals by the name",
                "keep the name, or name the columns in `on conflict`",
            )

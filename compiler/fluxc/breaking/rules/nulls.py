"""Nulls and defaults of columns that stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import MODEL, READ, STREAM, WRITE
from fluxc.breaking.rule import Finding, also, rule
from fluxc.breaking.rules.new_columns import must_be_given
from fluxc.model.column import Column
from fluxc.model.sequence_names import draws_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison


@rule(READ, MODEL, STREAM)
def column_nullable(change: Comparison) -> Iterator[Finding]:
    """A column may be null that was never null before.

    ## What it finds
    A column that refused nulls and takes them now. `STREAM` where a publication has it.

    ## Why it matters
    Code that never asked for nulls meets one: the attribute of the row's model is `X | None` from now on,
    comparisons and sums leave rows out, and a subscriber's column that still refuses nulls stops the subscription.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity, name: text}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity, name: text?}}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ column app.users.name may be null now
        column-nullable (READ, MODEL) at schema/app.yaml:2:54
        notices: code that reads it and expects a value in every row
        do: release code that reads nulls before any is written

    ✗ 1 breaking change against v1: READ 1, MODEL 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Release code that reads nulls first, and let the first null be written after that.
    """
    for old, new in change.both(Column):
        if new.nullable and not old.nullable:
            yield Finding(
                new,
                f"column {new.sql} may be null now",
                "code that reads it and expects a value in every row",
                "release code that reads nulls before any is written",
                also(READ, MODEL, stream=change.streamed(new.place)),
            )


@rule(WRITE, MODEL)
def not_null_added(change: Comparison) -> Iterator[Finding]:
    """A column refuses nulls that it took before.

    ## What it finds
    A column that was there and took nulls. Where it has no default either, an insert must name it from now on.

    ## Why it matters
    Inserts and updates of released code that write null, or leave it out, are refused.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity, name: text?}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity, name: text}}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ column app.users.name refuses nulls now, and every insert must give it
        not-null-added (WRITE, MODEL) at schema/app.yaml:2:54
        notices: inserts and updates that write null or leave it out
        do: release code that always writes a value first

    ✗ 1 breaking change against v1: WRITE 1, MODEL 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Release code that always writes it, fill in the rows that have none, and refuse nulls after that.
    """
    for old, new in change.both(Column):
        if old.nullable and not new.nullable:
            given = ", and every insert must give it" if must_be_given(new) else ""
            yield Finding(
                new,
                f"column {new.sql} refuses nulls now{given}",
                "inserts and updates that write null" + (" or leave it out" if given else ""),
                "release code that always writes a value first",
            )


@rule(WRITE, MODEL)
def default_changed(change: Comparison) -> Iterator[Finding]:
    """A column has another default, or none any more.

    ## What it finds
    A column whose default is another or gone, also where it was drawn from a sequence.
    `MODEL` where every insert must give it from now on. A default where there was none is not found.

    ## Why it matters
    An insert that leaves the column out gets another value than before, null, or is refused.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity, plan: text = 'free'}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity, plan: text}}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ column app.users.plan has no default any more, and must be given: it had 'free'
        default-changed (WRITE, MODEL) at schema/app.yaml:2:54
        notices: inserts that leave it out
        do: release code that says the value itself first

    ✗ 1 breaking change against v1: WRITE 1, MODEL 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Release code that says the value itself first.
    """
    for old, new in change.both(Column):
        if not _fills(old) or new.generated is not None or (_counts(old) and _counts(new)):
            continue
        if new.default == old.default and _fills(new):
            continue
        yield Finding(
            new,
            f"column {new.sql} {_now(new)}: it had {old.default or 'the next number of a sequence'}",
            "inserts that leave it out",
            "release code that says the value itself first",
            also(WRITE, model=must_be_given(new)),
        )


def _now(column: Column) -> str:
    if must_be_given(column):
        return "has no default any more, and must be given"
    if _counts(column):
        return "gets the next number of a sequence now"
    return f"has the default {column.default} now" if column.default is not None else "has no default any more"


def _fills(column: Column) -> bool:
    return column.default is not None or column.serial or column.identity is not None


def _counts(column: Column) -> bool:
    drawn = column.default is not None and draws_from(column.default) is not None
    return drawn or column.serial or column.identity is not None

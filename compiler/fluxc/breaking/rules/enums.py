"""Enums: values gone, renamed, new to subscribers, in another order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import MODEL, READ, STREAM, WRITE
from fluxc.breaking.rule import Finding, also, rule
from fluxc.model.column import Column
from fluxc.model.enum import Enum
from fluxc.model.types import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison


def _streamed(enum: Enum, change: Comparison) -> bool:
    """Return whether a published column is of an enum."""
    if not change.published_now.publications:
        return False
    return any(
        parse(column.type).path == enum.key.path and change.published_now.column(column.place, column.name)
        for column in change.new.of(Column)
    )


@rule(READ, WRITE, MODEL)
def enum_value_removed(change: Comparison) -> Iterator[Finding]:
    """An enum lost a value.

    ## What it finds
    A value that is no more, where no `was` says another one to be it.

    ## Why it matters
    A query that compares with it does not find nothing: it fails, since the value is no longer one of the type.
    Inserts that say it are refused, and code that names the member of the generated class ends with `AttributeError`.

    ## Example
    ```yaml schema/app.yaml before
    enums: {state: [open, paused, done]}
    tables:
      jobs: {columns: {id: bigint primary key identity, state: state}}
    ```
    ```yaml schema/app.yaml after
    enums: {state: {values: [open, done], removed: {paused: open}}}
    tables:
      jobs: {columns: {id: bigint primary key identity, state: state}}
    ```

    ```console
    $ fluxc breaking --against v1
    enum app.state
      ✗ enum app.state lost the value 'paused'
        enum-value-removed (READ, WRITE, MODEL) at schema/app.yaml:1:9
        notices: queries that compare with it, inserts that say it, code that names its member
        do: release code that does without it first

    ✗ 1 breaking change against v1: READ 1, WRITE 1, MODEL 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Release code that neither says nor asks for it, and take the value out after that.
    """
    for old, new in change.both(Enum):
        for value in old.values:
            if value not in new.values:
                yield Finding(
                    new,
                    f"enum {new.sql} lost the value {value!r}",
                    "queries that compare with it, inserts that say it, code that names its member",
                    "release code that does without it first",
                    name=value,
                )


@rule(READ, WRITE, MODEL, STREAM)
def enum_value_renamed(change: Comparison) -> Iterator[Finding]:
    """A value of an enum is called otherwise.

    ## What it finds
    A value that says by `was` what it was called before. `STREAM` where a published column is of the enum.

    ## Why it matters
    Queries and inserts that say the old name fail, rows read as the new one, which models of released code refuse,
    and a subscriber's enum does not know it.

    ## Example
    ```yaml schema/app.yaml before
    enums: {state: [open, done]}
    tables:
      jobs: {columns: {id: bigint primary key identity, state: state}}
    ```
    ```yaml schema/app.yaml after
    enums: {state: [open, {value: finished, was: done}]}
    tables:
      jobs: {columns: {id: bigint primary key identity, state: state}}
    ```

    ```console
    $ fluxc breaking --against v1
    enum app.state
      ✗ the value 'done' of enum app.state is called 'finished' now
        enum-value-renamed (READ, WRITE, MODEL) at schema/app.yaml:1:9
        notices: queries and inserts that say the old name, and models that do not know the new one
        do: add the new value beside the old one, and let code move over

    ✗ 1 breaking change against v1: READ 1, WRITE 1, MODEL 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Add the new value, release code that reads both, write the new one, and take the old one out.
    """
    for key, values in change.after.compiled.intent.values_was.items():
        new, old = change.new.get(key), change.old.get(key)
        if not isinstance(new, Enum) or not isinstance(old, Enum):
            continue
        before = change.was(old).values
        for value, was in values.items():
            if was in before and value not in before and value in old.values and was not in new.values:
                yield Finding(
                    new,
                    f"the value {was!r} of enum {new.sql} is called {value!r} now",
                    "queries and inserts that say the old name, and models that do not know the new one",
                    "add the new value beside the old one, and let code move over",
                    also(READ, WRITE, MODEL, stream=_streamed(new, change)),
                    name=value,
                )


@rule(STREAM)
def enum_value_added(change: Comparison) -> Iterator[Finding]:
    """Subscribers may meet a value that their enum does not have.

    ## What it finds
    A new value of an enum of which a published column is.
    Without a publication a new value is not found: nothing says it before code does that knows it.

    ## Why it matters
    The first row with the value stops the subscription.

    ## Example
    ```yaml schema/app.yaml before
    enums: {state: [open, done]}
    tables:
      jobs: {columns: {id: bigint primary key identity, state: state}}
    publications:
      changes: {tables: [jobs]}
    ```
    ```yaml schema/app.yaml after
    enums: {state: [open, paused, done]}
    tables:
      jobs: {columns: {id: bigint primary key identity, state: state}}
    publications:
      changes: {tables: [jobs]}
    ```

    ```console
    $ fluxc breaking --against v1
    enum app.state
      ✗ enum app.state has the new value 'paused', which is published
        enum-value-added (STREAM) at schema/app.yaml:1:9
        notices: subscribers whose enum does not have it
        do: add it at every subscriber before the migration runs here

    ✗ 1 breaking change against v1: STREAM 1
      deploy: migrate first (code from before works on the new database, new code not on the old one)
    ```

    ## Instead
    Add the value at the subscribers first.
    """
    for old, new in change.both(Enum):
        for value in new.values:
            if value not in old.values and _streamed(new, change):
                yield Finding(
                    new,
                    f"enum {new.sql} has the new value {value!r}, which is published",
                    "subscribers whose enum does not have it",
                    "add it at every subscriber before the migration runs here",
                    name=value,
                )


@rule(READ)
def enum_order_changed(change: Comparison) -> Iterator[Finding]:
    """The values of an enum stand in another order.

    ## What it finds
    Values that were there before and come in another order.

    ## Why it matters
    `order by`, `<`, `between`, `min` and `max` go by the order of the values.

    ## Example
    ```yaml schema/app.yaml before
    enums: {size: [small, medium, large]}
    tables:
      shirts: {columns: {id: bigint primary key identity, size: size}}
    ```
    ```yaml schema/app.yaml after
    enums: {size: [large, medium, small]}
    tables:
      shirts: {columns: {id: bigint primary key identity, size: size}}
    ```

    ```console
    $ fluxc breaking --against v1
    enum app.size
      ✗ the values of enum app.size stand in another order
        enum-order-changed (READ) at schema/app.yaml:1:9
        notices: queries that sort or compare them
        do: say the order in the query

    ✗ 1 breaking change against v1: READ 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Say the order in the query, by `array_position` or a column of its own.
    """
    for old, new in change.both(Enum):
        kept = [value for value in old.values if value in new.values]
        if kept != [value for value in new.values if value in kept]:
            yield Finding(
                new,
                f"the values of enum {new.sql} stand in another order",
                "queries that sort or compare them",
                "say the order in the query",
            )

"""Publications: what subscribers get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import STREAM
from fluxc.breaking.rule import Finding, rule
from fluxc.model.publication import Publication
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison


@rule(STREAM)
def publication_dropped(change: Comparison) -> Iterator[Finding]:
    """A publication is gone.

    ## What it finds
    A publication that is no more.

    ## Why it matters
    Subscriptions to it stop with an error. Their slots keep the log of the server from then on, until its disk is full.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity}}
    publications:
      changes: {tables: [users]}
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    publication changes
      ✗ publication changes is gone
        publication-dropped (STREAM) at v1:schema/app.yaml:4:3
        notices: its subscribers, and the disk that their slots fill
        do: drop the subscriptions and their slots first

    ✗ 1 breaking change against v1: STREAM 1
      deploy: either (code from before works on the new database, and new code on the old one)
    ```

    ## Instead
    Drop the subscriptions and their slots first: `select * from pg_replication_slots`.
    """
    for item in change.gone(Publication):
        yield Finding(
            item,
            f"publication {item.name} is gone",
            "its subscribers, and the disk that their slots fill",
            "drop the subscriptions and their slots first",
        )


@rule(STREAM)
def publication_renamed(change: Comparison) -> Iterator[Finding]:
    """A publication has another name.

    ## What it finds
    A publication that says by `was` what it was called before.

    ## Why it matters
    Subscriptions name it, and stop.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity}}
    publications:
      changes: {tables: [users]}
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity}}
    publications:
      user_changes: {tables: [users], was: changes}
    ```

    ```console
    $ fluxc breaking --against v1
    publication user_changes
      ✗ publication changes is called user_changes now
        publication-renamed (STREAM) at schema/app.yaml:4:3
        notices: its subscribers
        do: make a second one, and have them `set publication`

    ✗ 1 breaking change against v1: STREAM 1
      deploy: either (code from before works on the new database, and new code on the old one)
    ```

    ## Instead
    Make a second publication, have subscribers take it by `alter subscription … set publication`, and drop the first.
    """
    for old, new in change.renamed(Publication):
        yield Finding(
            new,
            f"publication {old.name} is called {new.name} now",
            "its subscribers",
            "make a second one, and have them `set publication`",
        )


@rule(STREAM)
def publication_narrowed(change: Comparison) -> Iterator[Finding]:
    """Subscribers get less than before.

    ## What it finds
    A publication that no longer publishes a table that is there still, a column of it, some kind of change, stored
    generated columns, or that has another condition for its rows.

    ## Why it matters
    The subscriber's rows stay as they were, without a word: what is no longer sent is not missed by anybody.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity}}
      visits: {columns: {id: bigint primary key identity}}
    publications:
      changes: {tables: [users, visits]}
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity}}
      visits: {columns: {id: bigint primary key identity}}
    publications:
      changes: {tables: [users]}
    ```

    ```console
    $ fluxc breaking --against v1
    publication changes
      ✗ publication changes no longer publishes app.visits
        publication-narrowed (STREAM) at schema/app.yaml:5:3
        notices: its subscribers, whose rows stay as they were
        do: ask them first

    ✗ 1 breaking change against v1: STREAM 1
      deploy: either (code from before works on the new database, and new code on the old one)
    ```

    ## Instead
    Ask the subscribers first.
    """
    for old, new in change.both(Publication):
        said = [f"{kind}s" for kind in old.publish if kind not in new.publish]
        said += ["stored generated columns"] if old.stored and not new.stored else []
        for table in change.old.of(Table):
            said += _less(old, new, table.key.path, change)
        if said:
            yield Finding(
                new,
                f"publication {new.name} no longer publishes {', '.join(said)}",
                "its subscribers, whose rows stay as they were",
                "ask them first",
            )


def _less(old: Publication, new: Publication, path: tuple[str, ...], change: Comparison) -> Iterator[str]:
    """Yield what a publication no longer publishes of a table that is there still."""
    before, after = change.published_before.entry(old, path), change.published_now.entry(new, path)
    name = ".".join(path)
    table = next(
        (item for item in change.new.under(path[:1]) if item.key.path == path and isinstance(item, Table)), None
    )
    if before is None or table is None or table.unlogged:
        return
    if after is None:
        yield name
    elif before.where != after.where and after.where is not None:
        yield f"all rows of {name} that it did"
    if after is not None and after.columns:
        there = [item.name for item in change.new.under(path) if item.kind == "column"]
        sent = before.columns or there
        yield from (f"{name}.{column}" for column in sent if column in there and column not in after.columns)


@rule(STREAM)
def publication_root_changed(change: Comparison) -> Iterator[Finding]:
    """Changes of partitions come under another table.

    ## What it finds
    A publication whose `via_root` is another than before.

    ## Why it matters
    Subscribers get changes of a partition under its own name, or under that of its table: what they have no table for
    stops the subscription.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      visits:
        columns: {at: date}
        partition_by: range (at)
        partitions: {visits_rest: default}
    publications:
      changes: {tables: [visits], publish: [insert]}
    ```
    ```yaml schema/app.yaml after
    tables:
      visits:
        columns: {at: date}
        partition_by: range (at)
        partitions: {visits_rest: default}
    publications:
      changes: {tables: [visits], publish: [insert], via_root: true}
    ```

    ```console
    $ fluxc breaking --against v1
    publication changes
      ✗ publication changes sends changes of partitions under their table now
        publication-root-changed (STREAM) at schema/app.yaml:7:3
        notices: subscribers that have no such table
        do: have the tables at every subscriber first

    ✗ 1 breaking change against v1: STREAM 1
      deploy: either (code from before works on the new database, and new code on the old one)
    ```

    ## Instead
    Have both tables at the subscribers first.
    """
    for old, new in change.both(Publication):
        if old.via_root != new.via_root:
            whose = "their table" if new.via_root else "their own name"
            yield Finding(
                new,
                f"publication {new.name} sends changes of partitions under {whose} now",
                "subscribers that have no such table",
                "have the tables at every subscriber first",
            )

"""What the database fills in, and how it orders text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import MODEL, OPS, READ, STREAM, WRITE
from fluxc.breaking.rule import Finding, also, rule
from fluxc.model.column import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison


@rule(WRITE, MODEL)
def column_generated(change: Comparison) -> Iterator[Finding]:
    """Only the database writes a column now.

    ## What it finds
    A column that has become generated, or an identity `always`.

    ## Why it matters
    Inserts and updates that name it are refused, and it is no longer a field of the models for them.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity, first: text, initial: text?}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users:
        columns:
          id: bigint primary key identity
          first: text
          initial: {type: text, nullable: true, generated: "left(first, 1)"}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ column app.users.initial is generated now
        column-generated (WRITE, MODEL) at schema/app.yaml:6:7
        notices: inserts and updates that write it
        do: release code that does not write it first, or use a default instead

    ✗ 1 breaking change against v1: WRITE 1, MODEL 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Release code that does not write it first, or use a default, which gives way to what is written.
    """
    for old, new in change.both(Column):
        if _is_own(new) and not _is_own(old):
            how = "generated" if new.generated is not None else "an identity that is always counted"
            yield Finding(
                new,
                f"column {new.sql} is {how} now",
                "inserts and updates that write it",
                "release code that does not write it first, or use a default instead",
            )


def _is_own(column: Column) -> bool:
    return column.generated is not None or column.identity == "always"


@rule(READ, WRITE, STREAM)
def generation_changed(change: Comparison) -> Iterator[Finding]:
    """A generated column is computed otherwise, or no longer.

    ## What it finds
    A generated column with another expression, one that is computed when it is read and was stored (`STREAM` where a
    publication has it), and one that is no longer generated (`WRITE`: whoever writes the row has to give it).

    ## Why it matters
    The same row reads otherwise, or a value that was always right is right only when somebody keeps it so.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users:
        columns:
          id: bigint primary key identity
          name: text
          sorted: {type: text, nullable: true, generated: "lower(name)"}
    ```
    ```yaml schema/app.yaml after
    tables:
      users:
        columns:
          id: bigint primary key identity
          name: text
          sorted: {type: text, nullable: true, generated: "upper(name)"}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ column app.users.sorted is generated as upper(name) now
        generation-changed (READ) at schema/app.yaml:6:7
        notices: code that counts on its values
        do: add a column under another name, and let readers move over

    ✗ 1 breaking change against v1: READ 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Add a column with the new expression under another name, and let readers move over.
    """
    for old, new in change.both(Column):
        if old.generated is None or (old.generated, old.virtual) == (new.generated, new.virtual):
            continue
        stored = any(entry.publication.stored for entry in change.published_before.entries(new.place))
        if new.generated is None:
            what, classes = "is not generated any more", also(READ, WRITE)
        elif new.generated != old.generated:
            what, classes = f"is generated as {new.generated} now", also(READ, stream=stored)
        elif stored and new.virtual:
            what, classes = "is not stored any more, so that it is not published", also(STREAM)
        else:
            continue
        yield Finding(
            new,
            f"column {new.sql} {what}",
            "code that counts on its values",
            "add a column under another name, and let readers move over",
            classes,
        )


@rule(READ, OPS)
def column_collation_changed(change: Comparison) -> Iterator[Finding]:
    """The text of a column is ordered otherwise.

    ## What it finds
    A column with another collation.

    ## Why it matters
    `order by`, `<`, `between` and, where the collation says what is equal, `=` and `unique` tell otherwise than before.
    Its indexes are built anew.

    ## Example
    ```yaml schema/app.yaml before
    tables:
      users: {columns: {id: bigint primary key identity, name: text}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users:
        columns:
          id: bigint primary key identity
          name: {type: text, collation: C}
    ```

    ```console
    $ fluxc breaking --against v1
    table app.users
      ✗ column app.users.name is ordered by "C" now, where it was the usual order
        column-collation-changed (READ, OPS) at schema/app.yaml:5:7
        notices: queries that sort or compare it, and whoever waits for its indexes to be built anew
        do: say `collate` in the queries that want another order

    ✗ 1 breaking change against v1: READ 1, OPS 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Say `collate` in the queries that want another order.
    """
    for old, new in change.both(Column):
        if old.collation != new.collation:
            order = new.collation or "the usual order"
            yield Finding(
                new,
                f"column {new.sql} is ordered by {order} now, where it was {old.collation or 'the usual order'}",
                "queries that sort or compare it, and whoever waits for its indexes to be built anew",
                "say `collate` in the queries that want another order",
            )

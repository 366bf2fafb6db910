"""Sequences: gone, renamed, counting otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import WRITE
from fluxc.breaking.rule import Finding, rule
from fluxc.model.column import Column
from fluxc.model.sequence import Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison


@rule(WRITE)
def sequence_dropped(change: Comparison) -> Iterator[Finding]:
    """A sequence is gone.

    ## What it finds
    A sequence of its own that is no more; one that a column still counts by is not found.

    ## Why it matters
    `nextval` and `currval` of it fail.

    ## Example
    ```yaml schema/app.yaml before
    sequences: {ticket_numbers: {}}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    sequence app.ticket_numbers
      ✗ sequence app.ticket_numbers is gone
        sequence-dropped (WRITE) at v1:schema/app.yaml:1:13
        notices: statements that take its next value
        do: release code that does without it first

    ✗ 1 breaking change against v1: WRITE 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Release code that does without it first.
    """
    for item, was in change.left(Sequence):
        if change.new.counting(item.key.path) is None:
            yield Finding(
                was,
                f"sequence {was.sql} is gone",
                "statements that take its next value",
                "release code that does without it first",
            )


@rule(WRITE)
def sequence_renamed(change: Comparison) -> Iterator[Finding]:
    """A sequence has another name.

    ## What it finds
    A sequence of its own that says by `was` what it was called before.

    ## Why it matters
    `nextval` and `currval` of the old name fail.

    ## Example
    ```yaml schema/app.yaml before
    sequences: {ticket_numbers: {}}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    sequences: {tickets: {was: ticket_numbers}}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    sequence app.tickets
      ✗ sequence app.ticket_numbers is called app.tickets now
        sequence-renamed (WRITE) at schema/app.yaml:1:13
        notices: statements that take its next value by the old name
        do: let code take the number from the default of a column first

    ✗ 1 breaking change against v1: WRITE 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Leave the name, or let code take the number from a default of a column first.
    """
    for old, new in change.renamed(Sequence):
        yield Finding(
            new,
            f"sequence {old.sql} is called {new.sql} now",
            "statements that take its next value by the old name",
            "let code take the number from the default of a column first",
        )


@rule(WRITE)
def sequence_changed(change: Comparison) -> Iterator[Finding]:
    """A sequence counts otherwise.

    ## What it finds
    Another type, increment, minimum, maximum, or whether it starts over, of a sequence or of an identity column.
    Another start is not found: it counts for the next `restart` alone.

    ## Why it matters
    Code that takes numbers in blocks of the increment makes doubles, or the numbers end earlier.

    ## Example
    ```yaml schema/app.yaml before
    sequences: {ticket_numbers: {increment: 50}}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    sequences: {ticket_numbers: {increment: 1}}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    sequence app.ticket_numbers
      ✗ sequence app.ticket_numbers counts otherwise
        sequence-changed (WRITE) at schema/app.yaml:1:13
        notices: code that takes numbers in blocks, or counts on how far they go
        do: release code that takes one number at a time first

    ✗ 1 breaking change against v1: WRITE 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Release code that takes one number at a time first.
    """
    pairs: list[tuple[Sequence | Column, Sequence | Column]] = [*change.both(Sequence)]
    pairs += [(old, new) for old, new in change.both(Column) if old.sequence and new.sequence]
    for old, new in pairs:
        typed = isinstance(old, Sequence) and old.type != new.type
        if typed or _counts(old) != _counts(new):
            yield Finding(
                new,
                f"{'sequence' if isinstance(new, Sequence) else 'the sequence of column'} {new.sql} counts otherwise",
                "code that takes numbers in blocks, or counts on how far they go",
                "release code that takes one number at a time first",
            )


def _counts(item: Sequence | Column) -> object:
    counts = item.counts
    return counts.increment or 1, counts.minimum, counts.maximum, counts.cycle

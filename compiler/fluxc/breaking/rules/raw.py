"""Statements of your own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import OPS, READ, WRITE
from fluxc.breaking.rule import Finding, rule
from fluxc.model.raw import Raw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison


@rule(READ, WRITE, OPS)
def raw_changed(change: Comparison) -> Iterator[Finding]:
    """Statements of your own make something else, or nothing any more.

    ## What it finds
    Raw SQL that is gone or says something else: what it made goes, and is made again.

    ## Why it matters
    What the statements make is nothing that fluxc understands, so anything may be otherwise.

    ## Example
    ```yaml schema/app.yaml before
    raw:
      same:
        up: create operator app.=== (leftarg = int, rightarg = int, function = int4eq)
        down: drop operator app.=== (int, int)
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    raw SQL app.same
      ✗ raw SQL app.same is gone
        raw-changed (READ, WRITE, OPS) at v1:schema/app.yaml:2:3
        notices: whoever uses what it makes
        do: read the two texts, and ignore the finding with what you found

    ✗ 1 breaking change against v1: READ 1, WRITE 1, OPS 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Read the two texts, and ignore the finding with what you found.
    """
    found = [(item, "is gone") for item in change.gone(Raw)]
    for old, new in change.both(Raw):
        if old.model_copy(update={"doc": new.doc}) != new:
            found.append((new, "says something else"))
    for item, what in found:
        yield Finding(
            item,
            f"raw SQL {item.sql} {what}",
            "whoever uses what it makes",
            "read the two texts, and ignore the finding with what you found",
        )

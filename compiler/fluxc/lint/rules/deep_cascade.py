"""The rule `deep-cascade`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, rule
from fluxc.model.constraint import ForeignKey
from fluxc.model.names import qualified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema

_DEEP: Final = 3


@rule(Severity.WARNING, ForeignKey)
def deep_cascade(key: ForeignKey, schema: Schema) -> Iterator[Finding]:
    """A delete goes on from table to table.

    ## What it finds
    `on delete cascade` that comes back to its own table, itself or by way of others, and the first of more than
    three that follow each other.

    ## Why it is dangerous
    One delete of one row takes rows of all these tables, as many as there are. It locks them, fires their triggers,
    and nobody sees from the statement how much it is.

    ## Example
    ```yaml schema/app.yaml
    tables:
      folders:
        columns:
          id: bigint primary key identity
          parent_id: -> folders? on delete cascade
    ```

    ```console
    $ fluxc lint
    warning[deep-cascade]: a delete by app.folders.folders_parent_id_fkey comes back to app.folders
      --> schema/app.yaml:5:7
      5 |       parent_id: -> folders? on delete cascade
        |       ^^^^^^^^^
      help: leave the cascade out

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Leave the cascade out where rows are worth something, and delete from the leaves on, in batches.
    """
    if key.on_delete != "cascade":
        return
    below = _depth(key, schema)
    if below is None:
        yield Finding(f"a delete by {key.key.object} comes back to {qualified(*key.target)}", "leave the cascade out")
    elif below > _DEEP and not any(before.on_delete == "cascade" for before in schema.references.get(key.target, ())):
        yield Finding(f"a delete by {key.key.object} goes on through {below} tables", "leave the cascade out somewhere")


def _depth(key: ForeignKey, schema: Schema) -> int | None:
    """Return through how many tables a delete goes from a foreign key on; None where it comes back to the first."""
    reached = seen = {key.place}
    depth = 0
    while reached:
        if key.target in reached:
            return None
        reached = {further.place for table in reached for further in schema.cascades.get(table, ())} - seen
        seen = seen | reached
        depth += 1
    return depth

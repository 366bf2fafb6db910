"""The rule `circular-reference`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, rule
from fluxc.model.constraint import ForeignKey
from fluxc.model.names import qualified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema


@rule(Severity.WARNING, ForeignKey)
def circular_reference(key: ForeignKey, schema: Schema) -> Iterator[Finding]:
    """Tables need rows of each other first.

    ## What it finds
    Foreign keys from table to table that come back to the first, none of which takes null or waits for the end of
    the transaction. Of such a circle the one whose name comes first is found.

    ## Why it is dangerous
    No first row can be inserted into any of them, and no data load can be put into an order.

    ## Example
    ```yaml schema/app.yaml
    tables:
      teams:
        columns:
          id: bigint primary key identity
          leader_id: -> people
      people:
        columns:
          id: bigint primary key identity
          team_id: -> teams
    ```

    ```console
    $ fluxc lint
    warning[circular-reference]: no first row can be inserted into app.people, app.teams
      --> schema/app.yaml:9:7
      9 |       team_id: -> teams
        |       ^^^^^^^
      help: let one of their references be null, or deferred

    ! Linted 2 tables: 1 warning
    ```

    ## Instead
    Let one of the columns be null, or make one foreign key `deferrable: initially deferred`.
    """
    circle = _circle(key, schema) if key in schema.binding.get(key.place, ()) else ()
    if circle and key.key == min(item.key for item in circle):
        tables = ", ".join(qualified(*item.place) for item in circle)
        yield Finding(f"no first row can be inserted into {tables}", "let one of their references be null, or deferred")


def _circle(key: ForeignKey, schema: Schema) -> tuple[ForeignKey, ...]:
    """Return the shortest way of foreign keys that begins with one and comes back to its table; empty for none."""
    ways: list[tuple[ForeignKey, ...]] = [(key,)]
    seen = {key.target}
    for way in ways:
        if way[-1].target == key.place:
            return way
        for further in schema.binding.get(way[-1].target, ()):
            if further.target not in seen:
                seen.add(further.target)
                ways.append((*way, further))
    return ()

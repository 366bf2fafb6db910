"""The rule `wide-index`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, rule
from fluxc.lint.sql.forms import CreateIndex
from fluxc.model.index import Index

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script

_MANY: Final = 3


@rule(Severity.WARNING, Index)
def wide_index(index: Index, _schema: Schema) -> Iterator[Finding]:
    """An index has many columns.

    ## What it finds
    An index on more than three columns that is not unique.

    ## Why it is dangerous
    It serves only queries that know its first columns; each column more makes it larger and every write slower.

    ## Example
    ```yaml schema/app.yaml
    tables:
      visits:
        columns:
          id: bigint primary key identity
          site: text
          page: text
          agent: text
          visited_at: timestamptz
        indexes: [[site, page, agent, visited_at]]
    ```

    ```console
    $ fluxc lint
    warning[wide-index]: index app.visits_site_page_agent_visited_at_idx has 4 columns
      --> schema/app.yaml:9:15
      9 |     indexes: [[site, page, agent, visited_at]]
        |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: keep the 3 that leave the fewest rows

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Keep the columns that leave the fewest rows, those compared by `=` first. What is only read along goes under
    `include`.
    """
    if len(index.parts) > _MANY and not index.unique and index.method == "btree":
        yield Finding(
            f"index {index.sql} has {len(index.parts)} columns", f"keep the {_MANY} that leave the fewest rows"
        )


@wide_index.in_sql(CreateIndex)
def _in_sql(index: CreateIndex, _script: Script) -> Iterator[Finding]:
    if len(index.columns) > _MANY and not index.unique and index.method == "btree":
        message = f"index {index.object} has {len(index.columns)} columns"
        yield Finding(message, f"keep the {_MANY} that leave the fewest rows")

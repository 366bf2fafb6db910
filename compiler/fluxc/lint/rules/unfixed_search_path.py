"""The rule `unfixed-search-path`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.lint.rule import Finding, rule
from fluxc.lint.sql.forms import CreateRoutine
from fluxc.model.routine import Coded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script


@rule(Severity.WARNING, Coded)
def unfixed_search_path(routine: Coded, _schema: Schema) -> Iterator[Finding]:
    """A function runs with its owner's rights and looks names up where its caller says.

    ## What it finds
    A function or procedure that is `security definer` and sets no `search_path`.

    ## Why it is dangerous
    Its caller puts a schema of his own in front, with a table or an operator of a name that it uses, and has his
    code run with the owner's rights.

    ## Example
    ```yaml schema/app.yaml
    functions:
      purge:
        returns: void
        security_definer: true
        body: delete from app.visits
    tables:
      visits:
        columns:
          id: bigint primary key identity
    ```

    ```console
    $ fluxc lint
    warning[unfixed-search-path]: function app.purge() runs as its owner and sets no search path
      --> schema/app.yaml:2:3
      2 |   purge:
        |   ^^^^^
      help: set `search_path`

    ! Linted 1 table: 1 warning
    ```

    ## Instead
    Set it: `set: {search_path: "pg_catalog, app"}`, in SQL `set search_path = pg_catalog, app`.
    """
    if routine.security_definer and not any(name == "search_path" for name, _ in routine.settings):
        yield Finding(f"{routine.noun} {routine.sql} runs as its owner and sets no search path", "set `search_path`")


@unfixed_search_path.in_sql(CreateRoutine)
def _in_sql(routine: CreateRoutine, _script: Script) -> Iterator[Finding]:
    if routine.definer and not routine.fixed:
        help_text = "write `set search_path = pg_catalog, …`"
        yield Finding(f"{routine.object} runs as its owner and sets no search path", help_text)

"""The rule `opaque-statement`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.work_forms import Opaque

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(None, Opaque)
def opaque_statement(opaque: Opaque, _script: Script) -> Iterator[Finding]:
    """Statements run that cannot be read here.

    ## What it finds
    `do`, `call` and `execute`.

    ## Why it is dangerous
    What they do depends on the database, so none of these rules looks at it. Off by default.

    ## Example
    ```toml fluxc.toml
    [lint.levels]
    opaque-statement = "warning"
    ```

    ```sql migration.sql
    do $$ begin execute 'drop table users'; end $$;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[opaque-statement]: what `do` runs cannot be looked at
      --> migration.sql:1:1
      1 | do $$ begin execute 'drop table users'; end $$;
        | ^^
      help: write the statements out

    ! Linted 1 statement: 1 warning
    ```

    ## Instead
    Write the statements out.
    """
    yield Finding(f"what `{opaque.word}` runs cannot be looked at", "write the statements out")

"""The rule `access-change`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.lint.rule import Finding, sql_rule
from fluxc.lint.sql.forms import PolicyForm
from fluxc.lint.sql.table_forms import RowSecurity
from fluxc.lint.sql.work_forms import Grant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.sql.script import Script


@sql_rule(None, Grant, RowSecurity, PolicyForm)
def access_change(form: Grant | RowSecurity | PolicyForm, _script: Script) -> Iterator[Finding]:
    """A statement changes who may see or do what.

    ## What it finds
    `grant`, `revoke`, `alter default privileges`, policies, and switching row security on or off.

    ## Why it is dangerous
    Too much is a leak, too little an outage, and neither shows in a test that runs as the owner. Off by default:
    switch it on for files where another pair of eyes is wanted.

    ## Example
    ```toml fluxc.toml
    [lint.levels]
    access-change = "warning"
    ```

    ```sql migration.sql
    grant select on users to reporting;
    ```

    ```console
    $ fluxc lint migration.sql
    warning[access-change]: `grant` changes who may see or do what
      --> migration.sql:1:1
      1 | grant select on users to reporting;
        | ^^^^^
      help: have somebody look at it, and say who

    ! Linted 1 statement: 1 warning
    ```

    ## Instead
    Have somebody look at it, and say who above the statement.
    """
    verb = form.word if isinstance(form, RowSecurity) else form.verb
    noun = " row level security" if isinstance(form, RowSecurity) else " policy" if isinstance(form, PolicyForm) else ""
    yield Finding(f"`{verb}{noun}` changes who may see or do what", "have somebody look at it, and say who")

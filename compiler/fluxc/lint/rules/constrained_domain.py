"""The rule `constrained-domain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.lint.rule import Finding, rule
from fluxc.lint.sql.forms import CreateDomain
from fluxc.model.domain_type import DomainType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.lint.schema import Schema
    from fluxc.lint.sql.script import Script


@rule(None, DomainType)
def constrained_domain(domain: DomainType, _schema: Schema) -> Iterator[Finding]:
    """A domain type has a constraint.

    ## What it finds
    A domain type with a check or that takes no null.

    ## Why it is dangerous
    A later change of the constraint looks at all columns of the type in all tables at once. Off by default: for
    what never changes, such as a format, a domain type says it once.

    ## Example
    ```toml fluxc.toml
    [lint.levels]
    constrained-domain = "warning"
    ```

    ```sql migration.sql
    create domain email as text check (value like '%@%');
    ```

    ```console
    $ fluxc lint migration.sql
    warning[constrained-domain]: the constraint of domain type email holds in all its tables at once
      --> migration.sql:1:1
      1 | create domain email as text check (value like '%@%');
        | ^^^^^^^^^^^^^^^^^^^
      help: put it on the columns

    ! Linted 1 statement: 1 warning
    ```

    ## Instead
    Write the check at the columns that need it.
    """
    if domain.checks or not domain.nullable:
        yield Finding(f"the constraint of {domain.noun} {domain.sql} holds in all its tables at once", _HELP)


@constrained_domain.in_sql(CreateDomain)
def _in_sql(domain: CreateDomain, _script: Script) -> Iterator[Finding]:
    if domain.constrained:
        yield Finding(f"the constraint of domain type {domain.object} holds in all its tables at once", _HELP)


_HELP = "put it on the columns"

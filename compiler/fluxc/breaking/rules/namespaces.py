"""PostgreSQL schemas: gone or renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import OPS, READ, WRITE
from fluxc.breaking.rule import Finding, rule
from fluxc.model.namespace import Namespace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison


@rule(OPS)
def namespace_dropped(change: Comparison) -> Iterator[Finding]:
    """A PostgreSQL schema is gone.

    ## What it finds
    A namespace that is no more. What lay in it is told by itself.

    ## Why it matters
    Search paths, grants and dumps that name it fail, or find less.

    ## Example
    ```yaml schema/app.yaml
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/old.yaml before
    tables:
      visits: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/old.yaml after
    namespace: app
    ```

    ```console
    $ fluxc breaking --against v1
    namespace old
      ✗ namespace old is gone
        namespace-dropped (OPS) at v1:schema/old.yaml:1:1
        notices: search paths, grants, dumps and jobs that name it
        do: take it out of them first

    table old.visits
      ✗ table old.visits is gone
        table-dropped (READ, WRITE, MODEL) at v1:schema/old.yaml:2:3
        notices: every query, insert and model that names it
        do: drop it when no released code uses it any more; if it is another table now, write `was` there

    ✗ 2 breaking changes against v1: READ 1, WRITE 1, MODEL 1, OPS 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Take it out of search paths and jobs first.
    """
    for item in change.gone(Namespace):
        yield Finding(
            item,
            f"namespace {item.sql} is gone",
            "search paths, grants, dumps and jobs that name it",
            "take it out of them first",
        )


@rule(READ, WRITE, OPS)
def namespace_renamed(change: Comparison) -> Iterator[Finding]:
    """A PostgreSQL schema has another name.

    ## What it finds
    A namespace that says by `was` what it was called before. What lies in it is not told again.

    ## Why it matters
    Everything that says the old name fails: qualified names, search paths, grants, dumps.

    ## Example
    ```yaml schema/app.yaml before
    namespace: app
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    namespace: shop
    was: app
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    namespace shop
      ✗ namespace app is called shop now
        namespace-renamed (READ, WRITE, OPS) at schema/app.yaml:1:1
        notices: everything that says the old name
        do: let code find its tables by a search path that has both names first

    ✗ 1 breaking change against v1: READ 1, WRITE 1, OPS 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Let code find its tables by the search path first, and set both names there.
    """
    for old, new in change.renamed(Namespace):
        yield Finding(
            new,
            f"namespace {old.sql} is called {new.sql} now",
            "everything that says the old name",
            "let code find its tables by a search path that has both names first",
        )

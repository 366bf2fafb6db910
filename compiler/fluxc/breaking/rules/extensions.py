"""Extensions: gone, of another version, elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import OPS, READ, WRITE
from fluxc.breaking.rule import Finding, rule
from fluxc.model.extension import Extension

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.classes import Class
    from fluxc.breaking.comparison import Comparison


@rule(READ, WRITE, OPS)
def extension_dropped(change: Comparison) -> Iterator[Finding]:
    """An extension is gone.

    ## What it finds
    An extension that the schema had and has no more.

    ## Why it matters
    Its types, functions, operators and indexes are gone for every query, not for the schema alone.

    ## Example
    ```yaml schema/app.yaml before
    extensions: [pg_trgm]
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    extension pg_trgm
      ✗ extension pg_trgm is gone
        extension-dropped (READ, WRITE, OPS) at v1:schema/app.yaml:1:14
        notices: queries that use its types, functions and operators, and jobs that count on it
        do: release code that does without it first

    ✗ 1 breaking change against v1: READ 1, WRITE 1, OPS 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Look for its functions and operators in the code first.
    """
    for item in change.gone(Extension):
        yield Finding(
            item,
            f"extension {item.name} is gone",
            "queries that use its types, functions and operators, and jobs that count on it",
            "release code that does without it first",
        )


@rule(READ, WRITE, OPS)
def extension_changed(change: Comparison) -> Iterator[Finding]:
    """An extension is of another version, or lies elsewhere.

    ## What it finds
    Another `version` (`OPS`), or another `namespace` (all classes).

    ## Why it matters
    The server must have the version; what it changes is told by its own notes.
    Under another namespace its functions and types are found only where the search path has it.

    ## Example
    ```yaml schema/app.yaml before
    extensions: {pg_trgm: {namespace: public}}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    extensions: {pg_trgm: {namespace: app}}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    extension pg_trgm
      ✗ extension pg_trgm lies in namespace app now
        extension-changed (READ, WRITE, OPS) at schema/app.yaml:1:14
        notices: whoever installs it, and queries that find it by the search path
        do: prepare servers and search paths first

    ✗ 1 breaking change against v1: READ 1, WRITE 1, OPS 1
      deploy: neither (code and database each need the change of the other: split it in two, or stop the application)
    ```

    ## Instead
    Set search paths that have both namespaces first; install the version on every server first.
    """
    for old, new in change.both(Extension):
        if old.version != new.version:
            yield _extension(new, f"is of version {new.version or 'that the server chooses'} now", (OPS,))
    for new in change.new.of(Extension):
        old_one = change.before.state.get(change.origin.get(new.key, new.key))
        if isinstance(old_one, Extension) and old_one.namespace != new.namespace:
            yield _extension(new, f"lies in namespace {new.namespace} now", (READ, WRITE, OPS))


def _extension(item: Extension, what: str, classes: tuple[Class, ...]) -> Finding:
    return Finding(
        item,
        f"extension {item.name} {what}",
        "whoever installs it, and queries that find it by the search path",
        "prepare servers and search paths first",
        classes,
    )

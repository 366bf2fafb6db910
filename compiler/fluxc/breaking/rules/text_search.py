"""Text search: what words are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.breaking.classes import READ
from fluxc.breaking.rule import Finding, rule
from fluxc.model.text_search import TextSearchConfiguration, TextSearchDictionary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.breaking.comparison import Comparison


@rule(READ)
def text_search_changed(change: Comparison) -> Iterator[Finding]:
    """Text search finds other words.

    ## What it finds
    A dictionary or a configuration that is gone, has another name, or says something else.

    ## Why it matters
    Queries that name it fail. What was stored or indexed as `tsvector` was made with the old one,
    so that the same search finds other rows until it is made anew.

    ## Example
    ```yaml schema/app.yaml before
    text_search_configurations: {words: simple}
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```
    ```yaml schema/app.yaml after
    tables:
      users: {columns: {id: bigint primary key identity}}
    ```

    ```console
    $ fluxc breaking --against v1
    text search configuration app.words
      ✗ text search configuration app.words is gone
        text-search-changed (READ) at v1:schema/app.yaml:1:30
        notices: queries that name it, and searches of what was made with it
        do: make a second one, and let queries move over

    ✗ 1 breaking change against v1: READ 1
      deploy: code first (new code works on the old database, code from before not on the new one)
    ```

    ## Instead
    Make a second configuration, fill a second column by it, and let queries move over.
    """
    for kind in (TextSearchConfiguration, TextSearchDictionary):
        found = [(item, "is gone") for item in change.gone(kind)]
        found += [(new, f"was called {old.sql}") for old, new in change.renamed(kind)]
        for old, new in change.both(kind):
            if old.model_copy(update={"doc": new.doc}) != new:
                found.append((new, "says something else"))
        for item, what in found:
            yield Finding(
                item,
                f"{item.noun} {item.sql} {what}",
                "queries that name it, and searches of what was made with it",
                "make a second one, and let queries move over",
            )

"""Whether a pull of a state says all that is in it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from fluxc.diagnostics import InputError, Severity
from fluxc.model.load import load
from fluxc.project.config import TARGETS
from fluxc.pull.files import SHARED, Layout, files
from fluxc.pull.goal import differing
from fluxc.source.tree import DomainSource, Tree, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import State


def unpulled(found: State, major: int) -> Iterator[str]:
    """Yield in words what a pull of a state, read from a server and compiled, would say otherwise than it is."""
    target = min(major, TARGETS[-1])
    texts = files(found, Layout(target=target))
    try:
        said, diagnostics = load(_tree(texts), None, target)
    except InputError as error:
        yield from (item.message for item in error.diagnostics)
        return
    wrong = [item.message for item in diagnostics if item.severity is Severity.ERROR and item.code != "no-schema"]
    yield from wrong or _otherwise(found, said.state)


def _otherwise(found: State, said: State) -> Iterator[str]:
    for key in sorted(differing(said, found), key=lambda key: key.text):
        yield f"{key.text} is {'pulled in another form' if key in said.objects else 'not pulled'}"


def _tree(texts: Mapping[str, str]) -> Tree:
    documents = {name: parse(name, text, PurePath(name).suffix) for name, text in texts.items()}
    shared = documents.pop(SHARED, None)
    domains = (DomainSource(PurePath(name).stem, (document,)) for name, document in sorted(documents.items()))
    return Tree(tuple(domains), (shared,) if shared else (), ())

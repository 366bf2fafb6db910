"""The texts of a project's files that make it declare another state, each checked by reading it."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from fluxc.diagnostics import Diagnostic, InputError, Severity
from fluxc.model.load import load
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.pull.emit import document
from fluxc.pull.files import head
from fluxc.pull.goal import differing
from fluxc.pull.merge import same
from fluxc.pull.patch import patched
from fluxc.pull.revise import Revision
from fluxc.source.tree import DomainSource, Tree, parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.compiled import Compiled
    from fluxc.model.state import State
    from fluxc.pull.edit import Settings
    from fluxc.source.document import Document

_TOML = ".toml"
Texts = dict[str, str | None]
"""Texts of files by name, None for one that goes."""


def revised(tree: Tree, compiled: Compiled, goal: State, settings: Settings) -> Texts:
    """Return the texts of the files that change; to read the project with them gives the goal.

    ``compiled`` is what ``tree`` means.  Raises InputError where what a database holds cannot stand beside what a
    person wrote, such as rows for a column that is gone.
    """
    revision = Revision(tree, compiled, goal, settings)
    revision.revise()
    texts = _changed(revision)
    left, diagnostics = _left_over(tree, texts, goal, settings)
    if left and not diagnostics:
        revision.rewrite(sorted({key for key in left if goal.get(Key(Table.kind, key)) is not None}))
        texts = _changed(revision)
        left, diagnostics = _left_over(tree, texts, goal, settings)
    if diagnostics:
        raise InputError(diagnostics)
    if left:
        message = f"no edit was found that makes the schema say what the database holds of {'.'.join(min(left))}"
        cure = "take it out of the schema and pull again; and please report this"
        raise InputError([Diagnostic("cannot-edit", message, None, cure)])
    return texts


def _changed(revision: Revision) -> Texts:
    found: Texts = {}
    for file, data in revision.sources.datas.items():
        before = revision.sources.documents.get(file)
        if before is not None and same(before.data, data):
            continue
        if data is None:
            found[file] = None
        elif before is None:
            found[file] = document(data, head(file.count("/")))
        else:
            found[file] = _patched(before, data)
    return found


def _patched(before: Document, data: dict[str, Any]) -> str:
    if before.file.endswith(_TOML):
        from fluxc.pull import toml_patch  # few schemas are written in it

        return toml_patch.patched(before.text, before.data, data)
    return patched(before.text, before.data, data)


def _left_over(
    tree: Tree, texts: Texts, goal: State, settings: Settings
) -> tuple[set[tuple[str, ...]], list[Diagnostic]]:
    """Return the paths of tables and other things that the edited files still say otherwise, and what is wrong."""
    compiled, diagnostics = load(_edited(tree, texts), settings.namespace, settings.target)
    errors = [item for item in diagnostics if item.severity is Severity.ERROR]
    return {key.path[:2] for key in differing(compiled.state, goal)}, errors


def _edited(tree: Tree, texts: Texts) -> Tree:
    """Return the tree that the edited files would be read as."""
    rest = {file: text for file, text in texts.items() if text is not None}
    domains: dict[str, list[Document]] = {}
    for source in tree.domains:
        found = _documents(source.documents, texts, rest)
        if found:
            domains[source.name] = found
    shared = _documents(tree.shared, texts, rest)
    for file, text in rest.items():
        parts = file.rpartition(".")[0].split("/")[1:]
        if parts[0].startswith("_"):
            shared.append(parse(file, text, ".yaml"))
        else:
            domains.setdefault(parts[0], []).append(parse(file, text, ".yaml"))
    sources = tuple(
        DomainSource(name, tuple(sorted(found, key=lambda item: item.file))) for name, found in sorted(domains.items())
    )
    return Tree(sources, tuple(shared), ())


def _documents(old: Iterable[Document], texts: Texts, rest: dict[str, Any]) -> list[Document]:
    """Return documents as they will be; those that are found in ``rest`` are taken out of it."""
    found: list[Document] = []
    for item in old:
        if item.file not in texts:
            found.append(item)
        elif item.file in rest:
            edited = parse(item.file, rest.pop(item.file), os.path.splitext(item.file)[1])  # noqa: PTH122
            found.append(replace(edited, bodies=item.bodies))
    return found

"""What a build reads: the schema folder, the migrations, and the lock."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from fluxc.diagnostics import InputError

if TYPE_CHECKING:
    from fluxc.diagnostics import Diagnostic
    from fluxc.history.migration import History
    from fluxc.project.layout import Layout
    from fluxc.source.tree import Tree


class Sealed(NamedTuple):
    """The state after the sealed migrations: its lines by key, and what is wrong with the lock on the disk.

    ``lock`` is the text of the lock, None where it lies on the disk to the letter.
    """

    lines: dict[str, str]
    lock: str | None
    findings: tuple[Diagnostic, ...]


class Inputs(NamedTuple):
    """All that a build reads.

    ``history`` has no texts, which are long and seldom looked at; ``unreadable`` is what is wrong with the migrations;
    ``sealed`` is None where they do not fit each other.
    """

    tree: Tree
    history: History
    unreadable: tuple[Diagnostic, ...]
    sealed: Sealed | None


def read_inputs(layout: Layout) -> Inputs:
    """Read the project; what is wrong is told, not raised, but for a disk that cannot be read."""
    from fluxc.history.folder import read_folder  # a copy of this process may be the one that reads
    from fluxc.source.tree import read_tree

    tree = read_tree(layout.schema, layout.root, layout.cache / "parsed.json")
    history, unreadable = read_folder(layout.out, layout.root, verify=False)
    sealed = None
    with suppress(InputError):
        sealed = read_sealed(layout, history)
    return Inputs(tree, history.outline(), unreadable, sealed)


def read_sealed(layout: Layout, history: History) -> Sealed:
    """Return the state after the sealed migrations; raises InputError where one does not fit those before it."""
    from fluxc.history.delta import replay
    from fluxc.history.lock import lock_text

    lines = replay(history.sealed)
    text = lock_text(lines)
    with suppress(OSError):
        if layout.lock.read_bytes() == text.encode():
            return Sealed(lines, None, ())
    return Sealed(lines, text, _lock_findings(layout, lines))


def _lock_findings(layout: Layout, lines: dict[str, str]) -> tuple[Diagnostic, ...]:
    from fluxc.history.lock import lock_disagreement, read_lock

    lock, found = read_lock(layout.lock, layout.root)
    if found or lock is None:
        return found
    stale = lock_disagreement(lock, lines, layout.shown(layout.lock))
    return (stale,) if stale else ()

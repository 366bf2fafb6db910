"""A pull into a project that is there: only what differs from the database is edited."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.diagnostics import Diagnostic, InputError, OutsideError, Severity
from fluxc.history.write import write_set
from fluxc.model.load import load
from fluxc.model.table import Table
from fluxc.project.config import read_config
from fluxc.pull.edit import Settings
from fluxc.pull.goal import differing, doubtful, goal_of, otherwise, sayable
from fluxc.pull.revised import revised
from fluxc.run.stop import Stopped
from fluxc.source.tree import read_tree

if TYPE_CHECKING:
    from pathlib import Path

    from fluxc.model.compiled import Compiled
    from fluxc.model.raw import Raw
    from fluxc.model.state import Key, State
    from fluxc.project.config import Config
    from fluxc.project.layout import Layout
    from fluxc.pull.goal import Bounds
    from fluxc.source.tree import Tree


_NAMED: Final = 5


class Opened(NamedTuple):
    """A project as its files say it."""

    layout: Layout
    config: Config
    tree: Tree
    compiled: Compiled


def opened(layout: Layout) -> Opened:
    """Return the project that is there; raises InputError where its schema is wrong."""
    config = read_config(layout)
    tree = read_tree(layout.schema, layout.root)
    return Opened(layout, config, tree, _understood(tree, config))


class Edited(NamedTuple):
    """The files that changed, the tables that went, and raw SQL that the project says already in another way."""

    files: tuple[str, ...] = ()
    taken_out: tuple[Key, ...] = ()
    doubled: tuple[Raw, ...] = ()


def into(project: Opened, found: State, bounds: Bounds, *, may_take_out: bool) -> Edited:
    """Make the schema of a project say what was found.

    Raises Stopped where tables would go and may not, and InputError where what a database holds cannot stand beside
    what a person wrote, such as rows for a column that is gone.
    """
    layout, config, tree, compiled = project
    found = sayable(found, config.target)
    goal = goal_of(compiled.state, found, None, bounds)
    doubled: tuple[Raw, ...] = ()
    if doubtful(compiled.state, found, bounds):
        reading = _reading(layout, compiled, config)
        goal = goal_of(compiled.state, found, reading, bounds)
        doubled = otherwise(compiled.state, found, reading)
    if not differing(compiled.state, goal):
        return Edited(doubled=doubled)
    gone = _gone(compiled.state, goal)
    if gone and not may_take_out:
        raise _takes_out(gone)
    settings = Settings(layout.shown(layout.schema), config.namespace, config.target)
    texts = revised(tree, compiled, goal, settings)
    write_set({layout.root / file: _as_written(layout.root / file, text) for file, text in texts.items()})
    return Edited(tuple(sorted(texts)), gone, doubled)


def _gone(declared: State, goal: State) -> tuple[Key, ...]:
    """Return the tables that only one of two states has, without partitions, which go with theirs."""
    return tuple(item.key for item in declared.of(Table) if item.key not in goal.objects and not item.partition_of)


def _takes_out(gone: tuple[Key, ...]) -> Stopped:
    named = ", ".join(key.object for key in gone[:_NAMED]) + (" …" if len(gone) > _NAMED else "")
    tables = "1 table" if len(gone) == 1 else f"{len(gone)} tables"
    message = f"the pull would take {tables} out of the schema that the database lacks: {named}"
    cure = "see that this is the project and the database that you mean; then confirm it on a terminal, or add --yes"
    return Stopped([Diagnostic("takes-tables-out", message, None, cure)])


def _understood(tree: Tree, config: Config) -> Compiled:
    compiled, diagnostics = load(tree, config.namespace, config.target)
    errors = [item for item in diagnostics if item.severity is Severity.ERROR and item.code != "no-schema"]
    if errors:
        raise InputError(errors)
    return compiled


def _reading(layout: Layout, compiled: Compiled, config: Config) -> State | None:
    """Return what a server makes of the declared state; None where none can be had, or it lacks an extension."""
    from fluxc.commands.scratch_state import reading_of

    with suppress(OutsideError):
        return reading_of(layout, compiled.state, config.target)
    return None


def _as_written(path: Path, text: str | None) -> str | None:
    """Return a text with the line ends and the byte order mark of the file that it replaces."""
    if text is None or not path.is_file():
        return text
    raw = path.read_bytes()
    if b"\r\n" in raw:
        text = text.replace("\n", "\r\n")
    return "\ufeff" + text if raw.startswith(b"\xef\xbb\xbf") else text

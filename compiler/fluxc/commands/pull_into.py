"""A pull into a project that is there: only what differs from the database is edited."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from fluxc.diagnostics import InputError, OutsideError, Severity
from fluxc.history.write import write_set
from fluxc.model.load import load
from fluxc.project.config import read_config
from fluxc.pull.edit import Settings
from fluxc.pull.goal import differing, doubtful, goal_of, otherwise, sayable
from fluxc.pull.revised import revised
from fluxc.source.tree import read_tree

if TYPE_CHECKING:
    from pathlib import Path

    from fluxc.model.compiled import Compiled
    from fluxc.model.raw import Raw
    from fluxc.model.state import State
    from fluxc.project.config import Config
    from fluxc.project.layout import Layout
    from fluxc.pull.goal import Bounds
    from fluxc.source.tree import Tree


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


def into(project: Opened, found: State, bounds: Bounds) -> tuple[tuple[str, ...], tuple[Raw, ...]]:
    """Make the schema of a project say what was found; return the files that changed, and raw SQL that it says already.

    What of that the database holds otherwise is left to the reader.  Raises InputError where what a database holds
    cannot stand beside what a person wrote, such as rows for a column that is gone.
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
        return (), doubled
    settings = Settings(layout.shown(layout.schema), config.namespace, config.target)
    texts = revised(tree, compiled, goal, settings)
    write_set({layout.root / file: _as_written(layout.root / file, text) for file, text in texts.items()})
    return tuple(sorted(texts)), doubled


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

"""A pull into a project that is there: only what differs from the database is edited."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from fluxc.diagnostics import InputError, OutsideError, Severity
from fluxc.history.write import write_set
from fluxc.model.load import load
from fluxc.project.config import read_config
from fluxc.pull.edit import Settings
from fluxc.pull.goal import differing, doubtful, goal_of, sayable
from fluxc.pull.revised import revised
from fluxc.source.tree import read_tree

if TYPE_CHECKING:
    from pathlib import Path

    from fluxc.model.compiled import Compiled
    from fluxc.model.state import State
    from fluxc.project.config import Config
    from fluxc.project.layout import Layout
    from fluxc.pull.goal import Bounds
    from fluxc.source.tree import Tree


def into(layout: Layout, found: State, bounds: Bounds) -> tuple[str, ...]:
    """Make the schema of a project say what was found, and return the files that changed.

    Raises InputError where the schema is wrong, where a file that has to change is TOML, and where what a database
    holds cannot stand beside what a person wrote, such as rows for a column that is gone.
    """
    config = read_config(layout)
    tree = read_tree(layout.schema, layout.root)
    compiled = _understood(tree, config)
    found = sayable(found, config.target)
    goal = goal_of(compiled.state, found, None, bounds)
    if doubtful(compiled.state, found, bounds):
        goal = goal_of(compiled.state, found, _reading(layout, compiled, config), bounds)
    if not differing(compiled.state, goal):
        return ()
    settings = Settings(layout.shown(layout.schema), config.namespace, config.target)
    texts = revised(tree, compiled, goal, settings)
    write_set({layout.root / file: _as_written(layout.root / file, text) for file, text in texts.items()})
    return tuple(sorted(texts))


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

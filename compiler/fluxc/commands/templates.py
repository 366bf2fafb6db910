"""The templates of a project, compiled once for all commands."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from fluxc.diagnostics import OutsideError
from fluxc.render.environment import environment
from fluxc.server.places import state_directory

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment

    from fluxc.project.layout import Layout


def templates(layout: Layout) -> Environment:
    """Return the environment of a project, whose templates are not compiled again where an earlier command did that."""
    return environment(layout.root, _compiled())


def _compiled() -> Path | None:
    """Return the directory of templates compiled by earlier commands, None where there is no safe place for it."""
    with suppress(OSError, OutsideError, RuntimeError):
        folder = state_directory() / "templates"
        folder.mkdir(exist_ok=True)
        return folder
    return None

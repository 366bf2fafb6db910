"""A state made from nothing, as SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.history.checksum import checksum
from fluxc.model.compiled import Intent
from fluxc.model.lines import parse_line
from fluxc.model.state import State
from fluxc.plan.decisions import Decisions
from fluxc.plan.planning import plan
from fluxc.render.migration import steps_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment


def from_nothing(lines: Mapping[str, str], target: int, environment: Environment) -> str:
    """Return the SQL that makes an empty database hold the state of canonical lines."""
    state = State(parse_line(key, line) for key, line in lines.items())
    return steps_text(plan(State(), state, Intent(), Decisions(), target).steps, environment)


def is_alike(text: str, said: str) -> bool:
    """Return whether SQL is just what a migration with the checksum ``said`` runs."""
    return checksum(text) == said

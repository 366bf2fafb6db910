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
    from collections.abc import Iterable, Mapping

    from jinja2 import Environment


def from_nothing(state: State, target: int, environment: Environment) -> tuple[str, ...]:
    """Return the SQL that makes an empty database hold a state, a text for each transaction."""
    planned = plan(State(), state, Intent(), Decisions(), target)
    return tuple(steps_text([step], environment) for step in planned.steps)


def state_of(lines: Mapping[str, str]) -> State:
    """Return the state of canonical lines."""
    return State(parse_line(key, line) for key, line in lines.items())


def are_alike(texts: Iterable[str], said: str) -> bool:
    """Return whether SQL is just what a migration with the checksum ``said`` runs."""
    return checksum("\n".join(texts)) == said

"""A state made from nothing: its SQL, and what a server then holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from fluxc.history.checksum import checksum
from fluxc.history.delta import apply_delta
from fluxc.inspect import Outside, outside_of, outside_state
from fluxc.model.compiled import Intent
from fluxc.model.lines import parse_line
from fluxc.model.state import State
from fluxc.plan.decisions import Decisions
from fluxc.plan.planning import plan
from fluxc.prove.pulled import unpulled
from fluxc.render.migration import steps_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jinja2 import Environment

    from fluxc.history.migration import History
    from fluxc.inspect import Catalogue
    from fluxc.prove.database import Database
    from fluxc.run.execute import ServerError


@dataclass(frozen=True)
class After:
    """The state behind a migration: its canonical lines, and what it leaves to the clock."""

    lines: Mapping[str, str]
    outside: Outside = field(default_factory=Outside)

    @cached_property
    def state(self) -> State:
        """The state of the lines."""
        return State(parse_line(key, line) for key, line in self.lines.items())

    @classmethod
    def of(cls, state: State) -> After:
        """Return what a state says."""
        after = cls({item.key_text: item.line() for item in state}, outside_state(state))
        vars(after)["state"] = state
        return after

    @property
    def has_tables(self) -> bool:
        """Whether there is anything that could hold rows, or be locked."""
        return any(key.startswith("table ") for key in self.lines)


def states(history: History) -> Iterator[tuple[After, After]]:
    """Yield the states before and behind each migration."""
    before = After({})
    for migration in history.migrations:
        lines = apply_delta(before.lines, migration.delta)
        after = After(lines, outside_of(lines))
        yield before, after
        before = after


class Made(NamedTuple):
    """What a database holds that a state was made in, or why that failed; None where a migration does just that.

    ``unpulled`` says in words what a pull of it would say otherwise.
    """

    catalogue: Catalogue | ServerError | None
    unpulled: tuple[str, ...] = ()


def from_nothing(state: State, target: int, environment: Environment) -> tuple[str, ...]:
    """Return the SQL that makes an empty database hold a state, a text for each transaction."""
    planned = plan(State(), state, Intent(), Decisions(), target)
    return tuple(steps_text([step], environment) for step in planned.steps)


def are_alike(texts: Iterable[str], said: str) -> bool:
    """Return whether SQL is just what a migration with the checksum ``said`` runs."""
    return checksum("\n".join(texts)) == said


def made(texts: Iterable[str], database: Database, outside: Outside, major: int) -> Made:
    """Run the SQL of a state in an empty database of a server of ``major``, and return what came of it."""
    error = database.run(texts)
    if error is not None:
        return Made(error)
    catalogue, state = database.both(outside)
    return Made(catalogue, tuple(unpulled(state, major)))

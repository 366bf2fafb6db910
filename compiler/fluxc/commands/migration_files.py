"""The files of a migration: its name and heading, the text that applies it and the text that takes it back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import fluxc
from fluxc.commands.answers import title
from fluxc.history.checksum import checksum, migration_id
from fluxc.history.words import words
from fluxc.render.migration import Heading, WaysBack, down_text, migration_text, steps_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinja2 import Environment

    from fluxc.commands.answers import Answers
    from fluxc.history.migration import History
    from fluxc.plan.operation import Operation
    from fluxc.plan.planning import Plan
    from fluxc.project.config import Config


class MigrationFiles(NamedTuple):
    """The heading of a migration and the texts of its two files."""

    heading: Heading
    up: str
    down: str


def migration_files(
    planned: Plan, history: History, config: Config, answers: Answers, delta_of: Callable[[], str], jinja: Environment
) -> MigrationFiles:
    """Return the files of a plan; ``delta_of`` tells what the migration does to the canonical lines of the state."""
    body = steps_text(planned.steps, jinja, config.lock_timeout)
    up_checksum = checksum(body)
    steps = steps_text(planned.back, jinja, config.lock_timeout)
    delta = delta_of()
    parent = history.head.id if history.head else None
    identity = migration_id(parent, up_checksum, delta)
    heading = Heading(
        name=_name(planned, history, config, answers, identity),
        id=identity,
        parent=parent,
        sealed=answers.seal,
        target=config.target,
        fluxc=fluxc.__version__,
        decisions=planned.decisions,
        hazards=planned.hazards,
    )
    ways = WaysBack(planned.irreversible, planned.unrecoverable)
    return MigrationFiles(
        heading,
        migration_text(heading, body, up_checksum, delta, jinja),
        down_text(heading, steps, checksum(steps), ways, planned.loses, jinja),
    )


def _name(planned: Plan, history: History, config: Config, answers: Answers, identity: str) -> str:
    pending = history.pending[0] if history.pending else None
    if pending is not None and not answers.name:
        return pending.name
    number = pending.number if pending else history.next_number
    made_up = describe(planned.changes) if config.naming == "describe" else words(identity)
    return f"{number:04d}_{title(answers.name) if answers.name else made_up}"


def describe(operations: Sequence[Operation]) -> str:
    """Return a migration's name made of its operations, such as ``add_users_email``."""
    fragments = list(dict.fromkeys(_fragment(operation) for operation in operations))
    name = ""
    for fragment in fragments:
        if name and len(name) + len(fragment) > 40:
            return f"{name}_and_more"
        name = f"{name}_{fragment}" if name else fragment
    return name[:60]


def _fragment(operation: Operation) -> str:
    verb = {"+": "add", "-": "drop", "~": "change"}[operation.sign]
    path = operation.key.path
    words_of = "_".join((verb, *(path[1:] or path)))
    return re.sub(r"[^a-z0-9]+", "_", words_of.lower()).strip("_")

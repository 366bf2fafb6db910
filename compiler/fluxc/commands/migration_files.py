"""The files of a migration: its name and heading, the text that applies it and the text that takes it back."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
    from fluxc.plan.phases import Phase
    from fluxc.project.config import Config


class MigrationFiles(NamedTuple):
    """The heading of a migration and the texts of its two files."""

    heading: Heading
    up: str
    down: str


@dataclass(slots=True)
class Series:
    """The migrations of a build, one behind the other; ``words`` name them together."""

    config: Config
    answers: Answers
    number: int
    parent: str | None
    words: str | None = None

    @classmethod
    def of(cls, history: History, config: Config, answers: Answers) -> Series:
        """Return what goes on behind the sealed migrations, under the number and the name of what is pending."""
        pending = history.pending[0] if history.pending else None
        number, said = pending.number if pending else history.next_number, None
        if answers.name:
            said = title(answers.name)
        elif pending is not None:
            said = pending.name.partition("_")[2]
            said = said.removesuffix(f"_{pending.phase}") if pending.phase else said
        return cls(config, answers, number, history.head.id if history.head else None, said)

    def files(self, phase: Phase, delta_of: Callable[[], str], jinja: Environment) -> MigrationFiles:
        """Return the files of the next migration; ``delta_of`` tells what it does to the lines of the state."""
        planned = phase.plan
        body = steps_text(planned.steps, jinja)
        up_checksum = checksum(body)
        steps = steps_text(planned.back, jinja)
        delta = delta_of()
        identity = migration_id(self.parent, up_checksum, delta)
        heading = Heading(
            name=self._name(phase, identity),
            id=identity,
            parent=self.parent,
            sealed=self.answers.seal,
            target=self.config.target,
            fluxc=fluxc.__version__,
            phase=phase.name,
            decisions=planned.decisions,
            hazards=planned.hazards,
        )
        self.number, self.parent = self.number + 1, identity
        ways = WaysBack(planned.irreversible, planned.unrecoverable, planned.loses, planned.hazards_back)
        return MigrationFiles(
            heading,
            migration_text(heading, body, up_checksum, delta, jinja),
            down_text(heading, steps, checksum(steps), ways, jinja),
        )

    def _name(self, phase: Phase, identity: str) -> str:
        if self.words is None:
            self.words = describe(phase.plan.changes) if self.config.naming == "describe" else words(identity)
        return f"{self.number:04d}_{self.words}{f'_{phase.name}' if phase.name else ''}"


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

"""A migration, its steps and its down as values, and the history that they make up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from fluxc.project.timeouts import UNSAID, Timeouts


class State(StrEnum):
    """Whether a migration may still be rewritten by a build (pending) or never again (sealed)."""

    PENDING = "pending"
    SEALED = "sealed"


class Label(StrEnum):
    """How much of the state before a down gives back."""

    EXACT = "exact"
    STRUCTURE_ONLY = "structure only"
    IMPOSSIBLE = "impossible"


class Apart(NamedTuple):
    """How an interrupted step that runs outside a transaction is told, and mended.

    ``done_when`` is a query: true where the step is done, false where something is left of an attempt, and null or no
    row where nothing of it is there.  ``cleanup`` takes away what is left, empty where the step simply runs again.
    """

    done_when: str
    cleanup: str = ""


class Step(NamedTuple):
    """One transaction of a file: ``text`` runs from ``begin;`` to ``commit;`` and starts at ``line`` of the file.

    ``undoes`` holds the numbers of the steps of the up that a step of a down takes back.  The statements of one that is
    ``apart`` run one by one, outside a transaction.  Its ``timeouts`` are those that its mark tells.
    """

    number: int
    text: str
    line: int
    undoes: tuple[int, ...] = ()
    apart: Apart | None = None
    timeouts: Timeouts = UNSAID


class Hazard(NamedTuple):
    """A danger the header names: its code and the object it strikes."""

    code: str
    object: str


class Down(NamedTuple):
    """The way back of one migration; ``text`` is the whole file, which the ledger keeps, ``raw_sha256`` of its bytes.

    ``loses`` names tables (two parts) and columns (three parts) whose rows, put there since, this down would lose.
    ``hazards`` are those of the way back; downs that older versions wrote name none.
    """

    name: str
    file: str
    id: str
    label: Label
    reasons: tuple[str, ...]
    loses: tuple[tuple[str, ...], ...]
    hazards: tuple[Hazard, ...]
    checksum: str
    steps: tuple[Step, ...]
    text: str
    raw_sha256: str


@dataclass(frozen=True, slots=True)
class Up:
    """The file that goes forward; ``delta`` is the text below its delta mark, ``raw_sha256`` that of its bytes.

    ``phase`` tells of one of two that change something under running code: ``expand`` goes before the new code,
    ``contract`` behind the old.
    """

    number: int
    name: str
    file: str
    id: str
    parent: str | None
    state: State
    target: int
    fluxc: str
    phase: str
    decisions: tuple[str, ...]
    hazards: tuple[Hazard, ...]
    checksum: str
    steps: tuple[Step, ...]
    delta: str
    text: str
    raw_sha256: str

    @property
    def sealed(self) -> bool:
        """Whether it may never be rewritten."""
        return self.state is State.SEALED


@dataclass(frozen=True, slots=True)
class Migration(Up):
    """An up together with its down."""

    down_file: str
    down: Down

    @classmethod
    def of(cls, up: Up, down: Down) -> Migration:
        """Return an up and its down as one."""
        fields = {name: getattr(up, name) for name in Up.__dataclass_fields__}
        return cls(**fields, down_file=down.file, down=down)


class History(NamedTuple):
    """Every migration of a project, parents before children."""

    migrations: tuple[Migration, ...] = ()

    @property
    def sealed(self) -> tuple[Migration, ...]:
        """The migrations that may never be rewritten."""
        return tuple(migration for migration in self.migrations if migration.sealed)

    @property
    def pending(self) -> tuple[Migration, ...]:
        """The migrations that the next build may rewrite."""
        return tuple(migration for migration in self.migrations if not migration.sealed)

    @property
    def head(self) -> Migration | None:
        """The last sealed migration, which a new one has as its parent."""
        return self.sealed[-1] if self.sealed else None

    @property
    def next_number(self) -> int:
        """The number that a further migration gets."""
        return max((migration.number for migration in self.migrations), default=0) + 1

    def outline(self) -> History:
        """Return the same migrations without their texts: enough to name and to order them."""
        return History(
            tuple(
                replace(item, steps=(), delta="", text="", down=item.down._replace(steps=(), text=""))
                for item in self.migrations
            )
        )

    def find(self, word: str) -> Migration | None:
        """Return the migration with this id, number (``4`` or ``0004``), name or name without number."""
        bare = word.removesuffix(".sql")
        for migration in self.migrations:
            if bare in (migration.id, migration.name, migration.name.partition("_")[2]):
                return migration
        if not (bare.isascii() and bare.isdigit()) or len(bare) > NUMBER_DIGITS:
            return None
        return next((migration for migration in self.migrations if migration.number == int(bare)), None)


EXPAND = "expand"
CONTRACT = "contract"
PHASES = (EXPAND, CONTRACT)
NUMBER_DIGITS = 9

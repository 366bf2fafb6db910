"""What is to be done: the rows of the ledger against the folder; sets and the chain decide, no high-water mark."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.history.migration import History, Migration, Step


DONE: Final = "done"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the ledger, a step that is applied, or at which somebody was; ``ordinal`` grows with time."""

    id: str
    step: int
    steps: int
    ordinal: int
    name: str
    parent: str | None
    sealed: bool
    checksum: str
    file_sha256: str
    state: str
    fluxc: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """A migration as the ledger knows it: which of its steps are applied, and when the last of them was.

    Those ``begun`` run outside a transaction, and nobody wrote down what became of them.
    """

    id: str
    name: str
    parent: str | None
    sealed: bool
    checksum: str
    file_sha256: str
    steps: int
    done: frozenset[int]
    begun: frozenset[int]
    ordinal: int

    @property
    def whole(self) -> bool:
        """Whether every step of it is applied."""
        return len(self.done) == self.steps


@dataclass(frozen=True, slots=True)
class Work:
    """Steps of one migration that are to be applied, and the numbers of those that were begun before."""

    migration: Migration
    steps: tuple[Step, ...]
    begun: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Decision:
    """What a run would do and what stands in its way.

    ``to_apply`` in chain order; ``stale``: applied pendings that are gone or differ, newest first; ``unknown``: applied
    sealed ones that the folder lacks; ``changed``: applied sealed ones whose file says something else; ``late``: not
    applied though a descendant is; ``refresh``: the same statements in another file, as after sealing;
    ``half``: those of which only some steps are applied.
    """

    to_apply: tuple[Work, ...]
    stale: tuple[Recorded, ...]
    unknown: tuple[Recorded, ...]
    changed: tuple[Migration, ...]
    late: tuple[Migration, ...]
    refresh: tuple[Migration, ...]
    half: tuple[Recorded, ...]

    @property
    def idle(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.to_apply or self.stale or self.refresh)


def recorded(rows: Iterable[Row]) -> dict[str, Recorded]:
    """Return the ledger's migrations by id, in the order in which they were applied."""
    by_id: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_id[row.id].append(row)
    found = (_one(group) for group in by_id.values())
    return {item.id: item for item in sorted(found, key=lambda item: item.ordinal)}


def decide(
    rows: Iterable[Row], history: History, to: Migration | None = None, wanted: History | None = None
) -> Decision:
    """Return what is to be done to bring a database with this ledger to the folder's state, or as far as ``to``.

    Only what is in ``wanted`` is applied, where that is said.
    """
    applied = recorded(rows)
    known = {migration.id: migration for migration in history.migrations}
    stale = {item.id for item in applied.values() if not item.sealed and _differs(item, known.get(item.id))}
    standing = {key: item for key, item in applied.items() if key not in stale}
    chain = (wanted or history).migrations
    asked = chain[: chain.index(to) + 1] if to else chain
    work = tuple(work for migration in asked if (work := _work(migration, standing.get(migration.id))))
    matched = [(known[key], item) for key, item in standing.items() if key in known]
    last = max((place for place, migration in enumerate(asked) if migration.id in standing), default=-1)
    return Decision(
        to_apply=work,
        stale=tuple(applied[key] for key in reversed(applied) if key in stale),
        unknown=tuple(item for key, item in standing.items() if key not in known),
        changed=tuple(migration for migration, item in matched if _differs(item, migration)),
        late=tuple(migration for migration in asked[: max(last, 0)] if migration.id not in standing),
        refresh=tuple(migration for migration, item in matched if _elsewhere(item, migration)),
        half=tuple(item for item in standing.values() if not item.whole),
    )


def _one(rows: list[Row]) -> Recorded:
    first, last = rows[0], max(rows, key=lambda row: row.ordinal)
    return Recorded(
        id=first.id,
        name=last.name,
        parent=last.parent,
        sealed=any(row.sealed for row in rows),
        checksum=last.checksum if len({row.checksum for row in rows}) == 1 else "",
        file_sha256=last.file_sha256 if len({row.file_sha256 for row in rows}) == 1 else "",
        steps=last.steps,
        done=frozenset(row.step for row in rows if row.state == DONE),
        begun=frozenset(row.step for row in rows if row.state != DONE),
        ordinal=last.ordinal,
    )


def _differs(item: Recorded, migration: Migration | None) -> bool:
    return migration is None or migration.checksum != item.checksum or len(migration.steps) != item.steps


def _elsewhere(item: Recorded, migration: Migration) -> bool:
    same_file = item.file_sha256 == migration.raw_sha256 and item.sealed == migration.sealed
    return not same_file and not _differs(item, migration)


def _work(migration: Migration, item: Recorded | None) -> Work | None:
    steps = tuple(step for step in migration.steps if item is None or step.number not in item.done)
    if not steps or (item and _differs(item, migration)):
        return None
    return Work(migration, steps, item.begun if item else frozenset())

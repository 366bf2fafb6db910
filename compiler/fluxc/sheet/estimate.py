"""What the statements of a step would take on a database, and who waits for them."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.model.names import quote, verbatim
from fluxc.prove.costs import RELATIONS, table_of
from fluxc.sheet.safe import APART, safe_form
from fluxc.sheet.speed import Band, Verb, band
from fluxc.trace.cost import Mode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from fluxc.sheet.target import Held, Name, Writes
    from fluxc.trace.measured import Measured

    Find = Callable[[str], Held | None]

_REFERENCES: Final = re.compile(r"\b(?:references|foreign key)\b", re.IGNORECASE)
_ON_ROWS: Final = re.compile(r"(?:call|delete|do|insert|merge|select|update|with)\b", re.IGNORECASE)
_NOTICED: Final = 0.1
"""Seconds from which on somebody notices."""
_INDEX: Final = frozenset({"i", "I"})


class Blocked(StrEnum):
    """What waits for a lock, the least first."""

    SAME_ROWS = "writes to changed rows"
    NUMBERS = "new numbers"
    WRITES = "writes"
    ALL = "reads and writes"


_RANKS: Final = {what: rank for rank, what in enumerate(Blocked)}


class Task(NamedTuple):
    """What is done to the rows of a relation, how many and how many bytes they are, and how long it takes."""

    verb: Verb
    relation: str
    rows: float
    bytes: float
    seconds: Band


class Wait(NamedTuple):
    """Who waits for how long, on a relation to which so much is written."""

    blocked: Blocked
    relation: str
    seconds: Band
    writes: Writes

    @property
    def noticed(self) -> bool:
        """Whether it may be long enough to be noticed."""
        return self.seconds.high >= _NOTICED


class Priced(NamedTuple):
    """A statement with what it does and who waits for it from then on until its transaction ends.

    ``idle`` are relations that it locks too and that hold no rows or are not there. ``certain``: whether it is known
    that its work grows. ``safe`` is what to do in its place.
    """

    cost: Measured
    tasks: tuple[Task, ...]
    waits: tuple[Wait, ...]
    idle: tuple[str, ...]
    certain: bool
    safe: str | None

    @property
    def seconds(self) -> Band:
        """How long it takes."""
        return _sum(task.seconds for task in self.tasks)


def priced(costs: Sequence[tuple[Measured, str]], held: Find, *, transaction: bool) -> Iterator[Priced]:
    """Yield the statements of a step, each given with its whole text; ``transaction``: whether it is one."""
    if not transaction:
        for alone in costs:
            yield from priced([alone], held, transaction=True)
        return
    working = _Working(held)
    tasks = [tuple(working.tasks(cost, text)) for cost, text in costs]
    taken = [_sum(task.seconds for task in done) for done in tasks]
    rest = [*accumulate(reversed(taken), Band.plus)][::-1]
    locks = _Locks(held)
    for at, (cost, text) in enumerate(costs):
        waits = tuple(locks.waits(cost, tasks[at], rest[at]))
        safe = None
        if taken[at].high >= _NOTICED:
            safe = safe_form(cost, text) if locks.any else None
        elif any(wait.noticed for wait in waits):
            safe = APART
        yield Priced(cost, tasks[at], waits, locks.idle(cost, waits), _certain(cost, text), safe)


def _sum(bands: Iterable[Band]) -> Band:
    total = Band()
    for item in bands:
        total = total.plus(item)
    return total


def _certain(cost: Measured, text: str) -> bool:
    """Tell whether it is known that what was measured grows with the rows: so it is of all but statements on rows."""
    return bool(cost.grows) or not _ON_ROWS.match(text)


class _Working:
    """What a transaction does to rows, statement by statement."""

    def __init__(self, held: Find) -> None:
        self._held = held
        self._locked: set[Name] = set()

    def tasks(self, cost: Measured, text: str) -> Iterator[Task]:
        """Yield what a statement does to rows that are there, unless it is the same however many there are.

        What it does to a partition of a table that is locked as well, it does to all partitions that there are now.
        """
        locked = (self._held(lock.name) for lock in cost.locks if lock.kind in RELATIONS)
        self._locked |= {found.table for found in locked if found}
        seen: set[tuple[Verb, Name]] = set()
        for verb, relation, there in _works(cost, text):
            found = self._held(there)
            if found is None or there in cost.same:
                continue
            if found.root in self._locked and (whole := self._held(".".join(map(verbatim, found.root)))):
                found, relation = whole, ".".join(map(quote, found.root))
            if found.rows and (verb, found.table) not in seen:
                size = found.whole if verb is Verb.REWRITES else found.bytes
                yield Task(verb, relation, found.rows, size, band(verb, found.rows, size, certain=_certain(cost, text)))
                seen.update({(verb, found.table)} if found.root else ())


def _works(cost: Measured, text: str) -> Iterator[tuple[Verb, str, str]]:
    """Yield what is done to which relation, and the relation whose rows say how often."""
    built = [table_of(part) for part in cost.builds]
    yield from ((Verb.REWRITES, name, name) for name in cost.rewrites)
    yield from ((Verb.SCANS, name, name) for name in cost.scans if name not in {*cost.rewrites, *built})
    if _REFERENCES.search(text):
        tables = {table_of(part) for part in cost.validates}
        yield from ((Verb.CHECKS_REFERENCES, name, name) for name in sorted(tables))
    yield from ((Verb.INDEXES, name, name) for name in built)
    yield from ((Verb.UPDATES, name, name) for name in cost.updates)
    yield from ((Verb.DELETES, name, name) for name in cost.deletes)
    sources = [name for name in cost.grows if name not in cost.inserts] or list(cost.grows)
    yield from ((Verb.INSERTS, name, source) for name in cost.inserts for source in sources[:1])


class _Locks:
    """What a transaction keeps waiting, statement by statement."""

    def __init__(self, held: Find) -> None:
        self._held = held
        self._strongest: dict[Name, int] = {}

    @property
    def any(self) -> bool:
        """Whether anybody waits by now."""
        return bool(self._strongest)

    def waits(self, cost: Measured, tasks: Sequence[Task], rest: Band) -> Iterator[Wait]:
        """Yield who waits for a statement and for no statement before it."""
        changed = [task.relation for task in tasks if task.verb in {Verb.UPDATES, Verb.DELETES}]
        for name, what in (*_blocking(cost), *((name, Blocked.SAME_ROWS) for name in changed)):
            found = self._held(name)
            if found is None or (found.empty and rest.high < _NOTICED):
                continue
            if _RANKS[what] > self._strongest.get(found.table, -1):
                self._strongest[found.table] = _RANKS[what]
                relation = ".".join(map(quote, found.table)) if found.kind in _INDEX else name
                yield Wait(what, relation, rest, found.writes)

    def idle(self, cost: Measured, waits: Iterable[Wait]) -> tuple[str, ...]:
        """Return what a statement locks where nobody is: what holds no rows, or is not there."""
        waiting = {wait.relation for wait in waits}
        names = dict.fromkeys(name for name, _ in _blocking(cost) if name not in waiting)
        return tuple(name for name in names if (found := self._held(name)) is None or found.empty)


def _blocking(cost: Measured) -> Iterator[tuple[str, Blocked]]:
    for lock in cost.locks:
        if what := _blocked(lock.kind, lock.mode):
            yield lock.name, what


def _blocked(kind: str, mode: Mode) -> Blocked | None:
    """Return what a lock keeps waiting; one on an index keeps waiting what plans to use its table."""
    if kind == "sequence":
        return Blocked.NUMBERS if mode >= Mode.SHARE else None
    if kind not in RELATIONS:
        return None
    if mode is Mode.ACCESS_EXCLUSIVE:
        return Blocked.ALL
    return Blocked.WRITES if mode >= Mode.SHARE and kind != "index" else None

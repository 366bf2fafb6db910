"""What a statement does to relations that were there before its transaction: values, the same on every machine."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Mode(IntEnum):
    """The modes of locks on relations, from weak to strong: the manual's section "Explicit Locking"."""

    ACCESS_SHARE = 1
    ROW_SHARE = 2
    ROW_EXCLUSIVE = 3
    SHARE_UPDATE_EXCLUSIVE = 4
    SHARE = 5
    SHARE_ROW_EXCLUSIVE = 6
    EXCLUSIVE = 7
    ACCESS_EXCLUSIVE = 8

    @property
    def words(self) -> str:
        """The mode as the manual writes it."""
        return self.name.replace("_", " ")


class Lock(NamedTuple):
    """The strongest lock that a statement takes on something, in a mode above those held on it before.

    ``kind`` is table, index, sequence, view, materialized view, foreign table, composite type, or, where it is no
    relation, what `pg_identify_object` calls it. ``name`` is qualified and quoted as SQL needs it, as it was before
    the transaction.
    """

    kind: str
    name: str
    mode: Mode


def in_order(locks: Iterable[Lock]) -> tuple[Lock, ...]:
    """Return locks in the order in which they are told: the strongest first."""
    return tuple(sorted(locks, key=lambda lock: (-lock.mode, lock)))


class Work(NamedTuple):
    """What the server counted on a relation during a statement, for a comparison of two runs of different size.

    ``scans`` are sequential ones and ``read`` their rows, those that a rewrite or an index build looks at among them;
    ``fetched`` are those found by indexes.
    """

    relation: str
    scans: int
    read: int
    fetched: int
    inserted: int
    updated: int
    deleted: int


@dataclass(frozen=True, slots=True)
class Cost:
    """What one statement costs; ``statement`` counts those of the text from 0, ``offset`` is where it begins.

    Names of relations are qualified, those of constraints followed by "on" and the table. ``rewrites`` are the tables
    that got new files with rows in them, ``empties`` those that got empty ones, ``scans`` those that were read from
    the first row on, ``validates`` the constraints held against rows that were there, or the table where the server
    does not tell which, ``builds`` the indexes made of such rows, followed by "on" and the table as well. ``waits``:
    whether it waits for transactions of others to end, whatever they do. Where it is not ``counted``, ``works``
    tells of changes of rows alone, or of nothing, whatever it did.
    """

    statement: int
    offset: int
    locks: tuple[Lock, ...] = ()
    rewrites: tuple[str, ...] = ()
    empties: tuple[str, ...] = ()
    scans: tuple[str, ...] = ()
    validates: tuple[str, ...] = ()
    builds: tuple[str, ...] = ()
    works: tuple[Work, ...] = ()
    waits: bool = False
    counted: bool = True

    def __bool__(self) -> bool:
        """Whether it costs anything that others could notice."""
        return bool(self.locks or self.rewrites or self.empties or self.scans or self.builds or self.works)

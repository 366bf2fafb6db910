"""How fast servers work through rows that are there: the one table of figures, and the time that follows from them."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

SPREAD: Final = 3.0
"""A time is told as a band, this many times as quick to this many times as slow as the figures have it."""
STORAGE: Final = 250e6
"""Bytes in a second that storage takes or gives."""


class Verb(StrEnum):
    """What is done to the rows of a relation."""

    REWRITES = "rewrites"
    SCANS = "scans"
    CHECKS_REFERENCES = "checks references of"
    INDEXES = "builds an index on"
    UPDATES = "updates rows of"
    DELETES = "deletes rows of"
    INSERTS = "inserts rows into"


class Speed(NamedTuple):
    """Rows in a second, and how many times the bytes of the rows go to storage, or come from there, the log included.

    The rows were counted by benchmarks/throughput.py on the embedded PostgreSQL 18.6: a million rows of three numbers
    and a word of 32 letters with a primary key, by one processor, everything in memory, with a disk for the log.
    """

    rows: float
    passes: int


SPEEDS: Final = {
    Verb.REWRITES: Speed(1.5e6, 3),
    Verb.SCANS: Speed(20e6, 1),
    Verb.CHECKS_REFERENCES: Speed(2e6, 1),
    Verb.INDEXES: Speed(2e6, 1),
    Verb.UPDATES: Speed(0.35e6, 3),
    Verb.DELETES: Speed(3e6, 2),
    Verb.INSERTS: Speed(1.5e6, 2),
}


class Band(NamedTuple):
    """From so many seconds to so many, and about how many."""

    low: float = 0.0
    about: float = 0.0
    high: float = 0.0

    def plus(self, other: Band) -> Band:
        """Return the time of both, one after the other."""
        return Band(self.low + other.low, self.about + other.about, self.high + other.high)


def band(verb: Verb, rows: float, size: float, *, certain: bool = True) -> Band:
    """Return how long it takes to do this to so many rows of so many bytes; perhaps no time, where not certain."""
    speed = SPEEDS[verb]
    about = rows / speed.rows + size * speed.passes / STORAGE
    return Band(about / SPREAD if certain else 0.0, about, about * SPREAD)

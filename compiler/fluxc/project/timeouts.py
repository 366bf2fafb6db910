"""How long a step waits for locks behind which others wait, and how long its statements may take then."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NONE: Final = "0"
LOCK: Final = "5s"
STATEMENT: Final = "1min"
_SAID: Final = re.compile(r"[1-9][0-9]{0,9}(?:ms|s|min|h)", re.ASCII)
_DURATION: Final = re.compile(r"([0-9]{1,10})(ms|s|min|h|)", re.ASCII)
_MILLISECONDS: Final = {"h": 3_600_000, "min": 60_000, "s": 1000, "ms": 1, "": 1}
_LONGEST: Final = 2_147_483_647
"""What servers take at most, nearly 25 days."""
_CURES: Final = {
    "lock_timeout": 'write "5s" or "500ms": a number and ms, s, min or h',
    "statement_timeout": 'write "1min" or "30s": a number and ms, s, min or h, or 0 for no end',
}
KEYS: Final = tuple(_CURES)
_TOO_SHORT: Final = "write a longer `statement_timeout`, or a shorter `lock_timeout`"


class Timeouts(NamedTuple):
    """What is said of both, empty where nothing is; a statement may be given no end, as `NONE`."""

    lock: str = ""
    statement: str = ""

    def over(self, others: Timeouts) -> Timeouts:
        """Return what holds where this is said in the place of others.

        A statement's time runs while it waits for locks. Of what is not said in one place, the one that is said there
        counts, and the other gives way.
        """
        lock, statement = self.lock or others.lock, self.statement or others.statement
        if not (lock and statement) or _fits(lock, statement):
            return Timeouts(lock, statement)
        if self.statement and not self.lock:
            return Timeouts(_duration(max(milliseconds(statement) // 2, 1)), statement)
        return Timeouts(lock, _duration(min(2 * milliseconds(lock), _LONGEST)))

    @property
    def fit(self) -> bool:
        """Return whether a wait for a lock comes to its end before the statement that waits."""
        return not (self.lock and self.statement) or _fits(self.lock, self.statement)


UNSAID: Final = Timeouts()
USUAL: Final = Timeouts(LOCK, STATEMENT)
"""What holds where nothing is said."""


def timeouts_of(said: Mapping[str, object], complain: Callable[[str, str, str], None]) -> Timeouts:
    """Return what settings say of both, and ``complain`` of a key, by a message and a cure, where that is wrong."""
    found: dict[str, str] = {}
    for key, cure in _CURES.items():
        value = said.get(key)
        if value is not None and not _is_time(value, endless=key == "statement_timeout"):
            complain(key, f"`{key}` is no time", cure)
            value = None
        found[key] = "" if value is None else str(value)
    result = Timeouts(found["lock_timeout"], found["statement_timeout"])
    if not result.fit:
        message = f"`statement_timeout` is {result.statement}, and a statement may wait {result.lock} for a lock alone"
        complain("statement_timeout", message, _TOO_SHORT)
    return result


def milliseconds(duration: str) -> int:
    """Return the length of a time as settings and servers say it; raises ValueError for other texts."""
    found = _DURATION.fullmatch(duration)
    if found is None:
        raise ValueError(duration)
    return int(found[1]) * _MILLISECONDS[found[2]]


def _is_time(value: object, *, endless: bool) -> bool:
    if endless and (value == NONE or (value == 0 and type(value) is int)):
        return True
    return isinstance(value, str) and _SAID.fullmatch(value) is not None and milliseconds(value) <= _LONGEST


def _fits(lock: str, statement: str) -> bool:
    return statement == NONE or milliseconds(lock) < milliseconds(statement)


def _duration(length: int) -> str:
    unit = next(unit for unit, size in _MILLISECONDS.items() if length % size == 0)
    return f"{length // _MILLISECONDS[unit]}{unit}"

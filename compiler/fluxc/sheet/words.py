"""What statements would cost on a database, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.sheet.estimate import Blocked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.sheet.estimate import Priced, Task, Wait
    from fluxc.sheet.speed import Band

_ON: Final = {
    Blocked.SAME_ROWS: "writes to the changed rows of",
    Blocked.NUMBERS: "new numbers of",
    Blocked.WRITES: "writes on",
    Blocked.ALL: "reads and writes on",
}
_UNITS: Final = (("days", 86400.0, 2.0), ("h", 3600.0, 2.0), ("min", 60.0, 2.0), ("s", 1.0, 1.0))
"""Each with its seconds, and how many of it there are at least."""
_BYTES: Final = (("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("kB", 1e3))
_PRECISE: Final = 10
_SHORTEST: Final = 0.1


def priced_words(item: Priced) -> Iterator[str]:
    """Yield what a statement does to rows, how long that takes, who waits, and what to do in its place."""
    yield from map(_task, item.tasks)
    if item.tasks and not item.certain:
        yield "whether this grows with the rows was not measured, so it may take no time"
    if item.cost.waits:
        yield "waits for other transactions to end"
    yield from map(wait_words, item.waits)
    if item.idle:
        yield f"no one waits at {', '.join(item.idle)}: no rows are there"
    if item.safe:
        yield f"instead: {item.safe}"


def wait_words(wait: Wait) -> str:
    """Return who waits for how long."""
    who = f"{_ON[wait.blocked]} {wait.relation}"
    if not wait.noticed:
        return f"{who} wait for a moment"
    rows, span = wait.writes.rate * wait.seconds.about, seconds_words(wait.writes.seconds)
    written = f"; about {_round(rows)} rows are written there in as long, going by the last {span}" if rows >= 1 else ""
    return f"{who} wait for {band_words(wait.seconds)}{written}"


def band_words(seconds: Band) -> str:
    """Return a time as "about 40 s (13 s to 2 min)"."""
    if seconds.high < _SHORTEST:
        return "no time"
    low, high = seconds_words(seconds.low), seconds_words(seconds.high)
    return f"about {seconds_words(seconds.about)} ({low} to {high})"


def seconds_words(seconds: float) -> str:
    """Return a time with two digits at most."""
    for unit, length, least in _UNITS:
        if seconds >= length * least:
            return f"{_round(seconds / length)} {unit}"
    return f"{seconds:.1f}".removesuffix(".0") + " s"


def _task(task: Task) -> str:
    size = next((f"{_round(task.bytes / length)} {unit}" for unit, length in _BYTES if task.bytes >= length), "")
    rows = f"{_round(task.rows)} {'row' if task.rows == 1 else 'rows'}" + (f", {size}" if size else "")
    return f"{task.verb} {task.relation} ({rows}): {band_words(task.seconds)}"


def _round(number: float) -> str:
    """Return a number with two digits that count, thousands apart."""
    if number < _PRECISE:
        return f"{number:.1f}".removesuffix(".0")
    digits = len(str(int(number))) - 2
    return f"{round(number, -digits):,.0f}"

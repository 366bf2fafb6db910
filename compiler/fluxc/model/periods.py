"""The periods of rolling partitions: where each begins and what its partition is called; in UTC, without a clock."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from fluxc.model.names import derived

if TYPE_CHECKING:
    from collections.abc import Iterable

Every = Literal["hour", "day", "week", "month", "quarter", "year"]

FIRST: Final = datetime.min.replace(tzinfo=UTC)
LAST: Final = datetime.max.replace(tzinfo=UTC)
AHEAD: Final = 3
"""For how many periods after the current one there is a partition where a rule does not say it."""
PIECES: Final = 9
"""Into how many partitions a period can come apart."""

_MONTHS: Final[dict[str, int]] = {"month": 1, "quarter": 3, "year": 12}
_SPANS: Final = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1)}
_LABELS: Final[dict[Every, str]] = {
    "hour": r"\d{4}_\d{2}_\d{2}_\d{2}",
    "day": r"\d{4}_\d{2}_\d{2}",
    "week": r"\d{4}_w\d{2}",
    "month": r"\d{4}_\d{2}",
    "quarter": r"\d{4}_q[1-4]",
    "year": r"\d{4}",
}
_BEHIND: Final[dict[Every, re.Pattern[str]]] = {
    every: re.compile(rf"_({label})(?:_([2-{PIECES}]))?\Z", re.ASCII) for every, label in _LABELS.items()
}
_LONGEST: Final = len("_2026_11_27_13_2")


class Span(NamedTuple):
    """The time from ``low`` up to, but without, ``high``."""

    low: datetime
    high: datetime


class Piece(NamedTuple):
    """What of a period no partition takes yet."""

    period: datetime
    span: Span


def begin(every: Every, moment: datetime) -> datetime:
    """Return where the period begins that a moment lies in."""
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    match every:
        case "hour":
            return moment.replace(minute=0, second=0, microsecond=0)
        case "day":
            return day
        case "week":
            return day - timedelta(days=day.weekday())
        case _:
            return day.replace(day=1, month=(day.month - 1) // _MONTHS[every] * _MONTHS[every] + 1)


def onward(every: Every, start: datetime, count: int) -> datetime:
    """Return where the period begins that comes ``count`` periods later, FIRST or LAST where no calendar goes there."""
    try:
        if every in _SPANS:
            return start + count * _SPANS[every]
        year, month = divmod(start.year * 12 + start.month - 1 + count * _MONTHS[every], 12)
        return start.replace(year=year, month=month + 1)
    except (OverflowError, ValueError):
        return LAST if count > 0 else FIRST


def label(every: Every, start: datetime) -> str:
    """Return what the period that begins there adds to the name of the table."""
    match every:
        case "week":
            year, week, _ = start.isocalendar()
            return f"{year:04}_w{week:02}"
        case "quarter":
            return f"{start.year:04}_q{(start.month + 2) // 3}"
        case _:
            parts = (f"{start.year:04}", *(f"{part:02}" for part in (start.month, start.day, start.hour)))
            return "_".join(parts[: {"year": 1, "month": 2, "day": 3, "hour": 4}[every]])


def partition_name(table: str, every: Every, start: datetime, piece: int = 1) -> str:
    """Return the name of the partition of a period, or of a further piece of it."""
    behind = label(every, start)
    return derived(table, None, behind if piece == 1 else f"{behind}_{piece}")


def period_of(table: str, name: str) -> tuple[Every, datetime] | None:
    """Return the period that a partition of a table is called after, of whatever length; None for any other name."""
    if not name[-1:].isdecimal():
        return None
    for every, pattern in _BEHIND.items():
        found = pattern.search(name, max(0, len(name) - _LONGEST))
        start = _start(every, found[1]) if found else None
        if found and start is not None and partition_name(table, every, start, int(found[2] or 1)) == name:
            return every, start
    return None


def _start(every: Every, text: str) -> datetime | None:
    try:
        numbers = [int(part.lstrip("wq")) for part in text.split("_")]
        if every == "week":
            return datetime.fromisocalendar(numbers[0], numbers[1], 1).replace(tzinfo=UTC)
        if every == "quarter":
            numbers[1] = numbers[1] * 3 - 2
        year, month, day, hour = (*numbers, *(1, 1, 0)[len(numbers) - 1 :])
        return datetime(year, month, day, hour, tzinfo=UTC)
    except ValueError:
        return None


def missing(every: Every, now: datetime, ahead: int, taken: Iterable[Span]) -> list[Piece]:
    """Return what no partition takes of the period of ``now`` and of those ``ahead`` of it, in the order of time."""
    held = sorted(taken)
    first = begin(every, now)
    found: list[Piece] = []
    for number in range(ahead + 1):
        start = onward(every, first, number)
        found += (Piece(start, span) for span in _free(Span(start, onward(every, first, number + 1)), held))
    return found


def _free(period: Span, held: list[Span]) -> list[Span]:
    """Return the parts of a period that none of the spans, which are in order, takes."""
    found: list[Span] = []
    low = period.low
    for span in held:
        if span.high > low and span.low < period.high:
            found.append(Span(low, min(span.low, period.high)))
            low = span.high
    found.append(Span(low, period.high))
    return [span for span in found if span.low < span.high]


def is_past(every: Every, now: datetime, keep: int, span: Span) -> bool:
    """Return whether all of a span is older than the ``keep`` periods before that of ``now``."""
    return span.high <= onward(every, begin(every, now), -keep)

"""The calendar of rolling partitions: periods tile time, and their names are unique and read back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fluxc.model.names import MAX_BYTES
from fluxc.model.periods import (
    FIRST,
    LAST,
    PIECES,
    Every,
    Span,
    begin,
    is_past,
    label,
    missing,
    onward,
    partition_name,
    period_of,
)

EVERY = st.sampled_from(get_args(Every))
MOMENTS = st.datetimes(datetime(1000, 1, 1), datetime(8999, 12, 31), timezones=st.just(UTC))
TABLES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=63).filter(
    lambda name: len(name.encode()) <= MAX_BYTES
) | st.from_regex(r"\At(_2026)?_[0-9_w]{1,14}\Z")


@given(EVERY, MOMENTS, st.integers(-50, 50))
def test_periods_tile_time(every: Every, moment: datetime, count: int) -> None:
    """A moment lies in one period, the next one begins where it ends, and steps add up."""
    start = begin(every, moment)
    assert start <= moment < onward(every, start, 1)
    assert begin(every, start) == start
    there = onward(every, start, count)
    assert begin(every, there) == there
    assert onward(every, there, -count) == start
    assert onward(every, onward(every, start, 1), -1) == start


@given(TABLES, EVERY, MOMENTS, MOMENTS, st.integers(1, PIECES))
def test_names_are_unique_and_read_back(table: str, every: Every, one: datetime, two: datetime, piece: int) -> None:
    """Two periods have one name only where they are one, and the name tells which."""
    first, second = begin(every, one), begin(every, two)
    name = partition_name(table, every, first, piece)
    assert len(name.encode()) <= MAX_BYTES
    assert period_of(table, name) == (every, first)
    assert (name == partition_name(table, every, second, piece)) == (first == second)


@given(
    EVERY,
    MOMENTS,
    st.integers(1, 6),
    st.lists(st.tuples(st.integers(-5000, 20000), st.integers(1, 4000)), max_size=6),
)
def test_what_is_missing_fills_the_gaps(every: Every, now: datetime, ahead: int, held: list[tuple[int, int]]) -> None:
    """With what is missing all is taken from the current period on, nothing twice, and each piece is of one period."""
    taken: list[Span] = []
    for offset, hours in sorted(held):
        low = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=offset)
        if not taken or taken[-1].high <= low:
            taken.append(Span(low, low + timedelta(hours=hours)))
    pieces = missing(every, now, ahead, taken)
    whole = Span(begin(every, now), onward(every, begin(every, now), ahead + 1))
    spans = sorted([*(piece.span for piece in pieces), *taken])
    assert all(one.high <= two.low for one, two in pairwise(spans))
    inside = [span for span in spans if span.high > whole.low and span.low < whole.high]
    assert inside[0].low <= whole.low
    assert inside[-1].high >= whole.high
    assert all(one.high == two.low for one, two in pairwise(inside))
    for period, span in pieces:
        assert period <= span.low < span.high <= onward(every, period, 1)
        assert begin(every, period) == period


@pytest.mark.parametrize(
    ("every", "text"),
    [
        ("hour", "2027_01_01_13"),
        ("day", "2027_01_01"),
        ("week", "2026_w53"),
        ("month", "2027_01"),
        ("quarter", "2027_q1"),
        ("year", "2027"),
    ],
)
def test_labels(every: Every, text: str) -> None:
    """Weeks are those of ISO 8601, with the year that they belong to."""
    assert label(every, begin(every, datetime(2027, 1, 1, 13, 5, tzinfo=UTC))) == text


@pytest.mark.parametrize("name", ["events", "events_2026_13", "events_2026_w54", "events_2026_1", "events_2026_11_2x"])
def test_other_names(name: str) -> None:
    """A name that only looks like a period's is none."""
    assert period_of("events", name) is None
    assert period_of("event", "events_2026_11") is None


def test_the_ends_of_time() -> None:
    """What is kept for longer than there is a calendar is kept for ever."""
    now = datetime(2026, 11, 27, tzinfo=UTC)
    assert onward("year", begin("year", now), -3000) == FIRST
    assert onward("year", begin("year", now), 9000) == LAST
    assert not is_past("year", now, 3000, Span(FIRST, datetime(1000, 1, 1, tzinfo=UTC)))
    assert is_past("year", now, 0, Span(FIRST, datetime(2026, 1, 1, tzinfo=UTC)))

"""What a certificate says of costs is read back from it, whatever names hold."""

from __future__ import annotations

import io

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fluxc.history.certificate import Certificate, lines_of, read_certificate, said
from fluxc.prove.costs import cost_lines, read_costs, table_of
from fluxc.trace.cost import Lock, Mode
from fluxc.trace.measured import Measured

WORDS = st.sampled_from(
    (
        "users",
        "a_1",
        '"a, b"',
        '"x on y"',
        '"q""uote"',
        '"é.x"',
        '"two\nlines"',
        '"\r[PostgreSQL 14]"',
        r'"\u0041\"',
        '"\x85"',
    )
)
NAMES = st.tuples(WORDS, WORDS).map(".".join)
PARTS = st.tuples(WORDS, NAMES).map(" on ".join)
KINDS = st.sampled_from(["table", "index", "materialized view", "foreign table", "type", "text search dictionary"])
LOCKS = st.builds(Lock, KINDS, NAMES, st.sampled_from(Mode))


def some(names: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(names, max_size=3).map(tuple)


COSTS = st.builds(
    Measured,
    st.integers(1, 99),
    st.text(max_size=20),
    st.lists(LOCKS, max_size=3).map(tuple),
    *[some(NAMES)] * 3,
    validates=some(NAMES | PARTS),
    builds=some(PARTS),
    inserts=some(NAMES),
    updates=some(NAMES),
    deletes=some(NAMES),
    grows=some(NAMES),
    same=some(NAMES),
    waits=st.booleans(),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(COSTS, max_size=2))
def test_costs_are_read_back(costs: list[Measured]) -> None:
    """Names with line breaks, commas and words of the certificate itself among them; each line is one of the file."""
    part = said(["proved: up", "rows: 4 in 1 table", *cost_lines(costs)])
    text = Certificate("0001_first", "a", "b", "c", {14: part, 15: part}).text()
    kept = read_certificate(io.StringIO(text, newline=None).read())
    assert kept is not None
    assert [read_costs(lines_of(kept.servers[major])) for major in (14, 15)] == [tuple(costs)] * 2


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS, NAMES)
def test_the_table_of_a_part_is_told(name: str, table: str) -> None:
    """A name may hold the word that comes before its table."""
    assert (table_of(f"{name} on {table}"), table_of(table)) == (table, table)

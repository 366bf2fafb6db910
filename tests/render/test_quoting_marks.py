"""Bodies that hold lines which look like the marks of a migration file."""

from __future__ import annotations

import pytest

from fluxc.history.marks import mark_inside
from fluxc.render.quoting import FILTERS


@pytest.mark.parametrize("body", ["begin\n-- step 1: it's\nend", "-- delta\nselect E'\\\\'"])
def test_no_line_of_a_body_is_a_mark(body: str) -> None:
    """Such a body is written with escapes, any other between dollars."""
    written = FILTERS["dollar_quoted"](body)

    assert (mark_inside(written), written[:2]) == (False, "E'")
    assert FILTERS["dollar_quoted"]("select 1") == "$body$select 1$body$"

"""What keeps columns in step while old and new code are at work."""

from __future__ import annotations

from itertools import combinations

from fluxc.model.mirror import Mirror, Side

TABLES = (("app", "a"), ("app", "a_b"), ("app", "a" * 63), ("app", "a" * 62 + "b"))
COLUMNS = (("b_c",), ("c",), ("b", "c"), ("c" * 63,))


def test_no_two_have_one_function() -> None:
    """Names that run together are told apart, in a namespace and in a table."""
    mirrors = [Mirror(table, tuple(Side(name, "text", "x") for name in names)) for table in TABLES for names in COLUMNS]

    assert all(one.name != other.name for one, other in combinations(mirrors, 2))
    assert all(len(mirror.name.encode()) <= 63 for mirror in mirrors)

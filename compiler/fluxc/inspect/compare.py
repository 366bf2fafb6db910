"""The comparison of two catalogues in which expressions that mean the same to the server are equal.

The server's text of an expression is not always a fixed point: read back, ``x IN ('a', 'b')`` over a varchar is
written with its casts in another place. Where the texts differ, both are given to the server again and again, on a
temporary table of the same shape, until neither changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Key
from fluxc.inspect.difference import differences
from fluxc.inspect.expression import Expression, FixedPoints
from fluxc.inspect.reading import answered
from fluxc.inspect.session import pinned

if TYPE_CHECKING:
    from collections.abc import Callable

    import psycopg

    from fluxc.inspect.catalogue import Catalogue
    from fluxc.inspect.difference import Difference


def compare(connection: psycopg.Connection[Any], expected: Catalogue, found: Catalogue) -> tuple[Difference, ...]:
    """Return the differences that remain when this server has read differing expressions to a fixed point.

    The database of ``connection`` holds the tables of either catalogue, and its role may create temporary tables; an
    expression that cannot be read there is compared as text. Nothing is asked when no expression differs, nothing is
    left behind, and the connection must be idle. OutsideError when the connection is lost.
    """
    return compare_asking(lambda: connection, expected, found)


def compare_asking(
    server: Callable[[], psycopg.Connection[Any]], expected: Catalogue, found: Catalogue
) -> tuple[Difference, ...]:
    """Return what `compare` returns; ``server`` is called for the connection only if an expression differs."""
    all_differences = differences(expected, found)
    doubtful = {
        difference: pair for difference in all_differences if (pair := _expressions(difference, expected, found))
    }
    if not doubtful:
        return all_differences
    connection = server()
    with answered(connection), pinned(connection, read_only=False):
        points = FixedPoints(connection)
        equal = {difference for difference, (one, other) in doubtful.items() if points.of(one) == points.of(other)}
    return tuple(difference for difference in all_differences if difference not in equal)


def _expressions(difference: Difference, expected: Catalogue, found: Catalogue) -> tuple[Expression, Expression] | None:
    """Return both sides of a difference if both are expressions, else None."""
    key = Key(difference.kind, difference.object)
    table = ("", "") if key.kind == "domain type" else expected.tables.get(key)
    if table is None or not difference.attribute:
        return None
    one, other = (
        Expression.of(key.kind, difference.attribute, catalogue.objects[key], table) for catalogue in (expected, found)
    )
    return (one, other) if one and other else None

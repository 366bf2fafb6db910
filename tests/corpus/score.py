"""How many objects of each kind come out as they were, over all schemas and cases of a run."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from fluxc.inspect import compare, read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from typing import Any

    import psycopg

    from fluxc.commands.pull import Unsaid
    from fluxc.inspect import Catalogue
    from fluxc.inspect.catalogue import Key

    Connection = psycopg.Connection[Any]

Score = dict[str, tuple[int, int, int]]
"""By kind: how many objects are equal, how many there are, and how many more are left to raw SQL."""


def compared(one: Connection, other: Connection, unsaid: Iterable[Unsaid]) -> tuple[list[str], Score]:
    """Return in what the second database is not as the first, and the score; what is left to raw SQL is neither."""
    expected, found = read(one), read(other)
    differences = compare(other, expected, found)
    left = set(_left(expected, {item.object for item in unsaid}))
    wrong = {(item.kind, item.object) for item in differences}
    told = [item.text for item in differences if (item.kind, item.object) not in left]
    return told, _score(expected, found, wrong, left)


def _left(catalogue: Catalogue, names: Collection[str]) -> Iterator[Key]:
    for key in catalogue.objects:
        if f"{key.kind.removeprefix('privileges on ')} {key.name}" in names:
            yield key


def _score(expected: Catalogue, found: Catalogue, wrong: Collection[Any], left: Collection[Key]) -> Score:
    equal, all_of, alone = Counter[str](), Counter[str](), Counter[str]()
    for key in expected.objects.keys() | found.objects.keys():
        kind = _kind(key)
        if key in left:
            alone[kind] += 1
            continue
        all_of[kind] += 1
        equal[kind] += key in expected.objects and key in found.objects and key not in wrong
    return {kind: (equal[kind], all_of[kind], alone[kind]) for kind in all_of.keys() | alone.keys()}


def _kind(key: Key) -> str:
    return "privileges" if key.kind.startswith("privileges on ") else key.kind.removeprefix("inherited ")


def added(scores: Iterable[Mapping[str, tuple[int, int, int]]]) -> Score:
    """Return the sum of scores."""
    total: dict[str, list[int]] = {}
    for score in scores:
        for kind, numbers in score.items():
            row = total.setdefault(kind, [0, 0, 0])
            row[:] = [one + other for one, other in zip(row, numbers, strict=True)]
    return {kind: (row[0], row[1], row[2]) for kind, row in sorted(total.items())}


def lines(score: Score) -> Iterator[str]:
    """Yield a table of a score in Markdown."""
    yield "| kind | equal | of | left to raw SQL |"
    yield "| --- | ---: | ---: | ---: |"
    for kind, (equal, every, alone) in score.items():
        yield f"| {kind} | {equal} | {every} | {alone or ''} |"
    sums = [sum(row[at] for row in score.values()) for at in range(3)]
    yield f"| all | {sums[0]} | {sums[1]} | {sums[2] or ''} |"

"""Which makers the rows of a table take in turn, so that checks hold and rows differ in kind."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING, NamedTuple

from fluxc.sample.draft import bases, trial_cell
from fluxc.sample.maker import MANY, Sort, one_of, text
from fluxc.sample.picks import strided
from fluxc.sample.trial import NUMBER, holding, probes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fluxc.sample.draft import Draft
    from fluxc.sample.facts import Check
    from fluxc.sample.trial import Ask, Held

STYLES = 8
"""Rows in a row that may each be of another style; the first is the ordinary one, the second has nulls."""


class Styles(NamedTuple):
    """Of each column the places in its pool by style, the checks that rows are to be filtered by, and those without hope."""

    places: dict[str, list[int]]
    filters: list[Check]
    hopeless: list[Check]


def styles(made: Draft, rows: int, ask: Ask) -> Styles:
    """Choose makers for a draft, adding to its pools where values can be taken in turn."""
    found = Styles({}, [], [])
    for names, checks in _groups(made):
        cells = [trial_cell(made, name) for name in names]
        held = holding(ask, cells, _needed_layers(made, checks), [text(check.text) for check in checks], probes(rows))
        if not held:
            found.hopeless.extend(checks)
            continue
        found.filters.extend(checks)
        chosen = _chosen(made, names, held)
        found.places.update({name: [choice[place] for choice in chosen] for place, name in enumerate(names)})
        if len(names) == 1:
            _taken_in_turn(made, names[0], held, found.places[names[0]])
    for name, cell in made.cells.items():
        if name not in found.places and cell.pool:
            found.places[name] = [_place(cell.pool, sort) for sort in (Sort.PLAIN, Sort.NULL, Sort.RICH)]
    _spread(made, found, rows)
    return found


def _needed_layers(made: Draft, checks: Sequence[Check]):  # type: ignore[no-untyped-def]
    """Return the source without columns computed from others that the checks do not speak of."""
    return made.source._replace(layers=_layers(made, checks))


def _layers(made: Draft, checks: Sequence[Check]):  # type: ignore[no-untyped-def]
    from psycopg.sql import SQL, Identifier

    from fluxc.sample.maker import fill

    said = {name for check in checks for name in check.columns or tuple(made.table.columns)}
    echoes = [
        fill("{key} as {name}", key=Identifier(key), name=Identifier(name))
        for name, key in made.echoes.items()
        if name in said or not checks
    ]
    computed = [
        fill(
            "({value})::{type} as {name}",
            value=text(column.default or "null"),
            type=text(column.written),
            name=Identifier(column.name),
        )
        for column in made.table.columns.values()
        if column.generated and column.name in said
    ]
    return [SQL(", ").join(layer) for layer in (echoes, computed) if layer]


def _groups(made: Draft) -> Iterator[tuple[list[str], list[Check]]]:
    """Yield columns that checks tie to each other, with those checks."""
    groups: list[tuple[set[str], list[Check]]] = []
    for check in made.table.checks:
        names = {made.echoes.get(name, name) for name in bases(made.table, check)}
        near = [group for group in groups if group[0] & names]
        groups = [group for group in groups if group not in near]
        groups.append(
            (names.union(*(group[0] for group in near)), [*(item for group in near for item in group[1]), check])
        )
    for names, checks in groups:
        ordered = [name for name in made.cells if name in names]
        if ordered and all(made.cells[name].pool for name in ordered):
            yield ordered, checks


def _place(pool: Sequence, sort: Sort) -> int:  # type: ignore[type-arg]
    return next((place for place, maker in enumerate(pool) if maker.sort is sort), 0)


def _chosen(made: Draft, names: Sequence[str], held: Sequence[Held]) -> list[tuple[int, ...]]:
    """Return choices for the styles: the most ordinary, the emptiest, the one with most edges, and others that differ."""
    pools = [made.cells[name].pool for name in names]
    most = max(item.times for item in held)

    def marks(item: Held, sort: Sort) -> int:
        return sum(pool[which].sort is sort for pool, which in zip(pools, item.choice, strict=True))

    def variety(item: Held) -> float:
        return sum(log2(min(pool[which].size, MANY)) for pool, which in zip(pools, item.choice, strict=True))

    def ordinary(item: Held) -> tuple[object, ...]:
        return (item.times == most, marks(item, Sort.PLAIN), variety(item), -sum(item.choice))

    best = sorted(held, key=ordinary, reverse=True)
    sure = [item for item in best if item.times == most]
    chosen = [
        best[0],
        max(sure, key=lambda item: marks(item, Sort.NULL)),
        max(sure, key=lambda item: marks(item, Sort.RICH)),
    ]
    seen = {pair for item in chosen for pair in enumerate(item.choice)}
    while len(names) > 1 and len(chosen) < STYLES:
        fresh = max(sure, key=lambda item: len(set(enumerate(item.choice)) - seen))
        if set(enumerate(fresh.choice)) <= seen:
            break
        chosen.append(fresh)
        seen |= set(enumerate(fresh.choice))
    return [item.choice for item in chosen]


def _taken_in_turn(made: Draft, name: str, held: Sequence[Held], places: list[int]) -> None:
    """Where ordinary values are few, take all the constants that may stand in the column in turn."""
    cell = made.cells[name]
    most = max(item.times for item in held)
    single = [cell.pool[item.choice[0]] for item in held if item.times == most]
    single = [maker for maker in single if maker.size == 1 and maker.sort is not Sort.NULL]
    if len(single) > cell.pool[places[0]].size:
        made.cells[name] = cell._replace(pool=(*cell.pool, one_of(single)))
        places[0] = len(cell.pool)


def _spread(made: Draft, found: Styles, rows: int) -> None:
    """Have the columns of a key that each have few values run through all their combinations."""
    for key in made.table.keys:
        sizes = {name: _size(made, found, name) for name in key}
        if any(size >= 2 * rows for size in sizes.values()):
            continue
        step, first = 1, 0
        for pick in made.picks:
            if set(pick.columns) & set(key):
                step, first = step * pick.count, first or pick.count
        for name in key:
            if name in found.places and not any(name in pick.columns for pick in made.picks):
                if step > 1:
                    cell = made.cells[name]
                    made.cells[name] = cell._replace(number=strided(NUMBER, step, first, sizes[name]))
                step, first = step * sizes[name], first or sizes[name]


def _size(made: Draft, found: Styles, name: str) -> int:
    for pick in made.picks:
        if name in pick.columns:
            return pick.count
    if name not in found.places:
        return MANY
    return made.cells[name].pool[found.places[name][0]].size

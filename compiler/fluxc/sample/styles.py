"""Which makers the rows of a table take in turn, so that checks hold and rows differ in kind."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING, Final, NamedTuple

from psycopg.sql import Literal

from fluxc.sample.maker import MANY, Maker, Sort, fill, one_of, text
from fluxc.sample.picks import strided
from fluxc.sample.trial import NUMBER, Held, holding, probes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from psycopg.sql import Composable

    from fluxc.sample.draft import Draft
    from fluxc.sample.facts import Check
    from fluxc.sample.maker import Pool
    from fluxc.sample.trial import Ask, Cell

    Memo = dict[object, list[Held]]

STYLES: Final = 8
"""Rows in a row that may each be of another style; the first is the ordinary one, the second has nulls."""
_TOGETHER: Final = 12
_PINNED: Final = 8
_TWIN: Final = fill("(s.i - case when s.i % {styles} = 3 then 3 else 0 end)", styles=STYLES)


class Styles(NamedTuple):
    """Of each column the places in its pool by style, the checks to filter rows by, and the checks without hope."""

    places: dict[str, list[int]]
    filters: list[Check]
    hopeless: list[Check]


def styles(made: Draft, rows: int, ask: Ask, memo: Memo) -> Styles:
    """Choose makers for a draft, adding to its pools where values can be taken in turn.

    What is asked of the server again and again, in tables that are alike, is kept in ``memo``.
    """
    found = Styles({}, [], [])
    for names, checks in _groups(made):
        if not _choose(made, found, names, checks, rows, ask, memo):
            found.hopeless.extend(checks)
    for name, cell in made.cells.items():
        if name not in found.places:
            found.places[name] = [_place(cell.pool, sort) for sort in (Sort.PLAIN, Sort.NULL, Sort.RICH)]
    _spread(made, found, rows)
    _twin(made)
    return found


def _choose(made: Draft, found: Styles, names: list[str], checks: list[Check], rows: int, ask: Ask, memo: Memo) -> bool:
    """Choose the makers of columns that checks tie together; False where the checks hold for none."""
    tried = probes(rows)
    for name in names:
        own = [check for check in checks if made.bases(check) == (name,)]
        if own:
            held = _alone(made, name, own, checks, tried, ask, memo)
            if not held:
                return False
            if _most(made.cells[name], held) < len(tried):
                held = _pinned(made, name, held, own, tried, ask)
            _keep(made, name, held, alone=len(names) == 1)
        if len(names) > 1 and len(made.cells[name].pool) > _TOGETHER:
            made.cells[name] = made.cells[name]._replace(pool=_few(made.cells[name].pool))
    cells = [made.trial_cell(name) for name in names]
    if len(names) == 1 and all(made.bases(check) == (names[0],) for check in checks):
        held = [Held((place,), 1) for place in range(len(cells[0].pool))]
    else:
        held = holding(ask, cells, made.source(checks), _conditions(checks), tried)
    if held:
        found.filters.extend(checks)
        chosen = _chosen(cells, held)
        found.places.update({name: [choice[place] for choice in chosen] for place, name in enumerate(names)})
    return bool(held)


def _alone(
    made: Draft, name: str, own: list[Check], near: list[Check], tried: Sequence[int], ask: Ask, memo: Memo
) -> list[Held]:
    """Return what a column's own checks hold for."""
    cell, column = made.trial_cell(name), made.table.columns[name]
    said = tuple((check.text, check.bodies) for check in near if name in (check.columns or (name,)))
    key = (
        name,
        name in made.counted,
        column.type,
        cell.written,
        cell.collation,
        column.default,
        len(own),
        len(cell.pool),
        said,
    )
    simple = name not in made.picked and all(check.columns == (name,) for check in own)
    if not simple or key not in memo:
        memo[key] = holding(ask, [cell], made.source(own), _conditions(own), tried)
    return memo[key]


def _conditions(checks: Sequence[Check]) -> list[Composable]:
    return [text(check.text) for check in checks]


def _groups(made: Draft) -> Iterator[tuple[list[str], list[Check]]]:
    """Yield columns that checks tie to each other, with those checks."""
    groups: list[tuple[set[str], list[Check]]] = []
    for check in made.checks:
        names, checks = set(made.bases(check)), [check]
        for group in [group for group in groups if group[0] & names]:
            groups.remove(group)
            names |= group[0]
            checks = [*group[1], *checks]
        groups.append((names, checks))
    for names, checks in groups:
        if ordered := [name for name in made.cells if name in names]:
            yield ordered, checks


def _keep(made: Draft, name: str, held: Sequence[Held], *, alone: bool) -> None:
    """Keep of a pool what its own checks hold for, the best in front, null second.

    Where ordinary values are few, all the constants that may stand in the column are taken in turn.
    """
    cell = made.cells[name]
    most = _most(cell, held)
    kept = [cell.pool[item.choice[0]] for item in held if item.times >= most]
    if name in made.counted and kept[0] is not cell.pool[0]:
        made.counted.discard(name)
    values = [maker for maker in kept if maker.sort is not Sort.NULL]
    nulls = [maker for maker in kept if maker.sort is Sort.NULL]
    if not values:
        made.cells[name] = cell._replace(pool=tuple(nulls))
        return
    best = max(values, key=lambda maker: (maker.sort is Sort.PLAIN, maker.size))
    single = [maker for maker in values if maker.size == 1]
    if alone and len(single) > best.size:
        best = one_of(single)
    first = Maker(best.make, best.size) if best.sort is Sort.SPARE else best
    made.cells[name] = cell._replace(pool=(first, *nulls, *(maker for maker in values if maker is not best)))


def _pinned(made: Draft, name: str, held: list[Held], own: list[Check], tried: Sequence[int], ask: Ask) -> list[Held]:
    """Where no maker does for all numbers, put single values that do in place of a column's pool.

    Else rows in which one column is right would not be those in which another one is. A key needs more than a few.
    """
    cell = made.cells[name]
    if name in made.counted or name in made.picked or any(name in key for key in made.table.keys):
        return held
    best = sorted(held, key=lambda item: -item.times)[:_PINNED]
    makers = [cell.pool[item.choice[0]] for item in best]
    nulls = [maker for maker in makers if maker.sort is Sort.NULL]
    numbers = range(4 * _PINNED)
    values = [_value(maker, n) for maker in makers if maker not in nulls for n in numbers if maker.size > n]
    pinned = cell._replace(pool=(*nulls, *values))
    sure = holding(ask, [pinned], made.source(own), _conditions(own), tried)
    if len(sure) == len(nulls):
        return held
    made.cells[name] = pinned
    return sure[: 2 * _PINNED]


def _most(cell: Cell, held: Sequence[Held]) -> int:
    """Return for how many numbers the best of the values does, null aside where there are others."""
    values = [item.times for item in held if cell.pool[item.choice[0]].sort is not Sort.NULL]
    return max(values, default=max(item.times for item in held))


def _value(maker: Maker, number: int) -> Maker:
    return Maker(lambda _: maker.make(Literal(number)), 1, Sort.SPARE)


def _few(pool: Pool) -> Pool:
    """Return of a large pool some of each sort, constants and what hardly repeats itself."""
    front = [maker for maker in pool if maker.sort is not Sort.SPARE]
    constant = [maker for maker in pool if maker.sort is Sort.SPARE and maker.size == 1]
    varied = [maker for maker in pool if maker.sort is Sort.SPARE and maker.size > 1]
    return (*front, *constant[:_TOGETHER], *varied[: _TOGETHER // 2])


def _place(pool: Pool, sort: Sort) -> int:
    return next((place for place, maker in enumerate(pool) if maker.sort is sort), 0)


def _chosen(cells: Sequence[Cell], held: Sequence[Held]) -> list[tuple[int, ...]]:
    """Return choices for the styles: the most ordinary, the emptiest, that with most edges, others that differ."""
    pools = [cell.pool for cell in cells]
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
    while len(cells) > 1 and len(chosen) < STYLES:
        fresh = max(sure, key=lambda item: len(set(enumerate(item.choice)) - seen))
        if set(enumerate(fresh.choice)) <= seen:
            break
        chosen.append(fresh)
        seen |= set(enumerate(fresh.choice))
    return [item.choice for item in chosen]


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


def _twin(made: Draft) -> None:
    """Have every eighth row repeat what no key rests on: one that is added later has to meet values that recur."""
    keyed = {name for key in made.table.keys for name in key} | {name for pick in made.picks for name in pick.columns}
    for name, cell in made.cells.items():
        if name not in keyed and name not in made.counted and cell.number is NUMBER:
            made.cells[name] = cell._replace(number=_TWIN)


def _size(made: Draft, found: Styles, name: str) -> int:
    for pick in made.picks:
        if name in pick.columns:
            return pick.count
    if name not in found.places:
        return MANY
    return made.cells[name].pool[found.places[name][0]].size

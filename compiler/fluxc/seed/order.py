"""The order in which seeded tables are written: what is referred to comes first, circles are cut by nulls."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from fluxc.diagnostics import Diagnostic, InputError
from fluxc.model.column import Column
from fluxc.model.constraint import ForeignKey
from fluxc.model.names import qualified
from fluxc.model.state import Key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from fluxc.model.seed import Seed
    from fluxc.model.state import State

Path = tuple[str, ...]


class Ordered(NamedTuple):
    """A seed in its turn; ``late`` are columns that new rows get once the tables that they refer to are written."""

    seed: Seed
    late: frozenset[str] = frozenset()


class _Need(NamedTuple):
    """A table that must be written before, and the columns that may be null until then; none where that cannot be.

    One that is not ``strict`` need not be met: declared rows do not say the reference, or it is checked at the end.
    """

    strict: bool
    table: Path
    cut: frozenset[str]


@dataclass(slots=True)
class _Waiting:
    seed: Seed
    needs: set[_Need]
    late: set[str] = field(default_factory=set[str])


def ordered(seeds: Sequence[Seed], state: State) -> tuple[Ordered, ...]:
    """Return the seeds, each behind those that it refers to; raises InputError `seed-circle` where none is first."""
    tables = {seed.table for seed in seeds}
    waiting = {seed.table: _Waiting(seed, set(_needs(seed, state, tables))) for seed in seeds}
    done: list[Ordered] = []
    while waiting:
        ready = [table for table, item in waiting.items() if not any(need.table in waiting for need in item.needs)]
        if not ready and not _cut(waiting):
            raise InputError([_circle(waiting)])
        for table in ready:
            item = waiting.pop(table)
            done.append(Ordered(item.seed, frozenset(item.late)))
    return tuple(done)


def _needs(seed: Seed, state: State, seeded: set[Path]) -> Iterator[_Need]:
    """Yield what a seed's table refers to; rows of one table may refer to each other by plain values."""
    for key in state.members(seed.table, ForeignKey):
        if key.target in seeded and key.target != seed.table:
            strict = key.enforced and not key.deferrable and set(key.columns) <= set(seed.columns)
            yield _Need(strict, key.target, _nullable(seed, state, key.columns) if strict else frozenset())
    for column, tables in seed.reads.items():
        for table in tables & seeded:
            yield _Need(True, table, _nullable(seed, state, (column,)))


def _nullable(seed: Seed, state: State, names: tuple[str, ...]) -> frozenset[str]:
    columns = (state.get(Key(Column.kind, (*seed.table, name))) for name in names if name not in seed.key)
    return frozenset(column.name for column in columns if isinstance(column, Column) and column.nullable)


def _cut(waiting: Mapping[Path, _Waiting]) -> bool:
    """Give up one need that closes a circle, the least strict; false where no circle has one that can be given up."""
    able = [
        (need.strict, number, table, need)
        for number, (table, item) in enumerate(waiting.items())
        for need in item.needs
        if (need.cut or not need.strict) and need.table in waiting and _reaches(waiting, need.table, table)
    ]
    if not able:
        return False
    _, _, table, chosen = min(able, key=lambda item: (*item[:2], item[3].table))
    item = waiting[table]
    item.late |= chosen.cut
    item.needs = {need for need in item.needs if need != chosen and not (need.cut and need.cut <= item.late)}
    return True


def _reaches(waiting: Mapping[Path, _Waiting], start: Path, end: Path) -> bool:
    seen, pending = {start}, [start]
    while pending:
        if (table := pending.pop()) == end:
            return True
        further = {need.table for need in waiting[table].needs if need.table in waiting} - seen
        seen |= further
        pending += further
    return False


def _circle(waiting: Mapping[Path, _Waiting]) -> Diagnostic:
    tables = [table for table in waiting if any(_reaches(waiting, need.table, table) for need in _open(waiting, table))]
    names = ", ".join(qualified(*table) for table in tables)
    message = (
        f"rows of {names} refer to each other in a circle"
        if len(tables) > 1
        else f"rows of {names} are found by other rows of the same seed, and the reference takes no null"
    )
    cure = "let one of the references be null (`-> table?`), or `deferrable: true` where its values are written plainly"
    return Diagnostic("seed-circle", message, waiting[tables[0]].seed.place.span(key=True), cure)


def _open(waiting: Mapping[Path, _Waiting], table: Path) -> list[_Need]:
    return [need for need in waiting[table].needs if need.table in waiting]

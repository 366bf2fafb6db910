"""What rules ask for at a time, given the partitions that are there; no clock, no server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from fluxc.model.periods import PIECES, is_past, missing, partition_name, period_of
from fluxc.roll.existing import DOOMED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from fluxc.model.periods import Span
    from fluxc.roll.existing import Existing, Partition


class Change(NamedTuple):
    """A partition that is to be made or to go; ``there`` is one that is attached, as it is now."""

    done: Literal["created", "detached", "dropped"]
    table: Existing
    path: tuple[str, str]
    span: Span | None = None
    there: Partition | None = None


def due(tables: Iterable[Existing], now: datetime) -> tuple[Change, ...]:
    """Return what is to be done, table by table: what hangs in the air first, then what is new, then what is old."""
    return tuple(change for table in tables for change in _due(table, now))


def _due(table: Existing, now: datetime) -> Iterator[Change]:
    rule = table.rule
    left = [name for name in table.doomed if rule.drop and period_of(rule.table[1], name)]
    yield from (Change("dropped", table, (rule.table[0], name)) for name in left)
    # nothing else can be detached, nor its time given to another, before this is over
    yield from (_going(table, item) for item in table.partitions if item.pending)
    yield from _coming(table, now)
    for item in table.partitions:
        past = rule.keep is not None and item.span is not None and is_past(rule.every, now, rule.keep, item.span)
        if past and not item.pending:
            yield _going(table, item)


def _going(table: Existing, item: Partition) -> Change:
    dropped = table.rule.drop and (not item.pending or item.comment == DOOMED)
    return Change("dropped" if dropped else "detached", table, item.path, item.span, item)


def _coming(table: Existing, now: datetime) -> Iterator[Change]:
    rule = table.rule
    taken = [item.span for item in table.partitions if item.span is not None and not item.pending]
    names = {item.path[1] for item in table.partitions if item.path[0] == rule.table[0]}
    for period, span in missing(rule.every, now, rule.ahead, taken):
        wanted = [partition_name(rule.table[1], rule.every, period, piece) for piece in range(1, PIECES + 1)]
        name = next((name for name in wanted if name not in names), wanted[-1])
        names.add(name)
        yield Change("created", table, (rule.table[0], name), span)

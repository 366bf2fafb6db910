"""What migrations leave to the clock."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from fluxc.history.delta import replay

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from fluxc.history.migration import Up
    from fluxc.inspect import Outside
    from fluxc.run.decide import Row


def has_rules(migrations: Iterable[Up]) -> bool:
    """Return whether any of the migrations gives a table a rule for its partitions."""
    return any('"rolling":' in migration.delta for migration in migrations)


def left_out(migrations: Sequence[Up]) -> Outside:
    """Return what lies outside the catalogue that migrations make."""
    from fluxc.inspect import Outside, outside_of  # who migrates reads no catalogue before there is something to do

    return outside_of(replay(migrations)) if has_rules(migrations) else Outside()


def left_out_of(rows: Iterable[Row], migrations: Sequence[Up]) -> Outside:
    """Return what lies outside where a ledger holds these rows, as far as its migrations are the first of these."""
    applied = {row.id: row.checksum for row in rows}
    return left_out(tuple(takewhile(lambda item: applied.get(item.id) == item.checksum, migrations)))

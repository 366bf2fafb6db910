"""Contracts wait: what takes away what old code needs is not applied before somebody says so, or time has told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from fluxc.history.migration import CONTRACT, History
from fluxc.run.decide import recorded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    import psycopg

    from fluxc.history.migration import Migration
    from fluxc.run.decide import Row

_SINCE = "select pg_catalog.now() - max(finished_at) from fluxc.migrations where id = %s"


class Rule(NamedTuple):
    """When contracts are applied unasked: so long ``after`` what they belong to, or never."""

    after: timedelta | None = None


class Wait(NamedTuple):
    """A contract that waits, those that come behind it, and how much longer it waits; None where no time ends that."""

    migration: Migration
    behind: tuple[Migration, ...] = ()
    left: timedelta | None = None


def waiting(
    connection: psycopg.Connection[Any], rows: Sequence[Row], history: History, rule: Rule | None
) -> Wait | None:
    """Return the first contract that is not to be applied yet; without a rule none waits.

    Nor does one on a database that has no migration yet: no code has ever run on that.
    """
    if rule is None or not rows or not any(migration.phase == CONTRACT for migration in history.migrations):
        return None
    known = recorded(rows)
    for place, migration in enumerate(history.migrations):
        if migration.phase != CONTRACT or migration.id in known:
            continue  # what was begun is brought to its end
        expand = known.get(migration.parent or "")
        left = None
        if rule.after is not None:
            since = _since(connection, expand.id) if expand is not None and expand.whole else None
            left = rule.after - since if since is not None else rule.after
            if not left.total_seconds() > 0:
                continue
        return Wait(migration, history.migrations[place + 1 :], left)
    return None


def _since(connection: psycopg.Connection[Any], migration: str) -> timedelta | None:
    row = connection.execute(_SINCE, (migration,), prepare=False).fetchone()
    return row[0] if row else None


def until(history: History, wait: Wait | None) -> History:
    """Return the history as far as what waits."""
    if wait is None:
        return history
    return History(history.migrations[: history.migrations.index(wait.migration)])

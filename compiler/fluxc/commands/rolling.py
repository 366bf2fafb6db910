"""``fluxc roll``: the rules of a project against a database and a clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.commands.applying import read_history
from fluxc.model.names import qualified
from fluxc.roll.roll import roll
from fluxc.roll.rule import rules_of
from fluxc.run.event import OnEvent, unheard

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from fluxc.commands.database import Database
    from fluxc.project.layout import Layout
    from fluxc.roll.due import Change
    from fluxc.roll.roll import Rolled


def roll_partitions(
    layout: Layout,
    database: Database,
    *,
    at: datetime | None = None,
    dry_run: bool = False,
    wait: float = 10,
    on_event: OnEvent = unheard,
) -> Rolled:
    """Do what the rules of the migrations ask for; see `fluxc.roll.roll.roll` for what it raises."""
    rules = rules_of(read_history(layout).migrations)
    return roll(database.url, rules, at=at, dry_run=dry_run, wait=wait, timeouts=database.timeouts, on_event=on_event)


def rolled_json(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Return the JSON keys of partitions that were made or taken away."""
    return [
        {
            "table": qualified(*change.table.rule.table),
            "partition": qualified(*change.path),
            "done": change.done,
            "from": change.span.low.isoformat() if change.span else None,
            "to": change.span.high.isoformat() if change.span else None,
        }
        for change in changes
    ]

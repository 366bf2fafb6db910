"""Partitions that came and went with the calendar, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.model.names import qualified

if TYPE_CHECKING:
    from fluxc.roll.roll import Rolled

_VERBS: Final = {"created": "create", "detached": "detach", "dropped": "drop"}


def rolled_text(result: Rolled) -> str:
    """Return what follows the lines of a run."""
    return "" if result.changes or result.problems else "Partitions are up to date!"


def would_text(result: Rolled) -> str:
    """Return what a run would do, one partition a line, and for which tables that cannot be told yet."""
    changes = (
        f"would {_VERBS[change.done]} partition {qualified(*change.path)} of {qualified(*change.table.rule.table)}"
        for change in result.changes
    )
    absent = (f"partitions of {qualified(*path)} come when the table is there" for path in result.absent)
    return "\n".join([*changes, *absent])

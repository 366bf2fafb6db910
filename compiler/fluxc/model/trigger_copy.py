"""The triggers that partitions have from their tables, where they fire otherwise (manual, ALTER TABLE)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from fluxc.model.attached import Attached
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.model.trigger import Firing, Trigger

if TYPE_CHECKING:
    from fluxc.model.state import State


class TriggerCopy(Attached):
    """A trigger that a partition has from its table, under the path of the partition.

    ``fires`` says in which kind of session, ``usual`` in which kind that of the table does.
    """

    kind: ClassVar[str] = "trigger_copy"
    noun: ClassVar[str] = "trigger of a partition"
    copied: ClassVar[bool] = True

    fires: Firing
    usual: Firing = "origin"


def source_of(path: tuple[str, ...], name: str, state: State) -> Trigger | None:
    """Return the trigger that a partition has from the tables above it."""
    table = state.get(Key(Table.kind, path))
    above = table.partition_of if isinstance(table, Table) else ()
    if not above:
        return None
    found = state.get(Key(Trigger.kind, (*above, name)))
    return found if isinstance(found, Trigger) else source_of(above, name, state)

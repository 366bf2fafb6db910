"""Partitions that leave a table in use: detached while others read and write it, then what they had becomes their own.

An attempt that was cut off has taken the partition half out, and is brought to its end by the next step.  The server
leaves a check behind that says what the bound said, which goes as well.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxc.model.constraint import Check
from fluxc.model.names import qualified
from fluxc.model.partition import DEFAULT
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.plan.families import LeaveParent
from fluxc.plan.moves import LongMove, Move

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.partition import PartitionKey
    from fluxc.plan.online import Scene
    from fluxc.plan.operation import Operation


@dataclass(frozen=True, slots=True)
class _Detachment(Move):
    """What is done of the leaving of a partition; ``leave`` is the whole."""

    leave: LeaveParent

    @property
    def subject(self) -> Table:
        return self.leave.new


class DetachPartition(LongMove, _Detachment):
    """Detach a partition while others read and write its table."""

    def reverse(self) -> tuple[Operation, ...]:
        return (AttachAgain(self.leave),)

    def describe(self) -> str:
        parent = qualified(*self.leave.parent)
        return f"Detach partition {self.leave.new.sql} from {parent} while others read and write the table"


class AttachAgain(_Detachment):
    """Attach a partition that was detached, where nothing more has been done yet."""

    def describe(self) -> str:
        return f"Attach {self.leave.new.sql} again, where it was only detached"


def left_apart(operations: Iterable[Operation], scene: Scene) -> Iterator[Operation]:
    """Yield operations, with those by which partitions leave tables in use in two steps, where the server can do so.

    It cannot where a partition takes what no other one takes.  Where others refer to the table they would have to wait
    for a look at all rows, and where rows go by a hash nobody could tell which check the server has left.
    """
    everything = list(operations)
    leaving = [operation for operation in everything if isinstance(operation, LeaveParent) and operation.partition]
    resting = {operation.parent for operation in leaving if operation.old.bound == DEFAULT}
    for operation in everything:
        if isinstance(operation, LeaveParent) and operation.parent not in resting:
            yield from _in_two(operation, scene)
        else:
            yield operation


def _in_two(operation: LeaveParent, scene: Scene) -> Iterator[Operation]:
    key = _key_left(operation, scene) if operation.partition else None
    if key is not None:
        known = tuple(sorted(item.name for item in scene.before.members(operation.key.path, Check)))
        operation = replace(operation, apart=key, known=known)
        yield DetachPartition(operation)
    yield operation


def _key_left(operation: LeaveParent, scene: Scene) -> PartitionKey | None:
    """Return the key of the table that a partition can leave while others are at work, None where it cannot."""
    parent, table = (scene.before.get(Key(Table.kind, path)) for path in (operation.parent, operation.key.path))
    then = scene.after.get(operation.key)
    if not (isinstance(parent, Table) and isinstance(table, Table) and isinstance(then, Table)):
        return None
    if operation.referring or not (scene.in_use(operation.parent) and scene.in_use(operation.key.path)):
        return None
    nested = parent.partition_of or table.partition_by or then.parents or parent.rolling
    siblings = (scene.before.get(Key(Table.kind, path)) for path in scene.before.heirs(operation.parent))
    if nested or any(isinstance(item, Table) and item.bound == DEFAULT for item in siblings):
        return None
    key = parent.partition_by
    return key if key is not None and key.strategy != "hash" else None

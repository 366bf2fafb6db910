"""Partitions that come to tables in use: what the server would look for in all rows, a check tells it before.

The check goes then.  Rows that it refuses meanwhile are those for which the partition could not come.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxc.model.constraint import Check, ForeignKey, PrimaryKey, Unique
from fluxc.model.index import Index
from fluxc.model.partition import DEFAULT
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.plan.bounds import condition
from fluxc.plan.moves import CheckRows, ForgetRows, RefuseRows
from fluxc.plan.moves_partitions import BuildPart, RefusePart, TakeIndex, ValidatePart
from fluxc.plan.online_constraints import PARTED_SINCE
from fluxc.plan.temporary_names import unused_name

if TYPE_CHECKING:
    from fluxc.model.state import Object
    from fluxc.plan.families import JoinParent
    from fluxc.plan.online import Moves, Scene
    from fluxc.plan.operation import Operation, Path
    from fluxc.plan.tables import CreateTable


def partition_moves(operation: CreateTable, scene: Scene) -> Moves | None:
    """Return what creates a partition beside one that took its rows so far."""
    if operation.rest is None or (text := _rows(operation.new, scene)) is None:
        return None
    return _checked([_beside(operation.new, operation.rest, text, scene)], replace(operation, rest=None))


def joined_moves(operation: JoinParent, scene: Scene) -> Moves | None:
    """Return what attaches a table as a partition; keys, indexes and foreign keys that it lacks come to it before."""
    text = _rows(operation.new, scene) if operation.partition else None
    gained = [_gained(item, scene) for _, item in operation.gained]
    if text is None:
        return None
    made: Moves = []
    for moves in gained:
        if moves is None:
            return None
        made += moves
    checks = [_check(operation.new, operation.new.key.path, "bound", text, scene)]
    rest = _rest(operation.parent, scene)
    checks += [_beside(operation.new, rest, text, scene)] if rest else []
    return [*made, *_checked(checks, replace(operation, checked=True))]


def _checked(checks: list[Check], operation: Operation) -> Moves:
    """Return an operation behind what looks at all rows by checks, which go behind it."""
    return [
        *((2, RefuseRows(check)) for check in checks),
        *((3, CheckRows(check)) for check in checks),
        (4, operation),
        *((5, ForgetRows(check)) for check in checks),
    ]


def _rows(partition: Table, scene: Scene) -> str | None:
    """Return the condition of the rows that a partition takes."""
    parent = scene.after.get(Key(Table.kind, partition.partition_of))
    assert isinstance(parent, Table)
    key, bound = parent.partition_by, partition.bound
    return condition(bound, key) if key is not None and bound is not None and bound != DEFAULT else None


def _rest(parent: Path, scene: Scene) -> Path | None:
    """Return the partition in use that takes what no other one takes."""
    tables = (scene.before.get(Key(Table.kind, path)) for path in scene.before.heirs(parent))
    found = (table.key.path for table in tables if isinstance(table, Table) and table.bound == DEFAULT)
    return next((path for path in found if scene.in_use(path)), None)


def _beside(partition: Table, rest: Path, text: str, scene: Scene) -> Check:
    """Return the check that the rows of a partition are not in the one for the rest."""
    return _check(partition, rest, "apart", f"not ({text})", scene)


def _check(partition: Table, place: Path, ending: str, text: str, scene: Scene) -> Check:
    check = Check(place=place, name=partition.name, expression=text)
    return check.at(*place, unused_name(check, ending, scene))


def _gained(item: Object, scene: Scene) -> Moves | None:
    """Return what gives a table something that it would get under a lock; None where it has to."""
    taken = {("relation", item.place[0], item.name), ("constraint", *item.place, item.name)}
    if not taken.isdisjoint(scene.taken_before):
        return None
    if isinstance(item, Index):
        return [(3, BuildPart(item, item))]
    if isinstance(item, PrimaryKey | Unique) and not item.temporal:
        return [(3, BuildPart(item, item)), (4, TakeIndex(item, item))]
    if isinstance(item, ForeignKey) and (scene.target >= PARTED_SINCE or not scene.is_parted(item.target)):
        return [(2, RefusePart(item, item)), (3, ValidatePart(item, item))]
    return None

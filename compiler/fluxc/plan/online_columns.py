"""Columns of tables in use that refuse nulls, or that come with a value for every row."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fluxc.model.domain_type import DomainType
from fluxc.model.literal import quoted
from fluxc.model.not_nulls import NAMED, usual_names
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.model.types import parse
from fluxc.plan.column_sequences import CountOn
from fluxc.plan.columns import AddColumn, DropNotNull, SetNotNull, calls
from fluxc.plan.moves import Backfill, CheckNulls, RefuseNulls
from fluxc.plan.temporary_names import unused_name

if TYPE_CHECKING:
    from fluxc.model.column import Column
    from fluxc.model.state import State
    from fluxc.plan.online import Moves, Scene


def column_moves(operation: AddColumn, scene: Scene) -> Moves | None:
    """Return a new column in moves: where its rows are filled, it comes without a value for them."""
    new = operation.new
    if new.sequence is not None and operation.backfill is None:
        return _counting(operation, scene)
    expression = operation.backfill or (new.default if _is_volatile(operation, scene) else None)
    checked = is_checked(new, scene.after)
    if expression is None:
        return [(0, replace(operation, checked=checked))]
    if not _can_be_filled(operation, scene) or checked or scene.is_made_of_what_goes(operation):
        return None
    if is_constant(expression):
        return [(0, AddColumn(new, expression, constant=True))]
    filled = new.model_copy(update={"nullable": True})
    moves: Moves = [(0, AddColumn(filled, late=True)), (1, Backfill(filled, filled, expression))]
    if new.nullable:
        return moves
    return [*moves, *_refusing(filled, new, scene, None if new.default else expression)]


def _counting(operation: AddColumn, scene: Scene) -> Moves:
    """Return a new column that counts in moves: rows draw their numbers while they are filled, as new ones do.

    Only what refuses nulls can be an identity column, so it is a serial one till then.
    """
    new, table = operation.new, scene.after.get(Key(Table.kind, operation.new.place))
    unlogged = isinstance(table, Table) and table.unlogged  # and its sequences with it, but for those made apart
    if operation.apart or unlogged or scene.is_parted(new.place) or scene.has_relatives(new.place):
        return [(0, operation)]
    drawing = new.model_copy(update={"identity": None, "serial": True, "nullable": True})
    serial = drawing.model_copy(update={"nullable": new.nullable})
    moves: Moves = [
        (0, AddColumn(drawing, late=True)),
        (1, Backfill(drawing, drawing, f"nextval({quoted(new.sequence_sql)})")),
    ]
    moves += [] if new.nullable else _refusing(drawing, serial, scene, None)
    return [*moves, (4, CountOn(serial, new))] if new.identity else moves


def not_null_moves(operation: SetNotNull, scene: Scene) -> Moves | None:
    """Return what has a column refuse nulls in moves."""
    old, new, expression = operation.old, operation.new, operation.backfill
    if operation.said is not None or (expression and _has_heirs(new, scene)):
        return None
    filling: Moves = [(1, Backfill(old, new, expression))] if expression else []
    return [*filling, *_refusing(old, new, scene, expression)]


def nulls_taken(operation: DropNotNull, scene: Scene) -> Moves | None:
    """Return what has a column take nulls, so that the way back refuses them again in steps of its own."""
    if operation.said is not None or operation.check is not None:
        return None
    return [(0, replace(operation, restoring=unused_name(operation.old, "not_null", scene)))]


def is_constant(expression: str) -> bool:
    """Return whether an expression surely gives every row the same value, which need not be written into each."""
    return _CONSTANT.fullmatch(expression) is not None


_CONSTANT: Final = re.compile(
    r"(?:[+-]?[0-9]+(?:\.[0-9]+)?|'(?:[^'\\]|'')*'(?:::[a-z ]+)?|true|false|now\(\)|current_(?:date|timestamp))"
)


def _is_volatile(operation: AddColumn, scene: Scene) -> bool:
    """Return whether a default gives each row a value of its own, as far as routines of the project or names tell."""
    called = (scene.after.get(key) for key in calls(operation.new, scene.after)) if operation.new.default else ()
    return operation.volatile or any(getattr(item, "volatility", "") == "volatile" for item in called)


def is_checked(new: Column, after: State) -> bool:
    """Return whether a column is of a domain type that holds something against its values."""
    path, found = parse(new.type).path, False
    while len(path) > 1 and isinstance(item := after.get(Key(DomainType.kind, path)), DomainType):
        found = found or not item.nullable or bool(item.checks)
        path = parse(item.type).path
    return found


def _can_be_filled(operation: AddColumn, scene: Scene) -> bool:
    new = operation.new
    counts = operation.apart or new.identity is not None or new.sequence is not None or new.generated is not None
    return not counts and not _has_heirs(new, scene)


def _has_heirs(column: Column, scene: Scene) -> bool:
    """Return whether rows of other tables than partitions are in what a column is of."""
    return bool(scene.before.heirs(column.place)) and not scene.is_parted(column.place)


def _refusing(old: Column, new: Column, scene: Scene, expression: str | None) -> Moves:
    """Return what has a column refuse nulls: by name from the server on that can do so in two steps, else by a check.

    Those that came while rows were filled are filled by an ``expression`` as well.
    """
    more: Moves = [(2, Backfill(new, new, expression, again=True))] if expression else []
    usual = usual_names(new.place, scene.after).get(new.name)
    free = usual is not None and ("constraint", *new.place, usual) not in scene.taken_before
    if scene.target >= NAMED and usual and free and not scene.has_relatives(new.place):
        return [(2, RefuseNulls(old, new, usual, named=True)), *more, (3, CheckNulls(old, new, usual, named=True))]
    check = unused_name(new, "not_null", scene)
    return [
        (2, RefuseNulls(old, new, check)),
        *more,
        (3, CheckNulls(old, new, check)),
        (4, SetNotNull(old, new, check=check)),
    ]

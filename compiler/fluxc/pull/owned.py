"""The sequences that columns own, said at them wherever that says everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.column import Column
from fluxc.model.names import sequence_name
from fluxc.model.sequence_names import drawing, draws_from
from fluxc.model.state import Key
from fluxc.model.type_table import INTEGERS
from fluxc.pull.options import some
from fluxc.pull.privileges import access_form
from fluxc.pull.sequence import counting_form

if TYPE_CHECKING:
    from fluxc.model.sequence import Sequence
    from fluxc.pull.sight import Sight


def is_said_at_column(item: Sequence, sight: Sight) -> bool:
    """Return whether the column that owns a sequence says it: unless a person wrote it down by itself."""
    column = sight.state.get(Key(Column.kind, item.owned_by)) if item.owned_by else None
    return isinstance(column, Column) and sequence_at(column, sight) is item


def sequence_at(column: Column, sight: Sight) -> Sequence | None:
    """Return the sequence that a column says: the one that it owns and draws from, and of which no more is said."""
    if column.default is None or not column.default.startswith("nextval("):
        return None
    item = sight.sequence(draws_from(column.default))
    if item is None or item.owned_by != column.key.path or column.default != drawing(item.sql):
        return None
    serial = column.type in INTEGERS and not column.nullable and not column.identity
    return item if serial and sight.placed(item.key) != "" and not access_form(item, sight) else None


def serial_form(item: Sequence, column: Column) -> object:
    """Return what a column says of its sequence: that there is one, its name, or the long form."""
    named = item.name if item.name != sequence_name(*column.key.path[1:]) else None
    said: dict[str, Any] = some(
        name=named,
        type=item.type if item.type != column.type else None,
        **counting_form(item.counting),
        unlogged=item.unlogged,
        doc=item.doc,
    )
    if not said:
        return True
    return named if len(said) == 1 and named is not None else said

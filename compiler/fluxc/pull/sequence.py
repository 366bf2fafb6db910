"""Sequences, and how the sequence of a column counts, as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.column import Column
from fluxc.model.names import quote, sequence_name
from fluxc.model.privileges import privileges_of
from fluxc.model.sequence import SequenceOptions
from fluxc.model.sequence_names import drawing
from fluxc.model.state import Key
from fluxc.model.type_table import INTEGERS
from fluxc.pull.options import some
from fluxc.pull.privileges import access_form

if TYPE_CHECKING:
    from fluxc.model.sequence import Sequence
    from fluxc.pull.sight import Sight


def sequence_form(item: Sequence, sight: Sight) -> object:
    """Return what is said of a sequence, which may be nothing."""
    said: dict[str, Any] = {"type": item.type} if item.type != "bigint" else {}
    said |= counting_form(item.counting)
    owner = ".".join(map(quote, item.owned_by[-2:])) or None
    return said | some(owned_by=owner, unlogged=item.unlogged, doc=item.doc) | access_form(item, sight)


def said_at_column(item: Sequence, sight: Sight) -> bool:
    """Return whether the column that owns a sequence says it."""
    if not item.owned_by:
        return False
    column = sight.state.get(Key(Column.kind, item.owned_by))
    return isinstance(column, Column) and serial_of(column, sight) is item


def serial_of(column: Column, sight: Sight) -> Sequence | None:
    """Return the sequence that a serial column owns and draws from, where the column can say all of it."""
    owned = sight.owned.get(column.key.path)
    if owned is None or column.default is None or column.nullable or column.type not in INTEGERS:
        return None
    found = next((item for item in owned if column.default == drawing(item.sql)), None)
    if found is None or found.place != column.place[:-1] or sight.placed(found.key) == "":
        return None
    return None if privileges_of(sight.state, found) is not None else found


def serial_form(item: Sequence, column: Column, sight: Sight) -> str | dict[str, Any] | None:
    """Return what a column says of its sequence: its name, or what is not as `serial` makes it; None for nothing."""
    table = sight.state.get(Key("table", column.place))
    said: dict[str, Any] = {"type": item.type} if item.type != column.type else {}
    said |= counting_form(item.counting) | some(unlogged=item.unlogged, doc=item.doc)
    usual = item.name == sequence_name(column.place[-1], column.name)
    if not said and usual and not getattr(table, "unlogged", False):
        return None
    if not said:
        return item.name
    return said if usual else {"name": item.name, **said}


def counting_form(counting: SequenceOptions | None) -> dict[str, Any]:
    """Return the options that are not PostgreSQL's own choice."""
    if counting is None:
        return {}
    said = ((name, getattr(counting, name)) for name in SequenceOptions.model_fields)
    return {name: value for name, value in said if value is not None and value is not False}

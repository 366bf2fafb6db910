"""The relations that a default names in strings: ``'app.users'::regclass``, which the server holds on to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.model.sequence import Sequence
from fluxc.model.sequence_names import name_in_string
from fluxc.model.spelling import folded
from fluxc.model.state import Key
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.column import Column
    from fluxc.model.state import State

_TYPE: Final = "regclass"
_KINDS: Final = (Table.kind, "view", "materialized_view")


def relation_keys(column: Column, state: State) -> Iterator[Key]:
    """Yield the keys of the tables and views that a default names, and of the tables that own a sequence so named."""
    if column.default is None or not (_TYPE in column.default or column.type == _TYPE):
        return
    for path in _named(column.default, column.type):
        yield from (key for kind in _KINDS if (key := Key(kind, path)) in state.objects)
        owner = state.counting(path) if Key(Sequence.kind, path) not in state.objects else None
        if owner is not None and owner.path[:-1] != column.place:  # its own sequences come with the table
            yield Key(Table.kind, owner.path[:-1])


def _named(text: str, type_name: str) -> Iterator[tuple[str, ...]]:
    tokens = folded(text)
    for at, token in enumerate(tokens):
        cast = [each.text for each in tokens[at + 1 : at + 3]]
        if cast == ["::", _TYPE] or (len(tokens) == 1 and type_name == _TYPE):
            name = name_in_string(token)
            if name is not None:
                yield name

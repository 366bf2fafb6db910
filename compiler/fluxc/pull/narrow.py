"""A part of a state: some namespaces, and what of them cannot be said without the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Diagnostic, InputError
from fluxc.model.constraint import ForeignKey
from fluxc.model.extension import Extension
from fluxc.model.names import qualified, quote
from fluxc.model.namespace import Namespace
from fluxc.model.state import State
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Collection

    from fluxc.model.state import Object


def narrowed(state: State, wanted: Collection[str]) -> tuple[State, tuple[tuple[str, str], ...]]:
    """Return what lies in the wanted namespaces, and the foreign keys that lead out of them with their definitions.

    Extensions stay, since types may come from them.  Raises InputError where a table has its columns from elsewhere.
    """
    kept: list[Object] = []
    left_out: list[tuple[str, str]] = []
    for item in state:
        if not _is_wanted(item, wanted):
            continue
        if isinstance(item, ForeignKey) and item.target[0] not in wanted:
            left_out.append((item.key.object, _definition(item)))
            continue
        if isinstance(item, Table):
            _check_parents(item, wanted)
        kept.append(item)
    return State(kept), tuple(left_out)


def _is_wanted(item: Object, wanted: Collection[str]) -> bool:
    if isinstance(item, Extension):
        return True
    if isinstance(item, Namespace):
        return item.name in wanted
    return bool(item.place) and item.place[0] in wanted


def _check_parents(item: Table, wanted: Collection[str]) -> None:
    for parent in item.parents:
        if parent[0] not in wanted:
            message = f"table {item.key.object} inherits from {qualified(*parent)}, which is left out"
            raise InputError([Diagnostic("unknown-table", message, None, f"add `--namespace {parent[0]}`")])


def _definition(item: ForeignKey) -> str:
    columns, targets = (", ".join(map(quote, names)) for names in (item.columns, item.target_columns))
    return f"FOREIGN KEY ({columns}) REFERENCES {qualified(*item.target)} ({targets})"

"""New and old tables whose own expressions rest on what rests on them, or comes with them: one comes apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.claims import call_keys, rests_on
from fluxc.model.column import Column
from fluxc.model.relation_names import relation_keys
from fluxc.model.state import ROUTINES, Key
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Collection

    from fluxc.model.state import Object, State
    from fluxc.plan.operation import Path


def entangled(path: Path, paths: Collection[Path], state: State) -> tuple[Object, ...]:
    """Return the constraints, and the columns with defaults, of a table that call a routine which needs the table.

    ``paths`` are the tables that come or go with it, on which such a routine may rest as well; a default may name
    one of these, or a view.
    """
    calls = bool(state.routines)
    members = (item for item in state.under(path) if (item.default is not None if isinstance(item, Column) else calls))
    return tuple(
        item for item in members if _names_one(item, paths, state) or (calls and _calls_back(item, path, paths, state))
    )


def _names_one(item: Object, paths: Collection[Path], state: State) -> bool:
    keys = relation_keys(item, state) if isinstance(item, Column) else ()
    return any(key.kind != Table.kind or key.path in paths for key in keys)


def _calls_back(item: Object, path: Path, paths: Collection[Path], state: State) -> bool:
    return _leads_to(path, set(call_keys(item, state)), paths, state)


def _leads_to(path: Path, keys: set[Key], paths: Collection[Path], state: State) -> bool:
    """Return whether what has these keys needs the table, itself or by what it needs in turn."""
    seen: set[Key] = set()
    while keys:
        if any(key.path[:2] == path and key.kind not in ROUTINES for key in keys):
            return True
        seen |= keys
        needed = {other for key in keys if key in state.objects for other in _needs(key, paths, state)}
        keys = {key for key in needed if key not in seen and (key.kind in ROUTINES or key.path[:2] in paths)}
    return False


def _needs(key: Key, paths: Collection[Path], state: State) -> set[Key]:
    found = rests_on(state.objects[key], state)
    if key.kind == Table.kind and key.path in paths:
        found |= {other for item in state.under(key.path) for other in call_keys(item, state)}
    return found

"""Data that only YAML can hold where they stand, in other words that mean the same."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from fluxc.pull.merge import is_list, is_mapping

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fluxc.source.toml_places import Statement


def sayable(written: Sequence[Statement], data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return data for the file of these statements: each index in a list of tables with its `on`, and no null."""
    result = deepcopy(data)
    extensions = result.get("extensions")
    if is_mapping(extensions):
        extensions.update({name: {} for name, said in extensions.items() if said is None})
    for path in {item.path[:-1] for item in written if item.header and item.path[-2:-1] == ("indexes",)}:
        inner: Any = result
        for part in path:
            inner = inner.get(str(part)) if is_mapping(inner) else None
        if is_list(inner):
            inner[:] = [index if is_mapping(index) else {"on": index} for index in inner]
    return result

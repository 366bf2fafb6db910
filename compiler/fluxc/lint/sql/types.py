"""The types that columns had before a script, where a project's migrations tell them."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final

from fluxc.model.names import split_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from fluxc.lint.sql.cursor import Name

_COLUMN: Final = "column "


class ColumnTypes:
    """The types of the columns of a state, which is read when the first one is asked for."""

    def __init__(self, read: Callable[[], Mapping[str, str]]) -> None:
        self._read = read

    def of(self, table: Name, column: str) -> str | None:
        """Return the canonical type of a column; None where there is none, or where a name can mean several tables."""
        found = [kind for path, kind in self._known.get((table.last, column), ()) if _ends(path, table.parts)]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _known(self) -> Mapping[tuple[str, str], Sequence[tuple[tuple[str, ...], str]]]:
        """Return path of the table and type, by the names of table and column."""
        found: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for key, line in self._read().items():
            if key.startswith(_COLUMN):
                *place, name = split_name(key.removeprefix(_COLUMN))
                found[place[-1], name].append((tuple(place), json.loads(line[len(key) + 1 :])["type"]))
        return found


def _ends(path: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    return path[-len(parts) :] == parts

"""Types of their own for keys: a new type for each primary key of one column, for every column that leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.model.types import parse
from fluxc.render.python_types import PYTHON_TYPES, Symbol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fluxc.model.column import Column
    from fluxc.model.state import Key
    from fluxc.render.model_package import Part, TablePart

SUFFIX: Final = "Id"
Path = tuple[str, ...]

_LIMITS: Final = {
    "smallint": Symbol("._values", "IN_SMALLINT"),
    "integer": Symbol("._values", "IN_INTEGER"),
    "bigint": Symbol("._values", "IN_BIGINT"),
    "text": Symbol("._values", "NO_NUL"),
    "character varying": Symbol("._values", "NO_NUL"),
    "uuid": None,
}
"""The types of keys that get one, with what keeps a written value within the column."""


class KeyHome(NamedTuple):
    """Where the type of a key is found, and the Python type under it."""

    module: str
    name: str
    base: Symbol


def written_limit(column: Column) -> Symbol | None:
    """Return what keeps a value of a key within its column, None where its Python type does."""
    return _LIMITS[_base_name(column)]


def key_homes(parts: Iterable[Part], classes: Mapping[Key, str]) -> dict[Path, KeyHome]:
    """Return the type of each column that is a key of one column, or leads to one, by the column's path."""
    own: dict[Path, KeyHome] = {}
    leads: dict[Path, Path] = {}
    bases: dict[Path, Symbol] = {}
    for part in parts:
        for table in part.tables:
            leads |= _leads(table)
            bases |= {column.key.path: _base(column) for column in table.columns if _base_name(column) in _LIMITS}
            names = table.keys[0].columns if table.keys else ()
            path = (*table.table.key.path, *names)
            if len(names) == 1 and path in bases:
                own[path] = KeyHome(part.module, classes[table.table.key] + SUFFIX, bases[path])
    ends = {path: _end(path, leads) for path in bases}
    return {path: own[end] for path, end in ends.items() if end in own and own[end].base == bases[path]}


def _base_name(column: Column) -> str:
    found = parse(column.type)
    return "" if found.array else found.base


def _base(column: Column) -> Symbol:
    return PYTHON_TYPES[_base_name(column)].read


def _leads(table: TablePart) -> dict[Path, Path]:
    """Return the column that each reference of one column leads to; of several, the first."""
    found: dict[Path, Path] = {}
    for key in table.references:
        if len(key.columns) == 1:
            found.setdefault((*table.table.key.path, key.columns[0]), (*key.target, key.target_columns[0]))
    return found


def _end(path: Path, leads: Mapping[Path, Path]) -> Path:
    """Return where references lead to in the end; a circle ends where it began."""
    seen = {path}
    while path in leads and leads[path] not in seen:
        path = leads[path]
        seen.add(path)
    return path

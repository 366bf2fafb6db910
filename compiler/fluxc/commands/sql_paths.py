"""Which of the paths that `fluxc lint` is given are files of SQL, and in which order they are meant to be run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

STDIN: Final = "-"
_SCHEMA: Final = frozenset({".yaml", ".yml", ".toml"})
_NUMBER: Final = re.compile(r"(\d+)")
_AT_THE_END: Final = "R__"
"""How files begin that are run behind all others."""
_DOWN: Final = re.compile(r"(?:^|(?<=[._-]))down(?=\.sql$)", re.IGNORECASE)
_UNDO: Final = re.compile(r"^U(?=\d)")


def sql_files(path: Path) -> tuple[Path, ...]:
    """Return the files of SQL that a path stands for: itself, or all in a folder that holds no schema file, in order.

    ``-`` is standard input.  For a path of the schema there are none.
    """
    if str(path) == STDIN or _is_sql(path):
        return (path,)
    if not path.is_dir():
        return ()
    files = [file for file in sorted(path.rglob("*"), key=_in_order) if file.is_file()]
    if any(file.suffix.lower() in _SCHEMA for file in files):
        return ()
    return tuple(filter(_is_sql, files))


def _is_sql(path: Path) -> bool:
    return path.suffix.lower() == ".sql" and not path.is_dir()


def _in_order(path: Path) -> tuple[object, ...]:
    """Return what puts a path into its place: numbers in it count as such."""
    parts = [part for name in path.parts for part in (*_NUMBER.split(name), "")]
    key = tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)
    return (path.name.startswith(_AT_THE_END), key)


def up_of(path: Path, paths: Collection[Path]) -> Path | None:
    """Return the file whose way back a file is, by their names, if it is among these."""
    names: tuple[str, ...] = ()
    if _DOWN.search(path.name):
        names = (_DOWN.sub("up", path.name), re.sub(r"[._-]?down\.sql$", ".sql", path.name, flags=re.IGNORECASE))
    elif _UNDO.match(path.name):
        names = (_UNDO.sub("V", path.name),)
    found = (path.with_name(name) for name in names if name != ".sql")
    return next((up for up in found if up != path and up in paths), None)

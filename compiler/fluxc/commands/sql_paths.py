"""Which of the paths that `fluxc lint` is given are files of SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

STDIN: Final = "-"
_SCHEMA: Final = frozenset({".yaml", ".yml", ".toml"})


def sql_files(path: Path) -> tuple[Path, ...]:
    """Return the files of SQL that a path stands for: itself, or all in a folder that holds no schema file.

    ``-`` is standard input.  For a path of the schema there are none.
    """
    if str(path) == STDIN or _is_sql(path):
        return (path,)
    if not path.is_dir():
        return ()
    files = [file for file in sorted(path.rglob("*")) if file.is_file()]
    if any(file.suffix.lower() in _SCHEMA for file in files):
        return ()
    return tuple(filter(_is_sql, files))


def _is_sql(path: Path) -> bool:
    return path.suffix.lower() == ".sql" and not path.is_dir()

"""Which files of a schema folder count; imports only os, so that asking whether anything changed is cheap."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA_SUFFIXES = (".yaml", ".yml", ".toml")
COUNTING_SUFFIXES = (*SCHEMA_SUFFIXES, ".sql")
"""SQL files hold bodies that a schema file refers to."""


def entries(folder: str | os.PathLike[str]) -> list[os.DirEntry[str]]:
    """Return what a folder holds by name, without hidden files and the droppings of editors; OSError if unreadable."""
    with os.scandir(folder) as found:
        return sorted((entry for entry in found if not _is_dropping(entry.name)), key=lambda entry: entry.name)


def listing(schema: str | os.PathLike[str]) -> Iterator[os.DirEntry[str]]:
    """Yield every file that a build may depend on, always in the same order; OSError if a folder is unreadable."""
    for entry in entries(schema):
        if is_folder(entry):
            yield from (inner for inner in entries(entry.path) if inner.name.endswith(COUNTING_SUFFIXES))
        elif entry.name.endswith(COUNTING_SUFFIXES):
            yield entry


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a folder or leads to one; a link that leads nowhere or round in a loop is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_dropping(name: str) -> bool:
    return name.startswith((".", "#")) or name.endswith("~")

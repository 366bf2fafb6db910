"""A project to run the command line in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cli.program import Folder

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = "id: bigint primary key identity\nname: text"


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """Return an empty folder, which is the working directory of the test."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in ("DATABASE_URL", "NO_COLOR", "CI", "PGPASSWORD"):
        monkeypatch.delenv(name, raising=False)
    return Folder(folder)


@pytest.fixture
def fluxc(empty: Folder) -> Folder:
    """Return a project with one small table, never built."""
    empty.write("fluxc.toml", "target = 18\n")
    empty.schema(COLUMNS)
    return empty

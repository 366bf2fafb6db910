"""The generated models of the samples, under the type checker and in use."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.samples.sample import NAMES, Sample

if TYPE_CHECKING:
    from pathlib import Path

TABLES = {"chinook": 11, "northwind": 14}


@pytest.mark.parametrize("name", NAMES)
def test_the_models_are_typed(name: str, tmp_path: Path) -> None:
    """Strict mypy is content with the package, which has the three models of each table."""
    sample = Sample(name, tmp_path)
    assert sample.tables == TABLES[name]
    (tmp_path / "mypy.ini").write_text("[mypy]\nstrict = true\ncache_dir = cache\n", encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", "mypy.ini", str(sample.layout.models)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    text = "".join(path.read_text(encoding="utf-8") for path in sample.layout.models.glob("*.py"))
    assert (text.count("Insert(BaseModel"), text.count("Update(BaseModel")) == (sample.tables, sample.tables)

"""Builds that are killed or interrupted at every operation on a file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.cli import ending
from tests.cli.conftest import COLUMNS

if TYPE_CHECKING:
    from tests.cli.program import Folder

TEMPORARY = ".fluxc-tmp-"


def endings(folder: Folder, scratch: Path, how: str, *command: str) -> list[dict[str, Any]]:
    """Return what each ending left behind; the last one is the run that came to its end."""
    scratch.mkdir()
    arguments = [sys.executable, str(Path(ending.__file__)), str(folder.root), str(scratch), how, *command]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run(arguments, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


def prepare(folder: Folder, what: str) -> tuple[str, ...]:
    """Bring a project into the state before a command, and return the command."""
    if what == "init":
        for path in ("schema/app.yaml", "fluxc.toml"):
            (folder.root / path).unlink()
        (folder.root / "schema").rmdir()
        return ("init",)
    if what == "first":
        return ("build", "--name", "first")
    folder("build", "--name", "first", "--seal")
    folder.schema(f"{COLUMNS}\nemail: text?")
    folder("build", "--name", "second")
    if what == "seal":
        return ("seal",)
    folder.schema(f"{COLUMNS}\nmail: text?")
    if what == "renamed":
        return ("build", "--name", "renamed")
    folder.schema(COLUMNS)
    return ("build",)


@pytest.mark.parametrize("what", ["init", "first", "renamed", "removed", "seal"])
def test_a_killed_command_is_made_good_by_the_next(fluxc: Folder, tmp_path: Path, what: str) -> None:
    """However far it came, the same command afterwards gives byte for byte what an undisturbed one gives."""
    *killed, whole = endings(fluxc, tmp_path / "scratch", "kill", *prepare(fluxc, what))
    assert len(killed) > 5
    assert {item["code"] for item in killed} == {-9}
    for number, item in enumerate(killed, 1):
        assert item["again"] == 0 or (what == "init" and item["left"].keys() >= {"fluxc.toml"}), number
        assert item["then"] == whole["left"], f"killed at moment {number}"
    assert not any(TEMPORARY in name for name in whole["left"])


@pytest.mark.parametrize("what", ["first", "renamed"])
def test_ctrl_c_leaves_the_old_or_the_new(fluxc: Folder, tmp_path: Path, what: str) -> None:
    """An interrupted build leaves with 130, and the old files, the new ones, or what the next build finishes."""
    command = prepare(fluxc, what)
    before = {name: data.decode() for name, data in fluxc.tree().items()}
    *stopped, whole = endings(fluxc, tmp_path / "scratch", "interrupt", *command)
    assert {item["code"] for item in stopped} == {130}
    assert any(item["left"] == before for item in stopped)
    for number, item in enumerate(stopped, 1):
        assert item["again"] == 0
        assert item["then"] == whole["left"], f"interrupted at moment {number}"
        between = any(TEMPORARY in name for name in item["left"])
        assert between or item["left"] in (before, whole["left"]), f"interrupted at moment {number}"

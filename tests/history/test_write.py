"""Writing files whole or not at all, and several of them together."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from fluxc.diagnostics import OutsideError
from fluxc.history.write import PREFIX, sweep, write_atomically, write_set

if TYPE_CHECKING:
    from pathlib import Path

KILLED = """
import os, pathlib, sys
calls = 0
def deadly(function):
    def call(*arguments, **options):
        global calls
        calls += 1
        if calls == int(sys.argv[2]):
            os._exit(9)
        return function(*arguments, **options)
    return call
from fluxc.history.write import write_set
os.fsync = deadly(os.fsync)
pathlib.Path.replace = deadly(pathlib.Path.replace)
pathlib.Path.unlink = deadly(pathlib.Path.unlink)
root = pathlib.Path(sys.argv[1])
write_set({root / "a": "new a", root / "sub" / "b": "new b", root / "old": None, root / "sub" / "c": "new c"})
"""
OLD = {"a": "old a", "old": "old", "sub/c": "old c"}
NEW = {"a": "new a", "sub/b": "new b", "sub/c": "new c"}


def contents(root: Path) -> dict[str, str]:
    """Return every file below a folder with its text."""
    return {path.relative_to(root).as_posix(): path.read_text() for path in root.rglob("*") if path.is_file()}


def fill(root: Path) -> None:
    """Write the files that are there before."""
    for name, text in OLD.items():
        (root / name).parent.mkdir(exist_ok=True, parents=True)
        (root / name).write_text(text)


def test_a_set_is_written_and_nothing_else_remains(tmp_path: Path) -> None:
    """New, changed and deleted files come to be, folders too, without temporary files."""
    fill(tmp_path)
    write_set({tmp_path / name: text for name, text in NEW.items()} | {tmp_path / "old": None})

    assert contents(tmp_path) == NEW


def test_a_kill_at_any_point_leaves_all_or_nothing(tmp_path: Path) -> None:
    """Wherever the writing is killed, the next sweep leaves the old files or the new ones, never a mixture."""
    outcomes: list[bool] = []
    for call in range(1, 40):
        root = tmp_path / str(call)
        fill(root)
        code = subprocess.run([sys.executable, "-c", KILLED, root, str(call)], check=False).returncode
        sweep(root)
        assert contents(root) in (OLD, NEW), call
        outcomes.append(contents(root) == NEW)
        if code == 0:
            break

    assert outcomes == sorted(outcomes)
    assert outcomes.count(False) > 3
    assert outcomes.count(True) > 4


def test_the_mode_of_the_old_file_is_kept(tmp_path: Path) -> None:
    """A file that only its owner may read stays so."""
    path = tmp_path / "a"
    path.write_text("old")
    path.chmod(0o640)
    write_atomically(path, "new")

    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new", 0o640)


def test_line_ends_are_written_as_they_are(tmp_path: Path) -> None:
    """Same text, same bytes."""
    write_atomically(tmp_path / "a", "ä\r\n\n")

    assert (tmp_path / "a").read_bytes() == "ä\r\n\n".encode()


def test_a_file_that_already_says_so_is_left_alone(tmp_path: Path) -> None:
    """An unchanged file keeps its inode, so that nothing watching it wakes."""
    fill(tmp_path)
    before = (tmp_path / "a").stat().st_ino
    write_set({tmp_path / "a": "old a", tmp_path / "old": "new"})

    assert (tmp_path / "a").stat().st_ino == before


@pytest.mark.parametrize("place", ["folder/a", "file/below"])
def test_a_disk_that_refuses_changes_nothing(tmp_path: Path, place: str) -> None:
    """A path that cannot be written is named, the files before it stay as they are, and nothing is left behind."""
    fill(tmp_path)
    (tmp_path / "file").write_text("")
    (tmp_path / "folder" / "a" / "full").mkdir(parents=True)
    before = contents(tmp_path)
    path = tmp_path / place
    if place == "folder/a":
        with pytest.raises(OutsideError, match="cannot write") as caught:
            write_atomically(path, "new")
    else:
        with pytest.raises(OutsideError, match="cannot write") as caught:
            write_set({tmp_path / "a": "new a", path: "new"})

    assert caught.value.diagnostic.code == "cannot-write"
    assert str(path) in caught.value.diagnostic.message
    sweep(tmp_path)
    assert contents(tmp_path) == before


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No room for the new text is an error, and the old text stays."""

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    fill(tmp_path)
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutsideError, match="No space left on device"):
        write_set({tmp_path / "a": "new", tmp_path / "sub" / "c": "new"})

    assert contents(tmp_path) == OLD


@pytest.mark.parametrize(
    "moves",
    [
        {"../victim": None},
        {"a": "../victim"},
        {"a": "victim"},
        {"link/victim": None},
        ["a"],
        "half",
    ],
)
def test_a_planted_journal_reaches_nothing_outside(tmp_path: Path, moves: object) -> None:
    """A journal that came with somebody's repository can neither delete nor move what is not fluxc's."""
    root = tmp_path / "out"
    fill(root)
    (tmp_path / "victim").write_text("safe")
    (root / "victim").write_text("safe")
    (root / "link").symlink_to(tmp_path)
    text = '{"a": ' if moves == "half" else json.dumps(moves)
    (root / f"{PREFIX}journal-1").write_text(text)
    sweep(root)

    assert (tmp_path / "victim").read_text() == "safe"
    assert contents(root) == OLD | {"victim": "safe"}
    assert not list(root.glob(f"{PREFIX}*"))

"""A walk through a page: its blocks done one after the other, as a reader at a terminal does them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.docs.page import ROOT, Block, Command, commands, patched, pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

REPOSITORY: Final = ("fluxc.toml", "schema", "out", "docs/demo.py")
"""What is a fluxc project about this repository."""
_KEPT: Final = "FLUXC_PG_HOME"


class Walk:
    """A folder, and the place in it where the reader stands."""

    def __init__(self, folder: Path, replaced: Mapping[str, str]) -> None:
        self.folder = self.here = folder
        self.replaced = replaced
        self.python = ""
        self.differing: list[tuple[Command, str]] = []

    def copy_repository(self) -> None:
        """Begin with the project that this repository is."""
        for name in REPOSITORY:
            target = self.folder / name
            target.parent.mkdir(exist_ok=True)
            (shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile)(ROOT / name, target)

    def do(self, block: Block) -> None:
        """Do what a block says, or look whether it is so."""
        file = self.here / block.words
        match block.language:
            case "console":
                self._run_all(block)
            case "diff":
                file.write_text(patched(file.read_text(encoding="utf-8"), block.text), encoding="utf-8")
            case "python" if not block.words:
                self._run_python(block)
            case "sql" | "python" if block.words.startswith("out/"):
                _look_up(block.text, file)
            case "yaml" | "toml" | "python" if block.words:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(block.text, encoding="utf-8")
            case "text":
                pass
            case _:
                raise AssertionError(f"nobody knows what to do with a block of `{block.language} {block.words}`")

    def _run_all(self, block: Block) -> None:
        """Run the commands of a block; each leaves with 0, the last one with what stands behind the fence."""
        told = re.fullmatch(r"(?:exits (\d+))?", block.words)
        assert told, f"`{block.words}` is not `exits CODE`"
        *before, last = commands(block)
        for command in before:
            self._run(command, 0)
        self._run(last, int(told[1] or 0))

    def _run(self, command: Command, code: int) -> None:
        text = self.replaced.get(command.text, command.text)
        left, printed = self._shell(text) if text else (0, command.shown)
        assert left == code, f"`{command.text}` left with {left}:\n{printed}"
        if command.shown and not pattern(command.shown).fullmatch(printed):
            self.differing.append((command, printed))

    def _run_python(self, block: Block) -> None:
        """Run a block of Python behind the blocks before it, the generated package on the path."""
        self.python += block.text
        command = [sys.executable, "-W", "error", "-c", self.python]
        done = subprocess.run(command, cwd=self.here / "out", capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    def _shell(self, text: str) -> tuple[int, str]:
        """Run a command where the reader stands; return its exit code and all it printed, and stand where it went."""
        place = self.folder / ".here"
        script = f"trap 'pwd > {place}' EXIT\n{text}\n"
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-c", script],
            cwd=self.here,
            env=_surroundings(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=300,
            check=False,
        )
        self.here = Path(place.read_text(encoding="utf-8").rstrip("\n"))
        return done.returncode, done.stdout

    def leave(self) -> None:
        """Delete the development databases that the walk made."""
        for settings in self.folder.glob("**/fluxc.toml"):
            subprocess.run(
                [sys.executable, "-m", "fluxc", "dev", "reset", "--yes"],
                cwd=settings.parent,
                capture_output=True,
                check=True,
            )


def _look_up(shown: str, file: Path) -> None:
    """Fail where a file that the compiler wrote does not hold what is shown of it."""
    assert file.is_file(), f"there is no {file.name}, but {sorted(path.name for path in file.parent.glob('*'))}"
    assert pattern(shown).search(text := file.read_text(encoding="utf-8")), f"{file.name} does not say so:\n{text}"


def _surroundings() -> dict[str, str]:
    """Return the environment of a reader: this fluxc and this Python in the path, and no database named."""
    told = re.compile(r"PG|FLUXC_|DATABASE_URL$")
    kept = {name: value for name, value in os.environ.items() if name == _KEPT or not told.match(name)}
    return kept | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "TERM": "dumb"}

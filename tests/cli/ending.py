"""Runs a command again and again, ending it at its first, second, third … operation on a file.

Called with a folder, a scratch folder, a signal and a command; prints one JSON line for each ending, with what the run
left behind and what the same command makes of it afterwards, and a last one for the run that came to its end.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

WRITING = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.link", "os.symlink"}
FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT
MODULES = (
    "fluxc.cli.build",
    "fluxc.cli.init",
    "fluxc.cli.seal",
    "fluxc.commands.building",
    "fluxc.commands.init",
    "fluxc.commands.seal",
    "fluxc.report.build",
    "fluxc.report.diagnostics",
)


class Ending:
    """Sends this process a signal just before its n-th operation on a file."""

    def __init__(self, number: int, sign: int) -> None:
        self.left = number
        self.sign = sign
        self.folder = str(Path.cwd())
        synchronise = os.fsync

        def synchronised(descriptor: int) -> None:
            self.step()
            synchronise(descriptor)

        os.fsync = synchronised
        sys.addaudithook(self.hear)

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Count what an audit event says, if it changes something on the disk."""
        if event in WRITING or (event == "open" and isinstance(arguments[2], int) and arguments[2] & FLAGS):
            self.step()

    def step(self) -> None:
        """Count one operation."""
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), self.sign)


def run(folder: Path, command: list[str], ending: tuple[int, int] | None) -> int:
    """Run the command in a child of this process; return its exit code, or minus the signal that ended it."""
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        if ending:
            Ending(*ending)
        from fluxc.cli import main

        try:
            main(command)
        except SystemExit as left:
            os._exit(left.code if isinstance(left.code, int) else 0)
        except BaseException:
            os._exit(99)
        os._exit(98)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def contents(folder: Path) -> dict[str, str]:
    """Return every file but the cache."""
    found = ((path.relative_to(folder), path) for path in sorted(folder.rglob("*")) if path.is_file())
    return {name.as_posix(): path.read_text() for name, path in found if name.parts[0] != ".fluxc"}


def main(source: Path, scratch: Path, sign: int, command: list[str]) -> None:
    """End the command at each operation in turn, until it comes to its end."""
    for module in MODULES:
        __import__(module)
    for number in range(1, 500):
        folder = scratch / f"run{number}"
        shutil.copytree(source, folder)
        code = run(folder, command, (number, sign))
        left = contents(folder)
        whole = code == 0
        again = 0 if whole else run(folder, command, None)
        print(json.dumps({"code": code, "left": left, "again": again, "then": contents(folder)}))
        shutil.rmtree(folder)
        if whole:
            return
    raise SystemExit("the command never came to its end")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), getattr(signal, sys.argv[3]), sys.argv[4:])

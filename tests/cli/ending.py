"""Ends a command at its first, second, third … operation on a file, and runs it again afterwards.

Called with a folder, a scratch folder, ``kill`` or ``interrupt`` and a command; writes one JSON line for each ending
that leaves something new, and a last one for the run that came to its end: its exit code, what it left, the exit code
of the same command run again, and what that left.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
EVERY = 6
"""Interrupts are tried at one operation of so many: each needs a run of its own."""


def listen(act: Callable[[int], None]) -> None:
    """Call ``act`` with the number of each operation on a file just before it takes place."""
    count = 0
    synchronise = os.fsync
    acting = False

    def step() -> None:
        nonlocal count, acting
        if not acting:
            count += 1
            acting = True
            act(count)
            acting = False

    def synchronised(fd: Any) -> None:
        step()
        synchronise(fd)

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        if event in WRITING or (event == "open" and isinstance(arguments[2], int) and arguments[2] & FLAGS):
            step()

    os.fsync = synchronised
    sys.addaudithook(hear)


def run(folder: Path, command: list[str], act: Callable[[int], None] | None = None) -> int:
    """Run the command in a child of this process and return its exit code."""
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        if act:
            listen(act)
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


def killed(source: Path, scratch: Path, command: list[str]) -> Iterator[tuple[int, Path]]:
    """Yield the folders that kills before each operation leave: what the disk holds at that moment of one run."""
    folder = scratch / "run"
    shutil.copytree(source, folder)

    def keep(number: int) -> None:
        shutil.copytree(folder, scratch / f"before{number:03d}")

    code = run(folder, command, keep)
    for path in sorted(scratch.glob("before*")):
        yield -signal.SIGKILL, path
    yield code, folder


def interrupted(source: Path, scratch: Path, command: list[str]) -> Iterator[tuple[int, Path]]:
    """Yield the folders that Ctrl-C at some of the operations leaves, each in a run of its own."""
    number = 1
    code = -1
    while code != 0:
        folder = scratch / f"run{number}"
        shutil.copytree(source, folder)
        code = run(folder, command, partial(_interrupt, number))
        yield code, folder
        number += EVERY


def _interrupt(wanted: int, at: int) -> None:
    if at == wanted:
        os.kill(os.getpid(), signal.SIGINT)


def main(source: Path, scratch: Path, how: str, command: list[str]) -> None:
    """Write what each ending leaves, and what the same command makes of it."""
    for module in MODULES:
        __import__(module)
    seen: set[str] = set()
    for code, folder in (killed if how == "kill" else interrupted)(source, scratch, command):
        left = contents(folder)
        state = re.sub(r"(fluxc-tmp-(?:journal-)?)[0-9a-f]{16}", r"\1", json.dumps(left))
        if code == 0 or state not in seen:
            seen.add(state)
            again = 0 if code == 0 else run(folder, command)
            found = {"code": code, "left": left, "again": again, "then": contents(folder)}
            sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4:])

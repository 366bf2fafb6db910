"""The commands of a project with one domain, and the certificates of its migrations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from fluxc.cli import commands

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

SCHEMA = "tables:\n  users:\n    columns:\n      id: bigint identity\n"


def start(root: Path, text: str = SCHEMA) -> None:
    """Make a folder a project, with a sealed migration to this schema."""
    (root / "fluxc.toml").write_text("target = 14\n", encoding="utf-8")
    (root / "schema").mkdir()
    write(root, text)
    assert run(root, "build", "--seal", "--name", "first").exit_code == 0


def write(root: Path, text: str) -> None:
    """Make the one domain say this."""
    (root / "schema" / "app.yaml").write_text(text, encoding="utf-8")


def run(root: Path, command: str, *arguments: str) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(commands, [command, "--project", str(root), *arguments])


def proof(root: Path, name: str) -> Path:
    """Return where the certificate of a migration lies."""
    return root / "out" / "migrations" / f"{name}.proof"

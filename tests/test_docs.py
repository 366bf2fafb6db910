"""The reference: nothing that can be written is left out of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from fluxc.cli import commands
from fluxc.project.config import ALIASES, NAMINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[1]


def text_of(page: str) -> str:
    return (ROOT / "docs" / page).read_text(encoding="utf-8")


def leaves(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """Yield every command that does something, with its whole name."""
    if not isinstance(command, click.Group):
        yield name, command
        return
    context = click.Context(command)
    for inner in command.list_commands(context):
        found = command.get_command(context, inner)
        assert found is not None
        yield from leaves(found, f"{name} {inner}")


def test_every_command_and_option_is_described() -> None:
    """What `--help` lists stands in docs/commands.md, an option within the part of its command or of all."""
    parts = re.split(r"^## ", text_of("commands.md"), flags=re.MULTILINE)
    everywhere = parts[1]
    for name, command in leaves(commands, "fluxc"):
        assert f"`{name}" in text_of("commands.md") or f"## {name}" in text_of("commands.md")
        own = next(part for part in parts if part.startswith(" ".join(name.split()[:2])))
        for option in command.params:
            for word in option.opts if isinstance(option, click.Option) else ():
                assert f"`{word}" in own + everywhere, f"{name} {word}"


def test_every_setting_is_described() -> None:
    """The values of `naming` and of `aliases` stand in docs/commands.md."""
    assert all(f'"{value}"' in text_of("commands.md") for value in (*NAMINGS, *ALIASES))


def test_every_hazard_is_listed() -> None:
    """The table of hazards in docs/migrations.md is that of the operations."""
    table = text_of("migrations.md").partition("## Hazards")[2].partition("\n## ")[0]
    listed = set(re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE))
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "compiler/fluxc/plan").glob("*.py"))
    said = "".join(re.findall(r"def hazards\(self\)[^\n]*\n((?: {8}.*\n)+)", sources))
    assert listed == set(re.findall(r'"([a-z]+-[a-z]+)"', said))

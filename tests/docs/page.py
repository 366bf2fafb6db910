"""Pages of the documentation: their fenced blocks, and whether what happened is what a block shows."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT: Final = Path(__file__).parents[2]
_FENCE: Final = re.compile(r"^```(\S+)[ ]?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING: Final = re.compile(r"^## (.+)$", re.MULTILINE)


class Block(NamedTuple):
    """A fenced block: where it stands, its language, the words behind that, and its text; ``line`` is its first."""

    page: str
    section: str
    language: str
    words: str
    text: str
    line: int

    @property
    def place(self) -> str:
        """Return page and line, as tests name it."""
        return f"{self.page}:{self.line}"


class Command(NamedTuple):
    """A command of a ``console`` block with the output shown below it, which begins at ``line`` of the page."""

    text: str
    shown: str
    line: int


def pages() -> list[str]:
    """Return every page that people read, by its path in the repository."""
    return ["README.md", "CONTRIBUTING.md", *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))]


def blocks(page: str) -> list[Block]:
    """Return the fenced blocks of a page in their order."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [_block(page, text, found) for found in _FENCE.finditer(text)]


def _block(page: str, text: str, found: re.Match[str]) -> Block:
    headings = _HEADING.findall(text, 0, found.start())
    return Block(
        page, headings[-1] if headings else "", found[1], found[2], found[3], text.count("\n", 0, found.start(3)) + 1
    )


def commands(block: Block) -> list[Command]:
    """Return the commands of a ``console`` block: each begins with a dollar sign, what follows is its output."""
    found: list[Command] = []
    for number, line in enumerate(block.text.splitlines(keepends=True), block.line):
        if line.startswith("$ "):
            found.append(Command(line[2:].rstrip("\n"), "", number + 1))
        else:
            found[-1] = found[-1]._replace(shown=found[-1].shown + line)
    return found


def pattern(shown: str) -> re.Pattern[str]:
    """Return what a shown text stands for: ``…`` is the rest of a word or line, a line of its own any lines."""
    lines = (
        r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line.rstrip("\n")).replace("…", r".*?") + r"\n"
        for line in shown.splitlines()
    )
    return re.compile("".join(lines))


def patched(text: str, diff: str) -> str:
    """Return a file after an edit shown as a diff without line numbers; its unchanged lines must be found once."""
    old, new = (_side(diff, sign) for sign in "-+")
    assert text.count(old) == 1, f"these lines are to be found once, not {text.count(old)} times:\n{old}"
    return text.replace(old, new)


def _side(diff: str, sign: str) -> str:
    return "".join(line[1:] for line in diff.splitlines(keepends=True) if line[0] in (" ", sign))


def rewrite(page: str, outputs: Iterable[tuple[Command, str]]) -> None:
    """Put what commands printed in place of what the page shows below them."""
    lines = (ROOT / page).read_text(encoding="utf-8").splitlines(keepends=True)
    for command, printed in sorted(outputs, key=lambda item: item[0].line, reverse=True):
        start = command.line - 1
        lines[start : start + len(command.shown.splitlines())] = [printed]
    (ROOT / page).write_text("".join(lines), encoding="utf-8")

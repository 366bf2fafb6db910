"""Every fenced block of the documentation is run, and shows what happens."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

import pytest
from tests.docs.page import ROOT, blocks, commands, pages, patched, pattern, rewrite
from tests.docs.walk import Walk

from fluxc.commands.build import build
from fluxc.project.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from tests.docs.page import Block

SEPARATE: Final = frozenset({"README.md"})
"""Pages of which each section is a walk of its own."""
IN_REPOSITORY: Final = frozenset({"README.md: Five minutes", "docs/migrations.md", "docs/commands.md"})
"""Walks that begin in the fluxc project of this repository; all others begin in a folder with an empty project."""
AFTER: Final = {"docs/migrations.md": "README.md: Five minutes"}
"""Walks that begin where another one ends."""
EMPTY: Final = frozenset({"README.md: Your own project", "docs/first-project.md", "docs/changing-a-table.md"})
"""Walks that begin in an empty folder."""

_DEMO: Final = re.search(r"^demo:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
assert _DEMO
REPLACED: Final = {
    # `make demo` would make a virtual environment of its own; its recipe is run in the one of the tests.
    "make demo": _DEMO[1].replace("\t@", "").replace("$(BIN)/", ""),
    # Installs packages of the system.
    "sudo apt-get install git make python3 python3-venv": "",
    # The walk begins in a copy of the repository.
    "git clone <the address of this repository> fluxc": "",
    "cd fluxc": "",
    # The environment of the tests is active, and this fluxc is installed in it.
    ". .venv/bin/activate": "",
    "python3 -m venv .venv && . .venv/bin/activate": "",
    'pip install "/path/to/fluxc[embedded]"     # without [embedded]: no server of its own': "",
    # Names a server that is not there; tests/test_cases.py runs migrations by psql.
    "psql -v ON_ERROR_STOP=1 -f out/migrations/0001_helpful_bay.sql postgresql://app@db.example.org/shop": "",
    # Write goldens and pages anew.
    ".venv/bin/python -m pytest tests/test_cases.py -k NAME --snapshot-update": "",
    ".venv/bin/python -m pytest tests/test_explain.py --snapshot-update": "",
    ".venv/bin/python -m pytest tests/docs --snapshot-update": "",
}
"""What is run in place of a command; nothing where that is the empty text."""


def walk_of(block: Block) -> str:
    """Return the name of the walk that a block belongs to."""
    return f"{block.page}: {block.section}" if block.page in SEPARATE else block.page


def whole(block: Block) -> bool:
    """Tell whether a block is a schema file without a name, which stands for itself."""
    return block.language in ("yaml", "toml") and not block.words


EVERY: Final = [block for page in pages() for block in blocks(page)]
WALKS: Final = {
    name: list(found) for name, found in groupby((block for block in EVERY if not whole(block)), key=walk_of)
}
RUN: Final = [name for name, found in WALKS.items() if any(block.language != "text" for block in found)]


@pytest.fixture
def walk(tmp_path: Path) -> Generator[Walk]:
    """Return a reader in an empty folder, whose databases are deleted afterwards."""
    walk = Walk(tmp_path, REPLACED)
    yield walk
    walk.leave()


@pytest.mark.parametrize("name", RUN)
def test_a_page_can_be_walked(name: str, walk: Walk, pytestconfig: pytest.Config) -> None:
    """Files, edits and commands in their order do and print what the page says; `--snapshot-update` writes outputs."""
    if name in IN_REPOSITORY:
        walk.copy_repository()
    elif name not in EMPTY:
        (walk.folder / "fluxc.toml").write_text("target = 18\n", encoding="utf-8")
    for block in WALKS.get(AFTER.get(name, ""), []):
        walk.do(block)
    walk.differing.clear()
    for block in WALKS[name]:
        try:
            walk.do(block)
        except AssertionError as error:
            raise AssertionError(f"{block.place}: {error}") from None
    if pytestconfig.getoption("update_snapshots"):
        rewrite(name.partition(":")[0], walk.differing)
        return
    differing = [f"line {command.line}\n$ {command.text}\n{printed}" for command, printed in walk.differing]
    assert not differing, "\n".join([f"{name} shows other outputs than these:", *differing])


@pytest.mark.parametrize("block", [block for block in EVERY if whole(block)], ids=lambda block: block.place)
def test_a_schema_file_compiles(block: Block, tmp_path: Path) -> None:
    """Each schema file shown without a name builds as it stands."""
    (tmp_path / "fluxc.toml").write_text("target = 18\n", encoding="utf-8")
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / f"app.{block.language}").write_text(block.text, encoding="utf-8")
    result = build(Layout(tmp_path))
    assert result.changed
    assert not result.questions
    assert not result.warnings


def test_every_replaced_command_is_there() -> None:
    """Nothing is excepted that no page says."""
    said = {command.text for block in EVERY if block.language == "console" for command in commands(block)}
    assert REPLACED.keys() - said == set()


def test_every_walk_with_a_beginning_is_there() -> None:
    """The pages that begin in another way exist."""
    assert {*IN_REPOSITORY, *EMPTY, *AFTER} - {*WALKS} == set()


def test_a_shown_text_is_taken_at_its_word() -> None:
    """Dots stand for what is left out of a line or between lines, and for nothing else."""
    assert pattern("a …\n…\nz\n").fullmatch("a b\nc\nd\nz\n")
    assert pattern("a\n…\nz\n").fullmatch("a\nz\n")
    assert not pattern("a\nz\n").fullmatch("a\nb\nz\n")
    assert not pattern("a.c\n").fullmatch("abc\n")


def test_an_edit_must_fit() -> None:
    """An edit whose unchanged lines are not in the file, or there twice, fails."""
    assert patched("a\nb\nc\n", " a\n-b\n+d\n") == "a\nd\nc\n"
    for text in ("a\nc\n", "a\nb\na\nb\n"):
        with pytest.raises(AssertionError, match="found once"):
            patched(text, " a\n-b\n+d\n")

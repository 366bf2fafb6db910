"""docs/rules: the pages of the rules as `fluxc explain` prints them, and a table of all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from fluxc.lint.rule import all_rules
from tests.lint import peers

if TYPE_CHECKING:
    import pytest

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = ROOT / "docs" / "rules"
HEAD: Final = """# Lint rules

What `fluxc lint` finds, in a schema that compiles and in SQL. [commands.md](../commands.md#fluxc-lint-path) says
how levels are set and findings are suppressed; [peers.md](peers.md) is for those who know the rules of another tool.
These pages are made from the rules by `make goldens`.

| rule | finds | over | level |
| --- | --- | --- | --- |
"""


def expected() -> dict[str, str]:
    """Return the files of docs/rules with their texts."""
    rows = [
        f"| [`{code}`]({code}.md) | {rule.summary.rstrip('.')} | {rule.over} | {rule.level or 'off'} |\n"
        for code, rule in all_rules().items()
    ]
    tables = {"README.md": HEAD + "".join(rows), "peers.md": peers.page()}
    return tables | {f"{code}.md": rule.page for code, rule in all_rules().items()}


def test_the_pages_are_those_of_the_rules(pytestconfig: pytest.Config) -> None:
    """Every rule has its page in the reference, to the letter, and nothing else lies there."""
    if pytestconfig.getoption("update_snapshots"):
        FOLDER.mkdir(exist_ok=True)
        for path in FOLDER.glob("*.md"):
            path.unlink()
        for name, text in expected().items():
            (FOLDER / name).write_text(text, encoding="utf-8")
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()} == expected()


def test_peers_are_answered_by_rules_that_there_are() -> None:
    """Every rule of a peer has its answer, and a code in it is that of a rule."""
    answers = [answer for rules in peers.PEERS.values() for answer in rules.values()]
    assert all(answers)
    assert {code for answer in answers if isinstance(answer, tuple) for code in answer} <= all_rules().keys()

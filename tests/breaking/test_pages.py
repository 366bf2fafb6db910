"""docs/breaking: the pages of the rules as `fluxc explain` prints them, with examples that are true, and a table."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING, Final

import pytest
from click.testing import CliRunner

from fluxc.breaking.classes import MEANINGS
from fluxc.breaking.rule import all_rules
from fluxc.cli import commands
from tests.breaking.repository import commit

if TYPE_CHECKING:
    from fluxc.breaking.rule import Rule

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = ROOT / "docs" / "breaking"
HEAD: Final = """# Breaking changes

What `fluxc breaking` finds between two states of a schema. [commands.md](../commands.md#fluxc-breaking) says how to
choose classes and ignore findings. These pages are made from the rules by `make goldens`.

| class | who notices |
| --- | --- |
"""
_FENCE: Final = re.compile(r"^```(\w+)(?: (\S+))?(?: (before|after))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def expected() -> dict[str, str]:
    """Return the files of docs/breaking with their texts."""
    classes = [f"| `{name}` | {meaning} |\n" for name, meaning in MEANINGS.items()]
    rows = [
        f"| [`{code}`]({code}.md) | {rule.summary.rstrip('.')} | {', '.join(rule.classes)} |\n"
        for code, rule in all_rules().items()
    ]
    table = "\n| code | finds | classes |\n| --- | --- | --- |\n"
    index = HEAD + "".join(classes) + table + "".join(rows)
    return {"README.md": index} | {f"{code}.md": rule.page for code, rule in all_rules().items()}


@pytest.mark.parametrize("code", all_rules())
def test_an_example_prints_what_the_page_says(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    """Each rule finds its example, and alone where the page says no other; `--snapshot-update` writes it anew."""
    monkeypatch.chdir(tmp_path)
    Path("fluxc.toml").write_text("target = 18\n", encoding="utf-8")
    *files, (_, _, _, said) = _FENCE.findall(all_rules()[code].doc)
    write([(path, text) for _, path, moment, text in files if moment != "after"])
    commit(tmp_path, "v1")
    write([(path, text) for _, path, moment, text in files if moment == "after"])
    command = said.removeprefix("$ ").partition("\n")[0]
    printed = f"$ {command}\n{run(command)}"
    if pytestconfig.getoption("update_snapshots"):
        update(all_rules()[code], said, printed)
    else:
        assert printed == said
    assert f"    {code} (" in printed


def write(files: list[tuple[str, str]]) -> None:
    for name, text in files:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def run(command: str) -> str:
    return CliRunner().invoke(commands, shlex.split(command)[1:], prog_name="fluxc").output


def update(rule: Rule, old: str, new: str) -> None:
    path = Path(str(sys.modules[rule.find.__module__].__file__))
    text = path.read_text(encoding="utf-8")
    at = text.index(f"def {rule.find.__name__}(")
    before, after = (indent(each, "    ") for each in (old, new))
    path.write_text(text[:at] + text[at:].replace(before, after, 1), encoding="utf-8")


def test_the_pages_are_those_of_the_rules(pytestconfig: pytest.Config) -> None:
    """Every rule has its page in the reference, to the letter, and nothing else lies there."""
    if pytestconfig.getoption("update_snapshots"):
        FOLDER.mkdir(exist_ok=True)
        for path in FOLDER.glob("*.md"):
            path.unlink()
        for name, text in expected().items():
            (FOLDER / name).write_text(text, encoding="utf-8")
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()} == expected()

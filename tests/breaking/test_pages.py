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
from fluxc.model import lines
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
KINDS: Final = {
    "namespace": "gone, renamed",
    "extension": "gone, of another version, in another namespace",
    "role": "gone, renamed, may do less, other settings",
    "sequence": "gone, renamed, another type, step or end; not where it starts, nor who owns it",
    "table": "gone, renamed, of another kind, unlogged, another parent, other partitions, row security, storage",
    "column": "gone, renamed, another type, nulls taken or refused, another default, generated or not, another order, "
    "new and required, new and published, another storage; not how closely statistics look",
    "enum": "gone, renamed, a value gone, renamed, new to subscribers, another order",
    "domain_type": "gone, renamed, another base, a new check, nulls refused, another default or order of text",
    "composite": "gone, renamed, other attributes",
    "range_type": "gone, renamed, its multirange renamed, over another type or order",
    "collation": "gone, renamed, another order or equality",
    "primary_key": "gone, new, other columns, renamed, another moment",
    "unique": "gone, new, other columns, renamed, another moment",
    "check": "new, another condition, enforced now; not where it is gone or renamed",
    "foreign_key": "gone, new, elsewhere, other actions, another moment; not where it is renamed or validated",
    "exclusion": "gone, new, another condition, renamed, another moment",
    "index": "gone, or otherwise, and nothing serves in its place; one that keeps rows apart, as a unique constraint",
    "view": "gone, renamed, other columns or rows, other rights, other writes",
    "materialized_view": "gone, renamed, other columns or rows, another place or storage",
    "rule": "gone, new, otherwise",
    "policy": "gone, new or otherwise while row security is on; not where it is renamed",
    "trigger": "gone, new, otherwise; not where it is renamed",
    "statistics": "gone, fewer",
    "trigger_copy": "fires otherwise on a partition",
    "member_copy": "nothing: no statement that reads or writes rows names the copy of an index or a constraint",
    "publication": "gone, renamed, fewer tables, columns, rows or kinds of change, changes under other tables",
    "text_search_dictionary": "gone, renamed, otherwise",
    "text_search_configuration": "gone, renamed, otherwise",
    "function": "gone, renamed, other arguments, another result, other rights; not its body, settings or cost",
    "procedure": "gone, renamed, other arguments, another result, other rights; not its body or settings",
    "aggregate": "gone, renamed, goes over its rows otherwise",
    "raw": "gone, otherwise",
    "privileges": "a role may do less, another owner",
    "sequence_privileges": "a role may do less with the sequence of an identity column",
    "default_privileges": "a role gets less on what is made from now on",
}
"""What of each kind of object that a state can hold breaks somebody."""
_FENCE: Final = re.compile(r"^```(\w+)(?: (\S+))?(?: (before|after))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def expected() -> dict[str, str]:
    """Return the files of docs/breaking with their texts."""
    classes = [f"| `{name}` | {meaning} |\n" for name, meaning in MEANINGS.items()]
    rows = [
        f"| [`{code}`]({code}.md) | {rule.summary.rstrip('.')} | {', '.join(rule.classes)} |\n"
        for code, rule in all_rules().items()
    ]
    table = "\n| code | finds | classes |\n| --- | --- | --- |\n"
    kinds = "".join(f"| {kind.replace('_', ' ')} | {what} |\n" for kind, what in KINDS.items())
    by_kind = f"\nBy what a database holds:\n\n| kind | what of it breaks somebody |\n| --- | --- |\n{kinds}"
    index = HEAD + "".join(classes) + table + "".join(rows) + by_kind
    return {"README.md": index} | {f"{code}.md": rule.page for code, rule in all_rules().items()}


def test_every_kind_says_what_of_it_breaks() -> None:
    """A new kind of object is thought of here too."""
    assert KINDS.keys() == lines.KINDS.keys()


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

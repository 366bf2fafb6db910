"""The pages of ``fluxc explain``: one for each code and rule, all of one build, with examples that are true."""

from __future__ import annotations

import ast
import re
import shlex
import sys
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest
from click.testing import CliRunner

from fluxc.breaking.rule import all_rules as breaking_rules
from fluxc.cli import commands
from fluxc.commands.explain import codes, explain
from fluxc.lint.rule import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[1]
PAGES: Final = ROOT / "templates" / "explain"
SECTIONS: Final = ["What it finds", "Why it matters", "Example", "Instead"]
RULE_SECTIONS: Final = ["What it finds", "Why it is dangerous", "Example", "Instead"]
LONGEST = 50
BREAKING: Final = breaking_rules()
"""Whose examples need a repository: `tests/breaking/test_pages.py` runs them."""

_KEBAB: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
_NO_CODES: Final = frozenset({"no-renames", "uuid-ossp", "utf-8", "utf-8-sig", "rev-parse", "ls-tree", "cat-file"})
"""Words of the source that look like a code and are none."""
_ONE_WORD: Final = re.compile(r"[a-z]+")
_FENCE: Final = re.compile(r"^```(\w+)(?: (\S+))?(?: (before|after))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block of a page: its language, the file that it shows, and at which of two moments."""

    language: str
    path: str
    moment: str
    text: str


def constants(node: ast.AST) -> Iterator[str]:
    for child in ast.walk(node):
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child.value


def codes_in(source: str) -> set[str]:
    """Return the codes of a module: every word with hyphens, and the first argument of every Diagnostic."""
    tree = ast.parse(source)
    found = {text for text in constants(tree) if _KEBAB.fullmatch(text)} - _NO_CODES
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "Diagnostic"
            and node.args
        ):
            found |= {text for text in constants(node.args[0]) if _ONE_WORD.fullmatch(text)}
    return found


def source_codes() -> set[str]:
    modules = (ROOT / "compiler").rglob("*.py")
    return {code for module in modules for code in codes_in(module.read_text(encoding="utf-8"))}


def pages() -> list[str]:
    return sorted(path.stem for path in PAGES.glob("*.md"))


def blocks(code: str) -> list[Block]:
    return [Block(*(part or "" for part in found)) for found in _FENCE.findall(explain(code))]


def told_whole(code: str) -> bool:
    """Return whether a page's example holds all that its command reads."""
    return any(block.path for block in blocks(code))


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    """Whatever a person reads in brackets can be asked for, and nothing is explained that is never said.

    That a rule has its page is tested with the rules.
    """
    assert sorted(source_codes() - all_rules().keys()) == pages()


def test_codes_of_one_word_are_found_too() -> None:
    """The search knows conditional codes and those without a hyphen."""
    assert codes_in("Diagnostic('locked', 'x')\nadd('bad-was' if a else 'name-clash')") == {
        "locked",
        "bad-was",
        "name-clash",
    }


@pytest.mark.parametrize("code", codes())
def test_a_page_has_its_title_and_the_sections_in_order(code: str) -> None:
    """All pages are built alike and fit a screen."""
    text = explain(code)
    assert text.startswith(f"# {code}\n")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == (RULE_SECTIONS if code in all_rules() else SECTIONS)
    bodies = re.split(r"^## .+$", text, flags=re.MULTILINE)[1:]
    assert all(body.strip() for body in bodies)
    assert len(text.splitlines()) < LONGEST
    assert blocks(code), "an example is a fenced block"


@pytest.mark.proves
@pytest.mark.parametrize("code", [code for code in codes() if told_whole(code) and code not in BREAKING])
def test_an_example_prints_what_the_page_says(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    """The files of the page give the message of the page, word for word; `--snapshot-update` writes it anew."""
    monkeypatch.chdir(tmp_path)
    Path("fluxc.toml").write_text("target = 17\n", encoding="utf-8")
    *files, said = blocks(code)
    if any(block.moment for block in files):
        write([block for block in files if block.moment == "before"])
        assert run("fluxc build --seal --name first")
    write([block for block in files if block.moment != "before"])
    command, _, output = said.text.removeprefix("$ ").partition("\n")
    printed = run(command)
    if pytestconfig.getoption("update_snapshots"):
        update(code, said.text, f"$ {command}\n{printed}")
    else:
        assert printed == output


@pytest.mark.parametrize("code", all_rules())
def test_the_example_of_a_rule_is_found_by_it(code: str) -> None:
    """Its output, held to the letter by the test above, names the rule."""
    assert told_whole(code)
    assert f"[{code}]" in blocks(code)[-1].text


def update(code: str, old: str, new: str) -> None:
    """Put other output into a page, or into the docstring of a rule."""
    rule = all_rules().get(code)
    path = PAGES / f"{code}.md"
    if rule is not None:
        path = Path(str(sys.modules[rule.find.__module__].__file__))
        old, new = (indent(text, "    ") for text in (old, new))
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def write(files: list[Block]) -> None:
    for block in files:
        path = Path(block.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")


def run(command: str) -> str:
    return CliRunner().invoke(commands, shlex.split(command)[1:], prog_name="fluxc").output


def test_explain_prints_the_page() -> None:
    """`fluxc explain CODE` gives the page, and without CODE the list of all."""
    page = (PAGES / "unknown-key.md").read_text(encoding="utf-8")
    assert run("fluxc explain unknown-key") == page
    assert run("fluxc explain missing-doc") == all_rules()["missing-doc"].page
    assert run("fluxc explain").split() == sorted([*pages(), *all_rules(), *BREAKING])


def test_a_code_is_either_a_rule_or_has_a_page() -> None:
    """A rule's text stands in its docstring alone."""
    assert not set(pages()) & {*all_rules(), *BREAKING}
    assert not set(all_rules()) & set(BREAKING)

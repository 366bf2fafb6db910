"""squawk over every migration that the cases lead to: what it finds is answered by name in docs/rules/peers.md."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from fluxc.breaking.rule import all_rules
from tests.lint.squawk import OURS, RULES, Breaks

ROOT: Final = Path(__file__).parents[2]
SQUAWK: Final = shutil.which("squawk", path=str(Path(sys.executable).parent)) or shutil.which("squawk")
UNNAMED: Final = frozenset({"syntax-error", "unused-ignore"})
"""What it says without being asked."""
WITHOUT: Final = "squawk is not installed: `pip install squawk-cli`"


def migrations() -> list[Path]:
    """Return the migrations of this repository and those of the cases, with their ways back."""
    cases = (path for name in ("up.sql", "down.sql") for path in (ROOT / "tests" / "cases").rglob(name))
    return sorted((*cases, *(ROOT / "out" / "migrations").glob("*.sql")))


@pytest.fixture(scope="module")
def found() -> list[dict[str, Any]]:
    """Give all that squawk says of them, by the rules that are on where nobody sets any."""
    if SQUAWK is None:
        pytest.skip(WITHOUT)
    command = [SQUAWK, "--reporter", "json", *map(str, migrations())]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    said: list[dict[str, Any]] = json.loads(done.stdout)
    return said


def test_what_it_finds_is_answered(found: list[dict[str, Any]]) -> None:
    """Every rule that finds something has its reason, and no reason is left over."""
    first: dict[str, str] = {}
    for item in found:
        first.setdefault(item["rule_name"], f"{item['file']}:{item['line'] + 1}: {item['message']}")
    assert {rule: first[rule] for rule in first if rule not in OURS} == {}
    assert OURS.keys() - first.keys() == set()


def test_its_rules_have_their_peers(found: list[dict[str, Any]]) -> None:
    """Whatever it says is in the table of its rules, and what is there is a rule, since it can be left out."""
    assert {item["rule_name"] for item in found} | OURS.keys() <= RULES.keys()
    assert SQUAWK is not None
    left_out = [word for rule in RULES.keys() - UNNAMED for word in ("--exclude", rule)]
    done = subprocess.run([SQUAWK, *left_out], input="", capture_output=True, text=True, check=False)
    assert "invalid rule name" not in done.stderr


def test_breaking_changes_that_answer_are_there() -> None:
    """A code in an answer is one of `fluxc breaking`."""
    codes = {code for answer in RULES.values() if isinstance(answer, Breaks) for code in answer.codes}
    assert codes <= all_rules().keys()

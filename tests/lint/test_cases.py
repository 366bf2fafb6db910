"""The rules over every schema of tests/cases: whatever compiles can be linted, and every finding has its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from fluxc.commands.lint import lint
from fluxc.diagnostics import InputError
from fluxc.lint.rule import all_rules
from tests.case_project import Case, Project, all_cases

if TYPE_CHECKING:
    from pathlib import Path

KINDS: Final = sorted({case.kind for case in all_cases()})
EVERYTHING: Final = "\n[lint.levels]\n" + "".join(f'{code} = "warning"\n' for code in all_rules())


@pytest.mark.parametrize("kind", KINDS)
def test_what_compiles_can_be_linted(kind: str, tmp_path: Path) -> None:
    """With every rule on, before and after the edit of each case of a kind."""
    for case in (case for case in all_cases() if case.kind == kind):
        for state in ("before", "after"):
            check(case, state, tmp_path / case.folder.name / state)


def check(case: Case, state: str, root: Path) -> None:
    project = Project(root, case)
    project.write(state)
    with project.layout.config.open("a", encoding="utf-8") as stream:
        stream.write(EVERYTHING)
    try:
        found = lint(project.layout).diagnostics
    except InputError as error:
        assert not {item.code for item in error.diagnostics} & {"unknown-rule", "missing-reason"}
        assert "diagnostics.txt" in case.files, f"{case.name}: {error}"
        return
    for item in found:
        assert item.span is not None
        assert item.span.line, f"{case.name}: {item}"
        assert item.help

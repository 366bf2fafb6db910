"""The cases of all kinds of objects: nothing breaks against the lock of a schema, and every edit can be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxc.breaking.check import check
from fluxc.breaking.comparison import Comparison
from fluxc.commands.against import earlier, present
from fluxc.history.lock import lock_text
from fluxc.project.breaking import CLASSES
from tests.breaking.states import TODAY
from tests.case_project import CASES, Project, all_cases

if TYPE_CHECKING:
    from pathlib import Path

    from fluxc.breaking.check import Broken
    from fluxc.breaking.comparison import Side


def found(before: Side, after: Side) -> tuple[Broken, ...]:
    return check(Comparison.of(before, after), CLASSES, (), TODAY).found


@pytest.mark.parametrize("kind", sorted({path.parts[-3] for path in CASES.glob("*/*/up.sql")}))
def test_a_lock_says_all_that_counts(kind: str, tmp_path: Path) -> None:
    """A state comes back from its lock with nothing broken, and what an edit breaks is told at a place."""
    for case in all_cases():
        if case.kind != kind or not case.migrates:
            continue
        project = Project(tmp_path / case.folder.name, case)
        project.write("after")
        now = present(project.layout)
        lock = tmp_path / "schema.lock"
        lock.write_text(lock_text({item.key_text: item.line() for item in now.compiled.state}), encoding="utf-8")
        assert found(earlier(project.layout, str(lock), now)[1], now) == (), case.name
        project.write("before")
        if case.input("before.yaml") or "before" in case.files:
            told = found(present(project.layout), now)
            assert all(item.span is not None for item in told), [item for item in told if item.span is None]

"""To write a state as YAML and to read that again gives the state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from tests.case_project import Case, all_cases
from tests.laws.schemas import compiled, schemas

from fluxc.model.column import Column
from fluxc.model.load import load
from fluxc.model.table import Table
from fluxc.pull.files import Layout, files
from fluxc.source.tree import read_tree

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from fluxc.model.state import State

LAYOUTS = [Layout(), Layout(mixins=False), Layout(file_per_table=True)]
CASES = [pytest.param(case, id=case.name) for case in all_cases() if case.files & {"after", "after.yaml"}]


def reread(state: State, root: Path, layout: Layout) -> tuple[State, str]:
    """Write a state into a folder and return what is read there, and the texts for a failure to show."""
    texts = files(state, layout)
    for name, text in texts.items():
        path = root / "schema" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    shown = "\n".join(f"--- {name}\n{text}" for name, text in texts.items())
    found, diagnostics = load(read_tree(root / "schema", root), None, 18)
    assert not diagnostics, f"{diagnostics}\n{shown}"
    return found.state, shown


def columns(state: State) -> dict[tuple[str, ...], list[str]]:
    """Return the columns of each table in their physical order."""
    return {table.key.path: [item.name for item in state.members(table.key.path, Column)] for table in state.of(Table)}


def differences(one: State, other: State) -> list[str]:
    """Return the lines that only one of two states has."""
    lines, others = {item.line() for item in one}, {item.line() for item in other}
    return [*(f"- {line}" for line in sorted(lines - others)), *(f"+ {line}" for line in sorted(others - lines))]


def holds(state: State, root: Path, layout: Layout) -> None:
    """Fail where what is read differs from what was written."""
    found, shown = reread(state, root, layout)
    assert not differences(state, found), "\n".join([*differences(state, found), shown])
    assert columns(found) == columns(state)


@pytest.mark.parametrize("case", CASES)
def test_every_case_is_written_as_it_is(case: Case, tmp_path: Path) -> None:
    """What the schema of a case means is what the files of a pull mean, in every way to cut them."""
    from tests.case_project import Project

    from fluxc.project.config import read_config

    project = Project(tmp_path / "case", case)
    project.write("after")
    config = read_config(project.layout)
    state, diagnostics = load(read_tree(project.layout.schema, tmp_path), config.namespace, 18)
    if any(item.severity == "error" for item in diagnostics):
        pytest.skip("the schema of this case is wrong on purpose")

    for number, layout in enumerate(LAYOUTS):
        holds(state.state, tmp_path / f"pulled-{number}", layout)


@given(schemas())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_generated_schemas_are_written_as_they_are(tmp_path_factory: Any, data: dict[str, dict[str, Any]]) -> None:
    """The same for schemas that nobody thought of."""
    result = compiled(data)
    if result is not None:
        holds(result.state, tmp_path_factory.mktemp("pulled"), Layout())

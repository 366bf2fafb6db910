"""A project that is edited declares what it shall, and keeps what need not change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.case_project import Case, Project, all_cases
from tests.laws.schemas import compiled, schemas
from tests.pull.test_law import differences

from fluxc.model.load import load
from fluxc.model.state import State
from fluxc.project.config import read_config
from fluxc.pull import toml_emit
from fluxc.pull.edit import Settings
from fluxc.pull.emit import document
from fluxc.pull.goal import Bounds, goal_of
from fluxc.pull.revise import Revision
from fluxc.pull.revised import Texts, revised
from fluxc.source.tree import Tree, read_tree

if TYPE_CHECKING:
    from pathlib import Path

    from fluxc.model.compiled import Compiled

CASES = [pytest.param(case, id=case.name) for case in all_cases()]


class Edited:
    """A project in a folder that was edited to declare something else."""

    def __init__(self, root: Path, goal: State, namespace: str | None = None) -> None:
        self.root = root
        self.namespace = namespace
        self.goal = goal_of(self.read()[1].state, goal, None, Bounds())
        self.texts = self.edit(goal)

    def read(self) -> tuple[Tree, Compiled]:
        """Return what the files say and mean."""
        tree = read_tree(self.root / "schema", self.root)
        result, diagnostics = load(tree, self.namespace, 18)
        assert not [item for item in diagnostics if item.severity == "error" and item.code != "no-schema"], diagnostics
        return tree, result

    def edit(self, goal: State) -> Texts:
        """Edit the files and return the texts of those that changed."""
        tree, result = self.read()
        goal = goal_of(result.state, goal, None, Bounds())
        texts = revised(tree, result, goal, Settings("schema", self.namespace, 18))
        for file, text in texts.items():
            path = self.root / file
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_text(text)
        return texts

    def check(self) -> None:
        """Fail where the files do not say what they shall, or where there is something to edit still."""
        shown = "\n".join(f"--- {file}\n{text}" for file, text in self.texts.items())
        found = self.read()[1].state
        assert not differences(self.goal, found), "\n".join([*differences(self.goal, found), shown])
        assert not self.edit(self.goal)


def state_of(project: Project, moment: str) -> State | None:
    """Return what a case says at a moment; None where that is wrong on purpose."""
    project.write(moment)
    config = read_config(project.layout)
    result, diagnostics = load(read_tree(project.layout.schema, project.layout.root), config.namespace, 18)
    wrong = any(item.severity == "error" and item.code != "no-schema" for item in diagnostics)
    return None if wrong else result.state


def as_toml(root: Path) -> None:
    """Write the files of a project as TOML, those that hold a null left out."""
    tree = read_tree(root / "schema", root)
    for file in [*(file for source in tree.domains for file in source.documents), *tree.shared]:
        if "None" not in repr(file.data) and not file.file.endswith(".toml"):
            (root / file.file).unlink()
            (root / file.file).with_suffix(".toml").write_text(toml_emit.document(file.data))


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize(
    ("back", "toml"), [(False, False), (True, False), (False, True)], ids=["there", "back", "toml"]
)
def test_every_edit_of_a_case_can_be_pulled(
    case: Case, back: bool, toml: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A project of one moment is brought to say the other, without a table being written anew."""
    project = Project(tmp_path, case)
    moments = ("after", "before") if back else ("before", "after")
    goal = state_of(project, moments[1])
    if goal is None or state_of(project, moments[0]) is None:
        pytest.skip("the schema of this case is wrong on purpose")
    monkeypatch.setattr(Revision, "rewrite", None)
    if toml:
        as_toml(tmp_path)

    edited = Edited(tmp_path, goal, read_config(project.layout).namespace)
    edited.check()


@pytest.mark.parametrize("namespace", [None, "public", "shop"])
def test_a_project_keeps_a_file_where_nothing_is_left(tmp_path: Path, namespace: str | None) -> None:
    """A build of a project without any file would take it for one that was never begun."""
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "shop.yaml").write_text("namespace: shop\ntables: {orders: {columns: {id: bigint}}}\n")

    edited = Edited(tmp_path, State(), namespace)
    edited.check()

    assert [path.name for path in (tmp_path / "schema").iterdir()] == ["public.yaml"]


def test_a_file_that_names_bodies_is_edited(tmp_path: Path) -> None:
    """The SQL files beside it are what they were."""
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "f.sql").write_text("select 1")
    file = tmp_path / "schema" / "shop.toml"
    routine = '[functions.f]\nreturns = "integer"\nlanguage = "sql"\nfile = "f.sql"\n'
    file.write_text(f'[enums]\nmood = ["a"]\n\n{routine}')
    before = file.read_text()
    file.write_text(before.replace('["a"]', '["a", "b"]'))
    goal = load(read_tree(tmp_path / "schema", tmp_path), None, 18)[0].state
    file.write_text(before)

    Edited(tmp_path, goal).check()

    assert file.read_text() == before.replace('["a"]', '["a", "b"]')


def test_the_usual_storage_of_another_type_goes_with_it(tmp_path: Path) -> None:
    """It is no part of the state, since it is the usual one, and of the new type it would be wrong."""
    (tmp_path / "schema").mkdir()
    column = "a: {type: text, storage: extended, doc: Kept.}"
    (tmp_path / "schema" / "app.yaml").write_text(f"tables:\n  t:\n    columns:\n      {column}\n")
    goal = compiled({"app": {"tables": {"t": {"columns": {"a": {"type": "smallint", "doc": "Kept."}}}}}})
    assert goal is not None

    Edited(tmp_path, goal.state).check()

    assert "{type: smallint, doc: Kept.}" in (tmp_path / "schema" / "app.yaml").read_text()


@given(schemas(), schemas(), st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_any_schema_can_become_any_other(
    tmp_path_factory: Any, one: dict[str, dict[str, Any]], other: dict[str, dict[str, Any]], toml: bool
) -> None:
    """The same for schemas that nobody thought of."""
    result, goal = compiled(one), compiled(other)
    if result is None or goal is None:
        return
    root = tmp_path_factory.mktemp("project")
    (root / "schema").mkdir()
    for domain, data in one.items():
        (root / "schema" / f"{domain}.yaml").write_text(document(data))
    if toml:
        as_toml(root)
    edited = Edited(root, goal.state)
    edited.check()

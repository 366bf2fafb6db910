"""What is taken for the surface of the models is that of the models which are written."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from fluxc.breaking.surface import Surface
from fluxc.commands.against import present
from fluxc.model.enum import Enum
from fluxc.model.table import Table
from fluxc.project.config import ModelSettings
from fluxc.project.layout import Layout
from fluxc.render.environment import environment
from fluxc.render.models import render_models

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT: Final = Path(__file__).parents[2]
SETTINGS: Final = (ModelSettings(), ModelSettings(aliases="camel", key_types=True))
Classes = dict[str, dict[str, bool]]
"""The fields of each class, with whether they must be given; of an enum its members."""


def classes(text: str) -> Classes:
    return {node.name: dict(_fields(node)) for node in ast.parse(text).body if isinstance(node, ast.ClassDef)}


def _fields(node: ast.ClassDef) -> Mapping[str, bool]:
    found: dict[str, bool] = {}
    for item in node.body:
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            found[item.target.id] = item.value is None
        elif isinstance(item, ast.Assign) and isinstance(item.targets[0], ast.Name):
            found[item.targets[0].id] = False
    return found


@pytest.mark.parametrize("settings", SETTINGS, ids=["plain", "camel and keys"])
@pytest.mark.parametrize("project", [".", "tests/samples/chinook", "tests/samples/northwind"])
def test_the_surface_is_that_of_the_modules(project: str, settings: ModelSettings, tmp_path: Path) -> None:
    """Classes, attributes, required fields of inserts, members and exports are those of the text."""
    shutil.copytree(ROOT / project / "schema", tmp_path / "schema")
    shutil.copy(ROOT / project / "fluxc.toml", tmp_path)
    compiled = present(Layout(tmp_path)).compiled
    files = render_models(compiled, environment(ROOT, None), settings)
    surface = Surface.of(compiled, settings, settings)
    modules = {name.removesuffix(".py"): classes(text) for name, text in files.items()}
    for item in compiled.state:
        if item.key not in surface.homes:
            assert not isinstance(item, Enum) and (not isinstance(item, Table) or item.partition_of)
            continue
        module, name = surface.homes[item.key]
        if isinstance(item, Enum):
            assert {*surface.members(item.key).values()} == modules[module][name].keys()
            continue
        attributes = surface.attributes(item.key).values()
        fields = {name for name in modules[module][name] if not name.isupper()}
        assert {attribute.name for attribute in attributes} == fields
        given = {attribute.name for attribute in attributes if attribute.given}
        assert given == {field for field, needed in modules[module][f"{name}Insert"].items() if needed}
    listed = next(
        node.value
        for node in ast.walk(ast.parse(files["__init__.py"]))
        if isinstance(node, ast.Assign | ast.AnnAssign) and "__all__" in ast.unparse(node)
    )
    assert listed is not None
    assert {*ast.literal_eval(listed)} - modules.keys() == surface.exports.keys()

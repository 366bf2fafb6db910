"""The Jinja environment: shipped templates, a project's own, and what goes wrong in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxc.diagnostics import InputError
from fluxc.render.environment import environment, template_root, write
from fluxc.render.models import render_models

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Schema


def _override(root: Path, name: str, text: str) -> None:
    target = root / "templates" / name
    target.parent.mkdir(parents=True)
    target.write_text(text, encoding="utf-8")


def test_a_project_overrides_single_templates(tmp_path: Path, schema: Schema) -> None:
    """A file in the project's own folder takes the place of the shipped one; the others stay."""
    schema.table("app", "things", {"id": "integer"})
    shipped = schema.files()
    _override(tmp_path, "python/values.py.j2", "# ours\n")
    files = render_models(schema.compiled(), environment(tmp_path))
    assert files == {**shipped, "_values.py": "# ours\n"}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("\n{{ nothing }}", 2, "'nothing' is undefined"),
        ("\n\n{% if %}", 3, "Expected an expression"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("\n{% include 'gone.j2' %}", 2, "gone.j2"),
    ],
)
def test_what_is_wrong_in_a_template_is_told_with_its_place(tmp_path: Path, text: str, line: int, words: str) -> None:
    """An error in a project's own template names the file and the line, and is no crash."""
    _override(tmp_path, "python/values.py.j2", text)
    with pytest.raises(InputError) as caught:
        write(environment(tmp_path), "python/values.py.j2", {})
    (found,) = caught.value.diagnostics
    assert found.code == "bad-template"
    assert words in found.message
    assert found.span is not None
    assert (found.span.file, found.span.line) == ("templates/python/values.py.j2", line)


def test_every_template_is_well_formed() -> None:
    """All shipped templates compile, with every filter they name."""
    templates = environment()
    for path in (template_root() / "python").glob("*.j2"):
        assert templates.get_template(f"python/{path.name}") is not None

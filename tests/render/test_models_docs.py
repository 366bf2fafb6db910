"""Words in and about the generated package: docs as text that cannot leave its quotes, and the reference page."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fluxc.render.model_rules import RULES, Form
from fluxc.render.python_types import reference

if TYPE_CHECKING:
    from .conftest import Load, Schema

DOCS = Path(__file__).parents[2] / "docs" / "models.md"
HOSTILE = [
    'says "hi"',
    '"',
    '"""',
    'a """" b """',
    "ends in a backslash \\",
    "{{ x }} {% raw %} {# c #} {",
    "two\nlines\n\n   indented \\n\n",
    "\u202e right to left \x0c \u2028 \xa0",
    "'''\"\"\"\r\nimport os\r",
    "#{}%s\t",
]


@pytest.mark.parametrize("doc", HOSTILE)
def test_docs_cannot_leave_their_quotes(schema: Schema, load: Load, doc: str) -> None:
    """Whatever a doc holds comes out as text: never as code, as a template, or as an unseen character."""
    schema.docs["app"] = doc
    schema.enum("app", "kind", "a", doc=doc)
    schema.table("app", "things", {"name": {"type": "text", "doc": doc}}, doc=doc)
    files = schema.files()
    assert all(ch.isprintable() or ch == "\n" for ch in files["app.py"])
    body = ast.parse(files["app.py"]).body
    assert [type(node).__name__ for node in body if not isinstance(node, ast.ImportFrom)] == ["Expr"] + ["ClassDef"] * 4
    module = load(files, "app")
    assert module.Thing.model_fields["name"].description == doc.strip()
    words = doc.replace("\r", "\n").split()
    for text in (module.__doc__, module.Kind.__doc__, module.Thing.__doc__):
        assert text is not None
        assert text.split() == words


def test_the_reference_shows_the_table_of_rules() -> None:
    """The documentation and the code say the same."""
    lines = [line for line in DOCS.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    rows = {tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines}
    assert {(where.value, *(RULES[where][form].value for form in Form)) for where in RULES} <= rows


def test_the_reference_shows_the_table_of_types() -> None:
    """Every type stands in the documentation with what the models make of it, and nothing else does."""
    _, _, behind = DOCS.read_text(encoding="utf-8").partition(
        "| PostgreSQL | a row holds | inserts and updates take |\n"
    )
    rows = behind.partition("\n\n")[0].splitlines()
    assert rows == ["| --- | --- | --- |", *(f"| {' | '.join(cells)} |" for cells in reference())]

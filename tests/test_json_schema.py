"""The published JSON Schema agrees with the compiler about what a schema file may say."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from docs.generate import json_schema_text
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it ships no types

from fluxc.diagnostics import InputError
from fluxc.model.domain import JSON_SCHEMA, json_schema, validate
from fluxc.model.findings import Findings
from fluxc.source import yaml
from fluxc.source.reading import read_text

ROOT = Path(__file__).parents[1]
SCHEMA = json_schema()
VALIDATOR: Any = Draft202012Validator(SCHEMA)
TABLE = "tables:\n  users:\n    columns:\n      id: bigint primary key\n"

RIGHT = {
    "nothing but a table": TABLE,
    "every key of a file": "doc: text\nnamespace: other\nwas: [older, oldest]\nmixins: {}\n"
    "enums: {a: [b, {value: c, was: d}]}\n" + TABLE,
    "a long column": TABLE + "      name: {type: text, nullable: true, default: [1, {a: null}], doc: said, was: old}\n",
    "a long reference": TABLE
    + "      boss: {references: {target: users, on_delete: cascade, index: false}, nullable: true}\n",
    "keys and indexes": TABLE + "    primary_key: [id]\n    unique: [[id]]\n    checks: {a: id > 0}\n"
    "    indexes: [id, {on: [id], unique: true}]\n",
    "rows": TABLE + "    seed: [{id: 1}, {id: {sql: now()}}]\n",
    "rows in the long form": TABLE + "    seed: {mode: exact, key: id, columns: [id], rows: [[1], {id: {of: x}}]}\n",
}
WRONG = {
    "a mapping of rows": TABLE + "    seed: {a: {id: 1}}\n",
    "a row that is a word": TABLE + "    seed: {rows: [one]}\n",
    "a mode that is none": TABLE + "    seed: {mode: replace, rows: []}\n",
    "a seed without rows": TABLE + "    seed: {mode: exact}\n",
    "an unknown key of a file": "tabels: {}\n",
    "an unknown key of a table": TABLE + "    indexs: []\n",
    "an unknown key of a column": TABLE + "      name: {type: text, nulable: true}\n",
    "a number for a mapping": "tables: 5\n",
    "a list for a table": "tables: {users: []}\n",
    "a number for a type": TABLE + "      name: {type: 5}\n",
    "a word for a truth": TABLE + "      name: {type: text, nullable: maybe}\n",
    "a truth for a doc": TABLE + "    doc: true\n",
    "a mapping for a primary key's columns": TABLE + "    primary_key: {columns: {id: 1}}\n",
    "an enum without values": "enums: {a: {doc: none}}\n",
    "a number for an enum": "enums: {a: 5}\n",
}


def shape_is_right(text: str, file: str = "schema/app.yaml") -> bool:
    """Return whether the compiler's declarations take a file."""
    findings = Findings()
    validate(yaml.read(file, text), shared=Path(file).name.startswith("_"), findings=findings)
    return not findings.diagnostics


def compiled_files() -> list[Path]:
    """Return this repository's own schema and the schemas of all samples and cases."""
    cases = (path for when in ("before", "after") for path in (ROOT / "tests" / "cases").glob(f"*/*/{when}.yaml"))
    samples = (ROOT / "tests" / "samples").glob("*/schema/**/*.yaml")
    return [*sorted((ROOT / "schema").glob("*.yaml")), *sorted(samples), *sorted(cases)]


def test_it_comes_with_fluxc() -> None:
    """The file that builds give to editors is what the declarations say."""
    assert JSON_SCHEMA.read_text(encoding="utf-8") == json_schema_text(), "model/schema.json is old: run `make docs`"


def test_it_is_a_json_schema() -> None:
    """It is valid against the draft that it names."""
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", compiled_files(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_it_agrees_about_every_schema_file_of_the_repository(path: Path) -> None:
    """What the compiler takes is right in an editor too, and what it refuses for its shape is wrong there."""
    text = read_text(path, path.name)
    try:
        data: Any = yaml.read(path.name, text).data or {}
    except InputError:
        return  # a case about YAML itself: an editor says that without our schema
    assert VALIDATOR.is_valid(data) is shape_is_right(text, path.name), [
        error.message for error in VALIDATOR.iter_errors(data)
    ]


@pytest.mark.parametrize("what", RIGHT)
def test_what_is_right_is_right_in_both(what: str) -> None:
    """The forms of the language's reference are taken by the compiler and by the JSON Schema."""
    assert shape_is_right(RIGHT[what])
    assert VALIDATOR.is_valid(yaml.read("app.yaml", RIGHT[what]).data)


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_wrong_in_both(what: str) -> None:
    """A file of the wrong shape is refused by the compiler and underlined in an editor."""
    assert not shape_is_right(WRONG[what])
    assert not VALIDATOR.is_valid(yaml.read("app.yaml", WRONG[what]).data)


def test_every_key_is_described() -> None:
    """An editor shows a sentence for each key of a file, a table, a column, an index."""
    declarations = {"file": SCHEMA, **SCHEMA["$defs"]}
    bare = [
        f"{kind}.{key}"
        for kind, declared in declarations.items()
        for key, value in declared.get("properties", {}).items()
        if not value.get("description")
    ]
    assert not bare


def test_it_is_the_same_after_a_schema_was_read() -> None:
    """Forms that load when they are said, and those that do not, are described alike."""
    script = (
        "import json; from fluxc.model.domain import DomainFile, json_schema; "
        "from fluxc.model.table import PartitionDeclaration; PartitionDeclaration(values='default', rules={}); "
        "DomainFile.model_validate({'tables': {'a': {'triggers': {}}}, 'views': {'v': 'select 1'}, "
        "'materialized_views': {'m': {'query': 'select 1'}}}); "
        "print(json.dumps(json_schema()))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == SCHEMA

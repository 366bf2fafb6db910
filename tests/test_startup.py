"""What is loaded before anything is asked for: nothing heavy."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from fluxc.cli import commands

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = (
    "pydantic",
    "pydantic_core",
    "jinja2",
    "psycopg",
    "ruamel",
    "tomllib",
    "difflib",
    "_hashlib",
    "ssl",
    "asyncio",
    "subprocess",
    "tempfile",
    "logging",
    "importlib.metadata",
    "email",
)
PROBE = """
import json, sys
from fluxc.cli import main
try:
    main(sys.argv[1:])
except SystemExit as left:
    code = left.code or 0
print(json.dumps({"code": code, "modules": sorted(sys.modules)}), file=sys.stderr)
"""


def loaded(folder: Path, *arguments: str) -> set[str]:
    """Return the modules that are loaded when a command ends well."""
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    found = json.loads(ran.stderr.splitlines()[-1])
    assert found["code"] == 0, ran.stdout
    return set(found["modules"])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project where nothing changed since the last build."""
    folder = tmp_path_factory.mktemp("built")
    for arguments in (["init", str(folder)], ["build", "--project", str(folder)]):
        assert CliRunner().invoke(commands, arguments).exit_code == 0
    return folder


def test_casts_are_loaded_where_a_type_changes(tmp_path: Path) -> None:
    """The shipped table of casts costs nothing where no column gets another type."""
    (tmp_path / "schema").mkdir()
    (tmp_path / "fluxc.toml").write_text("")
    schema = tmp_path / "schema" / "app.yaml"
    text = "tables:\n  t:\n    columns:\n      a: integer\n"
    schema.write_text(text)
    loaded(tmp_path, "build", "--seal")

    schema.write_text(f"{text}      b: text?\n")
    assert "fluxc.plan.cast_table" not in loaded(tmp_path, "build")
    schema.write_text(text.replace("integer", "bigint"))
    assert "fluxc.plan.cast_table" in loaded(tmp_path, "build")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("--version",),
        ("build", "--help"),
        ("migrate", "--help"),
        ("lint", "--help"),
        ("dev", "--help"),
        ("build",),
        ("build", "--json"),
    ],
)
def test_nothing_heavy_is_loaded(built: Path, arguments: tuple[str, ...]) -> None:
    """Help, version and a build with nothing changed load neither a parser, a driver, a template engine nor OpenSSL."""
    found = {
        name
        for name in loaded(built, *arguments)
        if any(name == heavy or name.startswith(f"{heavy}.") for heavy in HEAVY)
    }
    assert not found


def test_the_probe_sees_what_is_loaded(built: Path) -> None:
    """A build that has something to do does load its tools: the check above can fail."""
    (built / "schema" / "more.yaml").write_text("tables: {}\n")
    assert {"pydantic", "jinja2", "ruamel.yaml"} <= loaded(built, "build")

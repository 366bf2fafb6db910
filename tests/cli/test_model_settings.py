"""``[models]`` in the settings, and ``python:`` in the schema, from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import COLUMNS

if TYPE_CHECKING:
    from tests.cli.program import Folder

BAD = {
    'aliases = "snake"': ("bad-value", "`aliases` is 'snake'"),
    "aliases = ['camel']": ("bad-value", "`aliases` is ['camel']"),
    "key_types = 1": ("bad-value", "`key_types` is 1"),
    "key_type = true": ("unknown-key", "did you mean `key_types`?"),
}


@pytest.mark.parametrize("line", BAD)
def test_a_bad_setting_is_said(fluxc: Folder, line: str) -> None:
    """A setting of the models that means nothing is an error at its place, and nothing is written."""
    code, message = BAD[line]
    fluxc.write("fluxc.toml", f"target = 18\n\n[models]\n{line}\n")
    done = fluxc("build", code=1)
    assert code in done.err
    assert message in done.err
    assert "fluxc.toml:4" in done.err
    assert not (fluxc.root / "out").exists()


def test_models_is_a_table(fluxc: Folder) -> None:
    """A value in place of the table is an error."""
    fluxc.write("fluxc.toml", "target = 18\nmodels = true\n")
    assert "`models` is a table" in fluxc("build", code=1).err


def test_what_python_sees_changes_no_database(fluxc: Folder) -> None:
    """Settings and words about Python change the models and make no migration, also where the rest is remembered."""
    fluxc("build", "--name", "first", "--seal")
    fluxc.write("fluxc.toml", "target = 18\n[models]\nkey_types = true\n")
    assert "migration" not in fluxc("build").out
    assert "UserId = NewType" in _models(fluxc)
    fluxc.schema(f"{COLUMNS}\nboard: 'integer[][]?'")
    fluxc("build", "--name", "second", "--seal")
    assert "board: list[list[int | None]] | None" in _models(fluxc)
    for more in ("board: 'integer[]?'", "board: {type: 'integer[]?', sensitive: true}"):
        fluxc.schema(f"{COLUMNS}\n{more}")
        assert "migration" not in fluxc("build").out
    assert "Field(repr=False)" in _models(fluxc)
    assert "Nothing changed" in fluxc("build").out


def _models(fluxc: Folder) -> str:
    return (fluxc.root / "out/models/app.py").read_text(encoding="utf-8")

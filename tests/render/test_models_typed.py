"""The generated package under type checkers and linters."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from fluxc.project.config import ModelSettings
from fluxc.render.python_types import PYTHON_TYPES

from .conftest import Schema, write_package

if TYPE_CHECKING:
    from pathlib import Path

ODD = ("class", "model_config", "model_id", "copy", "json", "schema", "_id", "id", "2fa", "größe", 'we"ird; --', "l")
TYPE_NAMES = ["date", "str", "int", "Decimal", "UUID", "Field", "Annotated", "UNSET", "Json", "BaseModel", "self"]
CONSUMER = '''
"""Uses the models as a strict project does."""

from datetime import date, datetime
from decimal import Decimal

from out import NameInsert, OddInsert, OddUpdate, Status, User, UserInsert, UserUpdate
from out.identity import UserStatus
from options import Item, OtherId, OtherUpdate, ItemId

new = UserInsert(code="x", preferences={"a": [1, None]})
code: str = new.code
email: str | None = new.email
full = UserInsert(code="x", email=None, score=Decimal(1), status=UserStatus.ACTIVE, created_at=datetime.now())
change = UserUpdate(email=None)
odd = OddInsert(class_="a", model_config_="b", model_id="c", id_="d", id="e", größe="f", we_ird="g", l="i",
                copy_="j", json_="k", schema_="l", column_2fa="m")
dumped: dict[str, object] = OddUpdate(class_="x").model_dump(exclude_unset=True)
named = NameInsert(date=date.today(), Decimal=Decimal(2))
kind: Status = Status.A


table: tuple[str, str] = User.TABLE
columns: tuple[str, ...] = (*User.COLUMNS, *User.PRIMARY_KEY)
changed = OtherUpdate(thing_id=ItemId(3), cells=[[[1, None]]])


def lead(item: Item) -> tuple[ItemId, OtherId | None, int]:
    """Read keys."""
    return item.id, item.other_id, item.id


def show(user: User) -> tuple[int, UserStatus, Decimal]:
    """Read a row."""
    return user.id, user.status, user.score
'''
WRONG = """
from out import UserInsert, UserUpdate

UserInsert()
UserInsert(code=None)
UserInsert(code="x", score=None)
UserInsert(code="x", preferences=None)
UserInsert(code="x", id=1)
UserUpdate(code=None)
UserUpdate(kode="x")
"""
MYPY = "[mypy]\nstrict = true\ncache_dir = cache\n"
PLUGIN = MYPY + "plugins = pydantic.mypy\n[pydantic-mypy]\ninit_typed = true\ninit_forbid_extra = true\n"


def _schema() -> Schema:
    schema = Schema()
    schema.docs["identity"] = 'People, "roles" and \\'
    schema.enum("shared", "status", "a", "b", doc="Long words. " * 20)
    schema.enum("identity", "user_status", "invited", "active", "a-b", "a_b", "", "I")
    schema.enum("odd", "kind", "x")
    columns: dict[str, str | dict[str, Any]] = {
        "id": {"type": "bigint", "identity": "always"},
        "code": {"type": "text", "doc": 'A "code" that says {{ much }} about who it is, in more words than a line has'},
        "email": {"type": "text", "nullable": True},
        "status": {"type": "identity.user_status", "default": "'active'"},
        "score": {"type": "numeric(12,2)", "default": "-0.50"},
        "whole": {"type": "numeric", "default": "10"},
        "ratio": {"type": "real", "default": "1.5"},
        "flag": {"type": "boolean", "default": "false"},
        "address": {"type": "inet", "nullable": True},
        "networks": {"type": "cidr[]", "default": "'{}'"},
        "preferences": {"type": "jsonb", "default": "'{}'"},
        "notes": {"type": "json", "nullable": True},
        "kind": {"type": "odd.kind", "nullable": True},
        "shared": {"type": "shared.status", "default": "'b'"},
        "created_at": {"type": "timestamp with time zone", "default": "now()"},
        "spent": {"type": "interval", "nullable": True},
    }
    schema.table("identity", "users", columns, doc='Ends in a quote\n\n    and a "backslash"\\')
    schema.table("odd", "odd", dict.fromkeys(ODD, "text"))
    schema.table("odd", "kind_insert", {"status": "identity.user_status"})
    optional = {name: {"type": "date", "default": "f()"} for name in TYPE_NAMES}
    schema.table("odd", "names", {**optional, "Decimal": "numeric", "day": {"type": "date", "nullable": True}})
    _every_type(schema)
    _keys_and_names(schema)
    for number in (1, 2, 10, 100, "02"):
        schema.table("many", f"table_{number}s", {"id": "uuid", "a": {"type": "integer", "default": "1"}})
    return schema


MODIFIED = (
    *(
        "numeric(12,2)",
        "numeric(2,5)",
        "numeric(5,-3)",
        "character varying(3)",
        "character(3)",
        "bit(3)",
        "public.vector",
    ),
    *("bit varying(3)", "time(3) without time zone", "timestamp(0) with time zone", "interval(1)", "public.citext"),
    "public.vector",
    *("interval day to second(2)", "interval hour to minute", "interval day", "interval year to month"),
)
CHECKS = (
    *("n > 0", "n between 1 and 10", "n in (1, 5)", "amount >= 0.5 and amount < 100", "born >= '1900-01-01'"),
    *("length(code) between 2 and 8", "code <> ''", "code in ('a', 'b')", "letter <> 'x'", "optional <> 'one word'"),
    "optional in (" + ", ".join(f"'value number {number}'" for number in range(9)) + ")",
)


def _every_type(schema: Schema) -> None:
    """Add tables with a column of every type, as it is, with null, and as an array."""
    types = [*PYTHON_TYPES, *MODIFIED]
    required = {f"c{number}": spelled for number, spelled in enumerate(types)}
    schema.table("types", "required", required)
    schema.table("types", "optional", {name: {"type": each, "nullable": True} for name, each in required.items()})
    arrays = {f"{name}_{'long_' * 10}": f"{spelled}[]" for name, spelled in required.items()}
    schema.table("types", "arrays", {**arrays, "kinds": "odd.kind[]"})
    columns: dict[str, str | dict[str, Any]] = {
        "n": "integer",
        "amount": {"type": "numeric(9,2)", "doc": "In euros."},
        "born": {"type": "date", "nullable": True},
        "code": "character varying(64)",
        "letter": {"type": "text", "default": "'a'"},
        "optional": {"type": "text", "nullable": True, "doc": "A long description of what may be left out " * 2},
    }
    schema.table("types", "checked", columns)
    for check in CHECKS:
        schema.check("types", "checked", check)


def _keys_and_names(schema: Schema) -> None:
    """Add keys that lead from domain to domain and back, and what a person says of columns."""
    schema.table("here", "things", {"id": "bigint", "other_id": {"type": "uuid", "nullable": True}, "home": "text"})
    schema.table("there", "others", {"id": "uuid", "thing_id": "bigint", "cells": "integer[]", "code": "bpchar"})
    schema.table("there", "codes", {"code": "character varying(2)", "until": "date"})
    for table, key in (("here.things", "id"), ("there.others", "id"), ("there.codes", "code")):
        schema.key(*table.split("."), key)
    schema.reference("here", "things", "other_id", "there.others", "id")
    schema.reference("there", "others", "thing_id", "here.things", "id")
    schema.python("here", "things", name="Item")
    schema.python("here", "things", "home", type="pathlib:PurePosixPath", alias="homeFolder", sensitive=True)
    schema.python("there", "others", "cells", dimensions=3)
    schema.python("there", "others", "code", name="short_code", sensitive=True)


def _run(folder: Path, *arguments: str) -> tuple[int, str]:
    done = subprocess.run([sys.executable, "-m", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a generated package, code that uses it well, and code that does not."""
    folder = tmp_path_factory.mktemp("typed")
    write_package(folder / "out", _schema().files())
    write_package(folder / "options", _schema().files(ModelSettings(aliases="camel", key_types=True)))
    (folder / "consumer.py").write_text(CONSUMER, encoding="utf-8")
    (folder / "wrong.py").write_text(WRONG, encoding="utf-8")
    (folder / "plain.ini").write_text(MYPY, encoding="utf-8")
    (folder / "plugin.ini").write_text(PLUGIN, encoding="utf-8")
    (folder / "pyrightconfig.json").write_text(json.dumps({"typeCheckingMode": "strict"}), encoding="utf-8")
    return folder


WRONG_LINES = list(range(4, 11))


def _faults(text: str) -> list[tuple[str, int]]:
    """Return the file and line of each error that a checker printed."""
    found = re.findall(r"^\s*(\S+\.py):(\d+)(?::\d+)?(?: -|:) error: ", text, re.MULTILINE)
    return sorted((file.replace("\\", "/").rpartition("/")[2], int(line)) for file, line in found)


@pytest.mark.parametrize("settings_file", ["plain.ini", "plugin.ini"])
def test_mypy_accepts_the_models_and_refuses_their_misuse(project: Path, settings_file: str) -> None:
    """Strict mypy, with and without pydantic's plugin, is content with the package and finds each wrong call."""
    code, text = _run(project, "mypy", "--config-file", settings_file, "out", "options", "consumer.py", "wrong.py")
    assert (code, _faults(text)) == (1, [("wrong.py", line) for line in WRONG_LINES]), text


def test_pyright_accepts_the_models_and_refuses_their_misuse(project: Path) -> None:
    """Strict pyright is content with the package and finds each wrong call."""
    code, text = _run(project, "pyright", "--pythonpath", sys.executable, "out", "options", "consumer.py", "wrong.py")
    assert (code, _faults(text)) == (1, [("wrong.py", line) for line in WRONG_LINES]), text


def test_the_package_is_formatted_and_free_of_findings(project: Path) -> None:
    """Ruff has nothing to say under its own rules, and its formatter nothing to change, at two widths of lines."""
    code, text = _run(project, "ruff", "check", "--isolated", "out", "options")
    assert code == 0, text
    for width in ("88", "120"):
        code, text = _run(project, "ruff", "format", "--isolated", "--diff", "--line-length", width, "out", "options")
        assert code == 0, text


def test_the_same_schema_gives_the_same_text() -> None:
    """The order in which domains and their tables are met changes no class name, and no bytes of a second rendering."""
    one, other = _schema(), _schema()
    other.objects.reverse()
    assert _schema().files() == one.files()
    assert _classes(other) == _classes(one)


def _classes(schema: Schema) -> dict[str, set[str]]:
    files = schema.files()
    return {
        name: {node.name for node in ast.parse(text).body if isinstance(node, ast.ClassDef)}
        for name, text in files.items()
    }

"""`fluxc breaking`: exit codes, and what it prints for people and for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from tests.breaking.repository import commit

from fluxc.breaking.order import MEANINGS, Order
from fluxc.cli import commands

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

BEFORE = "tables:\n  users:\n    columns:\n      id: bigint primary key identity\n      phone: text?\n"
AFTER = BEFORE.replace("phone: text?", "email: {type: text, backfill: \"''\"}")
IGNORE = """[[breaking.ignore]]
object = "app.users.phone"
code = "column-dropped"
reason = "unread"
until = 9999-12-31
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project in `db` of a repository that lost a column and has a new one since v1."""
    root = tmp_path / "db"
    (root / "schema").mkdir(parents=True)
    (root / "fluxc.toml").write_text("target = 18\n", encoding="utf-8")
    (root / "schema" / "app.yaml").write_text(BEFORE, encoding="utf-8")
    commit(tmp_path, "v1")
    (root / "schema" / "app.yaml").write_text(AFTER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return root


DEPLOY = f"  deploy: neither ({MEANINGS[Order.NEITHER]})\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(
        commands, ["breaking", "--project", "db", "--against", "v1", *arguments], prog_name="fluxc"
    )


def parsed(result: Result) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_text(project: Path) -> None:
    """What breaks is the result, by what it is about; with everything ignored or gone the exit code is 0."""
    result = run()
    assert result.exit_code == 1
    assert result.stdout.startswith("table app.users\n  ✗ column app.users.email is new, and every insert must give")
    assert result.stdout.endswith("✗ 2 breaking changes against v1: READ 1, WRITE 2, MODEL 2\n" + DEPLOY)
    assert run("--class", "ops").stdout == "✓ Nothing breaks against v1 (OPS)\n" + DEPLOY
    (project / "fluxc.toml").write_text(IGNORE, encoding="utf-8")
    assert run("--class", "READ").exit_code == 0
    assert run("--class", "READ").stdout == "✓ Nothing breaks against v1 (READ), 1 ignored\n" + DEPLOY
    assert (run("--class", "READ", "--quiet").output, run("--quiet").exit_code) == ("", 1)


def test_json(project: Path) -> None:
    """The documented keys."""
    (project / "fluxc.toml").write_text(f'[breaking]\nclasses = ["READ", "WRITE"]\n{IGNORE}', encoding="utf-8")
    result = run("--json")
    found = parsed(result)
    assert (result.exit_code, found["ok"], found["classes"]) == (1, False, ["READ", "WRITE"])
    assert found["against"].keys() == {"kind", "name", "commit"}
    assert found["findings"] == [
        {
            "code": "required-column-added",
            "classes": ["WRITE", "MODEL"],
            "object": "app.users.email",
            "kind": "column",
            "message": "column app.users.email is new, and every insert must give it",
            "notices": "inserts of released code, which do not name it",
            "help": "give it a default, or end its type in `?` until all released code writes it",
            "file": "schema/app.yaml",
            "line": 5,
            "column": 7,
            "gone": False,
        }
    ]
    (ignored,) = found["ignored"]
    assert (ignored["object"], ignored["reason"], ignored["until"]) == ("app.users.phone", "unread", "9999-12-31")
    assert (ignored["file"], ignored["gone"]) == ("v1:schema/app.yaml", True)
    assert found["diagnostics"] == []


def test_warnings_of_ignores(project: Path) -> None:
    """They are messages: on standard error, and among the diagnostics; they change no exit code."""
    (project / "fluxc.toml").write_text(IGNORE.replace("phone", "fax"), encoding="utf-8")
    result = run("--class", "STREAM")
    assert result.exit_code == 0
    assert "warning[unused-ignore]" in result.stderr
    assert [item["code"] for item in parsed(run("--json"))["diagnostics"]] == ["unused-ignore"]


def test_sarif(project: Path) -> None:
    """Findings stand at places that there are now, with the pages of their rules; what is ignored says why."""
    (project / "fluxc.toml").write_text(IGNORE, encoding="utf-8")
    (log,) = json.loads(run("--format", "sarif").stdout)["runs"]
    one, other = log["results"]
    assert one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "db/schema/app.yaml"
    assert other["suppressions"] == [{"kind": "external", "justification": "unread"}]
    assert other["locations"][0]["physicalLocation"]["region"]["startLine"] == 2
    assert all("help" in item for item in log["tool"]["driver"]["rules"])


def test_github() -> None:
    """One annotation a finding, on a line that there is."""
    lines = run("--format", "github").stdout.splitlines()
    assert [line.partition("::column")[0] for line in lines] == [
        "::error title=required-column-added,file=db/schema/app.yaml,line=5,col=7,endColumn=12",
        "::error title=column-dropped,file=db/schema/app.yaml,line=2,col=3,endColumn=8",
    ]


def test_what_cannot_be_compared() -> None:
    """Wrong input is 1 and its own JSON, the outside world 3, wrong usage 2."""
    wrong = CliRunner().invoke(commands, ["breaking", "--project", "db", "--against=-x", "--json"])
    assert (wrong.exit_code, parsed(wrong)["diagnostics"][0]["code"]) == (1, "bad-revision")
    sarif = CliRunner().invoke(commands, ["breaking", "--project", "db", "--against", "v9", "--format", "sarif"])
    assert (sarif.exit_code, json.loads(sarif.stdout)["runs"][0]["results"][0]["ruleId"]) == (1, "bad-revision")
    assert CliRunner().invoke(commands, ["breaking", "--project", "db"]).exit_code == 2
    assert run("--json", "--format", "sarif").exit_code == 2
    assert run("--class", "READS").exit_code == 2

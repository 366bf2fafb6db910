"""``fluxc lint`` as it is called: what it prints in which form, its exit codes, and the files it changes."""

from __future__ import annotations

import json
import re
from subprocess import PIPE
from typing import TYPE_CHECKING, Any

import pytest
from tests.cli.program import Folder

if TYPE_CHECKING:
    from pathlib import Path

DIAGNOSTIC = {"code", "severity", "message", "help", "file", "line", "column"}
WARNED = "tables:\n  t:\n    columns:\n      id: bigint primary key\n      at: timestamp\n"
FAILED = "tables:\n  logs: {columns: {text: text}}\n"
SILENT = FAILED.replace("columns", "lint: {missing-primary-key: 'a log: 100%'}, columns")
FILE = "schema/app.yaml"


def test_nothing_found_is_one_line(fluxc: Folder) -> None:
    """A faultless schema is said to be one, and nothing is written but the cache."""
    before = fluxc.tree()
    assert fluxc("lint") == (0, "✓ Linted 1 table: nothing found\n", "")
    assert fluxc("lint", "-q").out == ""
    assert fluxc.tree() == before


def test_warnings_are_told_and_errors_fail(fluxc: Folder) -> None:
    """Findings are results and go out; only an error makes the exit code 1, and with --strict a warning too."""
    fluxc.write(FILE, WARNED)
    ran = fluxc("lint")
    assert ran.err == ""
    assert "warning[timestamp-without-time-zone]: column app.t.at" in ran.out
    assert f"--> {FILE}:5:11" in ran.out
    assert ran.out.endswith("\n\n! Linted 1 table: 1 warning\n")
    assert fluxc("lint", "--strict", code=1).out == ran.out
    fluxc.write(FILE, FAILED)
    assert fluxc("lint", code=1).out.endswith("✗ Linted 1 table: 1 error\n")
    fluxc.write(FILE, SILENT)
    assert fluxc("lint", "--strict").out == "✓ Linted 1 table: nothing found, 1 suppressed\n"


def test_the_json_object_has_the_documented_keys(fluxc: Folder) -> None:
    """`--json` and `--format json` are the same; `ok` is that of the exit code."""
    fluxc.write(FILE, WARNED)
    ran = fluxc("lint", "--json")
    assert ran == fluxc("lint", "--format", "json") == fluxc("lint", "--format", "json", "--json")
    assert set(ran.json) == {"fluxc", "command", "ok", "diagnostics", "suppressed", "fixed"}
    (item,) = ran.json["diagnostics"]
    assert set(item) == DIAGNOSTIC
    assert (item["severity"], item["file"], item["line"], item["column"]) == ("warning", FILE, 5, 11)
    assert (ran.json["command"], ran.json["ok"]) == ("lint", True)
    assert fluxc("lint", "--strict", "--json", code=1).json["ok"] is False
    fluxc.write(FILE, SILENT)
    assert fluxc("lint", "--json").json["suppressed"] == [
        {"code": "missing-primary-key", "object": "app.logs", "reason": "a log: 100%", "file": FILE}
    ]


def test_formats_exclude_each_other(fluxc: Folder) -> None:
    """Two forms at once are wrong usage."""
    assert fluxc("lint", "--json", "--format", "sarif", code=2).codes == ["wrong-usage"]
    assert fluxc("lint", "--format", "xml", code=2).out == ""


def test_a_schema_that_does_not_compile_is_an_error_in_every_form(fluxc: Folder) -> None:
    """What cannot be linted is told in the form that was asked for, with exit code 1."""
    fluxc.schema("id: txet")
    assert "error[unknown-type]" in fluxc("lint", code=1).err
    assert fluxc("lint", "--json", code=1).codes == ["unknown-type"]
    assert "title=unknown-type" in fluxc("lint", "--format", "github", code=1).out
    (result,) = checked_sarif(fluxc("lint", "--format", "sarif", code=1).out)["results"]
    assert (result["ruleId"], result["level"]) == ("unknown-type", "error")


def test_annotations_are_escaped(fluxc: Folder) -> None:
    """A name from a schema file cannot say a command of its own."""
    fluxc.write(FILE, 'tables:\n  "a,b:c%": {columns: {id: bigint primary key}}\n')
    (line,) = fluxc("lint", "--format", "github").out.splitlines()
    place = "title=not-snake-case,file=schema/app.yaml,line=2,col=3,endColumn=11"
    assert line == f'::warning {place}::table app."a,b:c%25" needs quotes wherever it is named%0Awrite `a_b_c`'
    fluxc.write(FILE, SILENT)
    assert fluxc("lint", "--format", "github").out == ""


def checked_sarif(text: str) -> Any:
    """Return the one run of a log after the checks that the SARIF 2.1.0 schema makes of what we use."""
    log = json.loads(text)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "fluxc"
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", driver["semanticVersion"])
    assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
    for rule in driver["rules"]:
        assert set(rule) <= {"id", "shortDescription", "help"}
        assert all(set(rule[key]) <= {"text", "markdown"} and rule[key]["text"] for key in rule if key != "id")
    for result in run["results"]:
        checked_result(result, driver["rules"])
    return run


def checked_result(result: Any, rules: list[Any]) -> None:
    assert set(result) <= {"ruleId", "ruleIndex", "level", "message", "locations", "suppressions"}
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["level"] in {"none", "note", "warning", "error"}
    assert result["message"]["text"]
    for location in result["locations"]:
        physical = location["physicalLocation"]
        assert re.fullmatch(r"[\w./%~-]+", physical["artifactLocation"]["uri"], re.ASCII)
        region = physical.get("region", {"startLine": 1, "startColumn": 1, "endColumn": 2})
        assert set(region) == {"startLine", "startColumn", "endColumn"}
        assert region["startLine"] >= 1
        assert 1 <= region["startColumn"] < region["endColumn"]
    for suppression in result.get("suppressions", []):
        assert suppression["kind"] in {"inSource", "external"}
        assert suppression["justification"]


def test_sarif_holds_findings_and_what_was_suppressed(fluxc: Folder) -> None:
    """Each result points to its rule and its place; a suppressed one carries its reason."""
    fluxc.write(FILE, WARNED + SILENT.removeprefix("tables:\n"))
    run = checked_sarif(fluxc("lint", "--format", "sarif").out)
    found, suppressed = run["results"]
    assert found["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": FILE},
        "region": {"startLine": 5, "startColumn": 11, "endColumn": 20},
    }
    assert "suppressions" not in found
    assert suppressed["suppressions"] == [{"kind": "inSource", "justification": "a log: 100%"}]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "missing-primary-key",
        "timestamp-without-time-zone",
    ]
    fluxc.write(FILE, "tables: {}\n")
    assert checked_sarif(fluxc("lint", "--format", "sarif").out)["results"] == []


def test_machines_read_paths_from_where_the_command_ran(fluxc: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a repository whose project lies deeper, a file is named from the top."""
    fluxc.write(FILE, WARNED)
    monkeypatch.chdir(fluxc.root.parent)
    name = fluxc.root.name
    assert f"file={name}/{FILE}," in fluxc("lint", "--project", name, "--format", "github").out
    run = checked_sarif(fluxc("lint", "--project", name, "--format", "sarif").out)
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == f"{name}/{FILE}"


def test_a_path_narrows_what_is_told(fluxc: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files and folders, from the working directory; the whole schema is read all the same."""
    fluxc.write(FILE, WARNED)
    fluxc.write("schema/log/a.yaml", "tables:\n  a: {columns: {t: -> app.t}}\n")
    fluxc.write("schema/log/b.yaml", "tables:\n  b: {columns: {n: text}}\n")

    def files(*paths: str) -> set[str]:
        return {item["file"] for item in fluxc("lint", "--json", *paths, code=None).json["diagnostics"]}

    assert files() == {FILE, "schema/log/a.yaml", "schema/log/b.yaml"}
    assert files("schema/log") == {"schema/log/a.yaml", "schema/log/b.yaml"}
    assert files("schema/log/a.yaml", FILE) == {FILE, "schema/log/a.yaml"}
    fluxc("lint", FILE)
    monkeypatch.chdir(fluxc.root / "schema")
    assert files("log/b.yaml") == {"schema/log/b.yaml"}


def test_a_path_without_schema_is_an_error(fluxc: Folder, tmp_path: Path) -> None:
    """A check of nothing is no success: 1 for a file of another kind, 2 for none at all."""
    (tmp_path / "other.txt").write_text("select 1\n")
    ran = fluxc("lint", "--json", str(tmp_path / "other.txt"), code=1)
    assert ran.codes == ["no-schema-file"]
    fluxc("lint", "nowhere.yaml", code=2)


def test_fix_changes_files_and_tells_the_rest(fluxc: Folder) -> None:
    """What is safe is changed, what is suppressed or elsewhere stays, and a second run changes nothing."""
    text = (
        WARNED + "      name: varchar  # varchar\n      old: {type: varchar, lint: {varchar-without-need: as sent}}\n"
    )
    fluxc.write(FILE, text)
    other = fluxc.write("schema/other.yaml", "tables: {o: {columns: {id: bigint primary key, n: varchar}}}\n")
    before = other.read_bytes()
    ran = fluxc("lint", "--fix", FILE)
    assert (fluxc.root / FILE).read_text() == text.replace("name: varchar ", "name: text ")
    assert other.read_bytes() == before
    assert "varchar-without-need" not in ran.out
    assert ran.out.endswith(f"✓ Fixed {FILE}\n! Linted 2 tables: 1 warning, 1 suppressed\n")
    after = fluxc.tree()
    assert fluxc("lint", "--fix", "--json", FILE).json["fixed"] == []
    assert fluxc.tree() == after
    assert fluxc("lint", "--fix", "--json").json["fixed"] == ["schema/other.yaml"]
    fluxc("build")


def test_remarks_make_no_migration(fluxc: Folder) -> None:
    """`lint` and `large`, new or gone, leave `out/` as it is, also where only one domain is read anew."""
    fluxc.write("schema/other.yaml", "tables: {o: {columns: {id: bigint primary key, n: text}}}\n")
    fluxc.write("schema/third.yaml", "tables: {p: {columns: {id: bigint primary key, n: text}}}\n")
    fluxc.write(FILE, WARNED)
    fluxc("build", "--seal")
    before = {name: text for name, text in fluxc.tree().items() if name.startswith("out/")}
    remark = "    large: true\n    lint: {unpartitioned-table: why}\n    columns"
    fluxc.write(FILE, "lint: {missing-doc: later}\n" + WARNED.replace("    columns", remark))
    built = fluxc("build", "--json").json
    assert (built["changed"], built["migration"]) == (False, None)
    assert {name: text for name, text in fluxc.tree().items() if name.startswith("out/")} == before
    assert "1 suppressed" in fluxc("lint").out
    fluxc("build", "--check")


def test_wrong_settings_are_told(fluxc: Folder) -> None:
    """`fluxc.toml` names a rule that is not there; a build, which does not lint, does not mind."""
    fluxc.write("fluxc.toml", 'target = 18\n[lint.levels]\nmissing-docs = "error"\n')
    ran = fluxc("lint", code=1)
    assert "error[unknown-rule]" in ran.err
    assert "fluxc.toml:3" in ran.err
    fluxc("build")


DROP = "set lock_timeout = '5s';\nalter table users drop column nickname;\n"


@pytest.fixture
def nowhere(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder that lies in no project."""
    folder = tmp_path_factory.mktemp("nowhere")
    monkeypatch.chdir(folder)
    return folder


def test_sql_needs_no_project(nowhere: Path) -> None:
    """A file of SQL is looked at wherever it lies, in every form."""
    fluxc = Folder(nowhere)
    fluxc.write("m.sql", DROP)
    ran = fluxc("lint", "m.sql")
    assert "warning[dropped-column]: dropping column users.nickname" in ran.out
    assert "--> m.sql:2:19" in ran.out
    assert ran.out.endswith("\n\n! Linted 2 statements: 1 warning\n")
    assert fluxc("lint", "m.sql", "--strict", code=1).out == ran.out
    assert fluxc("lint", "m.sql", "--json").codes == ["dropped-column"]
    assert "file=m.sql,line=2,col=19" in fluxc("lint", "m.sql", "--format", "github").out
    (result,) = checked_sarif(fluxc("lint", "m.sql", "--format", "sarif").out)["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "m.sql"
    fluxc.write("m.sql", f"-- fluxc: allow dropped-column: unread\n{DROP}".replace("set", "-- set"))
    (result,) = checked_sarif(fluxc("lint", "m.sql", "--format", "sarif").out)["results"][1:]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "unread"}]
    assert fluxc("lint", "--project", "x", "m.sql", "--json", code=1).codes == ["no-project"]


def test_sql_comes_by_standard_input(nowhere: Path) -> None:
    """Beside files, under a name of its own."""
    fluxc = Folder(nowhere)
    fluxc.write("m.sql", DROP)
    with fluxc.start("lint", "-", "m.sql", "--json", stdin=PIPE) as process:
        out, _ = process.communicate("select 'a", timeout=60)
    found = json.loads(out)["diagnostics"]
    assert [(item["code"], item["file"]) for item in found] == [("dropped-column", "m.sql"), ("not-sql", "stdin")]
    assert process.returncode == 1


def test_what_is_said_of_files_of_sql_alone_is_refused_without_any(fluxc: Folder) -> None:
    """`--fix` changes no SQL, and the transaction of a tool is about SQL."""
    fluxc.write("m.sql", "commit;\n")
    assert fluxc("lint", "--fix", "m.sql", code=2).out == ""
    assert fluxc("lint", "--in-transaction", code=2).out == ""
    assert fluxc("lint", "--in-transaction", "m.sql", "--json").codes == ["nested-transaction"]


def test_sql_that_cannot_be_read_is_an_error(nowhere: Path) -> None:
    """Bytes that are no text."""
    (nowhere / "b.sql").write_bytes(b"select '\xff';")
    assert Folder(nowhere)("lint", "b.sql", "--json", code=1).codes == ["not-utf8"]


def test_a_folder_of_sql_is_all_of_its_files(nowhere: Path) -> None:
    """In order, those in folders below too; one that holds schema files is a part of a schema."""
    fluxc = Folder(nowhere)
    for name in ("2.sql", "1.sql", "old/3.sql"):
        fluxc.write(f"db/{name}", DROP)
    fluxc.write("db/notes.txt", "none")
    found = fluxc("lint", "db", "--json").json["diagnostics"]
    assert [item["file"] for item in found] == ["db/1.sql", "db/2.sql", "db/old/3.sql"]
    fluxc.write("db/app.yaml", WARNED)
    assert fluxc("lint", "db", "--json", code=1).codes == ["no-project"]


def test_a_project_is_looked_at_beside_files_of_sql(fluxc: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its settings hold for them, under names from its top; without paths the pending migration is SQL, too."""
    settings = '[[lint.overrides]]\nfiles = ["sql/*.sql"]\nlevels.dropped-column = "error"\n'
    fluxc.write("fluxc.toml", f"target = 17\n{settings}")
    fluxc.write("sql/m.sql", DROP)
    fluxc.write(FILE, WARNED)
    ran = fluxc("lint", "sql/m.sql", FILE, code=1)
    assert ran.out.endswith("✗ Linted 1 table and 2 statements: 1 error, 1 warning\n")
    monkeypatch.chdir(fluxc.root / "sql")
    assert fluxc("lint", "m.sql", "--json", code=1).json["diagnostics"][0]["file"] == "sql/m.sql"
    monkeypatch.chdir(fluxc.root)
    fluxc("build", "--no-prove", "--seal")
    fluxc.write(FILE, WARNED.replace("      at: timestamp\n", ""))
    fluxc("build", "--no-prove", "--no-renames")
    (item,) = fluxc("lint", "--json").json["diagnostics"]
    assert item["code"] == "dropped-column"
    assert item["file"].startswith("out/migrations/0002_")
    assert fluxc("lint", FILE, "--json").codes == []
    fluxc.write(FILE, WARNED.replace("      at: timestamp\n", "    lint: {dropped-column: unread}\n"))
    assert fluxc("lint", "--json").json["suppressed"][0]["object"] == "app.t.at"
    fluxc("seal")
    assert fluxc("lint", "--json").codes == ["unused-suppression"]


def test_a_project_knows_the_old_types(fluxc: Folder) -> None:
    """Of what is sealed, or of all where nothing is; of a migration of the project, of those before it."""
    change = "set lock_timeout = 1;\nalter table users alter name type varchar(80);\n"
    fluxc.write("m.sql", change)
    assert fluxc("lint", "m.sql", "--json").codes == ["rewriting-type-change"]
    fluxc.schema("id: bigint primary key identity\nname: varchar(40)")
    fluxc("build", "--name", "first", "--seal", "--no-prove")
    assert fluxc("lint", "m.sql", "--json").codes == []
    fluxc.schema("id: bigint primary key identity\nname: varchar(80)")
    fluxc("build", "--name", "second", "--no-prove")
    fluxc.write("m.sql", change.replace("80", "60"))
    assert fluxc("lint", "m.sql", "--json").codes == []
    own = "out/migrations/0002_second"
    assert "rewriting-type-change" not in fluxc("lint", f"{own}.sql", "--json").codes
    assert "rewriting-type-change" in fluxc("lint", f"{own}.down.sql", "--json").codes
    fluxc("seal")
    ran = fluxc("lint", "m.sql")
    assert "users.name changes from character varying(80) to character varying(60)" in ran.out

"""What goes to which stream and with which exit code, and the JSON that other programs read."""

from __future__ import annotations

import os
import pty
import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.cli.program import FLUXC, Folder

if TYPE_CHECKING:
    from pathlib import Path

HEAD = {"fluxc", "command", "ok", "diagnostics"}
DIAGNOSTIC = {"code", "severity", "message", "help", "file", "line", "column"}
MIGRATION = {"id", "name", "file", "down", "pending", "proved", "hazards", "operations"}
DEAD = "postgresql://someone:hunter2@127.0.0.1:1/nowhere"


def test_results_go_out_and_errors_go_err(fluxc: Folder) -> None:
    """A pipe behind standard output gets results alone; what is wrong is on standard error."""
    built = fluxc("build", "--name", "first")
    assert "✓ Generated migration file: 0001_first.sql (pending)" in built.out
    assert built.err == ""
    fluxc.schema("id: wrong")
    failed = fluxc("build", code=1)
    assert failed.out == ""
    assert "error[unknown-type]" in failed.err


def test_quiet_says_only_what_is_wrong(fluxc: Folder) -> None:
    """A quiet build prints nothing when it works, and everything when it does not."""
    assert fluxc("build", "--quiet")[1:] == ("", "")
    fluxc.schema("id: wrong")
    assert "unknown-type" in fluxc("build", "-q", code=1).err


def test_a_build_says_in_json_what_it_did(fluxc: Folder) -> None:
    """The object has the documented keys, with a migration and without."""
    first = fluxc("build", "--json", "--name", "first").json
    assert set(first) == HEAD | {"changed", "migration", "migrations", "proof", "models", "questions"}
    assert (first["command"], first["ok"], first["changed"], first["diagnostics"]) == ("build", True, True, [])
    assert set(first["migration"]) == MIGRATION
    assert [item["id"] for item in first["migrations"]] == [first["migration"]["id"]]
    assert first["migration"]["name"] == "0001_first"
    assert first["migration"]["file"] == "out/migrations/0001_first.sql"
    assert first["migration"]["down"] == "out/migrations/0001_first.down.sql"
    assert first["migration"]["pending"] is True
    assert {"kind": "create_table", "object": "app.users", "text": "+ table app.users"} in first["migration"][
        "operations"
    ]
    assert "out/models/app.py" in first["models"]
    again = fluxc("build", "--json").json
    assert (again["ok"], again["changed"], again["migration"]) == (True, False, None)
    assert again["models"] == first["models"]


def test_a_question_in_json_has_its_answers(fluxc: Folder) -> None:
    """A build that stops for a decision is not ok, and lists what can be answered."""
    fluxc("build", "--seal")
    fluxc.schema("id: bigint primary key identity\nlabel: text?")
    found = fluxc("build", "--json", code=4).json
    assert (found["ok"], found["changed"], found["migration"]) == (False, False, None)
    assert [(item["code"], item["object"]) for item in found["questions"]] == [("rename-or-drop", "app.users.name")]
    assert any("was: name" in answer for answer in found["questions"][0]["answers"])
    assert any("--drop app.users.name" in answer for answer in found["questions"][0]["answers"])


def test_diagnostics_in_json_have_their_place(fluxc: Folder) -> None:
    """An error in a schema file carries code, help, file, line and column, and nothing stands beside the object."""
    fluxc.schema("id: bigint primary key\nname: txet")
    ran = fluxc("build", "--json", code=1)
    assert ran.err == ""
    (item,) = ran.json["diagnostics"]
    assert set(item) == DIAGNOSTIC
    assert (item["code"], item["severity"]) == ("unknown-type", "error")
    assert (item["file"], item["line"], item["column"]) == ("schema/app.yaml", 5, 13)
    assert item["help"]


@pytest.mark.parametrize("command", ["migrate", "rollback", "status", "up"])
def test_a_dead_database_is_one_object_too(fluxc: Folder, command: str) -> None:
    """Every command on a database says in JSON that it cannot connect, and leaves with 3."""
    ran = fluxc(command, "--json", "--url", DEAD, code=3)
    assert (ran.json["command"], ran.json["ok"], ran.codes) == (command, False, ["cannot-connect"])
    assert "hunter2" not in ran.out + ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("build",),
        ("lint",),
        ("seal",),
        ("migrate",),
        ("rollback",),
        ("status",),
        ("up",),
        ("dev", "url"),
        ("dev", "start"),
        ("dev", "stop"),
    ],
)
def test_outside_of_a_project_every_command_says_so(empty: Folder, arguments: tuple[str, ...]) -> None:
    """The cure is to make a project or to name one; the exit code is 1."""
    ran = empty(*arguments, "--json", code=1)
    assert (ran.json["command"], ran.codes) == (" ".join(arguments), ["no-project"])
    told = empty(*arguments, code=1).err
    assert "fluxc init" in told
    assert "--project" in told


@pytest.mark.parametrize(
    ("arguments", "command", "said"),
    [
        (("biuld",), "biuld", "Did you mean `build`?"),
        (("build", "--chek"), "build", "--check"),
        (("build", "--name", "../x"), "build", "cannot name a migration"),
        (("dev", "sotp"), "dev", "stop"),
        (("rollback", "--count", "0"), "rollback", "not in the range"),
        (("rollback", "--count", "1", "--to", "0"), "rollback", "exclude each other"),
        (("init", "a", "b"), "init", "unexpected extra argument"),
    ],
)
def test_wrong_usage_is_2(fluxc: Folder, arguments: tuple[str, ...], command: str, said: str) -> None:
    """A misspelt command or option is told with the nearest one, as text or as JSON; nothing is written."""
    before = fluxc.tree()
    ran = fluxc(*arguments, code=2)
    assert said in ran.err
    assert ran.out == ""
    as_json = fluxc(*arguments, "--json", code=2)
    assert (as_json.json["command"], as_json.codes) == (command, ["wrong-usage"])
    assert said in as_json.json["diagnostics"][0]["message"]
    assert fluxc.tree() == before


def test_the_project_is_found_from_below_and_by_name(fluxc: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """The nearest folder above with a `fluxc.toml` counts, unless --project names another."""
    below = fluxc.root / "schema"
    monkeypatch.chdir(below)
    fluxc("build", "--name", "below")
    assert "0001_below.sql" in fluxc.migrations()
    monkeypatch.chdir("/")
    assert "Nothing changed" in fluxc("build", "--project", str(fluxc.root)).out
    assert fluxc("build", "--project", str(below), "--json", code=1).codes == ["no-project"]


def test_a_new_project_builds_at_once(empty: Folder) -> None:
    """`init` names what it wrote and what comes next, and never writes over a project."""
    made = empty("init", "shop", "--json").json
    assert set(made) == HEAD | {"root", "files"}
    assert set(made["files"]) >= {"fluxc.toml", "schema/identity.yaml", ".gitignore"}
    assert empty("build", "--project", "shop", "--json").json["changed"] is True
    again = empty("init", "shop", "--json", code=1)
    assert again.codes == ["project-exists"]
    assert "cd 'my shop' && fluxc up" in empty("init", "my shop").out


def test_init_keeps_what_is_there(empty: Folder) -> None:
    """Files of the user stay; an ignore file gets what it lacks, once."""
    empty.write(".gitignore", "*.log\n")
    empty.write("schema/shop.yaml", "tables: {}\n")
    empty("init")
    assert sorted(path.name for path in (empty.root / "schema").iterdir()) == ["shop.yaml"]
    ignored = (empty.root / ".gitignore").read_text().splitlines()
    assert ignored[0] == "*.log"
    assert ".fluxc/" in ignored or "/.fluxc/" in ignored


def test_an_unknown_code_is_told(empty: Folder) -> None:
    """`explain` needs no project, and an unknown code is an error of the input."""
    assert empty("explain", "no-such-code", "--json", code=1).codes == ["unknown-code"]


@pytest.mark.parametrize("variable", [{"NO_COLOR": "1"}, {"CI": "true"}, {}])
def test_a_pipe_gets_no_colours(fluxc: Folder, variable: dict[str, str]) -> None:
    """No escape sequence is sent to what is no terminal."""
    fluxc.schema("id: wrong")
    ran = fluxc.outside("build", env=variable)
    assert ran.code == 1
    assert "\033" not in ran.err + ran.out


@pytest.mark.parametrize(("arguments", "colored"), [((), True), (("--no-color",), False)])
def test_a_terminal_gets_colours(fluxc: Folder, arguments: tuple[str, ...], colored: bool) -> None:
    """On a terminal an error is coloured, unless that is declined."""
    fluxc.schema("id: wrong")
    above, below = pty.openpty()
    with subprocess.Popen([*FLUXC, "build", *arguments], cwd=fluxc.root, stdout=below, stderr=below) as process:
        os.close(below)
        said = _all_of(above)
    assert process.returncode == 1
    assert (b"\033[31;1merror" in said) is colored


def _all_of(terminal: int) -> bytes:
    said = b""
    try:
        while piece := os.read(terminal, 4096):
            said += piece
    except OSError:  # the other end is closed
        pass
    os.close(terminal)
    return said


def test_a_reader_that_leaves_is_no_error(fluxc: Folder) -> None:
    """`fluxc … | head` ends without a message."""
    fluxc("build")
    with fluxc.start("build") as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == ""


def test_control_characters_of_the_input_never_reach_the_terminal(fluxc: Folder) -> None:
    """A file's name or a key with an escape sequence is shown, not obeyed."""
    fluxc.write("schema/a\033[2Jb.yaml", "tables: {}\n")
    fluxc.write("schema/shop.yaml", '"\\a\\e]0;x": 5\n')
    ran = fluxc("build", code=1)
    assert "unknown-key" in ran.err
    assert ran.err.replace("\n", "").isprintable()
    assert fluxc("build", "--json", code=1).out.replace("\n", "").isprintable()


def test_everything_but_the_cache_is_the_same_from_two_folders(empty: Folder, tmp_path: Path) -> None:
    """Same schema, same bytes: neither the place nor the order of files in a folder matters."""
    trees: list[dict[str, bytes]] = []
    for name, files in (("one", "ab"), ("two", "ba")):
        folder = Folder(tmp_path / name)
        folder.write("fluxc.toml", "target = 18\n")
        for domain in files:
            folder.write(f"schema/{domain}.yaml", "tables:\n  users:\n    columns:\n      id: bigint primary key\n")
        empty("build", "--project", str(folder.root))
        trees.append(folder.tree())
    assert trees[0] == trees[1]

"""Databases by the names that the settings give them, and what a protected one asks for."""

from __future__ import annotations

import os
import pty
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from tests.cli.conftest import COLUMNS
from tests.cli.program import FLUXC
from tests.cli.test_loop import columns, schemas

from fluxc.commands.certificates import stale
from fluxc.diagnostics import Severity
from fluxc.history.folder import read_folder
from fluxc.project.config import read_config
from fluxc.project.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.program import Folder

SECRET = "hunter2"
COMMANDS = ("migrate", "status", "seed", "drift", "roll", "up", "pull", "rollback")
SETTINGS = """
target = 14
[environments.local]
url = {env = "LOCAL_URL"}
development = true
[environments.production]
url = {command = ["sh", "-c", 'echo "$PRODUCTION_URL"']}
protected = true
"""


@pytest.fixture
def project(fluxc: Folder, database: str, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """Return a project with a pending migration and two environments, both the same database."""
    fluxc.write("fluxc.toml", SETTINGS)
    fluxc("build", "--name", "first")
    for name in ("LOCAL_URL", "PRODUCTION_URL"):
        monkeypatch.setenv(name, make_conninfo(database, password=SECRET))
    return fluxc


def proof(project: Folder, name: str = "0001_first") -> Path:
    return project.root / "out" / "migrations" / f"{name}.proof"


def test_every_command_takes_a_database_by_its_name(project: Folder, database: str) -> None:
    """It is named with its environment before anything is done, and its password is nowhere."""
    with psycopg.connect(database) as connection:
        name = connection.info.dbname
    for command in COMMANDS:
        done = project(command, "--env", "local")
        assert f"→ {name} on " in done.err
        assert " (local)\n" in done.err
        assert SECRET not in done.out + done.err
        project(command, "--env", "local", "--json", code=None)
    assert schemas(database) == ["fluxc", "public"]
    files = [path for path in project.root.rglob("*") if path.is_file()]
    assert any(".fluxc" in path.parts for path in files)
    assert not [path for path in files if SECRET.encode() in path.read_bytes()]


def test_what_does_not_name_a_database_is_said(project: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two names are wrong usage, and an unknown one, or one without its variable, never means another database."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://127.0.0.1:1/other")
    for command in COMMANDS:
        for words in (("--env", "local", "--url", "dbname=x"), ("--url", "dbname=x", "--env", "local")):
            assert "--env and --url are both given" in project(command, *words, code=2).err
    done = project("status", "--env", "prodution", code=1)
    assert "error[unknown-environment]: there is no environment `prodution`\n  --> fluxc.toml" in done.err
    assert "did you mean `production`?" in done.err
    assert "known are local, production" in project("status", "--env", "x", code=1).err
    monkeypatch.delenv("LOCAL_URL")
    assert "in the variable LOCAL_URL, which is not set" in project("status", "--env", "local", code=3).err
    monkeypatch.delenv("PRODUCTION_URL")
    assert "printed nothing" in project("status", "--env", "production", code=3).err
    (project.root / "fluxc.toml").unlink()
    assert "[no-project]" in project("pull", "--env", "local", code=1).err
    project.write("fluxc.toml", "target = 14\n")
    assert "write `[environments.NAME]`" in project("status", "--env", "x", code=1).err
    assert "--env and --sql are both given" in project("pull", "--env", "x", "--sql", "x.sql", code=2).err


def test_one_for_development_is_taken_back(project: Folder, database: str) -> None:
    """A changed pending migration is taken back there, and on no other database but the embedded one."""
    project("migrate", "--env", "local")
    project.schema(f"{COLUMNS}\nemail: text?")
    project("build", "--name", "first")
    assert "[changed-pending]" in project("migrate", "--url", database, code=4).err
    project("migrate", "--env", "local")
    assert columns(database) == ["email", "id", "name"]


def test_a_protected_one_takes_what_is_sealed_and_proved(project: Folder, database: str) -> None:
    """All that is in the way is told at once, in a dry run too, before anything is touched."""
    for words in ((), ("--dry-run",), ("--yes",)):
        refused = project("migrate", "--env", "production", "--json", *words, code=4)
        assert refused.codes == ["not-sealed", "not-certified"]
        assert "fluxc seal" in refused.json["diagnostics"][0]["help"]
        assert "fluxc prove 0001_first" in refused.json["diagnostics"][1]["help"]
    project("seal")
    assert project("migrate", "--env", "production", "--json", code=4).codes == ["not-certified"]
    project("prove", "--scratch-url", database)
    text = proof(project).read_text(encoding="utf-8")
    for wrong, code in (
        (text.replace("up: ", "up: 0", 1), "stale-proof"),
        ("", "bad-certificate"),
        (text.replace("PostgreSQL 1", "PostgreSQL 10"), "proved-elsewhere"),
        (text.replace("down, up again", "rows"), "not-certified"),
        (text.partition("\n[")[0] + "\n", "bad-certificate"),
    ):
        proof(project).write_text(wrong, encoding="utf-8")
        assert project("migrate", "--env", "production", "--yes", "--json", code=4).codes == [code], wrong
    assert schemas(database) == ["public"]
    project("migrate", "--url", database)
    assert columns(database) == ["id", "name"]


def test_a_proof_elsewhere_may_do(project: Folder, database: str) -> None:
    """Where the settings say so; it must be whole all the same."""
    project.write("fluxc.toml", f'{SETTINGS}prove_on = "any"\n')
    project("seal")
    project("prove", "--scratch-url", database)
    text = proof(project).read_text(encoding="utf-8").replace("PostgreSQL 1", "PostgreSQL 10")
    proof(project).write_text(text.replace("down, up again", "rows"), encoding="utf-8")
    assert project("migrate", "--env", "production", "--yes", "--json", code=4).codes == ["not-certified"]
    proof(project).write_text(text, encoding="utf-8")
    project("migrate", "--env", "production", "--yes")


def test_a_hazard_has_to_be_allowed(project: Folder, database: str) -> None:
    """By name, in the settings or on the command line; a migration without any needs neither."""
    project("seal")
    project("prove", "--scratch-url", database)
    project("migrate", "--env", "production", "--yes")
    project.write("schema/app.yaml", "tables:\n  users:\n    columns:\n      id: bigint\n    indexes: [id]\n")
    project("build", "--seal", "--no-renames")
    project("prove", "--scratch-url", database)
    refused = project("migrate", "--env", "production", "--yes", "--json", code=4)
    assert refused.codes == ["hazard-not-allowed"] * 2
    assert {item["message"].partition(": ")[2].partition(" ")[0] for item in refused.json["diagnostics"]} == {
        "deletes-data",
        "builds-index",
    }
    project.write("fluxc.toml", f'{SETTINGS}allow = ["builds-index"]\n')
    assert project("migrate", "--env", "production", "--yes", "--json", code=4).codes == ["hazard-not-allowed"]
    project("migrate", "--env", "production", "--yes", "--allow", "deletes-data")
    assert columns(database) == ["id"]


def test_a_hazard_of_the_way_back_has_to_be_allowed(project: Folder, database: str) -> None:
    """By name as well; a dry run names them, and a database that nobody protects takes them."""
    project("seal")
    project("prove", "--scratch-url", database)
    project("migrate", "--env", "local")
    told = project("rollback", "--env", "local", "--dry-run")
    assert told.out.splitlines() == ["would roll back migration: 0001_first.sql", "    ! deletes-data app.users"]
    assert project("rollback", "--env", "local", "--dry-run", "--json").json["hazards"] == ["deletes-data"]
    for words in (("--yes",), ("--dry-run",)):
        refused = project("rollback", "--env", "production", *words, "--json", code=4)
        assert refused.codes == ["hazard-not-allowed"]
    assert "the down of 0001_first: deletes-data app.users, not allowed on `production`" in refused.out
    assert "deletes-data" in project("rollback", "--env", "production", "--dry-run", "--allow", "deletes-data").out
    assert columns(database) == ["id", "name"]
    project.write("fluxc.toml", f'{SETTINGS}allow = ["deletes-data"]\n')
    project("rollback", "--env", "production", "--yes")
    assert schemas(database) == ["fluxc", "public"]


def test_one_may_wait_for_a_shorter_time(project: Folder, database: str) -> None:
    """A dry run names what holds there; a run gives up by it, whatever the migration says, which stays as it is."""
    project("seal")
    project("migrate", "--env", "local")
    project.write("schema/app.yaml", "tables:\n  users:\n    columns: {id: bigint, name: text, born: date?}\n")
    project("build", "--seal", "--no-renames")
    assert project("migrate", "--env", "local", "--dry-run", "--json").json["timeouts"] == {
        "lock": None,
        "statement": None,
    }
    assert "in the place of" not in project("migrate", "--env", "local", "--dry-run").out
    project.write(
        "fluxc.toml", SETTINGS.replace("development = true", 'lock_timeout = "1ms"\nstatement_timeout = "2h"')
    )
    told = "lock_timeout 1ms and statement_timeout 2h, in the place of what the files say"
    assert told in project("migrate", "--env", "local", "--dry-run").out.splitlines()
    with psycopg.connect(database) as blocker:
        blocker.execute("lock table app.users")
        found = project("migrate", "--env", "local", "--json", code=3)
    assert found.codes == ["lock-timeout"]
    project("migrate", "--env", "local")


def fluxc_on_a_terminal(project: Folder, *arguments: str) -> Callable[[bytes], int]:
    """Return what runs a command on a terminal where somebody gives an answer, and returns the exit code."""

    def run(answer: bytes) -> int:
        ours, theirs = pty.openpty()
        with subprocess.Popen([*FLUXC, *arguments], cwd=project.root, stdin=theirs, stdout=theirs, stderr=theirs) as it:
            os.close(theirs)
            os.write(ours, answer)
            with suppress(OSError):  # the terminal is gone when the process is
                while os.read(ours, 1024):
                    pass
        os.close(ours)
        return it.returncode

    return run


def test_a_protected_one_asks(project: Folder, database: str) -> None:
    """Before anything is applied or taken back: on a terminal, and elsewhere it wants --yes."""
    project("seal")
    project("prove", "--scratch-url", database)
    assert "0001_first" in project("migrate", "--env", "production", "--dry-run").out
    done = project("migrate", "--env", "production", code=4)
    assert "error[protected-environment]: 0001_first would be applied to " in done.err
    assert "(production), which is protected" in done.err
    assert schemas(database) == ["public"]
    asking = fluxc_on_a_terminal(project, "migrate", "--env", "production")
    assert asking(b"n\n") == 4
    assert schemas(database) == ["public"]
    assert asking(b"y\n") == 0
    assert columns(database) == ["id", "name"]


def test_nothing_is_taken_back_from_a_protected_one_unasked(project: Folder, database: str) -> None:
    """With what would be lost in the same breath; a run that has nothing to do asks nothing."""
    project.write("fluxc.toml", f'{SETTINGS}allow = ["deletes-data"]\n')
    project("migrate", "--env", "local")
    project("seal")
    assert "Database is up to date!" in project("migrate", "--env", "production").out
    assert "0001_first" in project("rollback", "--env", "production", "--dry-run").out
    assert project("rollback", "--env", "production", "--json", code=4).codes == ["protected-environment"]
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("insert into app.users (name) values ('Ada')")
    refused = project("rollback", "--env", "production", "--json", code=4)
    assert refused.codes == ["would-lose-rows", "protected-environment"]
    assert columns(database) == ["id", "name"]
    project("rollback", "--env", "production", "--yes")
    assert schemas(database) == ["fluxc", "public"]
    project("rollback", "--env", "production")


def checked(project: Folder) -> list[tuple[str, str]]:
    layout = Layout(project.root)
    history, _ = read_folder(layout.out, layout.root, verify=False)
    found = stale(layout, history.outline(), read_config(layout))
    assert all(item.span and item.help for item in found)
    return [(item.code, item.severity.value) for item in found]


def test_certificates_are_checked_without_a_server(project: Folder, database: str) -> None:
    """One that lacks is an error where an environment is protected; one about something else always is."""
    error, warning = Severity.ERROR.value, Severity.WARNING.value
    assert checked(project) == [("not-certified", error)]
    project.write("fluxc.toml", "target = 14\n")
    assert checked(project) == [("not-certified", warning)]
    project.write("fluxc.toml", "target = 14\nprove = false\n")
    assert checked(project) == []
    project("prove", "--scratch-url", database)
    assert checked(project) == []
    text = proof(project).read_text(encoding="utf-8")
    proof(project, "0002_second").write_text(text, encoding="utf-8")
    assert checked(project) == [("left-over-proof", warning)]
    proof(project, "0002_second").unlink()
    for wrong, code in ((text.replace("down: ", "down: 0", 1), "stale-proof"), (text[9:], "bad-certificate")):
        proof(project).write_text(wrong, encoding="utf-8")
        assert checked(project) == [(code, error)]
    proof(project).write_bytes(b"\xff")
    assert checked(project) == [("bad-certificate", error)]

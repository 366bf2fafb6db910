"""``fluxc prove`` as a person or a script meets it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import psycopg
import pytest
from tests.cli.migrating import SCHEMA, proof, run, start, write

from fluxc.server.borrowed import borrowed_server

if TYPE_CHECKING:
    from pathlib import Path

    from fluxc.server.scratch import Scratch


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project with a sealed migration and a pending one."""
    start(tmp_path)
    write(tmp_path, f"{SCHEMA}      name: text?\n")
    assert run(tmp_path, "build", "--name", "second").exit_code == 0
    return tmp_path


def test_all_are_proved_and_certified(project: Path, server: Scratch) -> None:
    """Each is told by a line, and has a file beside it that a second run leaves as it is."""
    done = run(project, "prove")

    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines() == [
        "✓ 0001_first: up, pull, down, up again",
        "✓ 0002_second: up, pull, rows, down, up again",
        "    alter table app.users add column name text",
        "        ACCESS EXCLUSIVE on table app.users; is the same whatever the rows of app.users",
        f"✓ 2 migrations proved on PostgreSQL {server.major}",
    ]
    text = proof(project, "0002_second").read_text(encoding="utf-8")
    assert text.startswith("# fluxc proof 0002_second\nid: ")
    assert text.endswith(
        "]\nproved: up, pull, rows, down, up again\nrows: 4 in 1 table\n"
        "step 1: alter table app.users add column name text\n  ACCESS EXCLUSIVE on table app.users\n"
        "  is the same whatever the rows of app.users\n"
    )
    assert run(project, "prove", "second").exit_code == 0
    assert proof(project, "0002_second").read_text(encoding="utf-8") == text


def test_one_is_proved_and_those_before_it_applied(project: Path) -> None:
    """Only what was asked for is told of, also as JSON."""
    done = run(project, "prove", "2", "--json")

    told = json.loads(done.stdout)
    assert (done.exit_code, told["ok"], told["diagnostics"], told["untried"]) == (0, True, [], [])
    (item,) = told["proofs"]
    assert (item["name"], item["proved"]) == ("0002_second", True)
    assert item["truths"] == ["up", "pull", "rows", "down", "up again"]
    (cost,) = item["costs"]
    assert cost["locks"] == [{"kind": "table", "name": "app.users", "mode": "ACCESS EXCLUSIVE"}]
    assert (cost["step"], cost["rewrites"], cost["waits"]) == (1, [], False)
    assert (cost["grows"], cost["same"]) == ([], ["app.users"])
    assert not proof(project, "0001_first").exists()


def test_a_wrong_one_loses_its_certificate(project: Path) -> None:
    """It is said what is wrong, exit code 1; what holds of the others stays certified."""
    run(project, "prove")
    path = project / "out" / "migrations" / "0002_second.down.sql"
    path.write_text(path.read_text(encoding="utf-8").replace("drop column name", "alter name drop not null"))
    run(project, "seal")
    done = run(project, "prove")

    assert done.exit_code == 1
    assert "error[wrong-down]: 0002_second.down: column app.users.name is not expected" in done.stderr
    assert "✗ 1 of 2 migrations proved" in done.stdout
    assert (proof(project, "0001_first").exists(), proof(project, "0002_second").exists()) == (True, False)


def test_a_build_that_writes_a_migration_anew_takes_its_certificate_away(project: Path) -> None:
    """One that leaves it as it is leaves that too, and so does the seal."""
    run(project, "prove")
    run(project, "build")
    assert proof(project, "0002_second").exists()
    write(project, f"{SCHEMA}      name: text\n")
    run(project, "build", "--unattended")
    assert (proof(project, "0001_first").exists(), proof(project, "0002_second").exists()) == (True, False)
    run(project, "prove")
    run(project, "seal")
    assert proof(project, "0002_second").exists()
    write(project, f"{SCHEMA}      name: text\n      age: text?\n")
    run(project, "build", "--name", "third")
    run(project, "prove")
    write(project, f"{SCHEMA}      name: text\n")
    run(project, "build")
    assert [path.name for path in proof(project, "x").parent.glob("*.proof")] == [
        "0001_first.proof",
        "0002_second.proof",
    ]


def test_what_follows_a_broken_one_is_not_tried(project: Path) -> None:
    """Its name is told, so that nobody takes silence for a proof."""
    run(project, "seal")
    path = project / "out" / "migrations" / "0001_first.sql"
    path.write_text(path.read_text(encoding="utf-8").replace("create table", "create tabel"))
    assert run(project, "prove").exit_code == 1
    from fluxc.history.seal import stamp

    down = path.with_name("0001_first.down.sql")
    texts = stamp(*(file.read_text(encoding="utf-8") for file in (path, down)))
    for file, text in zip((path, down), texts, strict=True):
        file.write_text(text, encoding="utf-8")
    second = path.with_name("0002_second.sql")
    second.write_text(second.read_text(encoding="utf-8").replace(*parents(second, path)))
    done = run(project, "prove", "--json")

    told = json.loads(done.stdout)
    assert (done.exit_code, told["untried"]) == (1, ["0002_second"])
    assert [item["code"] for item in told["diagnostics"]] == ["wrong-up"]


def parents(second: Path, first: Path) -> tuple[str, str]:
    """Return the line that names the parent of a migration, as it is and as the file of the parent asks for it."""
    old = next(line for line in second.read_text(encoding="utf-8").splitlines() if line.startswith("-- parent: "))
    new = next(line for line in first.read_text(encoding="utf-8").splitlines() if line.startswith("-- id: "))
    return old, new.replace("-- id: ", "-- parent: ")


def test_runs_are_ended_where_that_is_asked_for(
    project: Path, server: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What came of it is told and certified, and a proof without it leaves that in the certificate."""
    for name in ("PLACES", "PLACES_BACK"):
        monkeypatch.setattr(f"fluxc.prove.faults.resumed.{name}", 2)
    done = run(project, "prove", "2", "--faults")
    ended = "killed, cut off, with the server restarted at 2 of 5 places, and at 2 of 5 places of the way back"

    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines()[:3] == [
        "✓ 0002_second: up, pull, rows, down, up again",
        f"    {ended}: resumed to the same catalogue and ledger",
        "    beside a second run, robbed of its lock, behind a long transaction, among readers: applied once",
    ]
    line = f"\nfaults: {ended}; beside a second run, robbed of its lock, behind a long transaction, among readers\n"
    assert proof(project, "0002_second").read_text(encoding="utf-8").endswith(line)
    assert run(project, "prove", "2").exit_code == 0
    assert proof(project, "0002_second").read_text(encoding="utf-8").endswith(line)

    done = run(project, "prove", "2", "--faults", "--json", "--scratch-url", server.url())
    (item,) = json.loads(done.stdout)["proofs"]
    assert item["faults"] == {
        "there": {"places": 5, "tried": 2},
        "back": {"places": 5, "tried": 2},
        "faults": ["killed", "cut off"],
        "encounters": ["beside a second run", "robbed of its lock", "behind a long transaction", "among readers"],
        "resumed": True,
    }


def test_what_is_no_migration_is_said(project: Path) -> None:
    """Before any server is started."""
    done = run(project, "prove", "third")

    assert done.exit_code == 1
    assert "[unknown-migration]" in done.stderr


def test_a_server_that_is_lent_is_left_as_it_was(project: Path, server: Scratch) -> None:
    """The databases and roles that were made are gone; those that were there are not touched."""
    write(project, f"{SCHEMA}      name: text?\n    grants: {{lent_reader: select}}\n")
    run(project, "build")
    with psycopg.connect(server.url()) as connection:
        before = everything(connection)
        done = run(project, "prove", "--scratch-url", server.url())
        connection.rollback()

        assert done.exit_code == 0, done.output
        assert f"✓ 2 migrations proved on PostgreSQL {server.major}" in done.stdout
        assert everything(connection) == before


def test_a_role_of_somebody_else_is_not_touched(project: Path, server: Scratch) -> None:
    """Where the migrations make a role that the lent server has, nothing is begun there."""
    write(project, f"roles: {{app_reader: {{}}}}\n{SCHEMA}")
    assert run(project, "build").exit_code == 0
    with psycopg.connect(server.url()) as connection:
        before = everything(connection)
        done = run(project, "prove", "--scratch-url", server.url())
        connection.rollback()

        assert done.exit_code == 3
        assert "[role-exists]" in done.stderr
        assert everything(connection) == before


def test_a_role_that_comes_meanwhile_stays(server: Scratch) -> None:
    """Only what the proof made is taken away."""
    with borrowed_server(server.url(), ()) as borrowed, psycopg.connect(server.url(), autocommit=True) as connection:
        borrowed.make_role("of the proof")
        connection.execute('create role "of somebody"')
    with psycopg.connect(server.url(), autocommit=True) as connection:
        names = [name for (name,) in everything(connection)[1]]
        connection.execute('drop role "of somebody"')
    assert ("of somebody" in names, "of the proof" in names) == (True, False)


def test_a_warning_is_no_failure(project: Path) -> None:
    """Rows that a migration cannot take are told, and the exit code is 0."""
    run(project, "seal")
    write(project, f"{SCHEMA}      name: text?\n    checks: [id > 1000]\n")
    run(project, "build", "--name", "third")
    done = run(project, "prove")
    assert done.exit_code == 0, done.output
    assert "warning[fails-on-rows]" in done.stderr
    assert proof(project, "0003_third").exists()


def test_names_may_look_like_lines_of_the_state(tmp_path: Path) -> None:
    """A name with a blank and a brace, and a comment about a role, are no more than that."""
    (tmp_path / "fluxc.toml").write_text("target = 14\n", encoding="utf-8")
    (tmp_path / "schema").mkdir()
    column = '"a {b": {type: text, doc: The role of it.}'
    write(tmp_path, f"{SCHEMA}      {column}\n    checks: {{'c {{d': id > 0}}\n")
    run(tmp_path, "build", "--seal", "--name", "first")
    write(tmp_path, f"{SCHEMA}      {column}\n      more: text?\n    checks: {{'c {{d': id < 0}}\n")
    assert run(tmp_path, "build", "--name", "second").exit_code == 0
    done = run(tmp_path, "prove")
    assert done.exit_code == 0, done.output
    assert "ACCESS EXCLUSIVE on table app.users" in done.stdout
    assert "such a row: id 1" in done.stderr


def everything(connection: psycopg.Connection) -> tuple[list[tuple[str]], list[tuple[str]]]:
    """Return the databases and the roles of a server."""
    names = [
        connection.execute(f"select {one}::text from pg_{all_of} order by 1".encode()).fetchall()
        for one, all_of in (("datname", "database"), ("rolname", "roles"))
    ]
    return names[0], names[1]


def test_a_server_that_does_not_answer_is_said(project: Path) -> None:
    """Without its password, and nothing is written."""
    done = run(project, "prove", "--scratch-url", "postgresql://me:secret@127.0.0.1:1/app?connect_timeout=2")

    assert done.exit_code == 3
    assert "[cannot-connect]" in done.stderr
    assert "secret" not in done.output
    assert not proof(project, "0001_first").exists()


def test_an_empty_project_has_nothing_to_prove(tmp_path: Path) -> None:
    """And that is no failure."""
    (tmp_path / "fluxc.toml").write_text("target = 14\n", encoding="utf-8")
    done = run(tmp_path, "prove")
    assert (done.exit_code, done.stdout) == (0, "There is no migration to prove\n")

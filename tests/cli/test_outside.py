"""The outside world refuses: the disk, the rights, the database, the person at the keyboard."""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import signal
import time
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from tests.cli.conftest import COLUMNS

from fluxc.run.lock import LOCK_CLASS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.program import Folder

SECRET = "hunter2"
DROP_BOUNDING = 24
CAPABILITIES = (1, 2, 3)
"""CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH and CAP_FOWNER: what lets root pass by the rights of files."""


def _without_capabilities() -> None:
    for capability in CAPABILITIES:
        ctypes.CDLL(None).prctl(DROP_BOUNDING, capability, 0, 0, 0)


@pytest.fixture
def ordinary() -> dict[str, Any]:
    """Return how to start a process that the rights of files hold for, even where the tests run as root."""
    return {"preexec_fn": _without_capabilities} if os.geteuid() == 0 else {}


@pytest.fixture
def built(fluxc: Folder) -> Iterator[Folder]:
    """Return a project with something to build."""
    fluxc("build", "--seal")
    fluxc.schema(f"{COLUMNS}\nemail: text?")
    yield fluxc
    for path in (fluxc.root, *fluxc.root.rglob("*")):
        path.chmod(0o700)


def sealed_off(folder: Path) -> None:
    """Take the right to write away from everybody."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)


@pytest.mark.parametrize("where", ["out", "out/migrations", ".fluxc"])
def test_without_the_right_to_write_nothing_changes(built: Folder, ordinary: dict[str, Any], where: str) -> None:
    """The place is named with the cure, the exit code is 3, and no file changed; with the right it works."""
    shutil.rmtree(built.root / ".fluxc")
    (built.root / ".fluxc").mkdir()
    sealed_off(built.root / where)
    before = built.tree()
    ran = built.outside("build", "--json", **ordinary)
    assert ran.code == 3
    (item,) = ran.json["diagnostics"]
    assert where in item["message"]
    assert "Permission denied" in item["message"]
    assert "right to write" in item["help"] or "may use it" in item["help"]
    assert built.tree() == before


@pytest.mark.parametrize(
    ("where", "code", "exit_code"),
    [
        ("schema/app.yaml", "unreadable-file", 1),
        ("schema", "unreadable-file", 1),
        ("fluxc.toml", "unreadable-file", 1),
        ("out/schema.lock", "cannot-read", 3),
        ("out/migrations", "cannot-read", 3),
    ],
)
def test_what_may_not_be_read_is_named(
    built: Folder, ordinary: dict[str, Any], where: str, code: str, exit_code: int
) -> None:
    """A file without the right to read is an error with its name, never a schema without it."""
    (built.root / where).chmod(0)
    ran = built.outside("build", "--json", **ordinary)
    assert (ran.code, ran.codes) == (exit_code, [code])
    (item,) = ran.json["diagnostics"]
    assert where in item["message"]
    assert item["help"]


@pytest.mark.parametrize("limit", [0, 100, 700, 1500, 5000])
def test_a_full_disk_leaves_the_old_files(fluxc: Folder, limit: int) -> None:
    """Where a file cannot be written whole, none is written, the exit code is 3, and the next build makes it good."""
    fluxc("build", "--name", "first", "--seal")
    fluxc.schema(
        "\n".join(
            f"{COLUMNS}\nemail{number}: text?" if number == 0 else f"email{number}: text?" for number in range(40)
        )
    )
    before = fluxc.tree()
    ran = fluxc.outside("build", "--json", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    assert (ran.code, ran.codes) == (3, ["cannot-write"])
    assert "make room on the disk" in ran.json["diagnostics"][0]["help"]
    assert fluxc.tree() == before
    fluxc("build")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        (f"postgresql://someone:{SECRET}@127.0.0.1:1/nowhere", "no server listens there"),
        (f"host=127.0.0.1 port=1 password={SECRET}", "no server listens there"),
        (f"postgresql://someone:{SECRET}@[bad", "cannot be read"),
        (f"postgresql://someone:{SECRET}@host.invalid/x?connect_timeout=2", "host.invalid"),
        (f"mysql://someone:{SECRET}@localhost/x", "cannot be read"),
        (f"{SECRET} is my password", "cannot be read"),
    ],
)
def test_a_database_that_cannot_be_reached_is_named_without_secrets(fluxc: Folder, url: str, said: str) -> None:
    """Place and cure are told, the password never is, and the exit code is 3."""
    fluxc("build")
    for command in (("migrate",), ("status", "--json"), ("rollback",), ("up",)):
        ran = fluxc(*command, "--url", url, code=3)
        assert said in ran.out + ran.err
        assert SECRET not in ran.out + ran.err


def test_a_refused_password_is_never_shown(fluxc: Folder, database: str) -> None:
    """The server's own refusal of a wrong password is passed on without it."""
    fluxc("build")
    url = make_conninfo(database, user="nobody_here", password=SECRET)
    ran = fluxc("migrate", "--url", url, "--json", code=3)
    assert ran.codes == ["cannot-connect"]
    assert SECRET not in ran.out + ran.err


def test_a_database_that_is_absent_is_named(fluxc: Folder, database: str) -> None:
    """The name of the missing database is told with the cure to create it."""
    fluxc("build")
    ran = fluxc("migrate", "--url", make_conninfo(database, dbname="absent"), code=3)
    assert "absent" in ran.err
    assert "Create the database" in ran.err


def test_a_statement_that_fails_is_told_with_file_and_line(fluxc: Folder, database: str) -> None:
    """What stands in the way in the database is named; the exit code is 3, and the next run goes on."""
    fluxc("build", "--name", "first", "--seal")
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("create schema app")
    (item,) = fluxc("migrate", "--url", database, "--json", code=3).json["diagnostics"]
    assert item["code"] == "migration-failed"
    assert item["file"] == "out/migrations/0001_first.sql"
    assert item["line"]
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("drop schema app")
    fluxc("migrate", "--url", database)


def test_ctrl_c_while_waiting_for_another_runner(fluxc: Folder, database: str) -> None:
    """An interrupted migrate leaves with 130 and says so; the next one completes."""
    fluxc("build", "--name", "first", "--seal")
    with psycopg.connect(database, autocommit=True) as other:
        other.execute("select pg_advisory_lock(%s, 1), pg_advisory_lock(%s, 2)", [LOCK_CLASS, LOCK_CLASS])
        other.execute("create schema blocker; create table blocker.t (); begin; lock table pg_catalog.pg_namespace")
        process = fluxc.start("migrate", "--url", database)
        with psycopg.connect(make_conninfo(database, dbname="postgres"), autocommit=True) as watcher:
            _until_it_waits(watcher, str(conninfo_to_dict(database)["dbname"]))
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
        other.execute("rollback")
    assert process.returncode == 130
    assert "interrupted" in said
    assert "Traceback" not in said
    fluxc("migrate", "--url", database)


def _until_it_waits(watcher: psycopg.Connection, database: str) -> None:
    query = "select 1 from pg_stat_activity where datname = %s and wait_event_type = 'Lock'"
    end = time.monotonic() + 30
    while not watcher.execute(query, [database]).fetchall():
        assert time.monotonic() < end
        time.sleep(0.02)

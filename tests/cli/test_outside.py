"""The outside world refuses: the disk, the rights, the database, the person at the keyboard."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from tests.cli.conftest import COLUMNS
from tests.cli.program import Folder

from fluxc.run.lock import LOCK_CLASS

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET = "hunter2"
NOBODY = 65534


@pytest.fixture
def stranger() -> dict[str, Any]:
    """Return how to start a process as somebody without rights: root can write everywhere."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}


@pytest.fixture
def public(fluxc: Folder) -> Iterator[Folder]:
    """Return a built project in a folder that every user can read."""
    fluxc("build", "--seal")
    fluxc.schema(f"{COLUMNS}\nemail: text?")
    folder = Path(tempfile.mkdtemp())
    shutil.copytree(fluxc.root, folder / "project")
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    yield Folder(folder / "project")
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700)
    shutil.rmtree(folder)


def sealed_off(folder: Path) -> None:
    """Take the right to write away from everybody."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)


@pytest.mark.parametrize("where", ["out", "out/migrations", ".fluxc"])
def test_without_the_right_to_write_nothing_changes(public: Folder, stranger: dict[str, Any], where: str) -> None:
    """The folder is named with the cure, the exit code is 3, and no file of the others changed."""
    for path in (public.root, *public.root.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    sealed_off(public.root / where)
    before = public.tree()
    ran = public.outside("build", "--json", **stranger)
    (item,) = ran.json["diagnostics"]
    assert ran.code == 3
    assert where in item["message"]
    assert "Permission denied" in item["message"]
    assert "right to write" in item["help"] or "may use it" in item["help"]
    assert public.tree() == before
    assert public("build", "--project", str(public.root)).code == 0


@pytest.mark.parametrize(
    ("where", "code", "exit_code"),
    [("schema/app.yaml", "unreadable-file", 1), ("schema", "unreadable-file", 1), ("fluxc.toml", "unreadable-file", 1), ("out/schema.lock", "cannot-read", 3)],
)
def test_what_may_not_be_read_is_named(
    public: Folder, stranger: dict[str, Any], where: str, code: str, exit_code: int
) -> None:
    """A file without the right to read is an error with its name, never a schema without it."""
    path = public.root / where
    path.chmod(0)
    ran = public.outside("build", "--json", **stranger)
    path.chmod(0o755)
    assert (ran.code, ran.codes[0]) == (exit_code, code)
    assert where in ran.json["diagnostics"][0]["message"]
    assert ran.json["diagnostics"][0]["help"]


@pytest.mark.parametrize("limit", [0, 100, 700, 1500, 5000])
def test_a_full_disk_leaves_the_old_files(fluxc: Folder, limit: int) -> None:
    """Where a file cannot be written whole, none is written, the exit code is 3, and the next build makes it good."""
    fluxc("build", "--name", "first", "--seal")
    fluxc.schema("\n".join(f"{COLUMNS}\nemail{number}: text?" if number == 0 else f"email{number}: text?" for number in range(40)))
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

"""The development server of a project."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import psycopg
import pytest
from tests.server.process import answers, development_holder, eventually

from fluxc.diagnostics import OutsideError
from fluxc.server.connect import connect
from fluxc.server.development import Development

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the directory of a project, with a space in its path."""
    root = tmp_path / "my project"
    root.mkdir()
    return root


@pytest.fixture
def development(project: Path) -> Generator[Development]:
    """Give the project's development server, deleted afterwards."""
    server = Development(project)
    yield server
    server.reset()
    assert not server.home.exists()


def rows(url: str) -> int:
    with connect(url) as session:
        session.execute("CREATE TABLE IF NOT EXISTS visits ()")
        session.execute("INSERT INTO visits DEFAULT VALUES")
        return len(session.execute("SELECT FROM visits").fetchall())


def test_it_runs_while_it_is_used_and_its_data_lasts(development: Development) -> None:
    """The second use finds what the first one wrote, at the same URL."""
    assert not development.running()
    with development.serving() as first:
        assert rows(first) == 1
        assert development.running()
    assert not development.running()
    with development.serving() as second:
        assert (second, rows(second)) == (first, 2)


def test_started_it_outlives_its_users_until_it_is_stopped(project: Path, development: Development) -> None:
    """Neither the starting process nor a later user takes it down."""
    holder = development_holder(project)
    holder.url()
    development.start()  # joins the server that runs on demand, and makes it stay
    assert holder.finish() == 0
    with development.serving() as url:
        assert rows(url) == 1
    assert development.running()
    assert development.start() == development.url
    assert rows(development.url) == 2
    assert development.stop()
    assert not development.running()
    assert not development.stop()


def test_it_runs_on_demand_again_after_it_was_stopped(development: Development) -> None:
    """Having been kept once does not keep it for ever, not even when the machine went down meanwhile."""
    development.start()
    development.stop()
    (development.home / "keep").touch()
    with development.serving():
        pass
    assert not development.running()


def test_two_commands_at_once_both_get_it_and_the_last_one_stops_it(project: Path, development: Development) -> None:
    """Both begin with nothing; whichever made the server, the other is not cut off when that one ends."""
    one, other = development_holder(project), development_holder(project)
    assert one.url() == other.url() == development.url
    assert one.finish() == 0
    assert rows(development.url) == 1
    assert development.running()
    assert other.finish() == 0
    assert not development.running()


def test_a_killed_command_leaves_no_server_and_all_data(project: Path, development: Development) -> None:
    """The watchdog stops it in good order."""
    holder = development_holder(project)
    assert rows(holder.url()) == 1
    holder.kill()
    assert eventually(lambda: not development.running())
    with development.serving() as url:
        assert rows(url) == 2


def test_a_killed_command_does_not_take_it_from_another(project: Path, development: Development) -> None:
    """The watchdog of the killed one waits for the other."""
    holder = development_holder(project)
    holder.url()
    with development.serving() as url:
        holder.kill()
        assert rows(url) == 1
        assert development.running()
    assert not development.running()


def test_an_interrupted_initdb_is_made_good(development: Development) -> None:
    """What is half made is recognised and replaced."""
    with development.serving():
        pass
    data = development.home / "data"
    shutil.copytree(data, development.home / "data.draft")
    (data / "PG_VERSION").unlink()
    with development.serving() as url:
        assert rows(url) == 1
    assert not (development.home / "data.draft").exists()


def test_data_of_another_major_version_is_refused_with_the_cure(development: Development) -> None:
    """The message names both versions and `fluxc dev reset`, and the data stays as it was."""
    with development.serving():
        pass
    (development.home / "data" / "PG_VERSION").write_text("13\n")
    with pytest.raises(OutsideError, match="made by PostgreSQL 13") as raised, development.serving():
        pass
    assert raised.value.diagnostic.code == "other-major-version"
    assert "fluxc dev reset" in raised.value.diagnostic.help
    assert (development.home / "data" / "global").is_dir()


def test_reset_deletes_it_even_while_it_is_used(development: Development) -> None:
    """The next use begins with an empty database, and the old user's end does not take the new server along."""
    old_use = development.serving()
    assert rows(old_use.__enter__()) == 1
    development.reset()
    assert not development.home.exists()
    with development.serving() as again:
        assert rows(again) == 1
        old_use.__exit__(None, None, None)
        assert rows(again) == 2
    assert not development.running()


def test_a_dropped_database_comes_back_empty(development: Development) -> None:
    """The URL always leads to a database."""
    with development.serving() as url, connect(url.replace("/app?", "/postgres?")) as session:
        session.execute("DROP DATABASE app")
    with development.serving() as url:
        assert rows(url) == 1


def test_psql_runs_against_it(development: Development, capfd: pytest.CaptureFixture[str]) -> None:
    """Its output and its exit code are psql's own."""
    assert development.psql(["-XAtc", "SELECT current_database()"]) == 0
    assert capfd.readouterr().out == "app\n"
    assert development.psql(["-Xc", "SELECT 1/0", "-v", "ON_ERROR_STOP=1"]) == 1
    assert "division by zero" in capfd.readouterr().err
    assert not development.running()


def test_an_error_of_the_caller_passes_through_and_stops_it(development: Development) -> None:
    """An OSError in the context is not taken for one of the server's."""
    with pytest.raises(PermissionError, match="the caller's"), development.serving():
        raise PermissionError("the caller's")
    assert not development.running()


def test_its_data_survives_a_crash_of_the_server(development: Development) -> None:
    """Fsync stays on, and the next start replays what the last one could not finish."""
    with development.serving() as url:
        session = connect(url)
        settings = session.execute("SELECT current_setting('fsync'), current_setting('max_locks_per_transaction')")
        assert settings.fetchone() == ("on", "1024")
        assert rows(url) == 1
        session.execute("CHECKPOINT")
        with pytest.raises(psycopg.OperationalError):
            session.execute("COPY (SELECT 1) TO PROGRAM 'kill -9 $PPID'")
        session.close()
        assert eventually(lambda: answers(url))
    with development.serving() as url:
        assert rows(url) == 2

"""Throw-away servers."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest
from tests.server.process import answers, eventually, scratch_holder

from fluxc.diagnostics import OutsideError
from fluxc.server import publish
from fluxc.server import scratch as scratch_module
from fluxc.server.account import Account, serving_account
from fluxc.server.connect import connect
from fluxc.server.engine import locate
from fluxc.server.places import scratch_parent
from fluxc.server.publish import reachable
from fluxc.server.scratch import Scratch, scratch_server
from fluxc.server.template import pristine

if TYPE_CHECKING:
    from collections.abc import Generator

    from tests.conftest import NewDatabase


def home_of(url: str) -> Path:
    """Return the directory of the throw-away server behind ``url``."""
    return Path(parse_qs(urlsplit(url).query)["host"][0])


def wrong_settings(_major: int) -> dict[str, str]:
    return {"no_such_setting": "on"}


def test_a_server_and_its_directory_are_gone_when_the_context_ends() -> None:
    """Nothing is left, though a client is still connected."""
    with scratch_server() as server:
        url = server.url()
        client = connect(url)
        assert home_of(url).is_dir()
    with pytest.raises(psycopg.OperationalError):
        client.execute("SELECT 1")
    client.close()
    assert not home_of(url).exists()


def test_an_error_in_the_context_passes_through_and_leaves_nothing() -> None:
    """An OSError of the caller is not taken for one of the server's."""
    url = ""
    with pytest.raises(FileNotFoundError, match="the caller's"), scratch_server() as server:
        url = server.url()
        raise FileNotFoundError("the caller's")
    assert not home_of(url).exists()


def test_a_killed_owner_leaves_neither_server_nor_directory() -> None:
    """The watchdog cleans up after a process that had no time to."""
    holder = scratch_holder()
    url = holder.url()
    assert answers(url)
    holder.kill()
    assert eventually(lambda: not home_of(url).exists())
    assert not answers(url)


def test_a_server_that_does_not_start_says_why_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last words of the server are in the message."""
    monkeypatch.setattr(scratch_module, "throw_away", wrong_settings)
    with pytest.raises(OutsideError) as raised:
        scratch_server().__enter__()
    diagnostic = raised.value.diagnostic
    said = re.search(
        r'did not start in (\S+)/data: .*unrecognized configuration parameter "no_such_', diagnostic.message
    )
    assert diagnostic.code == "server-failed"
    assert said
    assert not Path(said[1]).exists()


def test_names_of_databases_are_quoted_in_statements_and_urls(server: Scratch) -> None:
    """No character of a name is special."""
    name = "we\"ird; DROP/%20?a=b&c#é'"
    with connect(server.create(name)) as session:
        assert session.execute("SELECT current_database()").fetchone() == (name,)
    server.drop(name)
    with pytest.raises(OutsideError, match="there is no such database"):
        connect(server.url(name))


def test_dropping_cuts_off_clients_and_forgives_absence(server: Scratch) -> None:
    """A test that forgot a connection does not fail the next one."""
    client = connect(server.create("crowded"))
    server.drop("crowded")
    server.drop("crowded")
    with pytest.raises(psycopg.OperationalError):
        client.execute("SELECT 1")
    client.close()


def test_a_database_can_be_made_from_another(server: Scratch, new_database: NewDatabase) -> None:
    """A template brings its tables along."""
    with connect(server.create("original")) as session:
        session.execute("CREATE TABLE kept (id int)")
    with connect(new_database("original")) as session:
        assert session.execute("SELECT count(*) FROM kept").fetchone() == (0,)
    server.drop("original")


def test_text_is_utf_8_and_sorts_by_code_point(database: str) -> None:
    """Every machine gives the same order, and case mapping knows more than ASCII."""
    with connect(database) as session:
        assert session.execute("SELECT 'Z' < 'a', lower('É'), current_setting('TimeZone')").fetchone() == (
            True,
            "é",
            "UTC",
        )


def test_environment_variables_do_not_lead_to_another_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """PGHOST and its kin belong to other databases."""
    for name, value in {"PGHOST": "nowhere.invalid", "PGPORT": "1", "PGUSER": "stranger", "PGDATABASE": "none"}.items():
        monkeypatch.setenv(name, value)
    with scratch_server() as server, connect(server.url()) as session:
        assert session.execute("SELECT current_user").fetchone() == ("postgres",)


@pytest.fixture
def state() -> Generator[Path]:
    """Give a state directory of its own, which the server's account can reach."""
    with tempfile.TemporaryDirectory(dir=scratch_parent(), prefix="state-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_template_is_made_once(state: Path) -> None:
    """The second server copies what the first one made, and what a killed process left half made is replaced."""
    account = serving_account()
    engine = reachable(locate(), account)
    first = pristine(engine, account, state)
    made = first.stat().st_ino
    assert (first / "PG_VERSION").exists()
    assert pristine(engine, account, state).stat().st_ino == made
    (first / "PG_VERSION").unlink()
    draft = first.rename(first.with_suffix(".draft"))
    assert (pristine(engine, account, state) / "PG_VERSION").exists()
    assert not draft.exists()


def test_an_engine_in_a_private_directory_with_spaces_serves_all_the_same(
    tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As root the server is another user, who cannot enter the directory; as anybody else it runs where it is."""
    package = locate().home.parent
    closed = tmp_path / "my engines"
    closed.mkdir(mode=0o700)
    for folder in (package, package.with_name(f"{package.name}.libs")):
        if folder.is_dir():
            shutil.copytree(folder, closed / folder.name, symlinks=True)
    home = closed / package.name / locate().home.name
    monkeypatch.setenv("FLUXC_PG_HOME", str(home))
    for module in (scratch_module, publish):
        monkeypatch.setattr(module, "state_directory", lambda: state)
    with scratch_server() as server:
        stays = serving_account() == Account()
        assert server.engine.home.is_relative_to(closed if stays else state)
        assert os.access(server.engine.program("postgres"), os.X_OK)

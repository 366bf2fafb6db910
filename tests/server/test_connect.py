"""Connections, and what is said where they fail."""

from __future__ import annotations

import socket
import traceback

import psycopg
import pytest

from fluxc.diagnostics import OutsideError
from fluxc.server.connect import connect, place, sanitised

SECRET = "s3cr%t/&é"
ENCODED = "s3cr%25t%2F%26%C3%A9"


def refusal(url: str) -> tuple[str, str, str]:
    """Return code, message and help of a failed connection, having looked for secrets in its whole traceback."""
    with pytest.raises(OutsideError) as raised:
        connect(url)
    told = "".join(traceback.format_exception(raised.value, chain=True)).split("connect(url)\n")[-1]
    diagnostic = raised.value.diagnostic
    for text in (told, diagnostic.message, diagnostic.help):
        assert SECRET not in text
        assert ENCODED not in text
    assert raised.value.__context__ is None
    return diagnostic.code, diagnostic.message, diagnostic.help


def closed_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_connection_speaks_utf_8_commits_by_itself_and_bears_our_name(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So does every connection of fluxc, whatever the environment wishes."""
    monkeypatch.setenv("PGCLIENTENCODING", "LATIN1")
    monkeypatch.setenv("PGAPPNAME", "somebody")
    with connect(database) as session:
        assert session.autocommit
        row = session.execute(
            "SELECT current_setting('client_encoding'), current_setting('application_name')"
        ).fetchone()
        assert row == ("UTF8", "fluxc")
    with connect(database, autocommit=False, application_name="other") as session:
        assert not session.autocommit
        assert session.execute("SHOW application_name").fetchone() == ("other",)


def test_nobody_listening() -> None:
    """Host, port and database are named."""
    port = closed_port()
    code, message, cure = refusal(f"postgresql://me:{ENCODED}@127.0.0.1:{port}/shop")
    assert code == "cannot-connect"
    assert message == f"cannot connect to shop on 127.0.0.1:{port}: no server listens there"
    assert cure == "Start the server, or correct host and port."


def test_no_socket(tmp_path: object) -> None:
    """A missing socket is a missing server."""
    _, message, _ = refusal(f"host='{tmp_path}' dbname=shop password='{SECRET}'")
    assert message == f"cannot connect to shop on {tmp_path}: no server listens there"


def test_an_unknown_host() -> None:
    """The name does not resolve."""
    _, message, _ = refusal(f"postgresql://me:{ENCODED}@nowhere.invalid/shop")
    assert message == "cannot connect to shop on nowhere.invalid:5432: the name of the host is not known"


def test_an_unknown_database(database: str) -> None:
    """The server answers, and has no such database."""
    _, message, cure = refusal(database.replace("/test_", "/absent_"))
    assert message.endswith(": there is no such database")
    assert cure == "Create the database, or correct its name."


def test_an_unknown_role(database: str) -> None:
    """The server refuses who asks."""
    _, message, _ = refusal(database.replace("postgres@", f"stranger:{ENCODED}@"))
    assert message.endswith(": the server refuses this user or password")


def test_a_server_that_does_not_answer() -> None:
    """Waiting has an end."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        _, message, cure = refusal(f"postgresql://me:{ENCODED}@127.0.0.1:{port}/shop?connect_timeout=2")
    assert message.endswith(": it did not answer in time")
    assert "connect_timeout" in cure


def test_the_wait_has_an_end_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless the URL or the environment says how long to wait."""
    seen: list[object] = []

    def record(_url: str, **options: object) -> None:
        seen.append(options.get("connect_timeout"))
        raise psycopg.OperationalError("enough")

    monkeypatch.setattr(psycopg, "connect", record)
    refusal("postgresql:///shop")
    refusal("postgresql:///shop?connect_timeout=3")
    monkeypatch.setenv("PGCONNECT_TIMEOUT", "4")
    refusal("postgresql:///shop")
    assert seen == [10, None, None]


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://me:{SECRET}@[::1/shop",
        f"postgresql://me:{SECRET}%zz@host/shop",
        f"host=here {SECRET}",
        f"postgresql://me:{SECRET} x@host/shop",
        "postgresql://me:half/half@host/shop",
        "postgresql://me:12/half@host/shop",
        "postgresql://me:half@half@host/shop",
        "\0",
        "\udcff",
    ],
)
def test_a_url_that_cannot_be_read_is_not_repeated(url: str) -> None:
    """Libpq quotes the part that it dislikes, which may be the password."""
    code, message, _ = refusal(url)
    assert (code, message) == ("bad-url", "the URL of the database cannot be read")


def test_an_unforeseen_reason_is_told_without_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever form the driver gives them."""
    url = f"postgresql://me:{ENCODED}@host/shop"

    def fail(*_: object, **__: object) -> None:
        raise psycopg.OperationalError(f"odd: {url} password='{SECRET}' {SECRET}\x1b[2J env4711")

    monkeypatch.setattr(psycopg, "connect", fail)
    monkeypatch.setenv("PGPASSWORD", "env4711")
    code, message, _ = refusal(url)
    assert code == "cannot-connect"
    assert message == "cannot connect to shop on host:5432: odd: postgresql://***@host/shop password=*** *** [2J ***"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("postgresql://me:pw@host/db failed", "postgresql://***@host/db failed"),
        ("user=me password=pw host=h", "user=me password=*** host=h"),
        ("password = 'it''s' x", "password = ***'s' x"),
        ("?sslpassword=pw&x=1", "?sslpassword=***&x=1"),
    ],
)
def test_what_looks_like_a_secret_is_hidden_whatever_the_url(text: str, clean: str) -> None:
    """Text from elsewhere may hold the secrets of another URL."""
    assert sanitised(text, "postgresql:///") == clean


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("postgresql://me:pw@db.example:6000/shop", "shop on db.example:6000"),
        ("postgresql://me@[::1]/shop", "shop on [::1]:5432"),
        ("postgresql://me@a,b/shop", "shop on a:5432, b:5432"),
        ("postgresql://me@a:1,b:2/shop", "shop on a:1, b:2"),
        ("postgresql://me@h", "me on h:5432"),
        ("host=/run/pg dbname='my shop'", "my shop on /run/pg"),
        ("dbname=shop", "shop on the local socket"),
        ("service=prod", "the database of the service prod"),
        ("postgresql://me@h/a%1b%0Ab", "a  b on h:5432"),
    ],
)
def test_a_place_is_told_in_words_for_people(url: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Database, host and port, and no more."""
    for name in ("PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGUSER", "PGSERVICE"):
        monkeypatch.delenv(name, raising=False)
    assert place(url) == text


def test_a_place_may_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Libpq looks there too."""
    for name, value in {"PGHOST": "env.example", "PGPORT": "7", "PGDATABASE": "envdb"}.items():
        monkeypatch.setenv(name, value)
    assert place("postgresql://") == "envdb on env.example:7"

"""Whom a server runs as, and which directories are trusted."""

from __future__ import annotations

import os
import pwd
import tempfile
from pathlib import Path

import pytest

from fluxc.diagnostics import OutsideError
from fluxc.server import places
from fluxc.server.account import Account, serving_account
from fluxc.server.places import disk_failures, scratch_parent, trusted_directory


def named(_: object) -> object:
    return object()


def nobody_is_known(_: object) -> pwd.struct_passwd:
    raise KeyError


def test_an_ordinary_user_runs_it_as_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no other account to change to."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(pwd, "getpwuid", named)
    assert serving_account() == Account()


def test_root_runs_it_as_postgres_else_as_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL refuses to run as root."""
    known = {"postgres": 70, "nobody": 65534}

    def getpwnam(name: str) -> pwd.struct_passwd:
        return pwd.struct_passwd((name, "x", known[name], known[name], "", "/", "/bin/sh"))

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(pwd, "getpwnam", getpwnam)
    assert serving_account() == Account(70, 70)
    del known["postgres"]
    assert serving_account() == Account(65534, 65534)
    del known["nobody"]
    with pytest.raises(OutsideError, match="neither a user `postgres` nor") as raised:
        serving_account()
    assert "--url" in raised.value.diagnostic.help


def test_a_user_without_a_name_is_told_of_url(monkeypatch: pytest.MonkeyPatch) -> None:
    """Containers run under any number; initdb insists on a name."""
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    monkeypatch.setattr(pwd, "getpwuid", nobody_is_known)
    with pytest.raises(OutsideError, match="user id 12345 has no entry") as raised:
        serving_account()
    assert raised.value.diagnostic.code == "no-account"
    assert "--url" in raised.value.diagnostic.help


def test_a_directory_that_others_can_write_to_is_not_trusted(tmp_path: Path) -> None:
    """Nor is a link that somebody put there."""
    assert trusted_directory(tmp_path / "new", 0o700).stat().st_mode & 0o777 == 0o700
    assert trusted_directory(tmp_path / "new", 0o700)
    (tmp_path / "new").chmod(0o777)
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("new", "link"):
        with pytest.raises(OutsideError, match=name) as raised:
            trusted_directory(tmp_path / name, 0o700)
        assert raised.value.diagnostic.code == "unsafe-directory"


def test_an_error_of_the_disk_says_what_was_being_done() -> None:
    """And which file it was."""
    with pytest.raises(OutsideError, match=r"cannot bake: No space left on device \(/cake\)") as raised:  # noqa: SIM117
        with disk_failures("bake"):
            raise OSError(28, "No space left on device", "/cake")
    assert raised.value.diagnostic.code == "disk-failure"


def test_scratch_goes_where_a_socket_fits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory first, then a temporary directory, unless its path is too long or too odd for a socket."""
    monkeypatch.setattr(places, "_MEMORY", tmp_path / "absent")
    monkeypatch.setattr(tempfile, "tempdir", "/tmp")  # noqa: S108 - the name, not a file in it
    assert scratch_parent() == Path("/tmp").resolve()  # noqa: S108
    for odd in ("with space", "deep/" * 20):
        (tmp_path / odd).mkdir(parents=True)
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / odd))
        assert scratch_parent() == Path("/tmp")  # noqa: S108

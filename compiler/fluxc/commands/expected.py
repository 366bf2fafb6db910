"""What the migrations of a project make of an empty database: its catalogue, and such a database to ask."""

from __future__ import annotations

import contextlib
import os
import re
from contextlib import ExitStack
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from fluxc.diagnostics import Diagnostic, OutsideError
from fluxc.inspect import read
from fluxc.inspect.written import as_text, form, from_text
from fluxc.model.names import quoted
from fluxc.run.apply import migrate
from fluxc.run.outside import left_out
from fluxc.server.connect import connect
from fluxc.server.engine import locate
from fluxc.server.lacks import ELSEWHERE, cure
from fluxc.server.roles import make_role
from fluxc.server.scratch import scratch_server

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import psycopg

    from fluxc.history.migration import History
    from fluxc.inspect import Catalogue
    from fluxc.project.layout import Layout
    from fluxc.server.engine import Engine

_KEPT: Final = 4
_WORD: Final = re.compile(r'"(?:[^"]|"")+"|\w+')
_CURE: Final = "correct what the message says, or make the server of the same kind as yours: point FLUXC_PG_HOME at it"


class Expected:
    """The state of the migrations on a throw-away server, of ``major`` where such an engine is at hand.

    The server lives as long as the ``stack``; it is started when first needed. Raises InputError where a migration was
    edited and OutsideError ``not-compared`` where the migrations cannot be applied to it.
    """

    def __init__(self, layout: Layout, history: History, live: psycopg.Connection[Any], stack: ExitStack) -> None:
        self._kept = layout.cache / "expected"
        self._history = history
        self._live = live
        self._stack = stack
        self._connection: psycopg.Connection[Any] | None = None
        self._engine: Engine | None = None

    @property
    def engine(self) -> Engine:
        """The engine that words the expected catalogue."""
        if self._engine is None:
            self._engine = locate(self._live.info.server_version // 10000)
        return self._engine

    def catalogue(self) -> Catalogue:
        """Return the expected catalogue in the words of ``engine``; a second run for the same files starts nothing."""
        place = self._kept / f"{self._digest()}.json"
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
            kept = from_text(place.read_text(encoding="utf-8"))
            os.utime(place)
            return kept
        catalogue = read(self.connection(), outside=left_out(self._history.migrations))
        _keep(place, as_text(catalogue))
        return catalogue

    def connection(self) -> psycopg.Connection[Any]:
        """Return a connection to a database to which nothing but the migrations was applied."""
        if self._connection is None:
            server = self._stack.enter_context(scratch_server(self.engine))
            url = server.create("expected")
            self._connection = self._stack.enter_context(connect(url))
            self._make_roles(self._connection)
            try:
                migrate(url, self._history)
            except OutsideError as error:
                raise _not_compared(error, self.engine) from error
        return self._connection

    def _digest(self) -> str:
        files = (part for item in self._history.migrations for part in (item.id, item.raw_sha256))
        return sha256(" ".join((form(), self.engine.version, *files)).encode()).hexdigest()[:32]

    def _make_roles(self, scratch: psycopg.Connection[Any]) -> None:
        """Make the roles of the live server that the migrations may speak of: grants and owners need them."""
        spoken = {word.strip('"') for item in self._history.migrations for word in _WORD.findall(item.text)}
        roles = self._live.execute("select rolname::text from pg_catalog.pg_roles where rolname !~ '^pg_'")
        for (role,) in roles.fetchall():
            if quoted(role).removeprefix("U&").strip('"') in spoken and role != "postgres":
                make_role(scratch, role)


def _not_compared(error: OutsideError, engine: Engine) -> OutsideError:
    said = error.diagnostic
    message = f"not compared: the migrations cannot be applied to the scratch server, PostgreSQL {engine.version}"
    lacking = cure(said.message).replace(ELSEWHERE, "point FLUXC_PG_HOME at an installation that has it")
    return OutsideError(Diagnostic("not-compared", f"{message}\n{said.message}", said.span, lacking or _CURE))


def _keep(place: Path, text: str) -> None:
    """Put a catalogue where the next run finds it, and forget all but the last few; a failure costs time alone."""
    draft = place.with_name(f"{os.getpid()}.draft")
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(text, encoding="utf-8")
        draft.replace(place)
        _prune(place.parent.iterdir())


def _prune(files: Iterable[Path]) -> None:
    youngest_first = sorted(files, key=lambda file: file.stat().st_mtime_ns, reverse=True)
    for file in youngest_first[_KEPT:]:
        file.unlink(missing_ok=True)

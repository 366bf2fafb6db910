"""Which database a command talks to: one by its URL or its name, else the project's embedded server."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fluxc.diagnostics import Diagnostic, InputError, Span, did_you_mean
from fluxc.project.timeouts import UNSAID, Timeouts
from fluxc.server.connect import place

if TYPE_CHECKING:
    from collections.abc import Generator

    from fluxc.project.address import Environment
    from fluxc.project.layout import Layout


@dataclass(frozen=True, slots=True)
class Database:
    """A database to work on; ``place`` names it without a secret, ``development`` says that it may be taken back.

    ``environment`` is what the settings say of it, where they give it a name.
    """

    url: str = field(repr=False)
    place: str
    development: bool = False
    embedded: bool = False
    environment: Environment | None = None

    @property
    def timeouts(self) -> Timeouts:
        """Return what the settings say of timeouts on it."""
        return self.environment.timeouts if self.environment else UNSAID

    @property
    def fill_pause(self) -> float:
        """Return how long whoever fills rows waits after each portion, in seconds."""
        return self.environment.fill_pause if self.environment else 0.0


@contextmanager
def serving(
    layout: Layout, url: str | None, env: str | None = None, *, use_environment: bool = True
) -> Generator[Database]:
    """Yield the database of `named`, else the embedded server, started for as long as needed."""
    if found := named(layout, url, env, use_environment=use_environment):
        yield found
        return
    from fluxc.server.development import Development

    with Development(layout.root).serving() as served:
        yield Database(served, "the embedded PostgreSQL of this project", development=True, embedded=True)


def named(layout: Layout, url: str | None, env: str | None, *, use_environment: bool = True) -> Database | None:
    """Return the database of the environment ``env``, or of ``url``, else of ``DATABASE_URL``; None if none is set.

    Raises InputError ``unknown-environment`` and for wrong settings, OutsideError for a URL that is not to be had.
    """
    if env is not None:
        return _of(_environment(layout, env), layout)
    found = url or (os.environ.get("DATABASE_URL") if use_environment else None)
    return Database(found, place(found)) if found else None


def _of(environment: Environment, layout: Layout) -> Database:
    from fluxc.commands.address import url_of

    url = url_of(environment.url, f"the environment `{environment.name}`", layout)
    where = f"{place(url)} ({environment.name})"
    return Database(url, where, development=environment.development, environment=environment)


def _environment(layout: Layout, name: str) -> Environment:
    from fluxc.project.config import read_config  # a URL needs no settings

    known = {item.name: item for item in read_config(layout).environments}
    if name in known:
        return known[name]
    cure = did_you_mean(name, known) or f"known are {', '.join(known)}"
    message, span = f"there is no environment `{name[:80]}`", Span(layout.shown(layout.config))
    raise InputError(
        [
            Diagnostic(
                "unknown-environment", message, span, cure if known else "write `[environments.NAME]` with a `url`"
            )
        ]
    )

"""Which database a command talks to: a URL, the one of the environment, else the project's embedded server."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxc.server.connect import place

if TYPE_CHECKING:
    from collections.abc import Generator

    from fluxc.project.layout import Layout


@dataclass(frozen=True, slots=True)
class Database:
    """A database to work on; ``place`` names it without a secret, ``development`` says that it may be taken back."""

    url: str
    place: str
    development: bool


@contextmanager
def serving(layout: Layout, url: str | None, *, use_environment: bool = True) -> Generator[Database]:
    """Yield the database: ``url``, else ``DATABASE_URL``, else the embedded server, started for as long as needed."""
    named = url or (os.environ.get("DATABASE_URL") if use_environment else None)
    if named:
        yield Database(named, place(named), development=False)
        return
    from fluxc.server.development import Development

    with Development(layout.root).serving() as served:
        yield Database(served, "the embedded PostgreSQL of this project", development=True)

"""The databases that migrations are tried on copies of: what those before them have made, without rows."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

import fluxc
from fluxc.prove.database import Database

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from fluxc.history.migration import Migration
    from fluxc.prove.database import Refused
    from fluxc.server.borrowed import Borrowed
    from fluxc.server.scratch import Scratch

_BASE: Final = "base"
_KEPT: Final = "chain_"


class Bases:
    """A database that follows a history on a server, and that the next proof finds again where the server lasts.

    ``sound`` says that what it holds was found to be the state of the lines. Such a database is called after all that
    was applied to it, and nothing is connected to it. ``proved`` are ids of migrations that have been proved.
    """

    def __init__(self, server: Scratch | Borrowed, migrations: Sequence[Migration], proved: Collection[str]) -> None:
        self._server = server
        self._migrations = migrations
        self._proved = set(proved)
        self._called = tuple(_names(migrations))
        self._at = 0
        self._before: str | None = None
        self.sound = True
        self._made: set[str] = set()
        self._kept = server.names() if server.lasts else set[str]()
        self._name = self._called[0]
        if self._name not in self._kept:
            self._new(self._name)

    def reach(self, number: int) -> tuple[Migration, Refused] | None:
        """Have the first ``number`` migrations applied; return the one that the server does not take, and why."""
        known = [at for at in range(self._at + 1, number + 1) if self._called[at] in self._kept]
        if known:
            self._server.drop(self._name)
            self._at, self._name, self.sound = known[-1], self._called[known[-1]], True
        if self._at == number:
            return None
        self._rename(_BASE)
        with Database(self._server.url(_BASE), self._server.make_role) as database:
            for at in range(self._at, number):
                refused = database.apply(self._migrations[at].steps)
                if refused is not None:
                    self.sound = False
                    return self._migrations[at], refused
                self.sound = self.sound and self._migrations[at].id in self._proved
        self._at = number
        if self.sound:
            self.settle()
        return None

    def itself(self) -> Database:
        """Return the database that copies are made of, for reading; while it is open none can be made."""
        return Database(self._server.url(self._name), self._server.make_role)

    def copy(self, name: str) -> Database:
        """Return the database ``name``, made anew as a copy."""
        return Database(self._new(name, self._name), self._server.make_role)

    def empty(self, name: str) -> Database:
        """Return the database ``name``, made anew without anything in it."""
        return Database(self._new(name), self._server.make_role)

    def trust(self, migration: Migration) -> None:
        """Take it that a migration leads from one state of the lines to the next."""
        self._proved.add(migration.id)

    def settle(self) -> None:
        """Take it that the database holds the state of the lines."""
        self.sound = True
        self._rename(self._called[self._at])

    def advance(self, name: str, *, sound: bool) -> None:
        """Go on with the database ``name``, to which one migration more was applied."""
        if self.sound and self._server.lasts:
            self._before = self._name
        else:
            self._server.drop(self._name)
        self._name, self.sound = name, sound
        self._at += 1
        self._rename(self._called[self._at] if sound else _BASE)

    def close(self) -> None:
        """Drop the databases, where the server lasts all but the last sound ones."""
        keep = {self._before, self._name if self.sound else None} if self._server.lasts else set[str | None]()
        for name in (self._server.names() if self._server.lasts else self._made) - keep:
            self._server.drop(name)

    def _new(self, name: str, template: str | None = None) -> str:
        """Make a database, and return its URL."""
        self._server.drop(name)
        self._made.add(name)
        return self._server.create(name, template)

    def _rename(self, name: str) -> None:
        if name != self._name:
            self._server.drop(name)
            self._server.rename(self._name, name)
            self._made.add(name)
            self._name = name


def _names(migrations: Sequence[Migration]) -> Iterator[str]:
    """Yield what the databases are called to which none, one, two … of the migrations were applied."""
    digest = sha256(fluxc.__version__.encode())
    yield f"{_KEPT}{digest.hexdigest()[:24]}"
    for migration in migrations:
        digest.update(f" {migration.id} {migration.checksum}".encode())
        yield f"{_KEPT}{digest.hexdigest()[:24]}"

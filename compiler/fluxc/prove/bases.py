"""The databases that migrations are tried on copies of: what those before them have made, without rows.

This loads without what reads a catalogue: the first copies are made while that is loaded.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final, Self

import fluxc
from fluxc.server.connect import connect

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from types import TracebackType

    from fluxc.history.migration import Migration
    from fluxc.prove.database import Database, Refused
    from fluxc.server.borrowed import Borrowed
    from fluxc.server.scratch import Scratch

ROWS: Final = "rows"
"""The copy in which a migration is tried with rows."""
_BASE: Final = "base"
_KEPT: Final = "chain_"


class Bases:
    """A database that follows a history on a server, and that the next proof finds again where the server lasts.

    ``sound`` says that what it holds was found to be the state of the lines. Such a database is called after all that
    was applied to it, and nothing is connected to it. ``proved`` are ids of migrations that have been proved.
    """

    def __init__(
        self, server: Scratch | Borrowed, migrations: Sequence[Migration], proved: Collection[str] = ()
    ) -> None:
        self.server = server
        self.migrations = migrations
        self._proved = set(proved)
        self._called = tuple(_names(migrations))
        self._at = -1
        self._name = ""
        self._before: str | None = None
        self.sound = True
        self._made: set[str] = set()
        self._ahead: tuple[str, str | None] | None = None
        self._kept = server.names() if server.lasts else set[str]()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Drop the databases, where the server lasts all but the last sound ones, and all that nobody has used."""
        there, keep = self._made, set[str | None]()
        if self.server.lasts:
            there = self.server.names()
            keep = {self._before, self._name if self.sound else None} if self._name else {*self._kept}
        # The one that was left last goes last: the server waits long for a connection that has not ended.
        for name in sorted(there - keep, key=ROWS.__eq__):
            self.server.drop(name)

    def foresee(self, number: int) -> None:
        """Make the copy with rows for the proof behind the first ``number`` migrations, if these are applied already.

        The first connection to a database takes long: it writes what the next ones read.
        """
        if self._called[number] in self._kept:
            self.reach(number)
            connect(self._new(ROWS, self._name)).close()
            self._ahead = ROWS, self._name

    def reach(self, number: int) -> tuple[Migration, Refused] | None:
        """Have the first ``number`` migrations applied; return the one that the server does not take, and why."""
        known = [at for at in range(self._at + 1, number + 1) if self._called[at] in self._kept]
        if known:
            self._take(known[-1])
        elif not self._name:
            self._new(self._called[0])
            self._take(0)
        if self._at == number:
            return None
        self._rename(_BASE)
        with self._opened(self.server.url(_BASE)) as database:
            for at in range(self._at, number):
                refused = database.apply(self.migrations[at].steps)
                if refused is not None:
                    self.sound = False
                    return self.migrations[at], refused
                self.sound = self.sound and self.migrations[at].id in self._proved
        self._at = number
        if self.sound:
            self.settle()
        return None

    def itself(self) -> Database:
        """Return the database that copies are made of, for reading; while it is open none can be made."""
        return self._opened(self.server.url(self._name))

    def copy(self, name: str) -> Database:
        """Return the database ``name``, made anew as a copy."""
        return self._opened(self._new(name, self._name))

    def empty(self, name: str) -> Database:
        """Return the database ``name``, made anew without anything in it."""
        return self._opened(self._new(name))

    def trust(self, migration: Migration) -> None:
        """Take it that a migration leads from one state of the lines to the next."""
        self._proved.add(migration.id)

    def settle(self) -> None:
        """Take it that the database holds the state of the lines."""
        self.sound = True
        self._rename(self._called[self._at])

    def advance(self, name: str, *, sound: bool) -> None:
        """Go on with the database ``name``, to which one migration more was applied."""
        if self.sound and self.server.lasts:
            self._before = self._name
        else:
            self.server.drop(self._name)
        self._name, self.sound = name, sound
        self._at += 1
        self._rename(self._called[self._at] if sound else _BASE)

    def _take(self, at: int) -> None:
        """Go on with the kept database to which so many migrations were applied."""
        if self._name:
            self.server.drop(self._name)
        self._at, self._name, self.sound = at, self._called[at], True

    def _opened(self, url: str) -> Database:
        from fluxc.prove.database import Database

        return Database(url, self.server.make_role)

    def _new(self, name: str, template: str | None = None) -> str:
        """Make a database, unless that was done ahead, and return its URL."""
        if self._ahead == (name, template):
            self._ahead = None
            return self.server.url(name)
        self.server.drop(name)
        self._made.add(name)
        return self.server.create(name, template)

    def _rename(self, name: str) -> None:
        if name != self._name:
            self.server.drop(name)
            self.server.rename(self._name, name)
            self._made.add(name)
            self._name = name


def _names(migrations: Sequence[Migration]) -> Iterator[str]:
    """Yield what the databases are called to which none, one, two … of the migrations were applied."""
    digest = sha256(fluxc.__version__.encode())
    yield f"{_KEPT}{digest.hexdigest()[:24]}"
    for migration in migrations:
        digest.update(f" {migration.id} {migration.checksum}".encode())
        yield f"{_KEPT}{digest.hexdigest()[:24]}"

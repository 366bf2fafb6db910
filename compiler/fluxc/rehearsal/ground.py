"""A database in which files are run, and its copies."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from fluxc.server.borrowed import Borrowed
    from fluxc.server.scratch import Scratch

_ASIDE: Final = "aside"


@dataclass(frozen=True, slots=True)
class Ground:
    """A throw-away database; ``with_roles`` tells that roles go with its server, too."""

    server: Scratch | Borrowed
    name: str
    with_roles: bool

    @property
    def url(self) -> str:
        """Return its URL."""
        return self.server.url(self.name)

    @property
    def major(self) -> int:
        """Return the major version of the server."""
        return self.server.major

    @property
    def make_role(self) -> Callable[[str], None]:
        """Return what makes a role that SQL names."""
        return self.server.make_role

    @contextmanager
    def aside(self) -> Generator[Ground]:
        """Give a copy, for what is not to be seen here; nobody is connected to this database then."""
        self.server.drop(_ASIDE)
        self.server.create(_ASIDE, self.name)
        try:
            yield Ground(self.server, _ASIDE, self.with_roles)
        finally:
            self.server.drop(_ASIDE)

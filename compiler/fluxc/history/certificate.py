"""Certificates: what was proved about a migration, in a file beside it that is the same on every machine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxc.history.migration import Migration

_HEAD: Final = re.compile(r"# fluxc proof (\S+)\nid: (\w+)\nup: (\w+)\ndown: (\w+)\n")
_SERVER: Final = re.compile(r"^\[PostgreSQL (\d+)\]$", re.MULTILINE)


class Certificate(NamedTuple):
    """What was proved, by the major version of the server, about the statements with these checksums."""

    name: str
    id: str
    up: str
    down: str
    servers: Mapping[int, str]

    @classmethod
    def of(cls, migration: Migration, servers: Mapping[int, str]) -> Certificate:
        """Return the certificate of a migration as it stands."""
        return cls(migration.name, migration.id, migration.checksum, migration.down.checksum, servers)

    def covers(self, migration: Migration) -> bool:
        """Tell whether it speaks of the statements that a migration has, there and back."""
        return (self.id, self.up, self.down) == (migration.id, migration.checksum, migration.down.checksum)

    def text(self) -> str:
        """Return the file."""
        head = f"# fluxc proof {self.name}\nid: {self.id}\nup: {self.up}\ndown: {self.down}\n"
        return head + "".join(f"\n[PostgreSQL {major}]\n{said}" for major, said in sorted(self.servers.items()))


def read_certificate(text: str) -> Certificate | None:
    """Return what a file says, None where it is no certificate."""
    head = _HEAD.match(text)
    if head is None:
        return None
    _, *parts = _SERVER.split(text[head.end() :])
    servers = {int(major): said.strip("\n") + "\n" for major, said in zip(parts[::2], parts[1::2], strict=True)}
    return Certificate(head[1], head[2], head[3], head[4], servers)

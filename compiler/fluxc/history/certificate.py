"""Certificates: what was proved about a migration, in a file beside it that is the same on every machine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fluxc.history.migration import Migration

_HEAD: Final = re.compile(r"# fluxc proof (\S+)\nid: (\w+)\nup: (\w+)\ndown: (\w+)\n")
_SERVER: Final = re.compile(r"^\[PostgreSQL (\d+)\]$", re.MULTILINE)
_UNSAFE: Final = re.compile(r"[\\\x00-\x1f\x7f]")
_ESCAPE: Final = re.compile(r"\\(?:u([0-9a-f]{4})|\\)")


class Certificate(NamedTuple):
    """What was proved, by the major version of the server, about the statements with these checksums.

    That of each server is text as `said` makes it.
    """

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
        return head + "".join(f"\n[PostgreSQL {major}]\n{part}" for major, part in sorted(self.servers.items()))


def read_certificate(text: str) -> Certificate | None:
    """Return what a file says, None where it is no certificate."""
    head = _HEAD.match(text)
    if head is None:
        return None
    _, *parts = _SERVER.split(text[head.end() :])
    servers = {int(major): part.strip("\n") + "\n" for major, part in zip(parts[::2], parts[1::2], strict=True)}
    return Certificate(head[1], head[2], head[3], head[4], servers)


def said(lines: Iterable[str]) -> str:
    """Return what was proved on a server as text; names in it may hold anything, line breaks too."""
    return "".join(f"{_UNSAFE.sub(_escaped, line)}\n" for line in lines)


def lines_of(text: str) -> list[str]:
    """Return the lines that were made a text by `said`."""
    return [_ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else "\\", line) for line in text.split("\n")]


def _escaped(found: re.Match[str]) -> str:
    return "\\\\" if found[0] == "\\" else f"\\u{ord(found[0]):04x}"

"""Databases that the settings name: where the URL of each comes from, so that no secret stands in a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from datetime import timedelta

from fluxc.project.timeouts import UNSAID, Timeouts

_USER: Final = re.compile(r"://[^/?@]*:[^?@]*@")
_KEYS: Final = re.compile(
    r"\b(?:(?:ssl)?password|oauth_client_secret|scram_(?:client|server)_key)\s*=\s*[^\s&]", re.IGNORECASE
)


class Address(NamedTuple):
    """Where the URL of a database comes from: it is this text, or in a variable, or what a command prints."""

    text: str = ""
    variable: str = ""
    command: tuple[str, ...] = ()


class ProveSettings(NamedTuple):
    """Whether a build proves what it writes, and the server for proofs; the embedded one where none is named."""

    enabled: bool = True
    url: Address | None = None


class Environment(NamedTuple):
    """A database by the name that the project has for it.

    One for ``development`` may be taken back; a ``protected`` one takes what is sealed and proved alone, on its own
    major version unless it is ``proved_anywhere``, and of hazards those in ``allow``.  ``contract_after``: how
    long after what they belong to contracts are applied there unasked, where it says so for itself.  ``timeouts`` hold
    there in the place of those in the files of migrations, and whoever fills rows waits for ``fill_pause`` after each
    portion, in seconds.
    """

    name: str
    url: Address
    protected: bool = False
    development: bool = False
    proved_anywhere: bool = False
    allow: tuple[str, ...] = ()
    contract_after: timedelta | None = None
    timeouts: Timeouts = UNSAID
    fill_pause: float = 0.0


def holds_secret(text: str) -> bool:
    """Tell whether a text seems to hold a URL or a connection string with a password."""
    from urllib.parse import unquote  # few settings name a database

    return bool(_USER.search(text) or _KEYS.search(unquote(text)))

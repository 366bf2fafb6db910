"""What the command line says about a build."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from fluxc.diagnostics import Diagnostic, InputError

_TITLE: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]{0,99}", re.ASCII)


def title(words: str) -> str:
    """Return the words that a person chose for a migration as they stand in its file's name; blanks become `_`.

    Raises InputError `bad-migration-name`.
    """
    name = "_".join(words.split())
    if _TITLE.fullmatch(name):
        return name
    message = f"`{words[:70]}` cannot name a migration"
    cure = "use letters from a to z, digits, `_` and `-`, at most 100 of them"
    raise InputError([Diagnostic("bad-migration-name", message, None, cure)])


class Answers(NamedTuple):
    """What the command line says about a build."""

    name: str | None = None
    seal: bool = False
    no_renames: bool = False
    drops: tuple[str, ...] = ()
    unattended: bool = False

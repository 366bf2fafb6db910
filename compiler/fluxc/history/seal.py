"""Writing a migration's own words: its id and checksums, and the seal."""

from __future__ import annotations

import re
from typing import Final

from fluxc.history.checksum import checksum, migration_id
from fluxc.history.marks import sections

_STATE: Final = re.compile(r"^-- state: pending[ \t]*(?=\r?$)", re.MULTILINE)
_ID: Final = re.compile(r"^-- id: (\S+)", re.MULTILINE)
_PARENT: Final = re.compile(r"^-- parent: (\S+)", re.MULTILINE)


def seal(migration_text: str) -> str:
    """Return the text of a migration with its state line turned to sealed; a sealed one comes back as it is."""
    end = sections(migration_text).body
    return _STATE.sub("-- state: sealed", migration_text[:end], count=1) + migration_text[end:]


def stamp(up: str, down: str, parent: str | None = None) -> tuple[str, str]:
    """Return an up and its down with the id and checksum lines that their parent, statements and delta ask for.

    The parent is what the text says, or the one given here.  The lines must be there, whatever they say; raises
    NotSqlError where a text is no SQL.
    """
    if parent is not None:
        end = sections(up).body
        up = _PARENT.sub(f"-- parent: {parent}", up[:end], count=1) + up[end:]
    cut = sections(up)
    up_sum = checksum(up[cut.body : cut.body_end])
    found = _PARENT.search(up, 0, cut.body)
    above = None if found is None or found[1] == "none" else found[1]
    name = migration_id(above, up_sum, cut.delta or "")
    return _with_words(up, name, up_sum), _with_words(down, name, _sum(down))


def said_id(up: str) -> str:
    """Return the id that a text says, which has one."""
    found = _ID.search(up, 0, sections(up).body)
    assert found is not None
    return found[1]


def _sum(text: str) -> str:
    cut = sections(text)
    return checksum(text[cut.body : cut.body_end])


def _with_words(text: str, name: str, digest: str) -> str:
    end = sections(text).body
    header = text[:end]
    for key, value in (("id", name), ("checksum", digest)):
        header = re.sub(rf"^-- {key}:[^\n\r]*", f"-- {key}: {value}", header, count=1, flags=re.MULTILINE)
    return header + text[end:]

"""Configuration parameters that a routine sets: their values as the server keeps them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fluxc.model.names import fold, quote

if TYPE_CHECKING:
    from collections.abc import Iterator

PARAMETER: Final = re.compile(r"[a-z_][a-z0-9_$]*(?:\.[a-z_][a-z0-9_$]*)*")
"""The name of a parameter in lower case, such as ``search_path`` or ``app.user``."""

_LISTS: Final = frozenset(
    {"search_path", "temp_tablespaces", "session_preload_libraries", "shared_preload_libraries"}
    | {"local_preload_libraries", "unix_socket_directories"}
)
# The parameters whose value is a list of names; the server keeps these quoted.
_ELEMENT: Final = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^",\s]+))\s*(,|\Z)')


def kept(name: str, said: str | float | bool | list[str]) -> str:
    """Return a value as the server keeps it; raises ValueError where a list of names is none."""
    if isinstance(said, bool):
        return "on" if said else "off"
    if name in _LISTS:
        return ", ".join(quote(part) for part in (said if isinstance(said, list) else _names(str(said))))
    return ", ".join(said) if isinstance(said, list) else str(said)


def values(name: str, value: str) -> tuple[str, ...]:
    """Return the values that ``set`` is given for a value that the server keeps."""
    return tuple(_names(value)) if name in _LISTS else (value,)


def _names(text: str) -> Iterator[str]:
    """Yield the names of a list, unquoted ones folded; raises ValueError."""
    at, more = 0, bool(text.strip())
    if not more:
        yield ""
    while more:
        found = _ELEMENT.match(text, at)
        if found is None:
            raise ValueError(f"`{text}` is no list of names")
        yield fold(found[2]) if found[1] is None else found[1].replace('""', '"')
        at, more = found.end(), found[3] == ","

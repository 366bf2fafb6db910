"""Which domain, and which file, a namespace and a table go into: names that every system can have for a file."""

from __future__ import annotations

import keyword
import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_DOMAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_STRANGE: Final = re.compile(r"[^A-Za-z0-9_]+")
_MOST: Final = 100


def domain_names(namespaces: Iterable[str], taken: Iterable[str] = ()) -> dict[str, str]:
    """Return the domain of each namespace: its own name where that is a legal one, else one made of it."""
    used = {name.casefold() for name in taken}
    found: dict[str, str] = {}
    ordered = sorted(namespaces)
    for namespace in ordered:
        if is_domain_name(namespace) and namespace.casefold() not in used:
            found[namespace] = namespace
            used.add(namespace.casefold())
    for namespace in ordered:
        if namespace not in found:
            found[namespace] = _free(_legal(namespace, "domain"), used)
    return found


def is_domain_name(name: str) -> bool:
    """Return whether a file of this name is a domain."""
    return _DOMAIN.fullmatch(name) is not None and not keyword.iskeyword(name) and len(name) <= _MOST


def file_names(tables: Iterable[str], taken: Iterable[str] = ()) -> dict[str, str]:
    """Return the name of a file, without its ending, for each table of a domain."""
    used = {name.casefold() for name in taken}
    return {table: _free(_STRANGE.sub("_", _plain(table)).strip("_") or "table", used) for table in tables}


def _legal(name: str, otherwise: str) -> str:
    word = _STRANGE.sub("_", _plain(name)).strip("_").lstrip("0123456789_") or otherwise
    return f"{word}_" if keyword.iskeyword(word) else word


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def _free(word: str, used: set[str]) -> str:
    name, number = word, 1
    while name.casefold() in used:
        number += 1
        name = f"{word}_{number}"
    used.add(name.casefold())
    return name

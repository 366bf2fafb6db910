"""A catalogue as text, to be kept and compared with later by the same readers of catalogues."""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from fluxc.inspect.catalogue import Catalogue, Key


@lru_cache(maxsize=1)
def form() -> str:
    """Return what tells these readers of catalogues from any that would read other facts or word them otherwise."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    return sha256(b"\0".join(source.read_bytes() for source in sources)).hexdigest()


def as_text(catalogue: Catalogue) -> str:
    """Return the objects of a catalogue and the tables that they belong to; the order of columns is left out."""
    tables = catalogue.tables
    said = [[*key, dict(attributes), tables.get(key)] for key, attributes in catalogue.objects.items()]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), check_circular=False)


def from_text(text: str) -> Catalogue:
    """Return the catalogue that `as_text` of the same `form` wrote; ValueError, TypeError or KeyError where not."""
    said: list[tuple[str, str, dict[str, Any], list[str] | None]] = json.loads(text)
    objects = {Key(kind, name): MappingProxyType(attributes) for kind, name, attributes, _ in said}
    tables = {Key(kind, name): (table[0], table[1]) for kind, name, _, table in said if table}
    return Catalogue(MappingProxyType(objects), MappingProxyType(tables), MappingProxyType({}))

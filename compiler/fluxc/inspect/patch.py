"""What a run of migrations did, seen in the catalogues before and after it, carried over to what was expected."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from fluxc.inspect.catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxc.inspect.catalogue import Key, Table, Value

    Attributes = Mapping[str, Value]


def patched(expected: Catalogue, before: Catalogue, after: Catalogue) -> Catalogue | None:
    """Return the catalogue to expect after a run, given the one to expect before it and what was there both times.

    What had drifted stays a drift. None where it cannot be told from what the run did: where something that had
    drifted was renamed or dropped along.
    """
    gone = before.objects.keys() - after.objects.keys()
    if any(before.objects[key] != expected.objects.get(key) for key in gone):
        return None
    objects = {key: attributes for key, attributes in expected.objects.items() if key not in gone}
    tables: dict[Key, Table] = {key: table for key, table in expected.tables.items() if key not in gone}
    for key, attributes in after.objects.items():
        was = before.objects.get(key)
        if was is None:
            objects[key] = attributes
        elif was != attributes and key in objects:
            objects[key] = _carried(objects[key], was, attributes)
        if key in objects and key in after.tables:
            tables[key] = after.tables[key]
    return Catalogue(MappingProxyType(objects), MappingProxyType(tables), MappingProxyType({}))


def _carried(expected: Attributes, before: Attributes, after: Attributes) -> Attributes:
    """Return the expected attributes with those that the run changed."""
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    kept = {name: value for name, value in expected.items() if name not in changed}
    return MappingProxyType(kept | {name: after[name] for name in changed if name in after})

"""Facts that servers of different major versions tell differently of the same thing, told as the older one does."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from fluxc.inspect.catalogue import Catalogue
from fluxc.model.not_nulls import NAMED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxc.inspect.catalogue import Key, Value

_NEW_PRIVILEGES: Final = {"maintain": 17}
"""Privileges by the major version that brought them; what was granted as a whole has them from then on."""

_NAME: Final = "not-null constraint"
_KINDS: Final = ("privileges on ", "default privileges")


def worded_for(catalogue: Catalogue, major: int, other: int) -> Catalogue:
    """Return a catalogue of a server of version ``major`` in words that one of version ``other`` has as well."""
    if other < NAMED <= major:
        catalogue = _unnamed(catalogue)
    unknown = {word for word, since in _NEW_PRIVILEGES.items() if other < since <= major}
    if not unknown:
        return catalogue
    objects = {
        key: _without(attributes, unknown)
        if key.kind.startswith(("privileges on ", "default privileges"))
        else attributes
        for key, attributes in catalogue.objects.items()
    }
    kept: Mapping[Key, Mapping[str, Value]] = {
        key: attributes for key, attributes in objects.items() if attributes or not catalogue.objects[key]
    }
    return Catalogue(MappingProxyType(dict(kept)), catalogue.tables, catalogue.column_order)


def _unnamed(catalogue: Catalogue) -> Catalogue:
    """Return a catalogue without the names of not-null constraints."""
    objects: Mapping[Key, Mapping[str, Value]] = {
        key: MappingProxyType({name: value for name, value in attributes.items() if name != _NAME})
        if _NAME in attributes
        else attributes
        for key, attributes in catalogue.objects.items()
    }
    return Catalogue(MappingProxyType(dict(objects)), catalogue.tables, catalogue.column_order)


def _without(attributes: Mapping[str, Value], unknown: set[str]) -> Mapping[str, Value]:
    """Return what roles may do without some privileges; a role that may do nothing else is left out."""
    shorter: dict[str, Value] = {}
    for role, said in attributes.items():
        kept = [word for word in str(said).split(", ") if word.partition(" ")[0] not in unknown]
        if kept:
            shorter[role] = ", ".join(kept)
    return MappingProxyType(shorter)

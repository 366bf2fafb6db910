"""Extensions as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model import types
from fluxc.model.column import Column
from fluxc.model.extension import Extension
from fluxc.model.lower_extensions import known_types
from fluxc.pull.emit import Block

if TYPE_CHECKING:
    from collections.abc import Collection

    from fluxc.model.state import State

PUBLIC = "public"


def extensions_form(state: State) -> object:
    """Return the extensions of a state: their names, or by name what is not usual about each; None for none."""
    items = sorted(state.of(Extension), key=lambda item: item.name)
    if not items:
        return None
    types_of = unknown_types(state)
    said = Block({item.name: extension_form(item, types_of.get(item.name, ())) for item in items})
    return said if any(said.values()) else list(said)


def extension_form(item: Extension, brings: Collection[str]) -> dict[str, Any] | None:
    """Return what is not usual about an extension, and the types that nobody knows it brings; None for nothing."""
    said: dict[str, Any] = {"namespace": item.namespace} if item.namespace != PUBLIC else {}
    if item.version is not None:
        said["version"] = item.version
    if brings:
        said["types"] = sorted(brings)
    return said or None


def unknown_types(state: State) -> dict[str, set[str]]:
    """Return types of columns that no declared extension is known to bring, by an extension of their namespace."""
    items = state.of(Extension)
    known = {(item.namespace, kind) for item in items for kind in known_types(item.name)}
    found: dict[str, set[str]] = {}
    for text in {column.type for column in state.of(Column) if "." in column.type}:
        path = types.parse(text).path
        if len(path) != 2 or path in known or state.type_key(path) is not None:
            continue
        here = [item for item in items if item.namespace == path[0]]
        owner = min(here, key=lambda item: (bool(known_types(item.name)), item.name), default=None)
        if owner is not None:
            found.setdefault(owner.name, set()).add(path[1])
    return found

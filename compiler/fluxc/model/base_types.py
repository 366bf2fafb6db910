"""What a domain type is in the end: the type at the bottom of a chain of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from fluxc.model.types import Type, parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxc.model.domain_type import DomainType
    from fluxc.model.state import State


def resolved(found: Type, below: Callable[[tuple[str, ...]], Type | None]) -> Type:
    """Return the type at the bottom; ``below`` says on what a domain type is based, None for every other type.

    An array of arrays has no type of its own, so an array of such a domain type stays what it is.
    """
    seen: set[tuple[str, ...]] = set()
    while len(found.path) > 1 and found.path not in seen:
        seen.add(found.path)
        inner = below(found.path)
        if inner is None or (inner.array and found.array):
            return found
        found = Type(inner.path, inner.modifiers, inner.array or found.array)
    return found


def base_type(text: str, state: State) -> Type:
    """Return the type at the bottom of a canonical type in a state."""
    found = parse(text)
    return resolved(found, lambda path: _below(path, state)) if len(found.path) > 1 else found


def _below(path: tuple[str, ...], state: State) -> Type | None:
    item = domain_of(path, state)
    return parse(item.type) if item is not None else None


def domain_of(path: tuple[str, ...], state: State) -> DomainType | None:
    """Return the domain type of a path, None where it is another type."""
    key = state.type_key(path) if len(path) > 1 else None
    item = state.get(key) if key is not None else None
    return cast("DomainType", item) if item is not None and item.kind == "domain_type" else None

"""What a state says only where it was asked for: who owns things, and the versions of extensions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.extension import Extension
from fluxc.model.privileges import Privileges
from fluxc.model.state import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import Key, Object


def with_owners(state: State, owners: Mapping[Key, str]) -> State:
    """Return a state that says who owns what; a sequence that a column owns belongs to who owns the table."""
    return State(_owned(state, owners))


def _owned(state: State, owners: Mapping[Key, str]) -> Iterator[Object]:
    told = {item.target for item in state.of(Privileges)}
    for item in state:
        if isinstance(item, Privileges):
            owner = owners.get(item.target)
            yield item.model_copy(update={"owner": owner}) if owner is not None else item
            continue
        yield item
        owner = owners.get(item.key)
        if owner is not None and item.key not in told and not getattr(item, "owned_by", ()):
            yield Privileges(place=item.place, name=item.name, of=item.kind, owner=owner)


def with_versions(state: State, versions: Mapping[str, str]) -> State:
    """Return a state whose extensions are of these versions, and of any version where none is named."""
    return State(
        item.model_copy(update={"version": versions.get(item.name)}) if isinstance(item, Extension) else item
        for item in state
    )

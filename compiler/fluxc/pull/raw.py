"""Raw SQL as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.names import split_name

if TYPE_CHECKING:
    from fluxc.model.raw import Raw
    from fluxc.pull.sight import Sight


def raw_form(item: Raw, sight: Sight) -> object:
    """Return what raw SQL says."""
    said: dict[str, Any] = {"up": item.up, "down": item.down}
    needs = [sight.name(split_name(name)) for name in item.depends_on]
    return said | ({"depends_on": needs} if needs else {})

"""Names of what lives only while a migration runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fluxc.model.state import Object
    from fluxc.plan.online import Scene

_LONGEST: Final = 63


def unused_name(item: Object, ending: str, scene: Scene) -> str:
    """Return a name made of that of an object, which no relation of its namespace and nothing in its table has."""
    for number in range(1, 1000):
        tail = f"_{ending}{number if number > 1 else ''}"
        name = f"{item.name.encode()[: _LONGEST - len(tail)].decode(errors='ignore')}{tail}"
        if scene.taken.isdisjoint({("relation", item.place[0], name), ("constraint", *item.place, name)}):
            return name
    raise AssertionError("no name is free")

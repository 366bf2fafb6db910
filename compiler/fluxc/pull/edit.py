"""One edit of a project: what it declares, what it shall declare, and its files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.pull.sight import Sight
from fluxc.pull.sources import Sources, project_homes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.compiled import Compiled
    from fluxc.model.state import Key, State
    from fluxc.source.document import Document
    from fluxc.source.tree import Tree

KEYS: Final = (
    *("namespace", "doc", "was", "owner", "grants", "default_privileges", "lint"),
    *("extensions", "roles", "mixins", "collations", "enums", "domain_types", "composites", "range_types", "sequences"),
    *("tables", "views", "materialized_views", "functions", "procedures", "aggregates", "publications", "raw"),
)
"""The keys of a file in the order in which they are written."""


class Settings(NamedTuple):
    """How the project reads its files: the folder that holds them, the usual namespace, the oldest server."""

    schema: str
    namespace: str | None
    target: int


class Edit:
    """A project that is to declare ``goal``; ``new_domains`` has the domains that it lacks, by their namespaces."""

    def __init__(self, tree: Tree, compiled: Compiled, goal: State, settings: Settings) -> None:
        self.tree = tree
        self.compiled = compiled
        self.goal = goal
        self.namespace = settings.namespace
        self.homes, self.new_domains = project_homes(tree, compiled, goal, settings.target)
        self.sources = Sources(tree, self.homes, settings.schema)
        self.sights = {id(state): Sight(state, self.homes, "", "", self._placed) for state in (compiled.state, goal)}

    def file(self, key: Key) -> str:
        """Return the file that declares an object."""
        return self.compiled.places[key].document.file

    def sight(self, state: State, path: tuple[str, ...]) -> Sight:
        """Return how the domain of what has this path sees one of the two states."""
        return self.sights[id(state)].within(self.homes.of(path) or "", path[0])

    def sight_of_file(self, state: State, file: str) -> Sight:
        """Return how a file sees one of the two states; a shared one names everything by its domain."""
        domain = next((source.name for source in self.tree.domains if _has(source.documents, file)), "")
        return self.sights[id(state)].within(domain, "")

    def _placed(self, key: Key) -> str | None:
        place = self.compiled.places.get(key)
        if place is None:
            return None
        if key.kind == "index":
            return "" if place.path[2:3] == ("indexes",) else "a reference"
        return str(place.path[3]) if place.path[2:3] == ("columns",) else ""


def _has(documents: Iterable[Document], file: str) -> bool:
    return any(found.file == file for found in documents)

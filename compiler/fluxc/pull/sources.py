"""The files of a project as data that are changed, and the file into which each new thing goes."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from fluxc.model.collation import Collation
from fluxc.model.composite import Composite
from fluxc.model.default_privileges import DefaultPrivileges
from fluxc.model.domain_type import DomainType
from fluxc.model.enum import Enum
from fluxc.model.range_type import RangeType
from fluxc.model.routine import Routine
from fluxc.model.table import Table
from fluxc.pull.files import SHARED, namespaces
from fluxc.pull.homes import domain_names, file_names
from fluxc.pull.sight import Homes

if TYPE_CHECKING:
    from fluxc.model.compiled import Compiled
    from fluxc.model.state import State
    from fluxc.source.tree import Tree

_SHAREABLE: Final = (Enum, DomainType, Composite, RangeType, Collation)
"""What a shared file may declare, if it has a namespace."""
_HEAD: Final = frozenset({"namespace", "doc", "was", "owner", "grants", "default_privileges", "lint"})


class Sources:
    """The data of files by name; ``datas`` has those that were touched, None for a file that goes."""

    def __init__(self, tree: Tree, homes: Homes, schema: str) -> None:
        self.tree = tree
        self.homes = homes
        self.schema = schema
        documents = [*(found for source in tree.domains for found in source.documents), *tree.shared]
        self.documents = {found.file: found for found in documents}
        self.datas: dict[str, dict[str, Any] | None] = {}

    def data(self, file: str) -> dict[str, Any]:
        """Return the data of a file, to be changed."""
        found = self.datas.get(file)
        if found is None:
            document = self.documents.get(file)
            found = self.datas[file] = deepcopy(document.data) if document is not None else {}
        return found

    def home_file(self, path: tuple[str, ...], *, table: bool) -> str:
        """Return the file into which something new goes: the one of its domain, or one of its own in a folder."""
        if path in self.homes.shared:
            return next(found.file for found in self.tree.shared if found.data.get("namespace") == path[0])
        domain = self.homes.of(path) or path[0]
        files = [found.file for source in self.tree.domains if source.name == domain for found in source.documents]
        folder = f"{self.schema}/{domain}"
        if not files:
            return f"{folder}.yaml"
        if not files[0].startswith(f"{folder}/"):
            return files[0]
        taken = [file.removeprefix(f"{folder}/").rpartition(".")[0] for file in (*files, *self.datas)]
        if table:
            return f"{folder}/{file_names([path[-1]], taken)[path[-1]]}.yaml"
        return next((file for file in files if self.documents[file].data.keys() - _HEAD - {"tables"}), files[0])

    def extensions_file(self) -> str:
        """Return the file into which a new extension goes."""
        holding = [file for file, found in self.documents.items() if "extensions" in found.data]
        return (*holding, self.shared_file())[0]

    def shared_file(self) -> str:
        """Return the file into which goes what belongs to no domain."""
        return (*(found.file for found in self.tree.shared), f"{self.schema}/{SHARED}")[0]

    def empty(self, file: str) -> None:
        """Let a file go that says nothing any more, unless the domain would go with it."""
        domain = next(source for source in self.tree.domains if any(found.file == file for found in source.documents))
        staying = [
            found for found in domain.documents if found.file != file and self.datas.get(found.file, ()) is not None
        ]
        if staying:
            self.datas[file] = None
        else:
            self.data(file)["tables"] = {}


def project_homes(tree: Tree, compiled: Compiled, goal: State, target: int) -> tuple[Homes, dict[str, str]]:
    """Return where things are declared in a project, or shall be, and the domains that it lacks by their namespaces."""
    places = compiled.places
    files = {found.file: source.name for source in tree.domains for found in source.documents}
    sizes: dict[str, tuple[int, str]] = {}
    for domain in compiled.domains:
        best = sizes.get(domain.namespace)
        if best is None or len(domain.tables) > best[0]:
            sizes[domain.namespace] = (len(domain.tables), domain.name)
    own: dict[tuple[str, ...], str] = {}
    shared: set[tuple[str, ...]] = set()
    for item in compiled.state:
        place = places.get(item.key)
        if len(item.key.path) != 2 or place is None or isinstance(item, DefaultPrivileges):  # namespace and name
            continue
        if place.document.file in files:
            own[item.key.path] = files[place.document.file]
            if isinstance(item, Table) and item.partition_of:  # said below its table, it belongs to its own domain
                own[item.key.path] = next(domain.name for domain in compiled.domains if item.key in domain.tables)
            if isinstance(item, Routine):  # called without the types of its arguments too
                own[item.place[0], item.called] = files[place.document.file]
        elif isinstance(item, _SHAREABLE):
            shared.add(item.key.path)
    known = {namespace: name for namespace, (_, name) in sizes.items()}
    spaces = {found.data["namespace"] for found in tree.shared if "namespace" in found.data} - known.keys()
    shared |= {item.key.path for item in goal if isinstance(item, _SHAREABLE) and item.place[0] in spaces}
    lying = {item.place[0] for item in goal if item.place and item.key.path not in shared}
    new = {name for name in namespaces(goal) if name not in known and (name not in spaces or name in lying)}
    domains = domain_names(new, [domain.name for domain in compiled.domains])
    return Homes({**known, **domains}, own, frozenset(shared), target), domains

"""The files of a project, brought to declare another state."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fluxc.model.constraint import ForeignKey
from fluxc.model.enum import Enum
from fluxc.model.extension import Extension
from fluxc.model.namespace import Namespace
from fluxc.model.privileges import Privileges
from fluxc.model.routine import Routine
from fluxc.model.sequence import Sequence
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.pull.brought import brought, extensions
from fluxc.pull.emit import Spaced
from fluxc.pull.extension import extension_form, unknown_types
from fluxc.pull.files import SECTIONS, SHARED, domain_data, namespaces
from fluxc.pull.goal import differing
from fluxc.pull.homes import domain_names, file_names
from fluxc.pull.merge import put
from fluxc.pull.privileges import access_form
from fluxc.pull.revise_table import TableRevision
from fluxc.pull.routine import brought_routine, routine_key
from fluxc.pull.sight import Homes, Sight
from fluxc.pull.table import table_form
from fluxc.pull.view import TableView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.compiled import Compiled
    from fluxc.model.state import State
    from fluxc.pull.files import Section
    from fluxc.source.tree import Tree

KEYS: Final = (
    *("namespace", "doc", "was", "owner", "grants", "lint"),
    *("extensions", "mixins", "collations", "enums", "domain_types", "composites", "range_types", "sequences"),
    *("tables", "views", "materialized_views", "functions", "procedures", "aggregates", "raw"),
)
"""The keys of a file in the order in which they are written."""

_STATE: Final = frozenset(
    {"extensions", "mixins", "collations", "enums", "domain_types", "composites", "range_types", "sequences", "tables"}
)


class Settings(NamedTuple):
    """How the project reads its files: the folder that holds them, the usual namespace, the oldest server."""

    schema: str
    namespace: str | None
    target: int


class Revision:
    """A project whose files are changed to declare ``goal``."""

    def __init__(self, tree: Tree, compiled: Compiled, goal: State, settings: Settings) -> None:
        self.tree = tree
        self.compiled = compiled
        self.goal = goal
        self.namespace = settings.namespace
        self.schema = settings.schema
        self.target = settings.target
        documents = [*(found for source in tree.domains for found in source.documents), *tree.shared]
        self.documents = {found.file: found for found in documents}
        self.datas: dict[str, dict[str, Any] | None] = {}
        self.new_domains: dict[str, str] = {}
        self.homes = self._homes()
        self.sights = {id(state): Sight(state, self.homes, "", "", self._placed) for state in (compiled.state, goal)}

    def revise(self) -> None:
        """Change what differs, each thing where it is written."""
        keys = {self._subject(key) for key in differing(self.compiled.state, self.goal)}
        self._revise_extensions({key for key in keys if key.kind == Extension.kind})
        for section in SECTIONS:
            if section.kind is not Table:
                self._revise_section(section, [key for key in keys if key.kind == section.kind.kind])
        changed = {key.path[:2] for key in keys if len(key.path) > 2 or key.kind == Table.kind}
        changed |= self._owning(keys)
        self._revise_tables(changed | self._referring(changed))
        self._revise_namespaces([key for key in keys if key.kind == Namespace.kind])

    def _subject(self, key: Key) -> Key:
        """Return the key of what privileges are about, and that of anything else as it is."""
        item = self.goal.get(key) or self.compiled.state.get(key)
        return item.target if isinstance(item, Privileges) else key

    def _owning(self, keys: Iterable[Key]) -> set[tuple[str, ...]]:
        """Return the tables that own, or owned, a sequence of which something differs."""
        both = [
            state.get(key) for key in keys if key.kind == Sequence.kind for state in (self.compiled.state, self.goal)
        ]
        return {item.owned_by[:-1] for item in both if isinstance(item, Sequence) and item.owned_by}

    def _referring(self, changed: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
        """Return the tables with references to changed ones, which may mean something else now."""
        return {item.place for item in self.goal.of(ForeignKey) if item.target in changed}

    def rewrite(self, tables: Iterable[tuple[str, ...]]) -> None:
        """Write these tables anew from end to end."""
        for path in tables:
            revision = self._table(path)
            if revision is not None:
                revision.rewrite()

    def _homes(self) -> Homes:
        state, places = self.compiled.state, self.compiled.places
        domains = self.compiled.domains
        sizes: dict[str, tuple[int, str]] = {}
        own: dict[tuple[str, ...], str] = {}
        for domain in domains:
            best = sizes.get(domain.namespace)
            if best is None or len(domain.tables) > best[0]:
                sizes[domain.namespace] = (len(domain.tables), domain.name)
            own |= {key.path: domain.name for key in (*domain.tables, *domain.enums)}
        files = {found.file: source.name for source in self.tree.domains for found in source.documents}
        own |= {
            item.key.path: files[places[item.key].document.file]
            for item in state.of(Sequence)
            if places[item.key].document.file in files
        }
        for item in state.of(Routine):  # called without the types of their arguments too
            own |= dict.fromkeys((item.key.path, (item.place[0], item.called)), files[places[item.key].document.file])
        shared = {item.key.path for item in state.of(Enum) if places[item.key].document.file not in files}
        known = {namespace: name for namespace, (_, name) in sizes.items()}
        spaces = {found.data["namespace"] for found in self.tree.shared if "namespace" in found.data} - known.keys()
        shared |= {item.key.path for item in self.goal.of(Enum) if item.place[0] in spaces}
        lying = {item.place[0] for item in self.goal if item.place and item.key.path not in shared}
        new = {name for name in namespaces(self.goal) if name not in known and (name not in spaces or name in lying)}
        self.new_domains = domain_names(new, [domain.name for domain in domains])
        return Homes({**known, **self.new_domains}, own, frozenset(shared), self.target)

    def data(self, file: str) -> dict[str, Any]:
        """Return the data of a file, to be changed."""
        found = self.datas.get(file)
        if found is None:
            document = self.documents.get(file)
            found = self.datas[file] = deepcopy(document.data) if document is not None else {}
        return found

    def _file(self, key: Key) -> str:
        return self.compiled.places[key].document.file

    def _placed(self, key: Key) -> str | None:
        place = self.compiled.places.get(key)
        if place is None:
            return None
        if key.kind == "index":
            return "" if place.path[2:3] == ("indexes",) else "a reference"
        return str(place.path[3]) if place.path[2:3] == ("columns",) else ""

    def _sight(self, state: State, path: tuple[str, ...]) -> Sight:
        domain = self.homes.of(path) or ""
        return self.sights[id(state)].within(domain, path[0])

    def _home_file(self, path: tuple[str, ...], *, table: bool) -> str:
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
        return next((file for file in files if _STATE - {"tables"} & self.data(file).keys()), files[0])

    def _revise_section(self, section: Section, keys: Iterable[Key]) -> None:
        state = self.compiled.state
        order = {item.key: at for at, item in enumerate(self.goal)}
        for key in sorted(keys, key=lambda key: order.get(key, -1)):
            if key.path[0] in self.new_domains and key.path not in self.homes.shared:
                continue  # written with the whole file
            mine, shall = state.get(key), self.goal.get(key)
            file = self._file(key) if mine is not None else self._home_file(key.path, table=False)
            inner: dict[str, Any] = dict(self.data(file).get(section.key) or {})
            if section.named is routine_key:
                inner = self._routine(section, key, inner)
            elif shall is None or section.elsewhere(shall, self._sight(self.goal, key.path)):
                inner.pop(key.path[-1], None)
            else:
                form = section.form(shall, self._sight(self.goal, key.path))
                before = section.form(mine, self._sight(state, key.path)) if mine is not None else None
                inner[key.path[-1]] = brought(inner.get(key.path[-1]), before, form)
            put(self.data(file), section.key, inner or None, KEYS)

    def _routine(self, section: Section, key: Key, inner: dict[str, Any]) -> dict[str, Any]:
        """Return a section with a routine as it shall be: under its key as long as its arguments are the same."""
        mine, shall = self.compiled.state.get(key), self.goal.get(key)
        written = str(self.compiled.places[key].path[1]) if mine is not None else None
        if shall is None:
            return {name: form for name, form in inner.items() if name != written}
        assert isinstance(shall, Routine)
        sight = self._sight(self.goal, key.path)
        form = section.form(shall, sight)
        if not isinstance(mine, Routine) or written is None:
            return {**inner, section.named(shall, sight): form}
        if mine.arguments != shall.arguments:
            said = {section.named(shall, sight): form}
            return {
                name: value
                for old, raw in inner.items()
                for name, value in (said.items() if old == written else [(old, raw)])
            }
        before = section.form(mine, self._sight(self.compiled.state, key.path))
        inner[written] = brought_routine(inner[written], before, form)
        return inner

    def _revise_extensions(self, keys: set[Key]) -> None:
        if not keys:
            return
        brings = unknown_types(self.goal)
        for key in sorted(keys):
            name, item = key.path[-1], self.goal.get(key)
            said = extension_form(item, brings.get(name, ())) if isinstance(item, Extension) else None
            files = [file for file, found in self.documents.items() if name in (found.data.get("extensions") or ())]
            if not files and item is not None:
                files = [self._extensions_file()]
            for file in files:
                data = self.data(file)
                raw = data.get("extensions")
                put(data, "extensions", extensions(raw, name, said, gone=item is None), KEYS)

    def _extensions_file(self) -> str:
        shared = f"{self.schema}/{SHARED}"
        holding = [file for file, found in self.documents.items() if "extensions" in found.data]
        return (*holding, *(found.file for found in self.tree.shared), shared)[0]

    def _revise_tables(self, paths: set[tuple[str, ...]]) -> None:
        state = self.compiled.state
        order = {item.key.path: at for at, item in enumerate(self.goal.of(Table))}
        for path in sorted(paths, key=lambda path: order.get(path, -1)):
            key = _table_key(path)
            mine, shall = state.get(key), self.goal.get(key)
            if mine is None and shall is not None:
                self._add_table(path)
            elif shall is None and mine is not None:
                data = self.data(self._file(key))
                tables = {name: form for name, form in data["tables"].items() if name != path[-1]}
                put(data, "tables", tables or None, KEYS)
                if not data.keys() - {"doc"}:
                    self._empty(self._file(key))
            else:
                revision = self._table(path)
                if revision is not None:
                    revision.revise()

    def _empty(self, file: str) -> None:
        """Let a file go that says nothing any more, unless the domain would go with it."""
        domain = next(source for source in self.tree.domains if any(found.file == file for found in source.documents))
        staying = [
            found for found in domain.documents if found.file != file and self.datas.get(found.file, ()) is not None
        ]
        if staying:
            self.datas[file] = None
        else:
            self.data(file)["tables"] = {}

    def _add_table(self, path: tuple[str, ...]) -> None:
        if path[0] in self.new_domains:
            return
        file = self._home_file(path, table=True)
        item = self.goal.objects[_table_key(path)]
        assert isinstance(item, Table)
        data = self.data(file)
        tables = Spaced({**(data.get("tables") or {}), item.name: table_form(item, self._sight(self.goal, path))})
        put(data, "tables", tables, KEYS)

    def _table(self, path: tuple[str, ...]) -> TableRevision | None:
        key = _table_key(path)
        mine, shall = self.compiled.state.get(key), self.goal.get(key)
        if not isinstance(mine, Table) or not isinstance(shall, Table):
            return None
        file = self._file(key)
        data: dict[str, Any] = self.data(file)["tables"][path[-1]]
        own = TableView(mine, self._sight(self.compiled.state, path))
        new = TableView(shall, self._sight(self.goal, path))
        return TableRevision(data, own, new, self.compiled.places, file)

    def _revise_namespaces(self, keys: Iterable[Key]) -> None:
        for namespace, domain in sorted(self.new_domains.items()):
            data = domain_data(self.sights[id(self.goal)], namespace, self.namespace)
            self.datas[f"{self.schema}/{domain}.yaml"] = data or {"tables": {}}
        for key in sorted(keys):
            if key.path[0] not in self.new_domains:
                self._revise_namespace(key)

    def _revise_namespace(self, key: Key) -> None:
        """Change what the files of a namespace say of it itself; let them go where it is gone."""
        (name,), item = key.path, self.goal.get(key)
        domains = {domain.name for domain in self.compiled.domains if domain.namespace == name}
        files = [found.file for source in self.tree.domains if source.name in domains for found in source.documents]
        sharing = [found.file for found in self.tree.shared if found.data.get("namespace") == name]
        if item is None and self.compiled.state.get(key) is not None:
            self.datas |= dict.fromkeys(files)
            for file in sharing:
                self.data(file).pop("namespace")
            return
        said = {"doc": item.doc} if item is not None else {}
        access = access_form(Namespace(name=name), self._sight(self.goal, (name,)))
        for word, value in {**said, "owner": access.get("owner"), "grants": access.get("grants")}.items():
            known = [*files, *sharing]
            holding = next((file for file in known if word in self.documents[file].data), known[0])
            put(self.data(holding), word, value, KEYS)


def _table_key(path: tuple[str, ...]) -> Key:
    return Key(Table.kind, path)

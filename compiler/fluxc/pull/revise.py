"""The files of a project, brought to declare another state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fluxc.model.collation import Collation
from fluxc.model.composite import Composite
from fluxc.model.constraint import ForeignKey
from fluxc.model.domain_type import DomainType
from fluxc.model.enum import Enum
from fluxc.model.extension import Extension
from fluxc.model.namespace import Namespace
from fluxc.model.privileges import Privileges
from fluxc.model.range_type import RangeType
from fluxc.model.routine import Routine
from fluxc.model.sequence import Sequence
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.model.view import MaterializedView, View
from fluxc.pull.brought import brought, brought_enum, extensions
from fluxc.pull.emit import Spaced
from fluxc.pull.extension import extension_form, unknown_types
from fluxc.pull.files import SECTIONS, domain_data
from fluxc.pull.goal import differing
from fluxc.pull.merge import put
from fluxc.pull.privileges import access_form
from fluxc.pull.revise_table import TableRevision
from fluxc.pull.routine import brought_routine, routine_key
from fluxc.pull.sequence import said_at_column
from fluxc.pull.sight import Sight
from fluxc.pull.sources import Sources, project_homes
from fluxc.pull.table import table_form
from fluxc.pull.view import TableView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.compiled import Compiled
    from fluxc.model.state import Object, State
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


_SHARED: Final = (Enum, Collation, DomainType, Composite, RangeType)
"""The kinds that a shared file may declare."""


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
        self.homes, self.new_domains = project_homes(tree, compiled, goal, settings.target)
        self.sources = Sources(tree, self.homes, settings.schema)
        self.sights = {id(state): Sight(state, self.homes, "", "", self._placed) for state in (compiled.state, goal)}

    def revise(self) -> None:
        """Change what differs, each thing where it is written."""
        keys = {self._subject(key) for key in differing(self.compiled.state, self.goal)}
        self._revise_extensions({key for key in keys if key.kind == Extension.kind})
        keys |= {holder for key in keys if len(key.path) > 2 for holder in self._holders(key.path[:2])}
        for section in SECTIONS:
            if section.kind is not Table:
                self._revise_section(section, [key for key in keys if key.kind == section.kind.kind])
        changed = {key.path for key in keys if key.kind == Table.kind} | self._owning(keys)
        self._revise_tables(changed | self._referring(changed))
        self._revise_namespaces([key for key in keys if key.kind == Namespace.kind])

    def _subject(self, key: Key) -> Key:
        """Return the key of what privileges are about, and that of anything else as it is."""
        item = self.goal.get(key) or self.compiled.state.get(key)
        return item.target if isinstance(item, Privileges) else key

    def _holders(self, path: tuple[str, ...]) -> set[Key]:
        """Return the keys of the relations that something lies in, under the same path on one side or on both."""
        keys = {Key(kind.kind, path) for kind in (Table, View, MaterializedView)}
        return {key for key in keys if self.goal.get(key) is not None or self.compiled.state.get(key) is not None}

    def _owning(self, keys: Iterable[Key]) -> set[tuple[str, ...]]:
        """Return the tables with columns that own changed sequences, and may say them."""
        found = [state.get(key) for key in keys for state in (self.goal, self.compiled.state)]
        return {item.owned_by[:2] for item in found if isinstance(item, Sequence) and item.owned_by}

    def _referring(self, changed: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
        """Return the tables with references to changed ones, which may mean something else now."""
        return {item.place for item in self.goal.of(ForeignKey) if item.target in changed}

    def rewrite(self, tables: Iterable[tuple[str, ...]]) -> None:
        """Write these tables anew from end to end."""
        for path in sorted({self._root(path, self.goal) for path in tables}):
            revision = self._table(path)
            if revision is not None:
                revision.rewrite()

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

    def _revise_section(self, section: Section, keys: Iterable[Key]) -> None:
        state = self.compiled.state
        order = {item.key: at for at, item in enumerate(self.goal)}
        for key in sorted(keys, key=lambda key: order.get(key, -1)):
            if key.path[0] in self.new_domains and key.path not in self.homes.shared:
                continue  # written with the whole file
            mine, shall = self._in_section(state, key), self._in_section(self.goal, key)
            if mine is None and shall is None:
                continue
            file = self._file(key) if mine is not None else self.sources.home_file(key.path, table=False)
            inner: dict[str, Any] = dict(self.sources.data(file).get(section.key) or {})
            if section.named is routine_key:
                inner = self._routine(section, key, inner)
            elif shall is None:
                inner.pop(key.path[-1], None)
            else:
                form = section.form(shall, self._sight(self.goal, key.path))
                before = section.form(mine, self._sight(state, key.path)) if mine is not None else None
                raw = inner.get(key.path[-1])
                if section.kind is Enum:
                    inner[key.path[-1]] = brought_enum(raw, before, form)
                else:
                    inner[key.path[-1]] = brought(raw, before, form, ordered=section.kind is Composite)
            put(self.sources.data(file), section.key, inner or None, KEYS)

    def _in_section(self, state: State, key: Key) -> Object | None:
        """Return an object that has an entry in a section of its own; a sequence may be said at its column."""
        item = state.get(key)
        return None if isinstance(item, Sequence) and said_at_column(item, self._sight(state, key.path)) else item

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
            files = [
                file for file, found in self.sources.documents.items() if name in (found.data.get("extensions") or ())
            ]
            if not files and item is not None:
                files = [self.sources.extensions_file()]
            for file in files:
                data = self.sources.data(file)
                raw = data.get("extensions")
                put(data, "extensions", extensions(raw, name, said, gone=item is None), KEYS)

    def _revise_tables(self, paths: set[tuple[str, ...]]) -> None:
        state = self.compiled.state
        order = {item.key.path: at for at, item in enumerate(self.goal.of(Table))}
        paths = paths | {self._root(path, one) for path in paths for one in (state, self.goal)}
        for path in sorted(paths, key=lambda path: order.get(path, -1)):
            key = _table_key(path)
            mine, shall = _whole(state, key), _whole(self.goal, key)
            if mine is None and shall is not None:
                self._add_table(path)
            elif shall is None and mine is not None:
                data = self.sources.data(self._file(key))
                tables = {name: form for name, form in data["tables"].items() if name != path[-1]}
                put(data, "tables", tables or None, KEYS)
                if not data.keys() - {"doc"}:
                    self.sources.empty(self._file(key))
            else:
                revision = self._table(path)
                if revision is not None:
                    revision.revise()

    def _root(self, path: tuple[str, ...], state: State) -> tuple[str, ...]:
        """Return the table below which a partition is said, of any depth; the path itself of any other table."""
        item = state.get(_table_key(path))
        return self._root(item.partition_of, state) if isinstance(item, Table) and item.partition_of else path

    def _add_table(self, path: tuple[str, ...]) -> None:
        if path[0] in self.new_domains:
            return
        file = self.sources.home_file(path, table=True)
        item = self.goal.objects[_table_key(path)]
        assert isinstance(item, Table)
        data = self.sources.data(file)
        tables = Spaced({**(data.get("tables") or {}), item.name: table_form(item, self._sight(self.goal, path))})
        put(data, "tables", tables, KEYS)

    def _table(self, path: tuple[str, ...]) -> TableRevision | None:
        key = _table_key(path)
        mine, shall = _whole(self.compiled.state, key), _whole(self.goal, key)
        if not isinstance(mine, Table) or not isinstance(shall, Table):
            return None
        file = self._file(key)
        data: dict[str, Any] = self.sources.data(file)["tables"][path[-1]]
        own = TableView(mine, self._sight(self.compiled.state, path))
        new = TableView(shall, self._sight(self.goal, path))
        return TableRevision(data, own, new, self.compiled.places, file)

    def _revise_namespaces(self, keys: Iterable[Key]) -> None:
        for namespace, domain in sorted(self.new_domains.items()):
            data = domain_data(self.sights[id(self.goal)], namespace, self.namespace)
            self.sources.datas[f"{self.sources.schema}/{domain}.yaml"] = data or {"tables": {}}
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
            self.sources.datas |= dict.fromkeys(files)
            for file in sharing:
                self.sources.data(file).pop("namespace")
            return
        said = {"doc": item.doc} if item is not None else {}
        access = access_form(Namespace(name=name), self._sight(self.goal, (name,)))
        for word, value in {**said, "owner": access.get("owner"), "grants": access.get("grants")}.items():
            known = [*files, *sharing]
            holding = next((file for file in known if word in self.sources.documents[file].data), known[0])
            put(self.sources.data(holding), word, value, KEYS)


def _whole(state: State, key: Key) -> Object | None:
    """Return a table, None where it is a partition, which is said below its table."""
    item = state.get(key)
    return None if isinstance(item, Table) and item.partition_of else item


def _table_key(path: tuple[str, ...]) -> Key:
    return Key(Table.kind, path)

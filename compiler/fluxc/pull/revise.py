"""The files of a project, brought to declare another state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.constraint import ForeignKey
from fluxc.model.extension import Extension
from fluxc.model.namespace import Namespace
from fluxc.model.privileges import Privileges
from fluxc.model.publication import Publication
from fluxc.model.sequence import Sequence
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.model.view import MaterializedView, View
from fluxc.pull.edit import KEYS, Edit
from fluxc.pull.emit import Spaced
from fluxc.pull.files import SECTIONS
from fluxc.pull.goal import differing
from fluxc.pull.merge import put
from fluxc.pull.revise_section import revise_section
from fluxc.pull.revise_table import TableRevision
from fluxc.pull.revise_whole import keep_a_file, revise_extensions, revise_namespaces, revise_publications
from fluxc.pull.table import table_form
from fluxc.pull.view import TableView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.state import Object, State


class Revision(Edit):
    """A project whose files are changed to declare ``goal``."""

    def revise(self) -> None:
        """Change what differs, each thing where it is written."""
        keys = {self._subject(key) for key in differing(self.compiled.state, self.goal)}
        revise_extensions(self, {key for key in keys if key.kind == Extension.kind})
        keys |= {holder for key in keys if len(key.path) > 2 for holder in self._holders(key.path[:2])}
        keys |= {item.key for key in keys for sight in self.sights.values() for item in sight.owned.get(key.path, ())}
        for section in SECTIONS:
            if section.kind is not Table:
                revise_section(self, section, [key for key in keys if key.kind == section.kind.kind])
        changed = {key.path for key in keys if key.kind == Table.kind} | self._owning(keys)
        self._revise_tables(changed | self._referring(changed))
        defaults = [key for key in keys if key.kind == "default_privileges"]
        if defaults:
            from fluxc.pull.default_privileges import revise_default_privileges  # few databases have any

            revise_default_privileges(self, defaults)
        roles = [key for key in keys if key.kind == "role"]
        if roles:
            from fluxc.pull.role import revise_roles  # read where they are asked for

            revise_roles(self, roles)
        revise_publications(self, [key for key in keys if key.kind == Publication.kind])
        revise_namespaces(self, [key for key in keys if key.kind == Namespace.kind])
        keep_a_file(self)

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
                data = self.sources.data(self.file(key))
                tables = {name: form for name, form in data["tables"].items() if name != path[-1]}
                put(data, "tables", tables or None, KEYS)
                if not data.keys() - {"doc"}:
                    self.sources.empty(self.file(key))
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
        tables = Spaced({**(data.get("tables") or {}), item.name: table_form(item, self.sight(self.goal, path))})
        put(data, "tables", tables, KEYS)

    def _table(self, path: tuple[str, ...]) -> TableRevision | None:
        key = _table_key(path)
        mine, shall = _whole(self.compiled.state, key), _whole(self.goal, key)
        if not isinstance(mine, Table) or not isinstance(shall, Table):
            return None
        file = self.file(key)
        data: dict[str, Any] = self.sources.data(file)["tables"][path[-1]]
        own = TableView(mine, self.sight(self.compiled.state, path))
        new = TableView(shall, self.sight(self.goal, path))
        return TableRevision(data, own, new, self.compiled.places, file)


def _whole(state: State, key: Key) -> Object | None:
    """Return a table, None where it is a partition, which is said below its table."""
    item = state.get(key)
    return None if isinstance(item, Table) and item.partition_of else item


def _table_key(path: tuple[str, ...]) -> Key:
    return Key(Table.kind, path)

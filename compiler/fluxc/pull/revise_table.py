"""A table that a person wrote, brought to say what a database holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from fluxc.project.timeouts import KEYS as TIMEOUTS
from fluxc.pull.column import column_form, long_column
from fluxc.pull.emit import Block
from fluxc.pull.merge import is_list, is_mapping, merged, put, same
from fluxc.pull.table import groups, options, table_form, table_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.findings import Place
    from fluxc.model.state import Key
    from fluxc.pull.options import Group
    from fluxc.pull.view import TableView

KEYS: Final = (
    *("doc", "was", "use", "columns", "primary_key", "unique", "checks", "foreign_keys", "exclude", "indexes"),
    *(
        "statistics",
        "policies",
        "triggers",
        "inherits",
        "partition_by",
        "partitions",
        "rules",
        "names",
        "not_nulls",
        "fires",
    ),
    *(
        "row_security",
        "replica_identity",
        "unlogged",
        "using",
        "tablespace",
        "cluster_on",
        "storage",
        "owner",
        "grants",
        "lint",
        "large",
        "online",
        *TIMEOUTS,
        "python",
        "seed",
    ),
)
"""The keys of a table in the order in which they are written."""

_KEPT: Final = frozenset({"was", "lint", "large", "online", *TIMEOUTS, "python", "seed"})
_KEPT_OF_COLUMNS: Final = frozenset({"was", "lint", "python", "sensitive", "using", "backfill"})


class TableRevision:
    """One table: its data as written, which is changed, what it says now, and what it shall say.

    ``places`` are those of all declared objects; ``file`` is the one that holds the table.
    """

    def __init__(
        self, data: dict[str, Any], own: TableView, new: TableView, places: Mapping[Key, Place], file: str
    ) -> None:
        self.data = data
        self.own = own
        self.new = new
        self.places = places
        self.here = (file, "tables", own.table.name)
        self.left: set[str] = set()

    def revise(self) -> None:
        """Change what differs, entry by entry; a mixin of which something differs is no longer used."""
        own_forms, new_forms = _columns(self.own), _columns(self.new)
        pairs = list(zip(groups(self.own), groups(self.new), strict=True))
        self._leave_mixins(own_forms, new_forms, pairs)
        if self.own.table.doc != self.new.table.doc:
            put(self.data, "doc", self.new.table.doc, KEYS)
        if self.left:
            put(self.data, "use", [name for name in self.data["use"] if name not in self.left] or None, KEYS)
        self._revise_columns(own_forms, new_forms)
        own_key, new_key = table_key(self.own), table_key(self.new)
        if not same(own_key, new_key) or (self.new.primary is not None and self._was_left(self.new.primary.key)):
            put(self.data, "primary_key", new_key, KEYS)
        for own_group, new_group in pairs:
            self._revise_group(own_group, new_group)
        own_options, new_options = options(self.own), options(self.new)
        for key, value in new_options.items():
            if not same(own_options[key], value):
                put(self.data, key, value, KEYS)

    def rewrite(self) -> None:
        """Write the whole table anew, and keep what no database holds."""
        kept = {key: value for key, value in self.data.items() if key in _KEPT}
        raw: dict[str, Any] = self.data.get("columns", {})
        said = table_form(self.new.table, self.new.sight)
        columns: dict[str, Any] = said.get("columns", {})
        for column in self.new.columns:
            old = raw.get(column.name)
            more = {key: value for key, value in old.items() if key in _KEPT_OF_COLUMNS} if is_mapping(old) else {}
            if more:
                long = long_column(column, self.new.sight, self.new.beside(column))
                columns[column.name] = {**long, **more}
        self.data.clear()
        for key in KEYS:
            if key in said or key in kept:
                self.data[key] = said[key] if key in said else kept[key]

    def _mixin(self, key: Key) -> str | None:
        """Return the mixin from which a declared object comes, None where the table itself says it."""
        place = self.places.get(key)
        return str(place.path[1]) if place is not None and place.path[0] == "mixins" else None

    def _was_left(self, key: Key) -> bool:
        return self._mixin(key) in self.left

    def _leave_mixins(
        self, own: Mapping[str, object], new: Mapping[str, object], pairs: list[tuple[Group[Any], Group[Any]]]
    ) -> None:
        differing = [column.key for column in self.own.columns if not same(own[column.name], new.get(column.name))]
        for own_group, new_group in pairs:
            shall = {item.name: new_group.listed(item) for item in new_group.items}
            differing += [
                item.key for item in own_group.items if not same(own_group.listed(item), shall.get(item.name))
            ]
        if self.own.primary is not None and table_key(self.own) != table_key(self.new):
            differing.append(self.own.primary.key)
        self.left = {name for key in differing if (name := self._mixin(key)) is not None}

    def _revise_columns(self, own: Mapping[str, object], new: Mapping[str, object]) -> None:
        raw: dict[str, Any] = self.data.get("columns", {})
        mine = {column.name: column for column in self.own.columns}
        shall = {column.name: column for column in self.new.columns}
        found: dict[str, Any] = {}
        for name in self._order():
            if name in raw and same(own[name], new[name]):
                found[name] = raw[name]
            elif name in raw:
                before = long_column(mine[name], self.own.sight, self.own.beside(mine[name]))
                after = long_column(shall[name], self.new.sight, self.new.beside(shall[name]))
                turns = mine[name].type != shall[name].type and "storage" not in after
                written = _without_storage(raw[name]) if turns else raw[name]
                found[name] = merged(written, before, after, new[name])
            elif name not in mine or self._was_left(mine[name].key):
                found[name] = new[name]
        if found or raw:
            put(self.data, "columns", Block(found) or None, KEYS)

    def _order(self) -> list[str]:
        """Return the columns as they are declared, each new one behind the one that it follows in the database."""
        order = [column.name for column in self.own.columns if column.name in self.new.own_names]
        known = set(order)
        before: str | None = None
        for column in self.new.columns:
            if column.name not in known:
                order.insert(order.index(before) + 1 if before is not None else 0, column.name)
            before = column.name
        return order

    def _revise_group(self, own: Group[Any], new: Group[Any]) -> None:
        raw = self.data.get(new.key)
        mine = {item.name: item for item in own.items}
        shall = {item.name: item for item in new.items}
        said = set[str]()
        found: list[tuple[str | None, Any]] = []
        for name, key, value in self._written(new.key, raw, own):
            if name is None:
                found.append((key, value))
            elif name in shall:
                said.add(name)
                alike = same(own.listed(mine[name]), new.listed(shall[name]))
                short = new.form(shall[name]) if key is not None else new.listed(shall[name])
                after = value if alike else merged(value, own.long(mine[name]), new.long(shall[name]), short)
                found.append((key, after))
        added = [item for item in new.items if item.name not in said and self._is_unwritten(item.key)]
        if not (is_mapping(raw) or is_list(raw)):
            if added:
                put(self.data, new.key, replace(new, items=added).whole(), KEYS)
            return
        if is_mapping(raw):
            whole: Any = {**{str(key): value for key, value in found}, **{item.name: new.form(item) for item in added}}
        else:
            whole = [*(value for _, value in found), *map(new.listed, added)]
        if not same(whole, raw):
            put(self.data, new.key, whole or None, KEYS)

    def _is_unwritten(self, key: Key) -> bool:
        return self.own.sight.state.get(key) is None or self._was_left(key) or self._is_implied(key)

    def _is_implied(self, key: Key) -> bool:
        """Return whether a declared object came with another one, which may say it no longer."""
        place = self.places.get(key)
        return place is not None and place.path[:1] == ("tables",) and place.path[2:3] != (_SECTION.get(key.kind, ""),)

    def _written(self, section: str, raw: Any, own: Group[Any]) -> Iterator[tuple[str | None, str | None, Any]]:
        """Yield what stands in a section: the name of the object, the key in a mapping, and the value."""
        names = {
            place.path[3]: item.name
            for item in own.items
            if (place := self.places.get(item.key)) is not None
            and (place.document.file, *place.path[:2]) == self.here
            and place.path[2:3] == (section,)
        }
        if is_mapping(raw):
            yield from ((names.get(key), key, value) for key, value in raw.items())
        elif is_list(raw):
            yield from ((names.get(at), None, value) for at, value in enumerate(raw))


_SECTION: Final = {
    "unique": "unique",
    "check": "checks",
    "foreign_key": "foreign_keys",
    "exclusion": "exclude",
    "index": "indexes",
    "statistics": "statistics",
    "policy": "policies",
    "trigger": "triggers",
}


def _columns(view: TableView) -> dict[str, object]:
    return {column.name: column_form(column, view.sight, view.beside(column)) for column in view.columns}


def _without_storage(raw: object) -> object:
    """Return what is said of a column without `storage`, which one type may have as the usual one and another not."""
    return {key: value for key, value in raw.items() if key != "storage"} if is_mapping(raw) else raw

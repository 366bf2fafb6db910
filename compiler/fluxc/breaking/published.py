"""What the publications of a state publish, and by what subscribers tell rows apart."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from fluxc.model.constraint import PrimaryKey, Unique
from fluxc.model.index import Index
from fluxc.model.publication import Publication
from fluxc.model.state import Key
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.state import State

Path = tuple[str, ...]


class Entry(NamedTuple):
    """A table in a publication: no ``columns`` are all of them; ``where`` tells which rows."""

    publication: Publication
    columns: tuple[str, ...] = ()
    where: str | None = None


class Published:
    """The tables of a state in its publications."""

    def __init__(self, state: State) -> None:
        self._state = state

    @cached_property
    def publications(self) -> list[Publication]:
        """Return the publications."""
        return self._state.of(Publication)

    def has(self, table: Path) -> bool:
        """Return whether any publication has a table."""
        return bool(self.publications) and next(self.entries(table), None) is not None

    def entries(self, table: Path) -> Iterator[Entry]:
        """Yield a table in each publication that has it, by itself, as a partition, or with all of its kind."""
        for publication in self.publications:
            entry = self.entry(publication, table)
            if entry is not None:
                yield entry

    def entry(self, publication: Publication, table: Path) -> Entry | None:
        """Return a table in a publication, None where it is not in it."""
        item = self._state.get(Key(Table.kind, table))
        if not isinstance(item, Table) or item.unlogged:
            return None
        for said in publication.tables:
            if said.path == table:
                return Entry(publication, said.columns, said.where)
        if publication.everything or table[0] in publication.namespaces:
            return Entry(publication)
        return self.entry(publication, item.partition_of) if item.partition_of else None

    def column(self, table: Path, column: str) -> bool:
        """Return whether any publication publishes a column."""
        return any(not entry.columns or column in entry.columns for entry in self.entries(table))

    def changes_rows(self, table: Path) -> bool:
        """Return whether updates or deletes of a table are published, for which rows must be told apart."""
        return any({"update", "delete"} & {*entry.publication.publish} for entry in self.entries(table))

    def says(self, table: Path) -> bool:
        """Return whether the schema itself says by what rows of a table are told apart."""
        item = self._state.get(Key(Table.kind, table))
        return bool(isinstance(item, Table) and item.replica_identity) or self._marked(table) is not None

    def _marked(self, table: Path) -> Index | PrimaryKey | Unique | None:
        members = (item for item in self._state.under(table) if isinstance(item, Index | PrimaryKey | Unique))
        return next((member for member in members if member.identifying), None)

    def identity(self, table: Path) -> tuple[str, ...] | str:
        """Return the columns by which subscribers tell rows apart, or ``full`` or ``nothing``."""
        item = self._state.get(Key(Table.kind, table))
        if isinstance(item, Table) and item.replica_identity:
            return item.replica_identity
        marked = self._marked(table)
        if marked is not None:
            return _columns(marked)
        return next((_columns(member) for member in self._state.members(table, PrimaryKey)), "nothing")


def _columns(member: Index | PrimaryKey | Unique) -> tuple[str, ...]:
    if isinstance(member, Index):
        return tuple(part.column for part in member.parts if part.column is not None)
    return member.columns

"""One table of a state, sorted by kind, and which of its keys and indexes come with its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model import names
from fluxc.model.attached import Attached
from fluxc.model.column import Column
from fluxc.model.constraint import Check, Exclusion, ForeignKey, Indexed, PrimaryKey, Unique
from fluxc.model.index import Index, IndexPart
from fluxc.model.member_copy import MemberCopy
from fluxc.model.policy import Policy
from fluxc.model.set_on_update import assigned_by
from fluxc.model.statistics import Statistics
from fluxc.model.trigger import Trigger
from fluxc.model.trigger_copy import TriggerCopy
from fluxc.pull.check import is_plain_check
from fluxc.pull.column import Beside
from fluxc.pull.keys import is_at_column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.state import Object
    from fluxc.model.table import Table
    from fluxc.pull.sight import Sight

Columns = tuple[str, ...]


class TableView:
    """The members of a table by kind, in their order.

    ``names`` are those of all columns, with the inherited ones, ``own_names`` those of its own;
    ``spoken`` has the identities of the keys that a word at their column says, and of the checks that a column says;
    ``assigned`` is what triggers assign to columns;
    ``references`` the foreign keys that are said at theirs; ``declined`` the names of foreign keys that bring no index
    though none is there; ``indexes`` are those that nothing brings.
    """

    def __init__(self, table: Table, sight: Sight) -> None:
        self.table = table
        self.sight = sight
        self.path = table.key.path
        members = sight.state.under(self.path)
        self.columns = [item for item in members if isinstance(item, Column)]
        self.own_names = {column.name: None for column in self.columns}
        self.names = self._all_names() if table.parents else self.own_names
        rest = [item for item in members if not isinstance(item, Column)]
        self.primary = next((item for item in rest if isinstance(item, PrimaryKey)), None)
        self.uniques = [item for item in rest if isinstance(item, Unique)]
        self.checks = [item for item in rest if isinstance(item, Check)]
        self.exclusions = [item for item in rest if isinstance(item, Exclusion)]
        self.references = sight.references(self.path)
        at_columns = {id(key) for key in self.references.values()}
        keys = [item for item in rest if isinstance(item, ForeignKey)]
        self.foreign_keys = [key for key in keys if id(key) not in at_columns]
        self.clustered = next((item.name for item in rest if _is_clustered(item)), None)
        self.identifying = next((item.name for item in rest if _is_identifying(item)), None)
        keyed: tuple[PrimaryKey | Unique, ...] = (*self._primaries(), *self.uniques)
        self.spoken = {id(item) for item in keyed if self._may_be_at_column(item)}
        self.column_checks: dict[str, Check] = {}
        for check in self.checks:
            self._place(check)
        attached = [item for item in rest if isinstance(item, Attached)]
        self.statistics = [item for item in attached if isinstance(item, Statistics)]
        self.policies = [item for item in attached if isinstance(item, Policy)]
        self.triggers = [item for item in attached if isinstance(item, Trigger)]
        self.copies = [item for item in attached if isinstance(item, TriggerCopy)]
        self.named = [item for item in attached if isinstance(item, MemberCopy)]
        self.assigned: dict[str, str] = {}
        if self.triggers:
            self._assign()
        self.declined: set[str] = set()
        self.indexes = self._unbrought([item for item in rest if isinstance(item, Index)])

    def beside(self, column: Column) -> Beside:
        """Return what a column says of its table."""
        reference = self.references.get(column.name)
        return Beside(
            primary_key=self.primary is not None and self._says(self.primary, column),
            unique=any(self._says(item, column) for item in self.uniques),
            reference=reference,
            declined=reference is not None and reference.name in self.declined,
            check=self.column_checks.get(column.name),
            set_on_update=self.assigned.get(column.name),
        )

    def _assign(self) -> None:
        """Let columns say what triggers assign them, and leave out these triggers."""
        for trigger in self.triggers:
            said = assigned_by(trigger, self.sight.state)
            if said is not None and said.column in self.own_names and said.column not in self.assigned:
                self.assigned[said.column] = said.expression
                self.triggers = [item for item in self.triggers if item is not trigger]

    def _place(self, check: Check) -> None:
        """Let a column say a check where a person has written it there, and it has nothing more to say."""
        column = self.sight.placed(check.key)
        if (
            column
            and column in self.own_names
            and column not in self.column_checks
            and is_plain_check(check, self.sight)
        ):
            self.column_checks[column] = check
            self.spoken.add(id(check))

    def _all_names(self) -> dict[str, None]:
        """Return the names of all columns, those of the parents first."""
        from fluxc.model.inherited import columns_of  # few tables inherit

        return {column.name: None for column in columns_of(self.path, self.sight.state)}

    def _may_be_at_column(self, key: PrimaryKey | Unique) -> bool:
        return is_at_column(key) and key.columns[0] in self.own_names and self.sight.placed(key.key) != ""

    def _primaries(self) -> list[PrimaryKey]:
        return [self.primary] if self.primary is not None else []

    def _says(self, key: PrimaryKey | Unique, column: Column) -> bool:
        return key.columns == (column.name,) and id(key) in self.spoken

    def _in_order(self) -> Iterator[ForeignKey]:
        """Yield the foreign keys as they will be read: those of columns first."""
        yield from (self.references[name] for name in self.own_names if name in self.references)
        yield from self.foreign_keys

    def _unbrought(self, indexes: list[Index]) -> list[Index]:
        """Return the indexes that have to be said, and note the foreign keys that have to decline theirs.

        A reference brings an index where no key and no other index leads with its columns.  To say one may make
        another superfluous, so this goes on until nothing changes.
        """
        keys = list(self._in_order())
        if not keys:
            return indexes
        could_come = {index.name: index for index in indexes}
        coming = {
            index.name
            for key in keys
            if (index := could_come.get(_brought_name(key))) is not None
            and _is_brought_by(index, key)
            and self.sight.placed(index.key) != ""
        }
        while True:
            said = [index for index in indexes if index.name not in coming]
            came = self._brought(keys, said, coming)
            if came == coming:
                return said
            coming = came

    def _brought(self, keys: Iterable[ForeignKey], said: Iterable[Index], coming: set[str]) -> set[str]:
        keyed: tuple[PrimaryKey | Unique, ...] = (*self._primaries(), *self.uniques)
        leads = [item.columns for item in keyed]
        leads += [_lead(index) for index in said if index.where is None and index.method == "btree"]
        came: set[str] = set()
        self.declined.clear()
        for key in keys:
            if any(lead[: len(key.columns)] == key.columns for lead in leads):
                continue
            name = _brought_name(key)
            if name in coming:
                came.add(name)
                leads.append(key.columns)
            else:
                self.declined.add(key.name)
        return came


def _is_clustered(item: Object) -> bool:
    return isinstance(item, Index | Indexed) and item.clustered


def _is_identifying(item: Object) -> bool:
    return isinstance(item, Index | Indexed) and item.identifying


def _lead(index: Index) -> Columns:
    return tuple(part.column or "" for part in index.parts)


def _brought_name(key: ForeignKey) -> str:
    return names.index_name(key.place[-1], key.columns)


def _is_brought_by(index: Index, key: ForeignKey) -> bool:
    parts = tuple(IndexPart(column=column) for column in key.columns)
    return index == Index(
        place=key.place, name=index.name, parts=parts, clustered=index.clustered, identifying=index.identifying
    )

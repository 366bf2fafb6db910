"""Why changes of tables in use are made in one migration all the same: nothing can stand in for what they change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.model.claims import mentioned, rests_on
from fluxc.model.constraint import Check, ForeignKey, PrimaryKey, Unique
from fluxc.model.index import Index
from fluxc.model.mentions import words
from fluxc.model.names import not_null_name, qualified, quote
from fluxc.model.privileges import Privileges, SequencePrivileges
from fluxc.model.query import expands
from fluxc.model.routine import Function
from fluxc.model.sequence import Sequence
from fluxc.model.set_on_update import assigned_by
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.model.trigger import Trigger
from fluxc.model.view import MaterializedView, View
from fluxc.plan.casts import through
from fluxc.plan.columns import AddColumn, DropColumn, RenameColumn, SetNotNull, SetType
from fluxc.plan.deferred_table import INVOKER_SINCE
from fluxc.plan.online_columns import is_checked
from fluxc.plan.online_constraints import PARTED_SINCE

if TYPE_CHECKING:
    from collections.abc import Collection

    from fluxc.model.column import Column
    from fluxc.model.compiled import Intent
    from fluxc.model.state import Object, State
    from fluxc.plan.enums import ReplaceEnum
    from fluxc.plan.operation import Operation, Path
    from fluxc.plan.tables import RenameTable

_NAMES: Final = 3
_FOLLOWING: Final = frozenset({"index", "primary_key", "unique", "foreign_key", "view"})
"""The kinds that are made again beside a column, or go with it."""


class Reasons:
    """Tells why changes stay in one migration; each function returns None where they need not."""

    def __init__(
        self, before: State, after: State, changes: tuple[Operation, ...], intent: Intent, target: int
    ) -> None:
        self._before = before
        self._after = after
        self._changes = changes
        self._intent = intent
        self._target = target
        self._renamed = {item.key for item in changes if isinstance(item, RenameColumn)}

    def of_column(self, rename: RenameColumn) -> str | None:
        """Return why there cannot be a copy of a column, None where there can."""
        new = rename.new
        if rename.old.key not in self._before.objects or new.key not in self._after.objects:
            return "its table is renamed as well, or it takes a name that another column had"
        if new.key in self._before.objects:
            return "its new name is that of another column before"
        if rename.old.key in self._after.objects:
            return "its old name is that of another column behind it"
        if any(isinstance(item, SetType) and item.key == new.key for item in self._changes):
            return "its type changes as well"
        if any(isinstance(item, SetNotNull) and item.backfill and item.key == new.key for item in self._changes):
            return "it becomes a required one as well"
        for state, column in ((self._before, rename.old), (self._after, new)):
            trigger = at_work_on(column, state)
            if trigger is not None:
                return f"{trigger.noun} {trigger.sql} works on it"
        if new.generated is not None:
            return "it is generated"
        if is_checked(new, self._after):
            return "its type refuses what a copy holds before it is filled"
        return table_stays(new.place, self._after, new.name)

    def of_table(self, rename: RenameTable) -> str | None:
        """Return why a view cannot stand in for a table, None where one can."""
        old, new = rename.old.key, rename.new
        if old not in self._before.objects or new.key not in self._after.objects:
            return "its name and its namespace change both"
        if old.path in _relations(self._after) or new.key.path in _relations(self._before):
            return "one of its names is that of another relation as well"
        for item in self._changes:
            filled = isinstance(item, AddColumn | SetNotNull) and item.backfill is not None
            if item.table == new.key.path and (filled or isinstance(item, RenameColumn | SetType)):
                return "columns of it change as well"
        if isinstance(new, Table) and new.row_security and self._target < INVOKER_SINCE:
            return f"before PostgreSQL {INVOKER_SINCE} a view would show rows that policies hide"
        return None

    def of_required(self, column: Column) -> str | None:
        """Return why a column cannot come to be required in phases, None where it can."""
        for item in self._changes:
            if isinstance(item, RenameColumn) and item.key == column.key:
                return "it gets another name as well"
        return self._newly_keyed(column) or table_stays(column.place, self._after)

    def _newly_keyed(self, column: Column) -> str | None:
        """Return the primary key that is new over a column that took nulls."""
        old = self._before.get(column.key)
        if getattr(old, "nullable", True):
            for key in self._after.members(column.place, PrimaryKey):
                if column.name in key.columns:
                    return f"{key.noun} {key.name} is new over it"
        return None

    def of_type(self, change: SetType) -> str | None:
        """Return why no other column can take the place of one, None where one can."""
        old, new, path = change.old, change.new, change.new.place
        table = self._after.get(Key(Table.kind, path))
        assert isinstance(table, Table)
        if table.partition_by is not None:
            return "its table has partitions"
        if change.using is not None and change.using != through(change.old_base, change.new_base, change.target):
            return "nothing says how values come back that `using` converts"
        if change.zoned:
            return "what its values become depends on the time zone"
        counting = [(one.serial, one.identity, one.sequence_name, one.counting) for one in (old, new)]
        if counting[0] != counting[1]:
            return "it comes to count otherwise as well"
        if new.generated is not None or change.checked or old.collation != new.collation:
            return "its values are not its own, or are held against something"
        if len({not_null_name(path[-1], f"{new.name}{ending}") for ending in ("", "_new", "_old")}) < _NAMES:
            return "its name leaves no room for others like it"
        if any(name == new.name for name, _ in (*table.not_nulls, *table.not_null_kinds)):
            return "its not-null constraint has a name of its own"
        if new.key in self._renamed:
            return "it is renamed as well"
        if (reason := self._newly_keyed(new)) is not None:
            return reason
        for item in self._after:
            if (reason := self._holds(item, new)) is not None:
                return reason
        return table_stays(path, self._after, new.name)

    def _holds(self, item: Object, column: Column) -> str | None:
        """Return why an object keeps a column in its place, None where it does not."""
        over = item.place == column.place and column.name in mentioned(item)
        if isinstance(item, Index | PrimaryKey | Unique):
            told = item.identifying or item.clustered or getattr(item, "temporal", False)
            return (
                f"{item.noun} {item.name} is over it, by which rows are told apart or ordered"
                if over and told
                else None
            )
        if isinstance(item, ForeignKey):
            parted = self._after.get(Key(Table.kind, item.place))
            refers = over or (item.target == column.place and column.name in item.target_columns)
            late = self._target < PARTED_SINCE and isinstance(parted, Table) and parted.partition_by is not None
            return f"{item.noun} {item.name} is of a table with partitions" if refers and late else None
        if isinstance(item, Check):
            return None
        if isinstance(item, SequencePrivileges | Privileges) and item.key.path == column.key.path:
            return "it has privileges of its own"
        if isinstance(item, Sequence) and item.owned_by == column.key.path:
            return f"sequence {item.name} is its own"
        if over:
            return f"{item.noun} {item.name} is made of it"
        if not item.parsed or item.kind in {"view", "rule"}:
            return None
        texts = [text for text in (getattr(item, each) for each in item.loose) if text]
        said = any(column.name in words(text) for text in texts)
        if said and Key(Table.kind, column.place) in rests_on(item, self._after):
            return f"{item.noun} {item.sql} reads it"
        return None

    def of_made(self, operation: AddColumn | DropColumn, becoming: Collection[Key]) -> str | None:
        """Return why columns cannot become others in phases, None where they can."""
        path = operation.key.path[:2]
        mine = {key.path[-1] for key in becoming if key.path[:2] == path}
        for state in (self._before, self._after):
            keys = [item for item in state.members(path, PrimaryKey) if mine.intersection(item.columns)]
            if keys:
                return f"{keys[0].noun} {keys[0].name} is made of columns that become others"
        return table_stays(path, self._after)

    def of_enum(self, change: ReplaceEnum) -> str | None:
        """Return why no other enum can take the place of one, None where one can."""
        columns = [column for use in change.used.tables for column in use.columns]
        if change.key not in self._before.objects:
            return "it gets another name as well"
        if change.unmapped:
            return f"nothing takes the place of value {change.unmapped[0]}"
        if any(use.table not in self._intent.phased for use in change.used.tables):
            return "there are columns of it in tables that say nothing of it"
        if change.used.types or any(column.array for column in columns):
            return "other types are made of it"
        moved = {column.key for column in columns}
        for operation in (*change.used.dropped, *change.used.restored):
            if operation.key not in moved and operation.key.kind not in _FOLLOWING:
                return f"{operation.subject.noun} {operation.subject.sql} is made of it"
        for item in self._after:
            spelled = qualified(*change.key.path)
            if item.key not in moved and spelled in item.line() and item.key != change.key:
                return f"{item.noun} {item.sql} speaks of it"
        for column in columns:
            if column.key not in self._before.objects:
                return f"column {column.sql} is new"
            keyed = [item for item in self._after.under(column.place) if isinstance(item, PrimaryKey | Unique)]
            if any(column.name in item.columns for item in keyed):
                return f"column {column.sql} is part of a key"
            kept = self.of_type(SetType(column, column, None, self._target))
            if kept is not None:
                return f"of column {column.sql} {kept}"
        return None


class Moving:
    """The columns of a state whose places others take, or that get copies, by what does so."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._claimed: list[tuple[Path, frozenset[str]]] = []

    def claim(self, table: Path, names: Collection[str]) -> None:
        """Note columns of a table that move together."""
        self._claimed.append((table, frozenset(names)))

    def shared(self, table: Path, names: Collection[str]) -> str | None:
        """Return why columns cannot move together: something is built over them and over others that move."""
        for item in self._state.under(table):
            over = mentioned(item) if isinstance(item, Index | PrimaryKey | Unique) else frozenset[str]()
            others = (claimed for path, claimed in self._claimed if path == table)
            if not over.isdisjoint(names) and any(over & claimed for claimed in others):
                return f"{item.noun} {item.name} is over another column that changes as well"
        return None


def _relations(state: State) -> set[Path]:
    return {item.key.path for kind in (Table, View, MaterializedView) for item in state.of(kind)}


def at_work_on(column: Column, state: State) -> Trigger | None:
    """Return a trigger that would see a column and not its copy, or the other way round.

    What fires behind the row is written sees both, but for one that fires by what a statement says it sets.
    """
    for item in state.of(Trigger):
        if item.place != column.place:
            continue
        early = item.timing == "before" and item.row and column.name in item.seen | _words_run(item, state)
        if early or column.name in (*item.columns, *item.arguments):
            return item
    return None


def _words_run(trigger: Trigger, state: State) -> frozenset[str]:
    """Return the words of the function of a trigger, but for the column that it assigns without looking at it."""
    assigned = assigned_by(trigger, state)
    if assigned is not None:
        return words(assigned.expression)
    function = state.get(Key(Function.kind, (*trigger.function[:-1], f"{quote(trigger.function[-1])}()")))
    return words(function.body or "") if isinstance(function, Function) else frozenset()


def table_stays(path: Path, after: State, column: str | None = None) -> str | None:
    """Return why a table takes no further column for a while, None where it does."""
    table = after.get(Key(Table.kind, path))
    assert isinstance(table, Table)
    if table.parents or (after.heirs(path) and table.partition_by is None):
        return "its table shares columns with others"
    if column is not None and table.partition_by is not None:
        keys = {part.column for part in table.partition_by.parts}
        texts = [part.expression for part in table.partition_by.parts if part.expression]
        if column in keys.union(*map(words, texts)):
            return "rows go to partitions by it"
    for item in after:
        shows = any(expands(text) for text in (getattr(item, name) for name in item.loose) if text)
        if shows and table.key in rests_on(item, after):
            return f"{item.noun} {item.sql} shows every column of its table"
    return None

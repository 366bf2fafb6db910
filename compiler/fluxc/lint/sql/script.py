"""A script as rules ask about it while they go through it: what it has made, set and locked so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.lint.sql.by_name import ByName
from fluxc.lint.sql.cursor import Name
from fluxc.lint.sql.facts import Facts
from fluxc.lint.sql.forms import AddValue, Create, CreateDomain, CreateEnum, CreateIndex, CreateView, Drop, Form, Rename
from fluxc.lint.sql.table_forms import (
    AlterTable,
    AttachPartition,
    ChangeType,
    Constraint,
    CreateTable,
    DetachPartition,
    NewColumn,
    RenameColumn,
    Validate,
)
from fluxc.lint.sql.work_forms import LockTable, Setting, Transaction, Truncate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fluxc.lint.sql.source import Source
    from fluxc.lint.sql.table_forms import OfColumn

_NONE: Final = frozenset({"", "0", "default"})
_ZONE: Final = "timezone"


class Script:
    """The state of a script before the statement that is looked at."""

    def __init__(self, source: Source, forms: Sequence[Form]) -> None:
        self.facts = Facts(forms)
        self.alone = sum(not isinstance(form, Setting) for form in forms) == 1
        self.wrapped = source.wrapped
        self.rewritten = source.rewritten
        self.late = source.late
        self.begun: Transaction | None = None
        self.exclusive: list[tuple[Name, Form]] = []
        self.writes_blocked: list[tuple[Name, Form]] = []
        self.values: list[AddValue] = []
        self.foreign_keys: list[Constraint] = []
        self.indexes_dropped: set[str] = set()
        self._dropping: set[str] = set()
        self._made = ByName[Name]()
        self._columns: set[tuple[str, str]] = set()
        self._before = source.types
        self._types: dict[tuple[str, str], str | None] = {}
        self._renamed: set[str] = set()
        self._temporary = ByName[Name]()
        self._indexes = ByName[Name]()
        self._settings: dict[str, str] = {}
        self._local: dict[str, str] = {}
        self._validated = ByName[Validate]()
        self._checks = ByName[Constraint]()
        self._last: AlterTable | None = None
        self._said: set[str] = set()

    @property
    def in_transaction(self) -> bool:
        """Return whether a transaction is open."""
        return self.wrapped or self.begun is not None

    def first(self, code: str) -> bool:
        """Return whether a rule that speaks once a script speaks for the first time."""
        if code in self._said:
            return False
        self._said.add(code)
        return True

    def exists(self, table: Name) -> bool:
        """Return whether a table may hold rows that others read: the script has not made it."""
        return not self._made.has(table)

    def has_column(self, item: OfColumn) -> bool:
        """Return whether a column was there before the script, as far as that tells."""
        return self.exists(item.table) and (item.table.last, item.column) not in self._columns

    def type_of(self, item: OfColumn) -> str | None:
        """Return the type that a column has by now, as far as the script and the project's migrations tell."""
        return self._type(item.table, item.column)

    def _type(self, table: Name, column: str) -> str | None:
        if (table.last, column) in self._types:
            return self._types[table.last, column]
        if self._before is None or table.last in self._renamed:
            return None
        return self._before.of(table, column)

    def is_temporary(self, table: Name) -> bool:
        """Return whether the script has made a table that goes with its session."""
        return self._temporary.has(table)

    def has_index(self, index: Name) -> bool:
        """Return whether an index was there before the script, as far as that tells."""
        return not self._indexes.has(index)

    def is_set(self, parameter: str) -> bool:
        """Return whether a parameter is set to anything but nothing."""
        return self._local.get(parameter, self._settings.get(parameter, "")) not in _NONE

    def has_setting(self, parameter: str) -> bool:
        """Return whether the script says anything about a parameter."""
        return parameter in self._local or parameter in self._settings

    def refuses_null(self, table: Name, column: str) -> bool:
        """Return whether a check that the script has validated says that a column holds no null."""
        labels = {item.label for item in self._validated.of(table)}
        wanted = (column, "is", "not", "null")
        for check in self._checks.of(table):
            words = tuple(word.strip('"') for word in check.words if word not in {"(", ")"})
            said = words == wanted if check.kind == "check" else check.columns == (column,)
            if said and (check.valid or check.label in labels):
                return True
        return False

    def has_valid_check(self, table: Name) -> bool:
        """Return whether the script has validated a check of a table."""
        return self._validated.has(table)

    def pass_over(self, form: Form) -> None:
        """Take in what a statement does, after the rules have looked at it."""
        if isinstance(form, Transaction):
            self._turn(form)
        elif isinstance(form, Setting):
            self._set(form)
        elif isinstance(form, CreateTable | CreateView | CreateEnum | CreateDomain | Create):
            self._made.add(form.name, form.name)
            if isinstance(form, CreateTable) and form.temporary:
                self._temporary.add(form.name, form.name)
        elif isinstance(form, AlterTable):
            self._alter(form)
        elif isinstance(form, Rename) and form.kind == "table":
            self._renamed |= {form.name.last, form.to}
            if not self.exists(form.name):
                self._rename(form)
        elif isinstance(form, AddValue) and self.in_transaction:
            self.values.append(form)
        elif isinstance(form, CreateIndex):
            self._make_index(form)
            self._lock(form.table, form, self.writes_blocked, unless=form.concurrently)
        elif isinstance(form, Drop):
            self._drop(form)
        elif isinstance(form, Truncate | LockTable):
            for name in form.names:
                self._lock(name, form, self.exclusive, unless=not _keeps_all_out(form))
        self._last = form if isinstance(form, AlterTable) else None

    @property
    def altered_before(self) -> AlterTable | None:
        """Return the statement before, if it was an `alter table`."""
        return self._last

    def _make_index(self, form: CreateIndex) -> None:
        if form.label is not None:
            name = form.table._replace(parts=(*form.table.parts[:-1], form.label))
            self._indexes.add(name, name)

    def is_in_utc(self) -> bool:
        """Return whether the script has said that times are told in UTC."""
        return self._local.get(_ZONE, self._settings.get(_ZONE, "")).lower() == "utc"

    def _rename(self, form: Rename) -> None:
        name = form.name._replace(parts=(*form.name.parts[:-1], form.to))
        self._made.add(name, name)

    def _turn(self, form: Transaction) -> None:
        if form.word == "begin":
            self.begun = self.begun or form
            return
        self.begun = form if form.chained else None
        self.indexes_dropped |= self._dropping if form.word == "commit" else set()
        self._dropping.clear()
        self._local.clear()
        for held in (self.exclusive, self.writes_blocked, self.values, self.foreign_keys):
            held.clear()

    def _set(self, form: Setting) -> None:
        (self._local if form.local else self._settings)[form.parameter] = form.value
        if not form.local:
            self._local.pop(form.parameter, None)

    def _alter(self, form: AlterTable) -> None:
        for part in form.inner():
            if isinstance(part, NewColumn):
                self._columns.add((part.table.last, part.column))
                self._types[part.table.last, part.column] = part.type
            elif isinstance(part, ChangeType):
                self._types[part.table.last, part.column] = part.type
            elif isinstance(part, RenameColumn):
                self._types[part.table.last, part.to] = self._type(part.table, part.column)
            elif isinstance(part, Validate):
                self._validated.add(part.table, part)
            elif isinstance(part, Constraint):
                if part.kind in {"check", "not null"}:
                    self._checks.add(part.table, part)
                if part.kind == "foreign key" and self.in_transaction and self.exists(part.table):
                    self.foreign_keys.append(part)
        if any(map(_is_exclusive, form.actions)):
            self._lock(form.name, form, self.exclusive)
        elif any(isinstance(part, Constraint) and part.kind == "foreign key" for part in form.actions):
            self._lock(form.name, form, self.writes_blocked)

    def _drop(self, form: Drop) -> None:
        if form.kind == "index":
            dropped = self._dropping if self.in_transaction else self.indexes_dropped
            dropped.update(name.last for name in form.names)
        elif form.kind == "table":
            for name in form.names:
                self._lock(name, form, self.exclusive)

    def _lock(self, table: Name, form: Form, held: list[tuple[Name, Form]], *, unless: bool = False) -> None:
        if self.in_transaction and not unless and self.exists(table):
            held.append((table, form))


def _is_exclusive(action: Form) -> bool:
    """Return whether an action of `alter table` keeps everybody out of its table until the transaction ends."""
    if isinstance(action, Constraint):
        return action.kind != "foreign key"
    if isinstance(action, DetachPartition):
        return not action.concurrently and not action.finalized
    return not isinstance(action, Validate | AttachPartition)


def _keeps_all_out(form: Truncate | LockTable) -> bool:
    return isinstance(form, Truncate) or form.mode == "access exclusive"


def parts_of(form: Form) -> Iterator[Form]:
    """Yield a statement and its parts, in order."""
    yield form
    yield from form.inner()

"""What a whole script says of its tables, before it is gone through statement by statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.lint.sql.by_name import ByName
from fluxc.lint.sql.forms import AttachIndex, CreateIndex, PolicyForm
from fluxc.lint.sql.table_forms import AlterTable, Constraint, CreateTable, RowSecurity, SetNotNull
from fluxc.lint.sql.work_forms import Transaction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from fluxc.lint.sql.cursor import Name
    from fluxc.lint.sql.forms import Form
    from fluxc.lint.sql.table_forms import NewColumn


class Facts:
    """The tables of a script with their constraints, indexes and policies, wherever in it these are made.

    ``unended`` is the beginning of a transaction that the script does not end, ``attached`` are indexes of partitions
    that belong to one of the table above.
    """

    def __init__(self, forms: Iterable[Form]) -> None:
        self._tables = ByName[CreateTable]()
        self._indexes = ByName[CreateIndex]()
        self._constraints = ByName[Constraint]()
        self._policies = ByName[PolicyForm]()
        self._security = ByName[RowSecurity]()
        self._not_null = ByName[SetNotNull]()
        self.unended: Transaction | None = None
        self.attached: set[str] = set()
        for form in forms:
            self._add(form)

    def _add(self, form: Form) -> None:
        if isinstance(form, CreateTable):
            self._tables.add(form.name, form)
            self._constraints.add(form.name, *form.all_constraints())
        elif isinstance(form, CreateIndex):
            self._indexes.add(form.table, form)
        elif isinstance(form, AlterTable):
            for part in form.inner():
                if isinstance(part, Constraint):
                    self._constraints.add(part.table, part)
                elif isinstance(part, RowSecurity):
                    self._security.add(part.table, part)
                elif isinstance(part, SetNotNull):
                    self._not_null.add(part.table, part)
        elif isinstance(form, PolicyForm):
            self._policies.add(form.table, form)
        elif isinstance(form, AttachIndex):
            self.attached.add(form.attached.last)
        elif isinstance(form, Transaction):
            self.unended = (self.unended or form) if form.word == "begin" or form.chained else None

    def table(self, name: Name) -> CreateTable | None:
        """Return the table of this name, if the script makes it."""
        return next(iter(self._tables.of(name)), None)

    def column(self, table: Name, column: str) -> NewColumn | None:
        """Return a column of a table that the script makes."""
        made = self.table(table)
        return next((item for item in made.columns if item.column == column), None) if made else None

    def indexes(self, table: Name) -> Sequence[CreateIndex]:
        """Return the indexes that the script makes for a table."""
        return self._indexes.of(table)

    def constraints(self, table: Name) -> Sequence[Constraint]:
        """Return the constraints that the script gives a table."""
        return self._constraints.of(table)

    def policies(self, table: Name) -> Sequence[PolicyForm]:
        """Return what the script says of policies of a table."""
        return self._policies.of(table)

    def security(self, table: Name) -> Sequence[RowSecurity]:
        """Return what the script says of row security of a table."""
        return self._security.of(table)

    def sets_not_null(self, table: Name, column: str) -> bool:
        """Return whether the script makes a column refuse nulls."""
        set_so = any(item.column == column for item in self._not_null.of(table))
        constraints = (item for item in self.constraints(table) if item.kind == "not null")
        return set_so or any(column in item.columns for item in constraints)

    def primary_key(self, table: Name) -> tuple[str, ...]:
        """Return the columns of the primary key that the script gives a table."""
        keys = (item.columns for item in self.constraints(table) if item.kind == "primary key")
        return next(keys, ())

    def refers(self, table: Name, column: str) -> bool:
        """Return whether a column is part of a foreign key that the script gives its table."""
        return any(item.kind == "foreign key" and column in item.columns for item in self.constraints(table))

    def keys(self, table: Name) -> Iterator[tuple[str | None, ...]]:
        """Yield the columns of each whole index that the script gives a table, those of constraints too."""
        for constraint in self.constraints(table):
            if constraint.kind in {"primary key", "unique"}:
                yield constraint.columns
        for index in self.indexes(table):
            if not index.where or index.where[1:] == ("is", "not", "null"):
                yield index.columns

    def other_keys(self, index: CreateIndex) -> Iterator[tuple[str, tuple[str | None, ...]]]:
        """Yield the other keys and whole indexes of a table, but of equal ones those that are made before alone."""
        for constraint in self.constraints(index.table):
            if constraint.kind in {"primary key", "unique"} and constraint.columns:
                yield constraint.label or f"the {constraint.kind}", constraint.columns
        before = True
        for other in self.indexes(index.table):
            if other is index:
                before = False
            elif other.method == "btree" and not other.where and (before or other.columns != index.columns):
                yield other.label or "an index without a name", other.columns

"""What a whole script says of its tables, before it is gone through statement by statement."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from fluxc.lint.sql.forms import CreateIndex, PolicyForm
from fluxc.lint.sql.table_forms import AlterTable, Constraint, CreateTable, RowSecurity, SetNotNull
from fluxc.lint.sql.work_forms import Transaction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from fluxc.lint.sql.cursor import Name
    from fluxc.lint.sql.forms import Form
    from fluxc.lint.sql.table_forms import NewColumn

Of = TypeVar("Of", CreateTable, CreateIndex, Constraint, PolicyForm, RowSecurity, SetNotNull)


class Facts:
    """The tables of a script with their constraints, indexes and policies, wherever in it these are made.

    ``unended`` is the beginning of a transaction that the script does not end.
    """

    def __init__(self, forms: Iterable[Form]) -> None:
        self._tables: dict[str, list[CreateTable]] = defaultdict(list)
        self._indexes: dict[str, list[CreateIndex]] = defaultdict(list)
        self._constraints: dict[str, list[Constraint]] = defaultdict(list)
        self._policies: dict[str, list[PolicyForm]] = defaultdict(list)
        self._security: dict[str, list[RowSecurity]] = defaultdict(list)
        self._not_null: dict[str, list[SetNotNull]] = defaultdict(list)
        self.unended: Transaction | None = None
        for form in forms:
            self._add(form)

    def _add(self, form: Form) -> None:
        if isinstance(form, CreateTable):
            self._tables[form.name.last].append(form)
            self._constraints[form.name.last] += form.all_constraints()
        elif isinstance(form, CreateIndex):
            self._indexes[form.table.last].append(form)
        elif isinstance(form, AlterTable):
            for part in form.inner():
                if isinstance(part, Constraint):
                    self._constraints[part.table.last].append(part)
                elif isinstance(part, RowSecurity):
                    self._security[part.table.last].append(part)
                elif isinstance(part, SetNotNull):
                    self._not_null[part.table.last].append(part)
        elif isinstance(form, PolicyForm):
            self._policies[form.table.last].append(form)
        elif isinstance(form, Transaction):
            self.unended = (self.unended or form) if form.word == "begin" else None

    def table(self, name: Name) -> CreateTable | None:
        """Return the table of this name, if the script makes it."""
        return next((table for table in self._tables.get(name.last, ()) if table.name.same(name)), None)

    def column(self, table: Name, column: str) -> NewColumn | None:
        """Return a column of a table that the script makes."""
        made = self.table(table)
        return next((item for item in made.columns if item.column == column), None) if made else None

    def indexes(self, table: Name) -> list[CreateIndex]:
        """Return the indexes that the script makes for a table."""
        return _of(self._indexes, table)

    def constraints(self, table: Name) -> list[Constraint]:
        """Return the constraints that the script gives a table."""
        return _of(self._constraints, table)

    def policies(self, table: Name) -> list[PolicyForm]:
        """Return what the script says of policies of a table."""
        return _of(self._policies, table)

    def security(self, table: Name) -> list[RowSecurity]:
        """Return what the script says of row security of a table."""
        return _of(self._security, table)

    def sets_not_null(self, table: Name, column: str) -> bool:
        """Return whether the script makes a column refuse nulls."""
        set_so = any(item.column == column for item in _of(self._not_null, table))
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


def _of(known: Mapping[str, Sequence[Of]], table: Name) -> list[Of]:
    return [item for item in known.get(table.last, ()) if _named(item).same(table)]


def _named(item: CreateTable | CreateIndex | Constraint | PolicyForm | RowSecurity | SetNotNull) -> Name:
    return item.name if isinstance(item, CreateTable) else item.table

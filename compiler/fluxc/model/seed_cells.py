"""Single values of a seed: which columns take one, and what a YAML value means there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from fluxc.model.column import Column
from fluxc.model.constraint import ForeignKey
from fluxc.model.enum import Enum
from fluxc.model.inherited import columns_of
from fluxc.model.seed import PARAMETER, Lookup, Value
from fluxc.model.seed_keys import keys_of, natural_key
from fluxc.model.seed_values import JSON, UnfitError, text_of
from fluxc.model.state import Key
from fluxc.model.types import parse

if TYPE_CHECKING:
    from fluxc.model.draft import TableDraft
    from fluxc.model.findings import Findings, Place
    from fluxc.model.lowering import Lowering
    from fluxc.model.state import State
    from fluxc.model.types import Type

Cell = tuple[Value, tuple[str | None, ...]]
"""Where a value comes from, and the parameters that this takes."""

_NULL: Cell = (PARAMETER, (None,))


@dataclass(slots=True)
class Cells:
    """Reads the values that a seed gives for the columns of its table."""

    low: Lowering
    state: State
    draft: TableDraft
    columns: dict[str, Column] = field(init=False)
    _read: dict[str, set[tuple[str, ...]]] = field(init=False)

    def __post_init__(self) -> None:
        self.columns = {column.name: column for column in columns_of(self.draft.path, self.state)}
        self._read = {}

    @property
    def findings(self) -> Findings:
        """Return where diagnostics go."""
        return self.low.findings

    def reads(self) -> dict[str, frozenset[tuple[str, ...]]]:
        """Return for each column whose values are looked up the tables in which that is done."""
        return {name: frozenset(tables) for name, tables in self._read.items()}

    def may_give(self, name: str, place: Place, *, at_key: bool = True) -> bool:
        """Return whether a row may say a value for a column; record why it may not."""
        column = self.columns.get(name)
        if column is None:
            if name not in self.draft.columns:
                self.low.scope.unknown_column(self.draft, name, place, key=at_key)
            return False
        if column.generated is not None:
            message = f"column {name} is computed by the server and takes no value"
            self.findings.add("bad-seed-value", message, place, "leave it out", key=at_key)
            return False
        if column.identity == "always":
            message = f"column {name} is numbered by the server and takes no value"
            cure = "leave it out and recognise rows by other unique columns, or declare it `identity: by default`"
            self.findings.add("bad-seed-value", message, place, cure, key=at_key)
            return False
        return True

    def read(self, name: str, value: Any, place: Place) -> Cell | None:
        """Return what a value means for a column of the table; record what is wrong with it and return None."""
        column = self.columns[name]
        if value is None:
            if column.nullable:
                return _NULL
            self._wrong(f"column {name} takes no null", place, "write a value, or leave the column out for its default")
            return None
        return self._cell(column, value, place, name)

    def _cell(self, column: Column, value: Any, place: Place, giving: str) -> Cell | None:
        """Return what a value means for any column; ``giving`` is the column of the row that it is part of."""
        found = self.low.scope.base(parse(column.type))
        if isinstance(value, dict) and found.text not in JSON:
            said = cast("dict[str, Any]", value)
            if list(said) == ["sql"]:
                return self._expression(said["sql"], place / "sql")
            if list(said) == ["of"]:
                return self._lookup(column, said["of"], place / "of", giving)
        try:
            return PARAMETER, (text_of(value, found, self._enum(found)),)
        except UnfitError as problem:
            self._wrong(f"{column.name}: {problem}", place, problem.help)
            return None

    def _enum(self, found: Type) -> Enum | None:
        enum = self.state.get(Key(Enum.kind, found.path))
        return enum if isinstance(enum, Enum) else None

    def _expression(self, said: Any, place: Place) -> Cell | None:
        if not isinstance(said, str):
            self._wrong("`sql` takes an SQL expression as text", place, "put it into quotes")
            return None
        sql = self.low.sql(said, self.draft.domain, place)
        return None if sql is None else (Value(sql=sql), ())

    def _lookup(self, column: Column, said: Any, place: Place, giving: str) -> Cell | None:
        """Return the value that a column has in the row of the table it refers to which ``said`` recognises."""
        key = next((k for k in self.state.members(column.place, ForeignKey) if k.columns == (column.name,)), None)
        if key is None or not key.target_columns:
            self._wrong(f"column {column.name} refers to no table, so there is no row to be found by `of`", place)
            return None
        by = self._recognised(key.target, said, place)
        if by is None:
            return None
        cells: dict[str, Cell] = {}
        for name, (inner, value, where) in by.items():
            cell = self._cell(inner, value, where, giving)
            if cell is None:
                return None
            cells[name] = cell
        self._read.setdefault(giving, set()).add(key.target)
        lookup = Lookup(key.target, key.target_columns[0], tuple((name, cell[0]) for name, cell in cells.items()))
        return Value(lookup=lookup), tuple(parameter for cell in cells.values() for parameter in cell[1])

    def _recognised(
        self, table: tuple[str, ...], said: Any, place: Place
    ) -> dict[str, tuple[Column, Any, Place]] | None:
        """Return the columns that recognise a row of ``table``, with their values; record why they do not."""
        if isinstance(said, dict):
            given = {name: (value, place / name) for name, value in cast("dict[str, Any]", said).items()}
        elif (name := natural_key(self.state, table)) is not None:
            given = {name: (said, place)}
        else:
            given = {}
        columns = {name: self.state.get(Key(Column.kind, (*table, name))) for name in given}
        known = {name: column for name, column in columns.items() if isinstance(column, Column)}
        unique = [set(columns) for columns, _ in keys_of(self.state, table)]
        if len(known) < len(given) or not any(columns <= set(known) for columns in unique):
            self._no_row(table, place)
            return None
        if any(value is None for value, _ in given.values()):
            self._wrong("no row can be found by null", place, "name a row by values")
            return None
        return {name: (known[name], *given[name]) for name in given}

    def _no_row(self, table: tuple[str, ...], place: Place) -> None:
        shown = Key("table", table).object
        keys = [f"{{{', '.join(f'{name}: …' for name in columns)}}}" for columns, _ in keys_of(self.state, table)]
        cure = f"write `of: {' or '.join(keys[:4])}`" if keys else f"make a column of {shown} unique"
        self._wrong(f"`of` does not name unique columns of {shown}", place, cure)

    def _wrong(self, message: str, place: Place, cure: str = "write the value itself") -> None:
        self.findings.add("bad-seed-value", message, place, cure)

"""Columns that tell the same to old and to new code: the function and the trigger that keep them in step.

The body of the function is part of the state, so it is made here and not by a template.
"""

from __future__ import annotations

import hashlib
from typing import Final, NamedTuple

from fluxc.model.expression import identifiers
from fluxc.model.literal import quoted
from fluxc.model.names import MAX_BYTES, derived, qualified, quote
from fluxc.model.routine import Function
from fluxc.model.trigger import Trigger
from fluxc.model.types import parse

_ALIKE: Final = frozenset(
    {"smallint", "integer", "bigint", "boolean", "text", "character varying", "uuid", "date", "bytea", "oid"}
    | {"timestamp with time zone", "timestamp without time zone", "jsonb"}
)
"""Types of which equal values are the same, where no collation says otherwise."""

FILLING: Final = "fluxc.filling"
"""The setting of a transaction that fills a column alone: it names the column, and rows keep all else that they had."""

_SELECTED: Final = "(select {expression} from (select (new).*) as {table})"
_FILLED: Final = """
  if tg_op = 'UPDATE' and pg_catalog.current_setting('fluxc.filling', true) = {column} then
    new := old;
    {assigned}
    return new;
  end if;"""
_BODY: Final = """
#variable_conflict use_column
begin{filled}
{kept}
  return new;
end
"""
_MISSING: Final = """  if {missing} then
    {forth}
  end if;"""
_FOLLOWING: Final = """  if tg_op = 'INSERT' then
    {forth}
  elsif {old_changed} then
    {forth}
  end if;"""
_KEEPING: Final = """  if tg_op = 'INSERT' and {missing} then
    {forth}
  elsif tg_op = 'INSERT' then
    {back}
  elsif {new_written} then
    {back}
  elsif {old_written} then
    {forth}
  end if;"""


class Side(NamedTuple):
    """A column that is kept in step: its name, its type, and the expression over its row that it is kept by.

    Values of one that is ``collated`` may be equal and not the same.
    """

    column: str
    type: str
    expression: str
    collated: bool = False


class Mirror(NamedTuple):
    """What keeps columns of a table in step while old and new code are at work on it.

    ``new`` are the columns that only new code knows, each with what it is in the words of old code; ``old`` those that
    only old code knows.  Without these the columns are only filled where code leaves them null.  Where code writes the
    old alone, the new ones are ``following``; without old ones all are put right whatever was written.  What has no
    expression is left as it is.
    """

    table: tuple[str, ...]
    new: tuple[Side, ...]
    old: tuple[Side, ...] = ()
    following: bool = False
    named: str = ""

    @property
    def name(self) -> str:
        """Return the name of both: the trigger fires behind others, which may change what it copies."""
        columns = self.named or "_".join(side.column for side in self.new)
        name = f"zz_fluxc_{self.table[-1]}_{columns}"
        digest = hashlib.sha256(name.encode()).hexdigest()[:8]
        return name if len(name.encode()) <= MAX_BYTES else derived("zz_fluxc", self.table[-1], digest)

    @property
    def function(self) -> Function:
        """Return the function that keeps the columns of a row in step."""
        name = f"{quote(self.name)}()"
        return Function(place=self.table[:1], name=name, returns="trigger", language="plpgsql", body=self._body)

    @property
    def trigger(self) -> Trigger:
        """Return the trigger by which the table runs the function."""
        return Trigger(
            place=self.table,
            name=self.name,
            timing="before",
            events=("insert", "update"),
            row=True,
            function=(self.table[0], self.name),
            arguments=(),
        )

    @property
    def _body(self) -> str:
        sides = (*self.new, *(() if self.following else self.old))
        if self.following and not self.old:
            filled = self._filled(self.new[-1], self._lines(self.new))
        else:
            filled = "".join(self._filled(side, self._assigned(side)) for side in sides if side.expression)
        return _BODY.format(filled=filled, kept=self._kept)

    @property
    def _kept(self) -> str:
        forth, back = (self._lines(sides) for sides in (self.new, self.old))
        missing = " and ".join(f"new.{quote(side.column)} is null" for side in self.new)
        if self.following and not self.old:
            return f"  {forth}".replace("\n    ", "\n  ")
        if not self.old:
            return _MISSING.format(missing=missing, forth=forth)
        if self.following:
            return _FOLLOWING.format(forth=forth, old_changed=" or ".join(_changed(side) for side in self.old))
        new_written, old_written = (" or ".join(map(self._written, sides)) for sides in (self.new, self.old))
        return _KEEPING.format(
            missing=missing, forth=forth, back=back, new_written=new_written, old_written=old_written
        )

    def _filled(self, side: Side, assigned: str) -> str:
        """Return what is done where a migration fills a column: whatever other triggers did, all else stays."""
        column = quoted(qualified(*self.table, side.column))
        return _FILLED.format(column=column, assigned=assigned)

    def _lines(self, sides: tuple[Side, ...]) -> str:
        """Return the assignments of columns that are told by others, one a line."""
        return "\n    ".join(self._assigned(side) for side in sides if side.expression) or "null;"

    def _written(self, side: Side) -> str:
        """Return the condition that somebody wrote into a column what the others do not tell."""
        changed = _changed(side)
        if not side.expression:
            return changed
        differs = _differs(side, f"new.{quote(side.column)}", self._of(side.expression))
        return f"{changed} and {differs}"

    def _assigned(self, side: Side) -> str:
        return f"new.{quote(side.column)} := {self._of(side.expression)};"

    def _of(self, expression: str) -> str:
        """Return an expression over the columns of the table as one over the new row."""
        if any(expression == quote(side.column) for side in (*self.new, *self.old)):
            return f"new.{expression}"
        if not identifiers(expression):
            return expression
        return _SELECTED.format(expression=expression, table=quote(self.table[-1]))


def _changed(side: Side) -> str:
    return _differs(side, f"new.{quote(side.column)}", f"old.{quote(side.column)}")


def _differs(side: Side, one: str, other: str) -> str:
    """Return a condition that two values are not the same, which equal ones of some types may be as well."""
    if not side.collated and parse(side.type).text.partition("(")[0] in _ALIKE:
        return f"{one} is distinct from {other}"
    return f'{one}::text collate "C" is distinct from {other}::text'

"""What was seen of a statement: what it cost, and what was there before and after it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from fluxc.lint.sql.forms import Other
from fluxc.lint.sql.work_forms import Opaque
from fluxc.trace.cost import Mode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from fluxc.lint.sql.forms import Form
    from fluxc.rehearsal.catalogue import Column, Relation
    from fluxc.trace.cost import Cost


@dataclass(frozen=True)
class Seen:
    """A statement that was run; relations are meant by their numbers.

    ``called`` gives the names that costs go by, those of before the transaction. Of what is not in ``there`` nothing is
    told: the file has made it. ``held`` are the locks that its transaction had taken before it.
    """

    form: Form
    cost: Cost
    was: Mapping[int, Relation]
    now: Mapping[int, Relation]
    called: Mapping[int, str]
    there: Collection[int]
    held: Mapping[str, Mode]

    @property
    def is_opaque(self) -> bool:
        """Return whether its text does not tell what it does: a block, a call, a query that may call functions."""
        return isinstance(self.form, Opaque | Other)

    @cached_property
    def touched(self) -> tuple[int, ...]:
        """Return the tables that were there and are locked, in the order of their names."""
        locked = {lock.name for lock in self.cost.locks} | set(self.held)
        found = [oid for oid in self.there if self.called[oid] in locked]
        return tuple(sorted(found, key=self.called.__getitem__))

    def mode(self, oid: int) -> Mode | None:
        """Return the strongest lock on a table by now."""
        name = self.called[oid]
        modes = [lock.mode for lock in self.cost.locks if lock.name == name]
        return max([*modes, *([self.held[name]] if name in self.held else [])], default=None)

    def keeps_out(self, oid: int) -> str:
        """Return in words whom the lock on a table keeps out."""
        mode = self.mode(oid) or Mode.ACCESS_SHARE
        if mode is Mode.ACCESS_EXCLUSIVE:
            return "while everybody waits"
        return "while writers wait" if mode >= Mode.SHARE else ""

    def name(self, oid: int) -> str:
        """Return what a table was called before the statement."""
        return self.was[oid].name

    def of(self, names: Iterable[str]) -> tuple[int, ...]:
        """Return the tables of these names."""
        wanted = set(names)
        return tuple(oid for oid in self.touched if self.called[oid] in wanted)

    def blocked(self, oids: Iterable[int]) -> tuple[int, ...]:
        """Return those tables that writers, at least, cannot use for now."""
        return tuple(oid for oid in oids if (self.mode(oid) or 0) >= Mode.SHARE)

    def columns(self, oid: int) -> Iterator[tuple[Column | None, Column | None]]:
        """Yield the columns of a table as they were and as they are."""
        before = self.was[oid].columns
        after = self.now[oid].columns if oid in self.now else {}
        for number in sorted({*before, *after}):
            yield before.get(number), after.get(number)

    def indexes(self, oid: int) -> Iterator[tuple[int, Relation]]:
        """Yield the indexes that a table has by now."""
        return ((number, one) for number, one in self.now.items() if one.table == oid)

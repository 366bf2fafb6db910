"""Operations on the names of not-null constraints, which servers from 18 on keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fluxc.model.inherited import columns_of
from fluxc.model.not_nulls import usual_names
from fluxc.plan.operation import Effects
from fluxc.plan.table_options import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.state import State
    from fluxc.model.table import Table
    from fluxc.plan.diff import Difference
    from fluxc.plan.operation import Operation

Names = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NameNotNulls(Change):
    """Call the not-null constraints of a table otherwise; those of a partition while it is detached.

    ``names`` are pairs of a column and a name, ``back`` those before.  Names that go are told ``early``, before their
    columns go, and others late, behind what makes their columns.
    """

    old: Table
    new: Table
    names: Names = ()
    back: Names = ()
    early: bool = False
    changes: ClassVar[tuple[str, ...]] = ("not_nulls",)

    @property
    def order(self) -> tuple[int, int]:
        """Return stage and rank."""
        return 1 if self.early else 5, 0

    def reverse(self) -> tuple[Operation, ...]:
        return (NameNotNulls(self.new, self.old, self.back, self.names, self.early),)

    def effects(self, before: State, after: State) -> Effects:
        del before
        names = self.back if self.early else self.names
        claims = frozenset(("constraint", *self.key.path, name) for _, name in names)
        if self.early:
            return Effects(needs=frozenset({self.key}), frees=claims)
        columns = frozenset(item.key for item in columns_of(self.key.path, after))
        return Effects(needs=columns | {self.key}, takes=claims)

    def describe(self) -> str:
        return f"Rename not-null constraints of table {self.new.sql}"

    def hazards(self) -> tuple[str, ...]:
        return ("scans-table", "blocks-reads") if self.new.partition_of else ()


def naming(old: Table, new: Table, difference: Difference) -> Iterator[NameNotNulls]:
    """Yield what gives not-null constraints their names: first what goes is called as usual, last what comes."""
    kept = tuple(pair for pair in old.not_nulls if pair in new.not_nulls)
    between = old.model_copy(update={"not_nulls": kept})
    gone, come = (tuple(pair for pair in item.not_nulls if pair not in kept) for item in (old, new))
    if gone:
        usual = usual_names(old.key.path, difference.before)
        names = tuple((column, usual[column]) for column, _ in gone)
        yield NameNotNulls(old, between, names, gone, early=True)
    if come:
        usual = usual_names(new.key.path, difference.after)
        names = tuple((column, usual[column]) for column, _ in come)
        yield NameNotNulls(between, new, come, names)

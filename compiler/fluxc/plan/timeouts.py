"""How long steps wait for locks, and how long their statements may take: as is said of the tables that they change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fluxc.model.constraint import ForeignKey
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.plan.hazards import LONG, makes_holder
from fluxc.plan.operation import Create, Drop
from fluxc.project.timeouts import NONE, UNSAID, Timeouts, milliseconds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from fluxc.model.compiled import Intent
    from fluxc.model.state import State
    from fluxc.plan.operation import Operation, Path
    from fluxc.plan.planning import Plan
    from fluxc.plan.steps import Step


def held(made: Plan, intent: Intent, usual: Timeouts) -> Plan:
    """Return a plan whose steps have their timeouts: those that the intent says of tables, or what is ``usual``."""
    said = intent.timeouts
    tables = ((key, paths) for key, paths in intent.was.items() if key.kind == Table.kind)
    earlier = {Key(key.kind, path): key for key, paths in tables for path in paths}
    patience = _Patience(usual, said, made.after, {**earlier, **made.renamed} if said else {})
    return made._replace(steps=patience.held(made.steps), back=patience.held(made.back))


class _Patience(NamedTuple):
    """What is said of tables, by the names that they come to have, and of all others (``usual``).

    ``earlier`` leads from the keys that tables had or have to those under which they are told of; a partition follows
    its table.
    """

    usual: Timeouts
    said: Mapping[Path, Timeouts]
    after: State
    earlier: Mapping[Key, Key]

    def held(self, steps: Sequence[Step]) -> tuple[Step, ...]:
        """Return steps, in their order, with their timeouts.

        Statements of a step that is to be short come to an end by theirs: it changes a table that is there, and does
        nothing that takes longer the more rows that has.
        """
        gone: set[Path] = set()
        fresh: set[Path] = set()
        found: list[Step] = []
        for step in steps:
            gone.update(item.key.path for item in step.operations if isinstance(item, Drop))
            fresh.update({item.key.path for item in step.operations if makes_holder(item)} - gone)
            tables = {path for item in step.operations for path in _tables(item)} - fresh
            timeouts = self._shortest(tables)
            found.append(step._replace(timeouts=timeouts if tables and _is_short(step) else _endless(timeouts)))
        return tuple(found)

    def _shortest(self, tables: set[Path]) -> Timeouts:
        if not (self.said and tables):
            return self.usual
        everything = [self._of(path).over(self.usual) for path in tables]
        ends = [item.statement for item in everything if item.statement != NONE]
        return Timeouts(
            min((item.lock for item in everything), key=milliseconds), min(ends, key=milliseconds, default=NONE)
        )

    def _of(self, path: Path) -> Timeouts:
        key = Key(Table.kind, path)
        told = key if path in self.said else self.earlier.get(key, key)
        said, table = self.said.get(told.path, UNSAID), self.after.get(told) or self.after.get(key)
        return said.over(self._of(table.partition_of)) if isinstance(table, Table) and table.partition_of else said


def _tables(operation: Operation) -> Iterator[Path]:
    """Yield the tables that an operation locks."""
    if operation.table is not None:
        yield operation.table
    if isinstance(operation.subject, ForeignKey):
        yield operation.subject.target


def _is_short(step: Step) -> bool:
    checked = step.checks or any(item.check for item in step.assumed.values())
    if step.outside:
        return not step.operations[-1].patient
    return not (checked or any(map(_is_long, step.operations)))


def _is_long(operation: Operation) -> bool:
    filled = operation.key.kind == "materialized_view" and isinstance(operation, Create)
    return filled or not LONG.isdisjoint(operation.hazards())


def _endless(timeouts: Timeouts) -> Timeouts:
    return timeouts._replace(statement=NONE)

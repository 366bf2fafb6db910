"""Which changes of a build are put off until contract, and which cannot be."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from fluxc.model.claims import mentioned, rests_on
from fluxc.model.expression import identifiers
from fluxc.model.mentions import words
from fluxc.model.state import Key, State
from fluxc.model.table import Table
from fluxc.plan.columns import AddColumn, DropColumn, RenameColumn, SetNotNull, SetType
from fluxc.plan.constraints import RenameConstraint
from fluxc.plan.deferred import taken_names
from fluxc.plan.deferred_column import DeferredColumn
from fluxc.plan.deferred_enum import DeferredEnum
from fluxc.plan.deferred_made import DeferredMade, members_over
from fluxc.plan.deferred_null import DeferredNull
from fluxc.plan.deferred_table import DeferredTable
from fluxc.plan.deferred_type import DeferredType
from fluxc.plan.enums import ReplaceEnum
from fluxc.plan.indexes import RenameIndex
from fluxc.plan.namespaces import RenameNamespace
from fluxc.plan.phases import Plain
from fluxc.plan.stays import Moving, Reasons
from fluxc.plan.tables import RenameTable

_CURE: Final = "apply it where no code is at work on the table, or change the table step by step, one build for each"

if TYPE_CHECKING:
    from fluxc.model.compiled import Intent
    from fluxc.plan.deferred import Deferred
    from fluxc.plan.operation import Operation, Path, Rename
    from fluxc.plan.planning import Draft


class Finder:
    """Looks through the changes of a draft for those that are put off."""

    def __init__(self, before: State, after: State, whole: Draft, intent: Intent, target: int) -> None:
        self._before = before
        self._after = after
        self._intent = intent
        self._target = target
        self._whole = whole
        self._changes = (*whole.renames, *whole.changes)
        self._taken = taken_names(before, after)
        self._reasons = Reasons(before, after, self._changes, intent, target)
        self._made = self._becoming() if intent.made else frozenset[Key]()
        self.later: list[Deferred] = []
        self.plain: list[Plain] = []

    def look(self) -> None:
        """Find what is put off, in its order, and what of tables in use is not."""
        retyped: defaultdict[Path, list[SetType]] = defaultdict(list)
        made: defaultdict[Path, list[AddColumn | DropColumn]] = defaultdict(list)
        enums: list[ReplaceEnum] = []
        for operation in self._changes:
            if isinstance(operation, RenameNamespace):
                self._namespace(operation)
            if isinstance(operation, ReplaceEnum) and any(
                use.table in self._intent.phased for use in operation.used.tables
            ):
                enums.append(operation)
            table = operation.table
            if table is None or table not in self._intent.phased:
                continue
            found = self._deferred(operation)
            if isinstance(found, SetType):
                retyped[table].append(found)
            elif isinstance(found, AddColumn | DropColumn):
                made[table].append(found)
            elif isinstance(found, str):
                self.plain.append(Plain(operation.key, operation.subject.noun, found, _CURE))
            elif found is not None:
                self.later.append(found)
        self.later += [self._remade(changes) for changes in made.values()]
        self._switch([(key, changes) for key, changes in retyped.items()], enums)

    def _switch(self, retyped: list[tuple[Path, list[SetType]]], enums: list[ReplaceEnum]) -> None:
        """Put off what puts columns into the places of others, by the names that these have in between.

        What is built over columns that change in several ways cannot be built for each of them.
        """
        objects = dict(self._after.objects)
        for item in reversed(self.later):
            if item.renames:
                item.undo(objects)
        between = State(objects.values())
        moving = Moving(between)
        for item in self.later:
            if isinstance(item, DeferredColumn):
                moving.claim(item.rename.old.place, {item.rename.old.name})
        filling = {item.column.key: item.expression for item in self.later if isinstance(item, DeferredNull)}
        for table, changes in retyped:
            names = {change.new.name for change in changes}
            if (reason := moving.shared(table, names)) is not None:
                self.plain += [Plain(item.key, item.new.noun, reason, _CURE) for item in changes]
                continue
            moving.claim(table, names)
            types = {change.key for change in changes}
            nulls = [item for item in self.later if isinstance(item, DeferredNull) and item.column.key in types]
            self.later = [item for item in self.later if item not in nulls]
            self.later.append(DeferredType.of(changes, between, self._taken, filling))
        for change in enums:
            uses = [(use.table, {column.name for column in use.columns}) for use in change.used.tables]
            shared = (moving.shared(*use) for use in uses)
            reason = self._reasons.of_enum(change) or next((text for text in shared if text is not None), None)
            if reason is not None:
                self.plain.append(Plain(change.key, change.subject.noun, reason, _CURE))
                continue
            for use in uses:
                moving.claim(*use)
            self.later.append(DeferredEnum.of(change, self._before, between, self._taken))

    def _remade(self, changes: list[AddColumn | DropColumn]) -> DeferredMade:
        """Return the deferral of columns that become others."""
        added = tuple(item for item in changes if isinstance(item, AddColumn))
        dropped = tuple(item for item in changes if isinstance(item, DropColumn))
        gone = frozenset(item.old.name for item in dropped)
        self._shown(gone, added[0].new.place)
        inside = self._before.under(added[0].new.place)
        return DeferredMade(added, dropped, members_over(gone, inside, dict(self._after.objects)))

    def _shown(self, gone: frozenset[str], table: Path) -> None:
        """Note the views that show columns which become others: old code reads these no longer."""
        for item in self._before:
            texts = [text for text in (getattr(item, each) for each in item.loose) if text]
            said = texts and not gone.isdisjoint(frozenset[str]().union(*map(words, texts)))
            if said and Key(Table.kind, table) in rests_on(item, self._before):
                self.plain.append(Plain(item.key, item.noun, "it shows columns that become others", _CURE))

    def _becoming(self) -> frozenset[Key]:
        """Return the columns that others become, and those that they become."""
        dropped = [item for item in self._changes if isinstance(item, DropColumn)]
        found: set[Key] = set()
        for item in self._changes:
            said = self._intent.made.get(item.key) if isinstance(item, AddColumn) else None
            if said is not None:
                told = {*identifiers(said.expression), *dict(said.back)}
                olds = {one.key for one in dropped if one.old.place == item.table and one.old.name in told}
                found |= {item.key, *olds} if olds else set()
        return frozenset(found)

    def _deferred(self, operation: Operation) -> Deferred | AddColumn | DropColumn | SetType | str | None:
        """Return what stands in for a change, why nothing can, or None where nobody notices it.

        Changes of type come back as they are, and columns that become others: those of a table are one.
        """
        match operation:
            case RenameColumn():
                reason = self._reasons.of_column(operation)
                return reason or DeferredColumn(operation, self._named_after(operation), frozenset(self._taken))
            case RenameTable():
                return self._reasons.of_table(operation) or DeferredTable(
                    operation, self._named_after_table(operation), self._target
                )
            case AddColumn() | DropColumn() if operation.key in self._made:
                return self._reasons.of_made(operation, self._made) or operation
            case AddColumn() if operation.backfill is not None and not operation.new.nullable:
                reason = self._reasons.of_required(operation.new)
                return reason or DeferredNull(operation.new, operation.backfill, fresh=True)
            case SetNotNull() if operation.backfill is not None:
                reason = self._reasons.of_required(operation.new)
                return reason or DeferredNull(operation.new, operation.backfill, fresh=False)
            case SetType():
                seen = next(item for item in self._whole.rest if type(item) is SetType and item.key == operation.key)
                rewrites = not {"rewrites-table", "builds-index"}.isdisjoint(seen.hazards())
                return (self._reasons.of_type(operation) or operation) if rewrites else None
            case _:
                return None

    def _namespace(self, rename: RenameNamespace) -> None:
        if rename.key.path in {path[:1] for path in self._intent.phased}:
            self.plain.append(Plain(rename.key, rename.subject.noun, "it is renamed with all its tables", _CURE))

    def _named_after(self, rename: RenameColumn) -> tuple[Rename, ...]:
        """Return the renames of indexes and constraints over a column that gets another name."""
        return tuple(
            item
            for item in self._changes
            if isinstance(item, RenameIndex | RenameConstraint) and item.new.place == rename.new.place
            if rename.new.name in mentioned(item.subject)
        )

    def _named_after_table(self, rename: RenameTable) -> tuple[Rename, ...]:
        """Return the renames of indexes and constraints of a table that gets another name."""
        return tuple(
            item
            for item in self._changes
            if isinstance(item, RenameIndex | RenameConstraint) and item.new.place == rename.key.path
        )

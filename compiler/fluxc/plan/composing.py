"""The two migrations of a build that puts changes off, and the state between them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fluxc.model.claims import rests_on
from fluxc.model.column import Column
from fluxc.model.mentions import words
from fluxc.model.query import gives
from fluxc.model.routine import Function
from fluxc.model.state import Key, State
from fluxc.model.table import Table
from fluxc.model.view import MaterializedView, View
from fluxc.plan.columns import AddColumn, DropColumn
from fluxc.plan.indexes import CreateIndex
from fluxc.plan.operation import Rename
from fluxc.plan.phases import Phase, Plain
from fluxc.plan.planning import Draft, draft, evolve, finished

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fluxc.model.compiled import Intent
    from fluxc.model.state import Object
    from fluxc.plan.decisions import Decisions
    from fluxc.plan.deferred import Deferred
    from fluxc.plan.operation import Objects, Operation

_LATER: Final = "deploy code that reads it behind contract, or make it in a build of its own"
_GIVES: Final = "keep the name with `as`, or make another view under a name of its own in a build behind contract"
_USED: Final = frozenset({"column", "view"})


class Composer:
    """Makes the two migrations of a build that puts changes off.

    The state in between is made of that after: the changes are undone in it, and what stands in for them is put in.
    """

    def __init__(
        self,
        before: State,
        after: State,
        later: Sequence[Deferred],
        intent: Intent,
        decisions: Decisions,
        target: int,
        *,
        online: bool,
    ) -> None:
        self._before = before
        self._after = after
        self._later = later
        self._intent = intent
        self._decisions = decisions
        self._target = target
        self._online = online
        self._early = [item for item in later if not item.late]
        self._late = [item for item in later if item.late]
        objects = dict(after.objects)
        telling = self._telling()
        for item in telling:
            self._put_back(item, objects)
        self.plain = tuple(plain for item in telling for plain in self._noticed(item))
        for change in reversed(later):
            change.undo(objects)
        self.old_sees = State(objects.values())
        for change in later:
            change.begin(objects)
        self._half = State(objects.values())
        for change in later:
            change.complete(objects)
        self._full = State(objects.values())
        for change in self._early:
            change.turn(objects)
        self._between = State(objects.values())
        for change in self._late:
            change.turn(objects)
        for change in later:
            change.strip(objects)
        self._bare = State(objects.values())

    def expand(self) -> Phase:
        """Return the migration that brings what new code needs."""
        intent = self._without_later()
        first = self._draft(self._before, self._half, intent)
        fills = tuple(operation for item in self._later for operation in item.fills())
        filled = {key for item in self._later for key in (*item.tells, Key(Column.kind, item.path))}
        left = {key: said for key, said in intent.backfill.items() if key not in filled}
        rest = self._draft(self._half, self._full, replace(intent, backfill=left))
        everything = (*first.rest, *fills, *rest.operations, *_turned(self._early, self._full))
        joined = first._replace(
            rest=tuple(self._adapted(self._as_spare(self._as_copy(item))) for item in everything),
            changes=(
                *(item for item in (*first.changes, *rest.changes) if self._is_told(item)),
                *(operation for item in self._early for operation in item.told),
            ),
            assumptions=(*first.assumptions, *rest.assumptions),
        )
        made = finished(self._before, self._between, joined, self._decisions)
        self._between = made.after  # in the order that its columns have in the database
        return Phase("expand", made)

    def contract(self) -> Phase:
        """Return the migration that takes away what only old code needs.

        What looks at rows, and what others need not wait for, comes first, so that the rest is one short step.
        """
        checks = tuple(operation for item in self._later for operation in item.checks())
        turns = _turned(self._late, self._between)
        turned = evolve(self._between, turns)
        down = self._draft(turned, self._bare, replace(self._intent, was={}, values_was={}))
        last = self._draft(self._bare, self._after, self._intent)
        before = [item for item in down.operations if item.outside]
        idle = [item for item in down.operations if item.key.kind == Function.kind]
        short = [self._gone(item) for item in down.operations if item not in before and item not in idle]
        renames: list[Operation] = []
        for operation in last.renames:  # what stands in goes in the step in which what it stands for comes
            of = [item for item in self._later if isinstance(operation, Rename) and item.path == operation.key.path]
            going = [item for item in short if any(item.key in one.stands_in for one in of)]
            renames += [*going, operation]
            short = [item for item in short if item not in going]
        going = [item for item in down.changes if isinstance(item, DropColumn) and item.key not in self._after.objects]
        joined = last._replace(
            lead=(*turns, *before, *checks, *short),
            renames=tuple(renames),
            rest=(*last.rest, *idle),
            changes=(*going, *(operation for item in self._late for operation in item.told), *last.changes),
        )
        return Phase("contract", finished(self._between, self._after, joined, self._decisions))

    def _draft(self, before: State, after: State, intent: Intent) -> Draft:
        """Return a draft that asks nothing: all was decided for the whole, and nothing is the new name of another."""
        decided = replace(self._decisions, no_renames=True, used=set())
        return draft(before, after, intent, decided, self._target, online=self._online)

    def _without_later(self) -> Intent:
        """Return the intent of this edit without what concerns contract alone."""
        told, intent = frozenset[Key]().union(*(item.tells for item in self._later)), self._intent
        return replace(
            intent,
            was={key: said for key, said in intent.was.items() if key not in told},
            using={key: said for key, said in intent.using.items() if key not in told},
            backfill={key: said for key, said in intent.backfill.items() if key not in told},
            made={key: said for key, said in intent.made.items() if key not in told},
        )

    def _telling(self) -> list[Object]:
        """Return what differs and says a name that is put off: the server keeps it parsed, and it does not follow.

        So does what differs and reads one of those.
        """
        names = {(item.path[:2], item.path[-1]) for item in self._later if item.renames}
        found: dict[Key, Object] = {}
        left = {item.key: item for item in self._after if item.loose and self._before.get(item.key) != item}
        growing = True
        while growing:
            growing = False
            for item in list(left.values()):
                texts = [text for text in (getattr(item, each) for each in item.loose) if text]
                said, rests = frozenset[str]().union(*map(words, texts)), rests_on(item, self._after)
                at_once = any(name in said and Key(Table.kind, table) in rests for table, name in names)
                if at_once or not rests.isdisjoint(found):
                    found[item.key] = left.pop(item.key)
                    growing = True
        return list(found.values())

    def _noticed(self, item: Object) -> Iterator[Plain]:
        """Yield what new code lacks until contract: a view that is new, or a column of one under another name."""
        if not isinstance(item, View | MaterializedView):
            return
        names = [one.path[-1] for one in self._later if Key(Column.kind, one.path) in self._after.objects]
        if item.key not in self._before.objects:
            yield Plain(item.key, item.noun, "it comes with contract, for it reads what is renamed by that", _LATER)
        elif any(gives(item.query, name) for name in names if name in words(item.query)):
            yield Plain(item.key, item.noun, "a column of it gets another name by contract", _GIVES)

    def _put_back(self, item: Object, objects: Objects) -> None:
        """Have an object, with all that lies in it, be as it was."""
        for inside in (item, *self._after.under(item.key.path)):
            del objects[inside.key]
        old = self._before.get(item.key)
        if old is not None:
            objects.update((each.key, each) for each in (old, *self._before.under(old.key.path)))

    def _is_told(self, operation: Operation) -> bool:
        """Return whether people are told of an operation: of what stands in, they are of what code uses."""
        key = operation.key
        if any(key in item.untold for item in self._later):
            return False
        return key.kind in _USED or key in self._after.objects or key in self._before.objects

    def _as_copy(self, operation: Operation) -> Operation:
        """Return an operation that adds or drops a column told whether another one holds its values, too."""
        if not isinstance(operation, AddColumn | DropColumn):
            return operation
        copies = {key for item in self._later for key in item.copies}
        return replace(operation, copy=True) if operation.key in copies else operation

    def _adapted(self, operation: Operation) -> Operation:
        for item in self._later:
            operation = item.adapted(operation)
        return operation

    def _gone(self, operation: Operation) -> Operation:
        """Return what contract takes away, so that it can come back without values at first."""
        told = self._as_copy(operation)
        loose = {item.key: item for change in self._later for item in change.loose}
        if not (isinstance(told, DropColumn) and told.key in loose):
            return told
        return replace(told, old=loose[told.key], refilled=True)

    def _as_spare(self, operation: Operation) -> Operation:
        """Return an operation that builds an index told whether a key may take it."""
        if not isinstance(operation, CreateIndex):
            return operation
        spares = {key for item in self._later for key in item.spares}
        return replace(operation, spare=True) if operation.key in spares else operation


def _turned(changes: Sequence[Deferred], full: State) -> tuple[Operation, ...]:
    """Return what puts into its place what was built for changes, and what looks at rows behind that."""
    turns: list[Operation] = []
    for change in changes:
        turning = tuple(change.turns(full))
        full = evolve(full, turning)
        turns += turning
    return (*turns, *dict.fromkeys(operation for item in changes for operation in item.ends()))

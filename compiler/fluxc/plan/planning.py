"""Planning: from what is and what shall be to steps, with their undoing, hazards and open questions."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from fluxc.model.findings import OLDEST
from fluxc.model.names import qualified
from fluxc.model.state import State
from fluxc.plan.creation import from_nothing
from fluxc.plan.hazards import hazards_told
from fluxc.plan.operation import Drop, Rename
from fluxc.plan.ordering import ordered
from fluxc.plan.steps import reversed_steps, steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from fluxc.model.compiled import Intent
    from fluxc.model.state import Key
    from fluxc.plan.assumptions import Assumption
    from fluxc.plan.decisions import Decisions, Question
    from fluxc.plan.given import Given
    from fluxc.plan.operation import Operation, Path
    from fluxc.plan.steps import Step


class Plan(NamedTuple):
    """A migration before it is text; ``back`` is empty where there is no way back.

    ``after`` is the state with the physical order of columns; ``hazards`` are pairs of code and object; ``loses`` are
    tables and columns whose content the way back deletes; ``unrecoverable`` says in words what it cannot restore.
    ``changes`` are the operations as they are told to people, who need not see those that make them safe.
    """

    steps: tuple[Step, ...]
    back: tuple[Step, ...]
    after: State
    renamed: Mapping[Key, Key]
    questions: tuple[Question, ...]
    decisions: tuple[str, ...]
    moved_aside: Mapping[Path, Path]
    changes: tuple[Operation, ...] = ()

    @property
    def operations(self) -> tuple[Operation, ...]:
        """Return the operations of all steps in order."""
        return tuple(operation for step in self.steps for operation in step.operations)

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """Return what is assumed, in the order of the operations that rest on it."""
        return tuple(assumption for step in self.steps for assumption in step.assumed.values())

    @property
    def hazards(self) -> tuple[tuple[str, str], ...]:
        """Return (code, object) of every hazard, in order and without doubles."""
        pairs = ((code, self._name(item.about)) for item in self.operations for code in item.hazards())
        return tuple(dict.fromkeys(pairs))

    @property
    def hazards_back(self) -> tuple[tuple[str, str], ...]:
        """Return the same of the way back."""
        told = hazards_told(operation for step in self.back for operation in step.operations)
        return tuple(dict.fromkeys((code, self._name(path)) for code, path in told))

    def _name(self, path: Path) -> str:
        """Return the name by which people know an object, also one that stepped aside."""
        known = next(
            (real + path[len(aside) :] for aside, real in self.moved_aside.items() if path[: len(aside)] == aside), path
        )
        return qualified(*known)

    @property
    def loses(self) -> tuple[Path, ...]:
        """Return the tables and columns whose content the way back deletes."""
        found = [path for step in self.back for operation in step.operations for path in operation.lost()]
        tables = {path for path in found if len(path) == 2}
        return tuple(path for path in found if len(path) == 2 or path[:2] not in tables)

    @property
    def irreversible(self) -> tuple[str, ...]:
        """Return why there is no way back at all; nothing where there is one."""
        return tuple(dict.fromkeys(text for item in self.operations if (text := item.irreversible()) is not None))

    @property
    def unrecoverable(self) -> tuple[str, ...]:
        """Return what the way back cannot restore."""
        return tuple(dict.fromkeys(text for item in self.operations if (text := item.unrecoverable()) is not None))


class Draft(NamedTuple):
    """The operations that lead from one state to another, before they are cut into steps.

    ``lead``, ``renames`` and the ``rest`` are done in this order; ``changes`` are those beside renames as they are told
    to people.
    """

    lead: tuple[Operation, ...] = ()
    renames: tuple[Operation, ...] = ()
    rest: tuple[Operation, ...] = ()
    changes: tuple[Operation, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    moved_aside: Mapping[Path, Path] = MappingProxyType({})
    questions: tuple[Question, ...] = ()

    @property
    def operations(self) -> tuple[Operation, ...]:
        """Return all operations in order."""
        return (*self.lead, *self.renames, *self.rest)


def plan(
    before: State,
    after: State,
    intent: Intent,
    decisions: Decisions,
    target: int = OLDEST,
    *,
    online: bool = True,
) -> Plan:
    """Return the steps from one state to the other on servers from ``target`` on.

    Tables are taken to be in use while they are changed (``online``), where the intent does not say so of them.
    With questions open there are no steps.
    """
    if not before.objects:  # nothing to rename, to ask, to alter or to drop
        return _reversible(ordered(from_nothing(after), before, after), after, decisions)
    after = settled(before, after)
    return finished(before, after, draft(before, after, intent, decisions, target, online=online), decisions)


def draft(
    before: State, after: State, intent: Intent, decisions: Decisions, target: int = OLDEST, *, online: bool = True
) -> Draft:
    """Return the operations from one state, which holds something, to another one that is settled."""
    from fluxc.plan.assumptions import unused  # of use where there is something to compare with
    from fluxc.plan.diff import Difference, operations
    from fluxc.plan.families import JoinParent, LeaveParent
    from fluxc.plan.online import Scene, in_moves
    from fluxc.plan.questions import questions
    from fluxc.plan.renames import plan_renames

    if intent.made:
        new = {key: made.expression for key, made in intent.made.items() if key not in before.objects}
        intent = replace(intent, backfill={**intent.backfill, **new})
    renaming = plan_renames(before, after, intent, decisions)
    difference = Difference.of(renaming.state, after, intent, target)
    asked, assumptions = questions(difference, decisions, renaming)
    if asked:
        return Draft(questions=tuple(asked))
    difference.assume(assumptions)
    changes = ordered(operations(difference), renaming.state, after)
    if any(isinstance(item, JoinParent) for item in changes):
        from fluxc.plan.joins import as_ordered  # which few plans have

        changes = as_ordered(changes)
    scene = Scene(changes, renaming.state, after, target, intent.online, online=online)
    renames = renaming.operations
    if any(isinstance(item, LeaveParent) for item in renames):
        from fluxc.plan.leaving import left_apart  # which few plans have

        renames = list(left_apart(renames, scene))
    rest = in_moves(changes, scene)
    assumptions = [*assumptions, *unused(rest, renaming.state)]
    return Draft(
        renames=tuple(renames),
        rest=tuple(rest),
        changes=tuple(changes),
        assumptions=tuple(assumptions),
        moved_aside=renaming.moved_aside,
    )


def finished(before: State, after: State, drafted: Draft, decisions: Decisions) -> Plan:
    """Return the plan of a draft: its steps, and what takes them back."""
    if drafted.questions:
        return Plan((), (), before, {}, drafted.questions, (), {})
    from fluxc.plan.assumptions import placed  # of use where there is something to compare with
    from fluxc.plan.moves import Move
    from fluxc.plan.rewritten import rewritten_once

    start = evolve(before, drafted.lead) if drafted.lead else before
    given = _given(evolve(start, drafted.renames) if drafted.renames else start)
    made = _planned(before, after, drafted.operations, decisions, given)
    renamed = _renamed(drafted.renames, start)
    return made._replace(
        steps=rewritten_once(placed(made.steps, drafted.assumptions, {new: old for old, new in renamed.items()})),
        back=rewritten_once(made.back),
        renamed=renamed,
        moved_aside=drafted.moved_aside,
        changes=(*(item for item in drafted.renames if not isinstance(item, Move)), *drafted.changes),
    )


def _planned(
    before: State, after: State, everything: Sequence[Operation], decisions: Decisions, given: Given | None
) -> Plan:
    """Return the plan of operations in order, without what is assumed and what renames carry along.

    ``given`` is what default privileges give to what is made.
    """
    if given is not None:
        everything = list(given.behind(everything))
    result = evolve(before, everything)
    assert result == after, "the operations lead somewhere else"
    made = _reversible(everything, result, decisions)
    return made if given is None else made._replace(back=given.steps(made.back))


def _reversible(everything: Sequence[Operation], result: State, decisions: Decisions) -> Plan:
    """Return the plan of operations in order that lead to a state."""
    forward = steps(everything)
    back = () if any(item.irreversible() for item in everything) else reversed_steps(forward)
    return Plan(forward, back, result, {}, (), tuple(sorted(decisions.used)), {}, tuple(everything))


def _given(state: State) -> Given | None:
    """Return what default privileges give to new objects, None where there are none."""
    if not any(key.kind == "default_privileges" for key in state.objects):
        return None
    from fluxc.plan.given import Given  # few schemas have default privileges

    return Given.of(state)


def settled(before: State, after: State) -> State:
    """Return the state to come in the words of the state that is, where no more than the layout of a text differs."""
    from fluxc.model.mentions import alike  # of use where there is a state before

    found = {
        item.key: old
        for item in after
        if item.loose and (old := before.get(item.key)) is not None and old is not item and alike(old, item)
    }
    return State(found.get(item.key, item) for item in after) if found else after


def evolve(state: State, operations: Iterable[Operation]) -> State:
    """Return the state after the operations."""
    objects = dict(state.objects)
    for operation in operations:
        operation.apply(objects)
    return State(objects.values())


def _renamed(operations: Sequence[Operation], before: State) -> dict[Key, Key]:
    """Return old key → new key of everything that the renames among operations carried along."""
    renames = [operation for operation in operations if isinstance(operation, Rename)]
    if not renames:
        return {}
    making_way = {operation.key for operation in operations if isinstance(operation, Drop)}
    left = State(item for item in before if item.key not in making_way) if making_way else before
    # renames keep every object at its place in the order
    pairs = zip(left.objects, evolve(left, renames).objects, strict=True)
    return {old: new for old, new in pairs if old != new}

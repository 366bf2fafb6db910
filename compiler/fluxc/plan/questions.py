"""What must not be guessed: a drop beside an add, a removed value, a cast that is not there, a required new column."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.model.base_types import base_type
from fluxc.model.column import Column
from fluxc.model.composite import Composite
from fluxc.model.domain_type import DomainType
from fluxc.model.enum import Enum
from fluxc.model.expression import identifiers
from fluxc.model.names import qualified
from fluxc.model.namespace import Namespace
from fluxc.model.range_type import RangeType
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.model.types import parse
from fluxc.plan.assumptions import NoRows, NotRenamed, castable
from fluxc.plan.casts import has_assignment_cast, ready_made
from fluxc.plan.decisions import Question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from fluxc.model.compiled import Intent
    from fluxc.model.state import Object
    from fluxc.plan.assumptions import Assumption
    from fluxc.plan.decisions import Decisions
    from fluxc.plan.diff import Difference
    from fluxc.plan.operation import Path
    from fluxc.plan.renames import Renaming


class Found(NamedTuple):
    """The questions that are open, in a stable order, and what is assumed where one was not to be asked."""

    questions: list[Question]
    assumptions: list[Assumption]


def questions(difference: Difference, decisions: Decisions, renaming: Renaming) -> Found:
    """Return every question that the decisions leave open, and every assumption that they make."""
    blocked = Found([], [])
    _sort_out(_blocked(decisions, renaming), blocked)
    if blocked.questions:
        return blocked  # the rest follows from what they decide
    found = Found([], blocked.assumptions)
    _sort_out(_rename_or_drop(difference, decisions, renaming.moved_aside), found)
    renamed = frozenset(question.object for question in found.questions)
    _sort_out(_removed_values(difference, decisions), found)
    _sort_out(_casts(difference, decisions, renamed), found)
    _sort_out(_required(difference, decisions), found)
    found.questions.sort(key=lambda question: (question.object, question.code))
    return found


def _sort_out(items: Iterable[Question | Assumption], found: Found) -> None:
    for item in items:
        if isinstance(item, Question):
            found.questions.append(item)
        else:
            found.assumptions.append(item)


def _blocked(decisions: Decisions, renaming: Renaming) -> Iterator[Question | Assumption]:
    for kind, old, new in renaming.blocked:
        name, was = qualified(*new), qualified(*old)
        if decisions.assumes("rename-or-drop", name):
            yield NotRenamed(Key(kind.kind, old), kind.noun, (name,))
            continue
        message = f"{kind.noun} {name} was {was}, it says, but there is another {name} already: may that one go?"
        answers = (f"--drop {shell(name)} to lose it and rename {was}", f"take `was: {old[-1]}` out to keep it")
        yield Question("rename-or-drop", name, message, answers)


_ASKED: Final = (Namespace, Table, Enum, DomainType, Composite, RangeType, Column)


def _rename_or_drop(
    difference: Difference, decisions: Decisions, aside: Mapping[Path, Path]
) -> Iterator[Question | Assumption]:
    added: dict[tuple[str, Path], list[Object]] = {}
    for item in difference.added if difference.removed else ():
        if item.place not in difference.fresh and isinstance(item, _ASKED):
            added.setdefault((item.kind, item.place), []).append(item)
    for item in difference.removed:
        beside = added.get((item.kind, item.place), [])
        empty = isinstance(item, Namespace) and not difference.before.within(item.name)
        if not beside or item.place in difference.gone or empty:
            continue
        path = aside.get(item.key.path, item.key.path)
        name = qualified(*path)
        if decisions.is_no_rename(name) or (isinstance(item, Column) and _becomes(item, beside, difference.intent)):
            continue
        if decisions.assumes("rename-or-drop", name):
            yield NotRenamed(item.key, item.noun, tuple(sorted(other.sql for other in beside)))
            continue
        others = ", ".join(sorted(other.sql for other in beside))
        answers = [
            f"write `was: {path[-1]}` in {other.noun} {other.sql} to rename and keep the data" for other in beside
        ]
        answers.append(f"--drop {shell(name)} to lose it")
        verb = "is" if len(beside) == 1 else "are"
        message = f"{item.noun} {name} is gone and {others} {verb} new: renamed, or dropped and added?"
        yield Question("rename-or-drop", name, message, tuple(answers))


def _becomes(gone: Column, beside: Iterable[Object], intent: Intent) -> bool:
    """Return whether a column beside it says that it is made of it, or tells it."""
    made = (intent.made[item.key] for item in beside if item.key in intent.made)
    return any(gone.name in {*identifiers(said.expression), *dict(said.back)} for said in made)


def shell(name: str) -> str:
    """Return a name as a shell takes it: in single quotes where it is not plain."""
    return name if name.replace(".", "").replace("_", "").isalnum() else "'" + name.replace("'", "'\\''") + "'"


def _removed_values(difference: Difference, decisions: Decisions) -> Iterator[Question]:
    for old, new in difference.changed:
        if not isinstance(old, Enum) or not isinstance(new, Enum):
            continue
        said = difference.intent.removed.get(new.key, {})
        for value in old.values:
            name = qualified(*old.key.path, value)
            if (
                value not in new.values
                and value not in said
                and not decisions.drops_object(name)
                and not decisions.assumes("removed-enum-value", name)
            ):
                answers = (
                    f"keep {value!r} in the list of values",
                    f"write {{value: NEW, was: {_json(value)}}} to rename it",
                    f"write `removed: {{{_json(value)}: OTHER}}` in the long form to give its rows another value",
                    f"--drop {shell(name)} if no row uses it: the migration checks, and refuses if one does",
                )
                yield Question(
                    "removed-enum-value",
                    name,
                    f"value {value!r} of enum {old.sql} is gone: what of rows that have it?",
                    answers,
                )


def _json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _casts(difference: Difference, decisions: Decisions, open_names: frozenset[str]) -> Iterator[Question | Assumption]:
    for old, new in difference.changed:
        if not isinstance(old, Column) or not isinstance(new, Column) or new.key in difference.intent.using:
            continue
        if new.key in difference.remade:
            continue  # its values are computed anew
        if parse(old.type).base in open_names:
            continue  # whether the type was renamed is asked already
        bases = base_type(old.type, difference.before).text, base_type(new.type, difference.after).text
        if has_assignment_cast(*bases, difference.target):
            continue
        if decisions.assumes("type-needs-using", new.sql):
            yield castable(old, new, difference.after, difference.target)
        else:
            yield _cast(old, new, ready_made(_of(old, bases[0]), _of(new, bases[1]), difference.target))


def _of(column: Column, text: str) -> Column:
    return column if column.type == text else column.model_copy(update={"type": text})


def _cast(old: Column, new: Column, using: str | None) -> Question:
    message = f"column {new.sql} changes from {old.type} to {new.type}, which nothing casts by itself"
    if using is not None:
        return Question(
            "type-needs-using",
            new.sql,
            message,
            (f"write `using: {using}`, or another expression, in its long form",),
        )
    answers = (
        f"write `using: EXPRESSION` in its long form, one that makes {new.type} of the old values: no cast does",
        "give the column another name, to drop the old values and begin anew",
    )
    return Question("type-needs-using", new.sql, message, answers)


def _required(difference: Difference, decisions: Decisions) -> Iterator[Question | Assumption]:
    for item in difference.added:
        if (
            item.place in difference.fresh
            or not isinstance(item, Column)
            or item.nullable
            or item.default is not None
            or item.generated is not None
            or item.sequence
        ):
            continue
        if item.key in difference.intent.backfill:
            continue
        if decisions.assumes("required-column", item.sql):
            yield NoRows(item.key, item.place)
        else:
            answers = (
                "end its type in `?` to let it be null",
                "give it a default: `= EXPRESSION`",
                "write `backfill: EXPRESSION` in its long form",
            )
            yield Question(
                "required-column",
                item.sql,
                f"new column {item.sql} is required, and rows that are there have no value for it",
                answers,
            )

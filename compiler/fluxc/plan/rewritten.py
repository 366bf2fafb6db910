"""Changes of one table that write every row anew, made together, so that it is done once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxc.model import expression
from fluxc.plan.columns import AddColumn, SetType
from fluxc.plan.operation import Operation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.state import Object
    from fluxc.plan.operation import Objects, Path
    from fluxc.plan.steps import Step


@dataclass(frozen=True, slots=True)
class RewriteTable(Operation):
    """Add columns and change types of columns in one statement."""

    parts: tuple[AddColumn | SetType, ...]

    @property
    def subject(self) -> Object:
        return self.parts[0].subject

    @property
    def about(self) -> Path:
        return self.subject.place

    def apply(self, objects: Objects) -> None:
        for part in self.parts:
            part.apply(objects)

    def reverse(self) -> tuple[Operation, ...]:
        return tuple(operation for part in reversed(self.parts) for operation in part.reverse())

    def describe(self) -> str:
        first, *others = (part.describe() for part in self.parts)
        return "; ".join((first, *(f"{text[0].lower()}{text[1:]}" for text in others)))

    def hazards(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(code for part in self.parts for code in part.hazards()))

    def unrecoverable(self) -> str | None:
        found = [text for part in self.parts if (text := part.unrecoverable()) is not None]
        return " and ".join(found) or None


def rewritten_once(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return steps in which what writes a table anew is put together, where nothing is assumed of it."""
    return tuple(
        step if step.assumed else step._replace(operations=tuple(_together(step.operations))) for step in steps
    )


def _together(operations: Iterable[Operation]) -> Iterator[Operation]:
    run: list[AddColumn | SetType] = []
    for operation in operations:
        part = operation if isinstance(operation, AddColumn | SetType) and _rewrites(operation) else None
        if part is None or (run and (part.table != run[0].table or _mention(part, run))):
            yield from _folded(run)
            run = []
        if part is None:
            yield operation
        else:
            run.append(part)
    yield from _folded(run)


def _folded(run: list[AddColumn | SetType]) -> Iterator[Operation]:
    yield from [RewriteTable(tuple(run))] if len(run) > 1 else run


def _rewrites(operation: AddColumn | SetType) -> bool:
    """Return whether an operation writes the rows anew, in one statement that others may be put into."""
    if isinstance(operation, SetType):
        return "rewrites-table" in operation.hazards() and not operation.zoned
    plain = operation.backfill is None and not (operation.apart or operation.late or operation.constant)
    return plain and "rewrites-table" in operation.hazards()


def _mention(part: AddColumn | SetType, others: Iterable[AddColumn | SetType]) -> bool:
    """Return whether a column and others are told by one another: each would find these as they were."""
    everything = [part, *others]
    names = {item.key.path[-1]: _told_by(item) for item in everything}
    return any(names.keys() & told - {name} for name, told in names.items())


def _told_by(part: AddColumn | SetType) -> frozenset[str]:
    text = part.using if isinstance(part, SetType) else part.new.generated or part.new.default
    return expression.identifiers(text) if text is not None else frozenset()

"""Plans as the text of migration files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from fluxc.model.state import ROUTINES
from fluxc.plan.columns import SetType
from fluxc.project.timeouts import NONE
from fluxc.render.environment import template_name, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import Environment

    from fluxc.plan.assumptions import Assumption
    from fluxc.plan.operation import Operation
    from fluxc.plan.steps import Step
    from fluxc.project.timeouts import Timeouts


class StepText(NamedTuple):
    """A step as its template takes it: statements are pairs of an English sentence and SQL.

    ``routines`` says whether it makes some, whose bodies are understood when they run, ``zoned`` that values are
    converted by the time zone, ``quiet`` that remarks of the server say nothing new; ``done_when`` and ``cleanup`` are
    said of one that runs outside a transaction.
    """

    number: int
    undoes: tuple[int, ...]
    statements: tuple[tuple[str, str], ...]
    routines: bool
    zoned: bool
    quiet: bool
    timeouts: Timeouts
    done_when: str = ""
    cleanup: str = ""


def steps_text(steps: Iterable[Step], environment: Environment) -> str:
    """Return the steps of a file with their marks."""
    texts = [
        StepText(
            step.number,
            step.undoes,
            tuple(_statements(step, environment)),
            any(map(_makes_routine, step.operations)),
            any(isinstance(operation, SetType) and operation.zoned for operation in step.operations),
            any(operation.remarked_on for operation in step.operations),
            step.timeouts._replace(lock=NONE) if step.outside and step.operations[-1].patient else step.timeouts,
            *(_mending(step, environment) if step.outside else ()),
        )
        for step in steps
    ]
    return write(environment, "sql/steps.sql.j2", {"steps": texts})


def _mending(step: Step, environment: Environment) -> tuple[str, ...]:
    """Return the query that tells when a step is done, and what cleans up behind it, each on one line."""
    operation = step.operations[-1]
    kinds = ("done", "cleanup") if operation.cleaned_up else ("done",)
    templates = (template_name(type(operation)).replace("sql/", f"sql/{kind}/", 1) for kind in kinds)
    said = {"op": operation, "timeouts": step.timeouts}
    return tuple(write(environment, template, said).strip() for template in templates)


def _makes_routine(operation: Operation) -> bool:
    if operation.key.kind == "enum":
        from fluxc.plan.enums import ReplaceEnum

        return isinstance(operation, ReplaceEnum) and any(map(_makes_routine, operation.used.restored))
    return operation.key.kind in ROUTINES and _gives_body(operation)


def _gives_body(operation: Operation) -> bool:
    from fluxc.plan.routines import CreateRoutine, ReplaceRoutine  # many schemas have no routines

    return isinstance(operation, CreateRoutine | ReplaceRoutine)


def _statements(step: Step, environment: Environment) -> Iterator[tuple[str, str]]:
    """Yield the sentence and the SQL of each thing that a step does, behind what is checked before."""
    for checked in step.checks:
        yield f"Check that {checked.sentence}", _check(checked, environment)
    for number, operation in enumerate(step.operations):
        text = write(environment, template_name(type(operation)), {"op": operation, "timeouts": step.timeouts})
        yield operation.describe(), _assuming(step.assumed.get(number), text, environment)


def _assuming(assumed: Assumption | None, text: str, environment: Environment) -> str:
    """Return the SQL of an operation behind what it assumes and the check of it that it does not make itself."""
    if assumed is None:
        return text
    check = "" if assumed.checked_by_operation else _check(assumed, environment, locked=True)
    return write(environment, "sql/assumed.sql.j2", {"assumed": assumed, "check": check, "statements": text})


def _check(assumed: Assumption, environment: Environment, *, locked: bool = False) -> str:
    if assumed.check is None:
        return ""
    return write(environment, f"sql/check_{assumed.check}.sql.j2", {"assumed": assumed, "locked": locked})


class Heading(NamedTuple):
    """What the header of a migration says beside its checksum."""

    name: str
    id: str
    parent: str | None
    sealed: bool
    target: int
    fluxc: str
    phase: str
    decisions: tuple[str, ...]
    hazards: tuple[tuple[str, str], ...]


def migration_text(heading: Heading, body: str, checksum: str, delta: str, environment: Environment) -> str:
    """Return a whole migration file."""
    return write(
        environment,
        "sql/migration.sql.j2",
        {
            "name": heading.name,
            "id": heading.id,
            "parent": heading.parent or "none",
            "state": "sealed" if heading.sealed else "pending",
            "target": heading.target,
            "fluxc": heading.fluxc,
            "phase": heading.phase,
            "decisions": heading.decisions,
            "hazards": heading.hazards,
            "checksum": checksum,
            "body": body.rstrip("\n") + "\n",
            "delta": delta.rstrip("\n"),
        },
    )


class WaysBack(NamedTuple):
    """Why there is no way back, and what one cannot restore; it is exact where both are empty.

    It ``loses`` what tables and columns hold by then, and has ``hazards``, pairs of a code and an object.
    """

    irreversible: tuple[str, ...]
    unrecoverable: tuple[str, ...]
    loses: tuple[tuple[str, ...], ...]
    hazards: tuple[tuple[str, str], ...]


def down_text(
    heading: Heading,
    body: str,
    checksum: str,
    ways: WaysBack,
    environment: Environment,
) -> str:
    """Return a whole down file."""
    return write(
        environment,
        "sql/down.sql.j2",
        {
            "name": heading.name,
            "id": heading.id,
            "label": "impossible" if ways.irreversible else "structure only" if ways.unrecoverable else "exact",
            "reasons": [*ways.irreversible, *(f"{what} cannot come back" for what in ways.unrecoverable)],
            "loses": [json.dumps(path, ensure_ascii=False) for path in ways.loses],
            "hazards": ways.hazards,
            "checksum": checksum,
            "body": body.rstrip("\n"),
        },
    )

"""What a build computes: the files that a project's ``out/`` should hold."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, partial
from typing import TYPE_CHECKING, Final, NamedTuple

import fluxc
from fluxc.commands.answers import title
from fluxc.commands.beside import beside
from fluxc.commands.inputs import read_sealed
from fluxc.commands.memory import recall
from fluxc.diagnostics import Diagnostic, InputError, OutsideError, Severity, did_you_mean
from fluxc.history.checksum import checksum, migration_id
from fluxc.history.words import words
from fluxc.model.domain import json_schema
from fluxc.model.load import load
from fluxc.model.state import State
from fluxc.plan.decisions import Decisions
from fluxc.plan.planning import plan
from fluxc.render.environment import environment
from fluxc.render.migration import Heading, WaysBack, down_text, migration_text, steps_text
from fluxc.server.places import state_directory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from jinja2 import Environment

    from fluxc.commands.answers import Answers
    from fluxc.commands.inputs import Inputs, Sealed
    from fluxc.commands.memory import Memory
    from fluxc.history.migration import History
    from fluxc.model.compiled import Compiled
    from fluxc.model.known import Known
    from fluxc.plan.operation import Operation
    from fluxc.plan.planning import Plan
    from fluxc.project.config import Config
    from fluxc.project.layout import Layout
    from fluxc.source.tree import Tree


_Models = tuple[dict[str, str], dict[str, list[str]]]


@dataclass(slots=True)
class Build:
    """Everything a build found out.

    ``files`` maps files of ``out/`` to their texts, None where one must go; a lock that is right is not among them.
    ``json_schema`` is the text for editors, None where it lies there already.
    """

    compiled: Compiled
    plan: Plan
    history: History
    memory: Memory
    heading: Heading | None = None
    json_schema: str | None = None
    files: dict[Path, str | None] = field(default_factory=dict["Path", "str | None"])
    warnings: tuple[Diagnostic, ...] = ()


class _Understood(NamedTuple):
    """A schema without faults, the state that the sealed migrations lead to, and warnings."""

    compiled: Compiled
    sealed: Sealed
    warnings: tuple[Diagnostic, ...]


def compute(layout: Layout, config: Config, answers: Answers, inputs: Inputs) -> Build:
    """Return what ``out/`` should hold; raises InputError with everything that is wrong.

    With questions open in the plan there are no files.
    """
    memory = recall(layout)
    schema = beside(partial(_json_schema, memory), worth=len(inputs.tree.domains) > _MANY_DOMAINS)
    compiled, sealed, warnings = _understood(layout, config, memory, inputs)
    history = inputs.history
    before = _state(sealed.lines, compiled.state)
    jinja = environment(layout.root, _compiled_templates())
    keep = partial(memory.keep, inputs.tree, compiled, config)
    models = partial(_models, compiled, jinja, config)
    first = not sealed.lines
    work = partial(_aside, models, compiled.state, memory, keep, first=first)
    aside = cache(beside(work, worth=len(compiled.state) > _MANY))
    planned = plan(before, compiled.state, compiled.intent, _decisions(history, answers), config.target)
    _unused_drops(planned, answers)
    result = Build(compiled, planned, history, memory, warnings=warnings)
    if planned.questions:
        return result
    if planned.steps:
        back = cache(partial(_way_back, planned, None if first else sealed.lines, jinja))
        delta = (lambda: aside().delta) if first else (lambda: back().delta)
        result.heading = _write_migration(result, layout, config, answers, back, delta, jinja)
    kept = {result.heading.name} if result.heading else set[str]()
    for migration in history.pending:
        if migration.name not in kept:
            result.files |= {layout.root / migration.file: None, layout.root / migration.down_file: None}
    lock = _lock(planned.after) if result.heading and result.heading.sealed else sealed.lock
    if lock is not None:
        result.files[layout.lock] = lock
    made = aside()
    memory.modules, result.json_schema = made.modules, schema()
    result.files |= {layout.models / name: text for name, text in made.models.items()}
    result.files |= dict.fromkeys(_left_over_models(layout, result.files))
    return result


class _Aside(NamedTuple):
    """What is made without a plan: texts of models, what to remember of them, and the delta of a first migration."""

    models: dict[str, str]
    modules: dict[str, list[str]]
    delta: str


def _aside(
    render: Callable[[Mapping[str, str], Memory], _Models],
    state: State,
    memory: Memory,
    keep: Callable[[], None],
    *,
    first: bool,
) -> _Aside:
    keep()
    lines = _lines(state)
    models, known = render(lines, memory)
    return _Aside(models, known, _delta({}, lines) if first else "")


def _models(
    compiled: Compiled, jinja: Environment, config: Config, lines: Mapping[str, str], memory: Memory
) -> _Models:
    """Return the texts of models, and what to remember of them."""
    from fluxc.render.models import Reuse, render_models  # loads beside the planning

    known = dict(memory.modules)
    return render_models(compiled, jinja, config.models, Reuse(lines, memory.module, known)), known


def _delta(before: Mapping[str, str], after: Mapping[str, str], renames: Mapping[str, str] | None = None) -> str:
    from fluxc.history.delta import delta_between  # loads beside the planning

    return delta_between(before, after, renames)


def _lock(state: State) -> str:
    from fluxc.history.lock import lock_text  # a pending migration leaves the lock as it is

    return lock_text(_lines(state))


def _json_schema(memory: Memory) -> str | None:
    """Return the JSON Schema for editors, None where it lies there already."""
    return None if memory.json_schema_is_there() else json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"


def _compiled_templates() -> Path | None:
    """Return the directory of templates compiled by earlier builds, None where there is no safe place for it."""
    with suppress(OSError, OutsideError, RuntimeError):
        folder = state_directory() / "templates"
        folder.mkdir(exist_ok=True)
        return folder
    return None


def _understood(layout: Layout, config: Config, memory: Memory, inputs: Inputs) -> _Understood:
    """Return what was read as a schema and a state before; raises InputError with what is wrong in both."""
    wrong = (*inputs.unreadable, *memory.verify(inputs.history))
    compiled, found = _loaded(inputs.tree, config, memory)
    everything = (*found, *wrong)
    if _has_error(everything):
        from fluxc.history.lock import read_lock  # of use where something is wrong

        raise InputError((*everything, *read_lock(layout.lock, layout.root)[1]))
    sealed = inputs.sealed or _sealed(layout)
    if sealed.findings:
        raise InputError((*everything, *sealed.findings))
    return _Understood(compiled, sealed, everything)


def _sealed(layout: Layout) -> Sealed:
    from fluxc.history.folder import read_folder  # of use where the migrations do not fit each other

    return read_sealed(layout, read_folder(layout.out, layout.root, verify=False)[0])


def _loaded(tree: Tree, config: Config, memory: Memory) -> tuple[Compiled, tuple[Diagnostic, ...]]:
    """Return what `load` does, with the help of what the last build understood."""
    known = memory.known(config)
    compiled = _reloaded(tree, known, config) if known is not None else None
    if compiled is None:
        return load(tree, config.namespace, config.target)
    return compiled, tuple(dict.fromkeys(tree.diagnostics))


def _reloaded(tree: Tree, known: Known, config: Config) -> Compiled | None:
    from fluxc.model.reload import reload  # of use where there was a build before

    return reload(tree, known, config.target)


def _has_error(found: Sequence[Diagnostic]) -> bool:
    return any(item.severity is Severity.ERROR for item in found)


def _state(lines: Mapping[str, str], after: State) -> State:
    """Return the state of canonical lines; only those that the state to come does not say alike are parsed."""
    if not lines:
        return State()
    from fluxc.model.lines import parse_line  # of use where there is a state before

    same = {item.key_text: item for item in after}
    found = ((key, line, same.get(key)) for key, line in lines.items())
    return State(
        item if item is not None and item.line() == line else parse_line(key, line) for key, line, item in found
    )


def _lines(state: State) -> dict[str, str]:
    """Return the canonical lines of a state by their keys."""
    return {item.key_text: item.line() for item in state}


def _decisions(history: History, answers: Answers) -> Decisions:
    """Return the answers of the command line and those that the pending migration keeps."""
    kept = [decision for migration in history.pending for decision in migration.decisions]

    def said(verb: str) -> frozenset[str]:
        return frozenset(text.removeprefix(verb) for text in kept if text.startswith(verb))

    return Decisions(
        drops=said("drop ") | set(answers.drops),
        no_renames=answers.no_renames or "no-renames" in kept,
        unattended=answers.unattended,
        assumed=said("assume "),
    )


def _unused_drops(planned: Plan, answers: Answers) -> None:
    """Raise InputError for a `--drop` of what is not dropped: most likely the name is misspelt."""
    gone = {item.key.object for item in planned.operations} | {
        decision.removeprefix("drop ") for decision in planned.decisions
    }
    gone |= {question.object for question in planned.questions}
    wrong = [name for name in answers.drops if name not in gone]
    if wrong and not planned.questions:
        found = [
            Diagnostic(
                "nothing-to-drop", f"--drop {name}: this build drops no such object", None, did_you_mean(name, gone)
            )
            for name in wrong
        ]
        raise InputError(found)


class _Back(NamedTuple):
    """The steps of a down with their checksum, and the delta of an up that is not the first."""

    steps: str
    checksum: str
    delta: str


def _way_back(planned: Plan, before: Mapping[str, str] | None, jinja: Environment) -> _Back:
    steps = steps_text(planned.back, jinja)
    if before is None:
        return _Back(steps, checksum(steps), "")
    renames = {old.text: new.text for old, new in planned.renamed.items()}
    return _Back(steps, checksum(steps), _delta(before, _lines(planned.after), renames))


def _write_migration(
    build: Build,
    layout: Layout,
    config: Config,
    answers: Answers,
    back: Callable[[], _Back],
    delta_of: Callable[[], str],
    jinja: Environment,
) -> Heading:
    planned, history = build.plan, build.history
    body = steps_text(planned.steps, jinja)
    up_checksum = checksum(body)
    steps, down_checksum, _ = back()
    delta = delta_of()
    parent = history.head.id if history.head else None
    pending = history.pending[0] if history.pending else None
    number = pending.number if pending else history.next_number
    identity = migration_id(parent, up_checksum, delta)
    if answers.name or pending is None:
        made_up = describe(planned.operations) if config.naming == "describe" else words(identity)
        name = f"{number:04d}_{title(answers.name) if answers.name else made_up}"
    else:
        name = pending.name
    heading = Heading(
        name=name,
        id=identity,
        parent=parent,
        sealed=answers.seal,
        target=config.target,
        fluxc=fluxc.__version__,
        decisions=planned.decisions,
        hazards=planned.hazards,
    )
    up, down = layout.migrations / f"{name}.sql", layout.migrations / f"{name}.down.sql"
    up_text = build.files[up] = migration_text(heading, body, up_checksum, delta, jinja)
    down_said = build.files[down] = down_text(
        heading,
        steps,
        down_checksum,
        WaysBack(planned.irreversible, planned.unrecoverable),
        planned.loses,
        jinja,
    )
    build.memory.learn(up_text, down_said)
    return heading


def describe(operations: Sequence[Operation]) -> str:
    """Return a migration's name made of its operations, such as ``add_users_email``."""
    fragments = list(dict.fromkeys(_fragment(operation) for operation in operations))
    name = ""
    for fragment in fragments:
        if name and len(name) + len(fragment) > 40:
            return f"{name}_and_more"
        name = f"{name}_{fragment}" if name else fragment
    return name[:60]


def _fragment(operation: Operation) -> str:
    verb = {"+": "add", "-": "drop", "~": "change"}[operation.sign]
    path = operation.key.path
    words_of = "_".join((verb, *(path[1:] or path)))
    return re.sub(r"[^a-z0-9]+", "_", words_of.lower()).strip("_")


def _left_over_models(layout: Layout, files: Mapping[Path, str | None]) -> Iterator[Path]:
    """Yield generated modules of domains that are gone; what fluxc did not write is left alone."""
    if not layout.models.is_dir():
        return
    for path in sorted(layout.models.glob("*.py")):
        if path not in files and path.read_bytes()[:300].startswith(GENERATED):
            yield path


GENERATED: Final = b"# Written by fluxc"
_MANY_DOMAINS: Final = 50
_MANY: Final = 1000  # objects: a hundred tables or more

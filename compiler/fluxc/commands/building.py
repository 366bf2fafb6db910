"""What a build computes: the files that a project's ``out/`` should hold."""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass, field
from functools import cache, partial
from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.commands.beside import begin
from fluxc.commands.decided import at_once, decisions, refuse_beyond_target, refuse_unused_drops
from fluxc.commands.memory import recall
from fluxc.commands.migration_files import Series
from fluxc.commands.templates import templates
from fluxc.commands.understood import state_of, understood
from fluxc.plan.phases import phases
from fluxc.plan.timeouts import held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from jinja2 import Environment

    from fluxc.commands.answers import Answers
    from fluxc.commands.inputs import Inputs
    from fluxc.commands.memory import Memory
    from fluxc.commands.understood import Understood
    from fluxc.diagnostics import Diagnostic
    from fluxc.history.migration import History
    from fluxc.model.compiled import Compiled
    from fluxc.model.state import State
    from fluxc.plan.planning import Plan
    from fluxc.project.config import Config
    from fluxc.project.layout import Layout
    from fluxc.render.migration import Heading
    from fluxc.source.tree import Tree


class Written(NamedTuple):
    """A migration of a build: its heading, its plan, and the canonical lines of the state that it starts from."""

    heading: Heading
    plan: Plan
    before: Mapping[str, str]


@dataclass(slots=True)
class Build:
    """Everything a build found out.

    ``files`` maps files of ``out/`` to their texts, None where one must go; a lock that is right is not among them.
    ``plan`` is that of the last migration, or asks; ``written`` are the migrations.
    """

    compiled: Compiled
    plan: Plan
    history: History
    memory: Memory
    written: tuple[Written, ...] = ()
    files: dict[Path, str | None] = field(default_factory=dict["Path", "str | None"])
    warnings: tuple[Diagnostic, ...] = ()
    rest: Callable[[], None] = field(default=lambda: None)
    """To be called when everything else is done."""


def compute(layout: Layout, config: Config, answers: Answers, inputs: Inputs) -> Build:
    """Return what ``out/`` should hold; raises InputError with everything that is wrong.

    With questions open in the plan there are no files.
    """
    memory, history = recall(layout), inputs.history
    jinja = templates(layout)
    meant = cache(partial(understood, layout, config, memory, inputs))
    if memory.knows_some():
        meant()
    # else the copy understands all by itself meanwhile: that is quicker than to share the memory of so many objects
    keep = partial(_keep, meant, memory, inputs, config)
    begun = begin(partial(_aside, meant, jinja, config, memory), keep, worth=_tables(inputs.tree) > _MANY)
    aside = cache(begun.value)
    compiled, sealed, warnings = meant()
    before = state_of(sealed.lines, compiled.state)
    planned = phases(
        before, compiled.state, compiled.intent, decisions(history, answers), config.target, online=config.online
    )
    plans = [phase.plan for phase in planned.phases]
    refuse_unused_drops(plans, answers)
    refuse_beyond_target(plans, config.target, compiled.places)
    told = tuple(at_once(planned.plain, compiled.places))
    result = Build(compiled, plans[-1], history, memory, warnings=(*warnings, *told))
    if result.plan.questions:
        keep()
        return result
    lines = sealed.lines
    series = Series.of(history, config, answers)
    for phase in planned.phases if result.plan.steps else ():
        delta = partial(_change, lines, phase.plan) if lines else lambda: aside().delta
        timed = held(phase.plan, compiled.intent, config.timeouts)
        files = series.files(phase._replace(plan=timed), delta, jinja)
        result.written += (Written(files.heading, phase.plan, lines),)
        lines = _lines(phase.plan.after) if phase.name else {}
        up = layout.migrations / f"{files.heading.name}.sql"
        result.files |= {up: files.up, up.with_suffix(".down.sql"): files.down}
        memory.learn(files.up, files.down)
    kept = {item.heading.name for item in result.written}
    for migration in history.pending:
        if migration.name not in kept:
            result.files |= {layout.root / migration.file: None, layout.root / migration.down_file: None}
    result.files |= dict.fromkeys(_outlived(layout, history, result.files))
    lock = _lock(result.plan.after) if result.written and answers.seal else sealed.lock
    if lock is not None:
        result.files[layout.lock] = lock
    made = aside()
    memory.modules, result.rest = made.modules, begun.rest
    result.files |= {layout.models / name: text for name, text in made.models.items()}
    result.files |= dict.fromkeys(_left_over_models(layout, result.files))
    return result


class _Aside(NamedTuple):
    """What is made without a plan: texts of models, what to remember of them, and the delta of a first migration."""

    models: dict[str, str]
    modules: dict[str, list[str]]
    delta: str


def _aside(meant: Callable[[], Understood], jinja: Environment, config: Config, memory: Memory) -> _Aside:
    from fluxc.render.models import Reuse, render_models  # loads beside the planning

    compiled, sealed, _ = meant()
    lines, known = _lines(compiled.state), dict(memory.modules)
    models = render_models(compiled, jinja, config.models, Reuse(lines, memory.module, known))
    return _Aside(models, known, "" if sealed.lines else _delta({}, lines))


def _keep(meant: Callable[[], Understood], memory: Memory, inputs: Inputs, config: Config) -> None:
    memory.keep(inputs.tree, meant().compiled, config)


def _delta(before: Mapping[str, str], after: Mapping[str, str], renames: Mapping[str, str] | None = None) -> str:
    from fluxc.history.delta import delta_between  # loads beside the planning

    return delta_between(before, after, renames)


def _change(before: Mapping[str, str], planned: Plan) -> str:
    """Return what a plan does to the canonical lines of the state before it."""
    return _delta(before, _lines(planned.after), {old.text: new.text for old, new in planned.renamed.items()})


def _lock(state: State) -> str:
    from fluxc.history.lock import lock_text  # a pending migration leaves the lock as it is

    return lock_text(_lines(state))


def _lines(state: State) -> dict[str, str]:
    """Return the canonical lines of a state by their keys."""
    return {item.key_text: item.line() for item in state}


def _left_over_models(layout: Layout, files: Mapping[Path, str | None]) -> Iterator[Path]:
    """Yield generated modules of domains that are gone; what fluxc did not write is left alone."""
    if not layout.models.is_dir():
        return
    for path in sorted(layout.models.glob("*.py")):
        if path not in files and path.read_bytes()[:300].startswith(GENERATED):
            yield path


def _outlived(layout: Layout, history: History, files: Mapping[Path, str | None]) -> Iterator[Path]:
    """Yield the certificates of pending migrations that are written anew or go."""
    for migration in history.pending:
        certificate, path = layout.certificate(migration.file), layout.root / migration.file
        if certificate.exists() and (files[path] or "").encode() != path.read_bytes():
            yield certificate


def _tables(tree: Tree) -> int:
    """Return about how many tables a schema folder declares."""
    documents = (document for source in tree.domains for document in source.documents)
    return sum(len(found) for item in documents if isinstance(found := item.data.get("tables"), Sized))


GENERATED: Final = b"# Written by fluxc"
_MANY: Final = 100

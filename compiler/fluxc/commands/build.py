"""``fluxc build``: schema/ to out/."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fluxc.commands.answers import Answers
from fluxc.project.stamp import account, has_stamp, read_stamp, write_stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from fluxc.commands.building import Build, Written
    from fluxc.commands.inputs import Inputs
    from fluxc.diagnostics import Diagnostic
    from fluxc.history.migration import History
    from fluxc.plan.decisions import Question
    from fluxc.plan.operation import Operation
    from fluxc.project.config import Config
    from fluxc.project.layout import Layout
    from fluxc.project.stamp import Account
    from fluxc.prove.proof import Proof


_BESIDE: Final = frozenset({"proof", "phase", "assumptions"})
"""What JSON says of each migration of a build, and not of the first one as a whole."""


class OperationText(NamedTuple):
    """An operation for people: kind in snake case, the object's qualified name, one line with its sign."""

    kind: str
    object: str
    text: str


class MigrationText(NamedTuple):
    """The migration that a build wrote, or with ``check`` would write."""

    id: str
    name: str
    file: str
    down: str
    pending: bool
    hazards: tuple[tuple[str, str], ...]
    operations: tuple[OperationText, ...]
    phase: str
    assumptions: tuple[str, ...]


class BuildResult(NamedTuple):
    """What a build did, or with ``check`` would do; migrations without ``proofs`` were not to be proved.

    With ``check`` there may be errors about certificates among the ``warnings``.
    """

    changed: bool
    tables: int
    domains: int
    migrations: tuple[MigrationText, ...] = ()
    removed: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()
    proofs: tuple[Proof, ...] = ()

    def proof(self, migration: MigrationText) -> Proof | None:
        """Return what was proved about a migration."""
        return next((proof for proof in self.proofs if proof.migration.id == migration.id), None)


def _unchanged(layout: Layout, now: Account | None) -> BuildResult | None:
    """Return the result of a build where the file system says that nothing changed since the last, else None."""
    summary = read_stamp(layout, now)
    if summary is None:
        return None
    said = json.loads(summary)
    return BuildResult(changed=False, tables=said["tables"], domains=said["domains"], models=tuple(said["models"]))


def build(
    layout: Layout,
    answers: Answers | None = None,
    *,
    check: bool = False,
    unproved: bool = False,
    on_proving: Callable[[str], None] = lambda _: None,
) -> BuildResult:
    """Compile ``schema/`` into ``out/``; with ``check`` write nothing and say whether anything would change.

    A migration is proved before it is written, unless it is to be ``unproved`` or the settings say so; ``on_proving``
    hears its name.

    Raises InputError for wrong input and for a migration that does not do what it says, and OutsideError where files
    cannot be read or written.  With questions in the result nothing was written.
    """
    before = account(layout) if has_stamp(layout) else None
    if answers is None and (quick := _unchanged(layout, before)) is not None:
        return _checked(layout, quick) if check else quick
    from fluxc.commands.collector import no_collector

    with no_collector():
        proving = None if check or unproved else on_proving
        return _build(layout, answers, before, check=check, on_proving=proving)


def _build(
    layout: Layout,
    answers: Answers | None,
    before: Account | None,
    *,
    check: bool,
    on_proving: Callable[[str], None] | None,
) -> BuildResult:
    from fluxc.commands.beside import are_many, beside
    from fluxc.commands.collector import keep
    from fluxc.history.write import sweep, write_set

    if not check and layout.out.is_dir():
        sweep(layout.out)
    read = beside(partial(_read, layout, before), worth=are_many(layout.schema))
    from fluxc.commands.building import compute  # loads while a large schema is read
    from fluxc.project.config import read_config

    config = read_config(layout)
    inputs, before = read()
    made = compute(layout, config, answers or Answers(), inputs)
    changes = {path: text for path, text in made.files.items() if not _holds(path, text)}
    keep(made)
    if check or made.plan.questions:
        made.rest()
        result = _result(layout, made, changes)
        return _checked(layout, result, config, made.history) if check else result
    proofs: tuple[Proof, ...] = ()
    if on_proving is not None and proves(config) and any(_is_written(layout, item, changes) for item in made.written):
        from fluxc.commands.proving import prove_changes  # of use where there is a migration to write

        proofs = prove_changes(layout, made, changes, on_proving)
    _publish(layout)
    write_set(changes, remade={path for path in changes if path.parent == layout.models})
    made.memory.save()
    result = _result(layout, made, changes, proofs)  # meanwhile the files grow old enough for the stamp
    made.rest()
    summary = {"tables": result.tables, "domains": result.domains, "models": result.models}
    write_stamp(layout, json.dumps(summary), before)
    return result


def _checked(
    layout: Layout, result: BuildResult, config: Config | None = None, history: History | None = None
) -> BuildResult:
    """Return the result with what is wrong with the certificates."""
    from fluxc.commands.certificates import stale  # for CI: those who build have them written
    from fluxc.history.folder import read_folder
    from fluxc.project.config import read_config

    history = history or read_folder(layout.out, layout.root, verify=False)[0]
    return result._replace(warnings=(*result.warnings, *stale(layout, history, config or read_config(layout))))


def _is_written(layout: Layout, item: Written, changes: dict[Path, str | None]) -> bool:
    """Return whether a migration is among the changes."""
    path = layout.migrations / f"{item.heading.name}.sql"
    return not {path, path.with_suffix(".down.sql")}.isdisjoint(changes)


def proves(config: Config) -> bool:
    """Return whether the settings have builds prove what they write."""
    return config.prove.enabled


def _read(layout: Layout, before: Account | None) -> tuple[Inputs, Account | None]:
    """Return what a build reads, and the account of it from before, which is taken now where nothing needed it yet."""
    from fluxc.commands.inputs import read_inputs

    before = before or account(layout)
    return read_inputs(layout), before


def _publish(layout: Layout) -> None:
    """Put the JSON Schema of schema files where editors look for it; raises OSError."""
    from fluxc.model.domain import JSON_SCHEMA

    text = JSON_SCHEMA.read_text(encoding="utf-8")
    if not _holds(layout.json_schema, text):
        layout.cache.mkdir(exist_ok=True)
        layout.json_schema.write_text(text, encoding="utf-8")


def _holds(path: Path, text: str | None) -> bool:
    try:
        return text is not None and path.read_bytes() == text.encode()
    except OSError:
        return text is None


def _text(layout: Layout, item: Written) -> MigrationText:
    heading, file = item.heading, layout.migrations / f"{item.heading.name}.sql"
    return MigrationText(
        id=heading.id,
        name=heading.name,
        file=layout.shown(file),
        down=layout.shown(file.with_suffix(".down.sql")),
        pending=not heading.sealed,
        hazards=heading.hazards,
        operations=_texts(item.plan.changes),
        phase=heading.phase,
        assumptions=tuple(assumption.sentence for assumption in item.plan.assumptions),
    )


def _result(
    layout: Layout, made: Build, changes: dict[Path, str | None], proofs: tuple[Proof, ...] = ()
) -> BuildResult:
    compiled = made.compiled
    return BuildResult(
        changed=bool(changes),
        tables=sum(len(domain.tables) for domain in compiled.domains),
        domains=len(compiled.domains),
        migrations=tuple(_text(layout, item) for item in made.written if _is_written(layout, item, changes)),
        removed=tuple(sorted(layout.shown(path) for path, text in changes.items() if text is None)),
        models=tuple(
            sorted(
                layout.shown(path)
                for path in made.files
                if path.parent == layout.models and made.files[path] is not None
            )
        ),
        written=tuple(sorted(layout.shown(path) for path, text in changes.items() if text is not None)),
        questions=made.plan.questions,
        warnings=(*made.warnings, *(finding for proof in proofs for finding in proof.findings)),
        proofs=proofs,
    )


def _texts(operations: Iterable[Operation]) -> tuple[OperationText, ...]:
    from fluxc.render.environment import template_name

    found: list[OperationText] = []
    for item in operations:
        kind = template_name(type(item)).removeprefix("sql/").removesuffix(".sql.j2")
        subject = item.subject
        name, noun = subject.sql, "" if subject.kind == "column" else f"{subject.noun} "
        found.append(OperationText(kind, name, f"{item.sign} {noun}{name}"))
    return tuple(found)


def as_json(result: BuildResult) -> dict[str, Any]:
    """Return the documented JSON keys of a build (docs/commands.md)."""
    migrations = [_migration_json(result, item) for item in result.migrations]
    first = migrations[0] if migrations else {"proof": None}
    return {
        "changed": result.changed,
        "migration": {key: said for key, said in first.items() if key not in _BESIDE} or None,
        "proof": first["proof"],
        "migrations": migrations,
        "models": list(result.models),
        "questions": [
            {"code": item.code, "object": item.object, "answers": list(item.answers)} for item in result.questions
        ],
    }


def _migration_json(result: BuildResult, migration: MigrationText) -> dict[str, Any]:
    proof, said = result.proof(migration), None
    if proof is not None:
        from fluxc.commands.proving import proof_json

        said = proof_json(proof)
    return migration._asdict() | {
        "operations": [operation._asdict() for operation in migration.operations],
        "proved": proof is not None and proof.proved,
        "hazards": list(dict.fromkeys(code for code, _ in migration.hazards)),
        "assumptions": list(migration.assumptions),
        "proof": said,
    }

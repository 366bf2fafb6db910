"""The result of a build as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fluxc.commands.build import BuildResult, MigrationText
    from fluxc.plan.decisions import Question
    from fluxc.prove.proof import Proof

_SHOWN = 20
_STRIKES = frozenset({"breaks-clients", "deletes-data"})
"""Hazards of what running code notices."""


def build_text(result: BuildResult, *, check: bool) -> str:
    """Return what a build did, or with ``check`` would do, or what it asks."""
    return "\n".join(_questions(result) if result.questions else _lines(result, check=check))


def _lines(result: BuildResult, *, check: bool) -> Iterator[str]:
    counted = f"{count(result.tables, 'table')} in {count(result.domains, 'domain')}"
    if not result.changed:
        yield f"✓ Nothing changed: {counted}"
        return
    if check:
        yield f"✗ out/ is not what schema/ compiles to ({counted}); run `fluxc build`:"
        yield from (f"    would write {file}" for file in result.written)
        yield from (f"    would delete {file}" for file in result.removed)
        return
    yield f"✓ Compiled {counted}"
    if any(file in result.models for file in result.written):
        yield f"✓ Generated out/models ({count(result.domains, 'module')})"
    for migration in result.migrations:
        state = "pending" if migration.pending else "sealed"
        yield f"✓ Generated migration file: {migration.name}.sql ({state})"
        yield from _operations(migration)
        yield from _phase(migration)
        yield from _proof(result.proof(migration))
    yield from (f"✓ Removed {file}" for file in result.removed if not file.endswith(".down.sql"))


def _operations(migration: MigrationText) -> Iterator[str]:
    operations = list(dict.fromkeys(operation.text for operation in migration.operations))
    yield from (f"    {text}" for text in operations[:_SHOWN])
    if len(operations) > _SHOWN:
        yield f"    … and {len(operations) - _SHOWN} more"
    yield from hazard_lines(migration.hazards)
    yield from (f"    assumed: {sentence}" for sentence in migration.assumptions[:_SHOWN])
    if len(migration.assumptions) > _SHOWN:
        yield f"    assumed: … and {len(migration.assumptions) - _SHOWN} more"


def hazard_lines(hazards: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield a line for each hazard, a code and an object, of a migration or its way back, as far as they are shown."""
    yield from (f"    ! {code} {name}" for code, name in hazards[:_SHOWN])
    if len(hazards) > _SHOWN:
        yield f"    ! … and {len(hazards) - _SHOWN} more hazards"


def _phase(migration: MigrationText) -> Iterator[str]:
    if migration.phase == "expand":
        struck = any(code in _STRIKES for code, _ in migration.hazards)
        runs = "but old code is struck by what else it does" if struck else "old code runs on"
        yield f"    → apply it before the new code is deployed; {runs}"
    elif migration.phase == "contract":
        yield "    → apply it when no old code is running any more; until then it waits"


def _proof(proof: Proof | None) -> Iterator[str]:
    if proof is None:
        yield "! Not proved"
    elif proof.lacking is not None:
        yield f"! Not proved: {proof.lacking.message}"
        yield f"    {proof.lacking.help}"
    else:
        from fluxc.prove.costs import short_costs
        from fluxc.report.prove import without_rows

        rows = f"; {count(proof.sample.rows, 'sample row')} tried" if proof.sample.rows else ""
        yield f"✓ Proved on PostgreSQL {proof.major}: {', '.join(proof.truths)}{rows}"
        yield from (f"    {words}" for words in short_costs(proof.costs))
        yield from without_rows(proof)


def _questions(result: BuildResult) -> Iterator[str]:
    for question in result.questions:
        yield from _question(question)
    yield f"Nothing was written: {count(len(result.questions), 'decision')} first."


def _question(question: Question) -> Iterator[str]:
    yield f"? {question.message}  [{question.code}]"
    yield from (f"    • {answer}" for answer in question.answers)


def count(number: int, noun: str) -> str:
    """Return a number with its noun, such as ``1 table`` or ``2 tables``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

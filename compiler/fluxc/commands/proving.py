"""What the commands that prove share: certificates, and the migration that a build will write."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from fluxc.commands.faults import faults_said
from fluxc.commands.proof_server import bases_for, certified_on
from fluxc.commands.templates import templates
from fluxc.diagnostics import Diagnostic, InputError, OutsideError, Severity, Span
from fluxc.history.certificate import Certificate, said
from fluxc.history.delta import apply_delta
from fluxc.history.folder import read_folder
from fluxc.history.migration import Migration
from fluxc.history.parse import parse_down, parse_up
from fluxc.prove.costs import UNREAD, cost_json, cost_lines
from fluxc.prove.proof import ABOUT_ROLES, Proof

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from fluxc.commands.building import Build
    from fluxc.project.layout import Layout
    from fluxc.prove.nothing import After

_UNWRITTEN: Final = (
    "nothing was written; report it as a fault of fluxc with the schema, or have it written unproved by --no-prove"
)
_REFUSED: Final = (
    "nothing was written; correct what the statement was made of, or have it written unproved by --no-prove"
)


def certified(layout: Layout, proof: Proof) -> str | None:
    """Return the certificate of a migration with what was proved now, None where nothing is left of it."""
    servers = dict(certified_on(layout, proof.migration))
    was = servers.get(proof.major, "")
    if proof.lacking is None:  # else nothing was found out
        servers.pop(proof.major, None)
    if proof.proved:
        servers[proof.major] = said((*_lines(proof), *faults_said(proof, was)))
    return Certificate.of(proof.migration, servers).text() if servers else None


def _lines(proof: Proof) -> Iterator[str]:
    """Yield what a certificate says of a proof: nothing that another machine would find otherwise."""
    yield f"proved: {', '.join(proof.truths)}"
    sample = proof.sample
    if sample.rows:
        yield f"rows: {sample.rows} in {sample.tables} {'table' if sample.tables == 1 else 'tables'}"
    for table, reason in sorted(sample.without.items()):
        yield f"without rows: {table}: {' '.join(reason.split())}"
    if ABOUT_ROLES.search(proof.migration.delta):
        yield UNREAD
    yield from cost_lines(proof.costs)
    for finding in proof.findings:
        yield f"{finding.code}: {' '.join(finding.message.partition(chr(10))[0].split())}"


def prove_changes(
    layout: Layout, made: Build, changes: dict[Path, str | None], on_proving: Callable[[str], None]
) -> Proof:
    """Prove the migration that is among the changes that a build is about to make, and put its certificate there.

    Raises InputError where it does not do what it says.
    """
    assert made.heading is not None
    on_proving(made.heading.name)
    try:
        proof = _prove_written(layout, made.heading.name, made)
    except BaseException:
        made.rest()
        raise
    if not proof.proved and proof.lacking is None:
        made.rest()
        raise InputError(_unwritten(proof))
    certificate = layout.certificate(proof.migration.file)
    changes.pop(certificate, None)
    if (text := certified(layout, proof)) is not None or certificate.exists():
        changes[certificate] = text
    return proof


def _unwritten(proof: Proof) -> Iterator[Diagnostic]:
    """Yield why a migration is not written; its files, which the findings speak of, are not there."""
    for item in (item for item in proof.findings if item.severity is Severity.ERROR):
        if proof.refused is None or item.span is None:
            yield item._replace(span=None, help=_UNWRITTEN)
        else:
            said = proof.refused.message
            message = f"PostgreSQL {proof.major} refuses what this build would write: {said}\n    {item.span.excerpt}"
            yield item._replace(code="server-refuses", message=message, span=None, help=_REFUSED)


def _prove_written(layout: Layout, name: str, made: Build) -> Proof:
    """Prove the migration that a build is about to write, behind the sealed ones.

    Where it cannot be tried, for want of a server or of something on it, the proof says why.
    """
    path = layout.migrations / f"{name}.sql"
    up, down = ((str(made.files[file]).encode(), layout.shown(file)) for file in (path, path.with_suffix(".down.sql")))
    migration = Migration.of(parse_up(*up), parse_down(*down))
    history = (*read_folder(layout.out, layout.root, verify=False)[0].sealed, migration)
    try:
        with bases_for(layout, None, history, len(history) - 1) as begun:
            from fluxc.inspect import outside_of
            from fluxc.prove.nothing import After
            from fluxc.prove.prover import Prover
            from fluxc.run.failure import explained  # isort: split  # first the driver, for which the thread waits as well

            before, after = After(made.before, outside_of(made.before)), After.of(made.plan.after)
            with explained("proving migrations"), begun() as bases, Prover(bases, templates(layout)) as prover:
                proof = prover.prove(len(history) - 1, before, after)
                return replace(proof, findings=(*proof.findings, *_misled(migration, before, after)))
    except OutsideError as error:
        return Proof(migration, 0, lacking=error.diagnostic, applied=False)


def _misled(migration: Migration, before: After, after: After) -> Iterator[Diagnostic]:
    """Yield in what the lines of a migration lead elsewhere than to the schema, so that the next build would differ."""
    lines = apply_delta(before.lines, migration.delta)
    for key in sorted(key for key in lines.keys() | after.lines.keys() if lines.get(key) != after.lines.get(key)):
        message = f"{migration.name}: its delta does not lead to what the schema says of {key}"
        yield Diagnostic("wrong-up", message, Span(migration.file, 1))


def proof_json(proof: Proof) -> dict[str, Any]:
    """Return the documented JSON keys of what was proved about a migration."""
    return {
        "proved": proof.proved,
        "truths": list(proof.truths),
        "rows": proof.sample.rows,
        "tables": proof.sample.tables,
        "costs": [cost_json(cost) for cost in proof.costs],
    }

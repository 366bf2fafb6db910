"""What the commands that prove share: the server for it, certificates, and the migration that a build will write."""

from __future__ import annotations

import re
from contextlib import ExitStack, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from fluxc.commands.address import server_for_proofs
from fluxc.commands.faults import faults_said
from fluxc.commands.templates import templates
from fluxc.diagnostics import Diagnostic, InputError, OutsideError, Severity, Span
from fluxc.history.certificate import Certificate, read_certificate, said
from fluxc.history.delta import apply_delta
from fluxc.history.folder import read_folder
from fluxc.history.lines import NAME
from fluxc.history.migration import Migration
from fluxc.history.parse import parse_down, parse_up
from fluxc.inspect import outside_of
from fluxc.model.names import split_name
from fluxc.prove.costs import UNREAD, cost_json, cost_lines
from fluxc.prove.nothing import After
from fluxc.prove.proof import Proof
from fluxc.prove.prover import Prover
from fluxc.prove.trial import ABOUT_ROLES
from fluxc.run.failure import explained
from fluxc.server.kept import kept_server
from fluxc.server.scratch import scratch_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from fluxc.commands.building import Build
    from fluxc.project.layout import Layout
    from fluxc.server.borrowed import Borrowed
    from fluxc.server.scratch import Scratch

_ROLES: Final = re.compile(rf"^-- (?:[-+~] |> role {NAME} => )role ({NAME}) ", re.MULTILINE)
_UNWRITTEN: Final = (
    "nothing was written; report it as a fault of fluxc with the schema, or have it written unproved by --no-prove"
)
_REFUSED: Final = (
    "nothing was written; correct what the statement was made of, or have it written unproved by --no-prove"
)


def server_for(
    layout: Layout, url: str | None, history: Sequence[Migration]
) -> AbstractContextManager[Scratch | Borrowed]:
    """Return the server to prove on: that of ``url`` or of the settings, else the embedded one.

    The embedded one remembers from one command to the next what migrations have led to, where it can.
    """
    named = url or server_for_proofs(layout)
    if named is None:
        # roles are the server's, and would outlive the databases
        about_roles = any(ABOUT_ROLES.search(item.delta) for item in history)
        return scratch_server() if about_roles else kept_server(layout.root)
    from fluxc.server.borrowed import borrowed_server  # most prove on the embedded server

    return borrowed_server(named, {split_name(role)[0] for item in history for role in _ROLES.findall(item.delta)})


def known(layout: Layout, history: Sequence[Migration], major: int) -> set[str]:
    """Return the ids of the migrations that are certified on a server of a major version."""
    return {migration.id for migration in history if major in _servers(layout, migration)}


def certified(layout: Layout, proof: Proof) -> str | None:
    """Return the certificate of a migration with what was proved now, None where nothing is left of it."""
    servers = dict(_servers(layout, proof.migration))
    was = servers.get(proof.major, "")
    if proof.lacking is None:  # else nothing was found out
        servers.pop(proof.major, None)
    if proof.proved:
        servers[proof.major] = said((*_lines(proof), *faults_said(proof, was)))
    return Certificate.of(proof.migration, servers).text() if servers else None


def _servers(layout: Layout, migration: Migration) -> Mapping[int, str]:
    """Return what the certificate of a migration says, by the server, nothing where it is about other statements."""
    with suppress(OSError, UnicodeDecodeError):
        kept = read_certificate(layout.certificate(migration.file).read_text(encoding="utf-8"))
        if kept is not None and kept.covers(migration):
            return kept.servers
    return {}


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
        with explained("proving migrations"), ExitStack() as stack:
            server = stack.enter_context(server_for(layout, None, history))
            done = known(layout, history, server.major)
            prover = stack.enter_context(Prover(server, templates(layout), history, done))
            before, after = After(made.before, outside_of(made.before)), After.of(made.plan.after)
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

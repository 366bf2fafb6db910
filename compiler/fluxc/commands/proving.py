"""The proof of the migrations that a build will write."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from fluxc.commands.address import server_for_proofs
from fluxc.commands.certifying import certified, proof_told
from fluxc.commands.proof_server import bases_for, certified_on
from fluxc.commands.templates import templates
from fluxc.diagnostics import Diagnostic, InputError, OutsideError, Severity, Span
from fluxc.history.delta import apply_delta
from fluxc.history.folder import read_folder
from fluxc.history.migration import Migration
from fluxc.history.parse import parse_down, parse_up
from fluxc.prove.costs import cost_json
from fluxc.prove.proof import Proof
from fluxc.server.engine import locate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from fluxc.commands.building import Build, Written
    from fluxc.project.layout import Layout

_UNWRITTEN: Final = (
    "nothing was written; report it as a fault of fluxc with the schema, or have it written unproved by --no-prove"
)
_REFUSED: Final = (
    "nothing was written; correct what the statement was made of, or have it written unproved by --no-prove"
)


def prove_changes(
    layout: Layout, made: Build, changes: dict[Path, str | None], on_proving: Callable[[str], None]
) -> tuple[Proof, ...]:
    """Prove the migrations that are among the changes that a build is about to make, and put their certificates there.

    Raises InputError where one does not do what it says.
    """
    migrations = [_written(layout, item.heading.name, made) for item in made.written]
    known = [_known(layout, migration, item) for migration, item in zip(migrations, made.written, strict=True)]
    if all(known):
        for migration in migrations:
            changes.pop(layout.certificate(migration.file), None)
        return tuple(filter(None, known))
    on_proving(" and ".join(migration.name for migration in migrations))
    try:
        proofs = _prove_written(layout, migrations, made)
    except BaseException:
        made.rest()
        raise
    if wrong := [proof for proof in proofs if not proof.proved and proof.lacking is None]:
        made.rest()
        raise InputError(finding for proof in wrong for finding in _unwritten(proof))
    for proof in proofs:
        certificate = layout.certificate(proof.migration.file)
        changes.pop(certificate, None)
        if (text := certified(layout, proof)) is not None or certificate.exists():
            changes[certificate] = text
    return proofs


def _written(layout: Layout, name: str, made: Build) -> Migration:
    """Return the migration that a build is about to write."""
    path = layout.migrations / f"{name}.sql"
    up, down = ((str(made.files[file]).encode(), layout.shown(file)) for file in (path, path.with_suffix(".down.sql")))
    return Migration.of(parse_up(*up), parse_down(*down))


def _known(layout: Layout, migration: Migration, made: Written) -> Proof | None:
    """Return the proof of a migration that is only to be sealed, where its certificate tells of one on our server.

    What version somebody else's server has is not known yet.
    """
    if not certified_on(layout, migration) or server_for_proofs(layout) is not None:
        return None
    lines = {item.key_text: item.line() for item in made.plan.after}
    with suppress(OutsideError):
        known = proof_told(layout, migration, locate().major)
        return known if not any(_misled(migration, made.before, lines)) else None
    return None


def _unwritten(proof: Proof) -> Iterator[Diagnostic]:
    """Yield why a migration is not written; its files, which the findings speak of, are not there."""
    for item in (item for item in proof.findings if item.severity is Severity.ERROR):
        if proof.refused is None or item.span is None:
            yield item._replace(span=None, help=_UNWRITTEN)
        else:
            said = proof.refused.message
            message = f"PostgreSQL {proof.major} refuses what this build would write: {said}\n    {item.span.excerpt}"
            yield item._replace(code="server-refuses", message=message, span=None, help=_REFUSED)


def _prove_written(layout: Layout, migrations: Sequence[Migration], made: Build) -> tuple[Proof, ...]:
    """Prove the migrations that a build is about to write, behind the sealed ones; no more behind one that is wrong.

    Where they cannot be tried, for want of a server or of something on it, the proofs say why.
    """
    sealed = read_folder(layout.out, layout.root, verify=False)[0].sealed
    history, found = (*sealed, *migrations), list[Proof]()
    try:
        with bases_for(layout, None, history, len(sealed)) as begun:
            from fluxc.inspect import outside_of
            from fluxc.prove.nothing import After
            from fluxc.prove.prover import Prover
            from fluxc.run.failure import explained  # isort: split  # first the driver, for which the thread waits as well

            with explained("proving migrations"), begun() as bases, Prover(bases, templates(layout)) as prover:
                for number, (migration, item) in enumerate(zip(migrations, made.written, strict=True), len(sealed)):
                    before, after = After(item.before, outside_of(item.before)), After.of(item.plan.after)
                    proof = prover.prove(number, before, after)
                    misled = _misled(migration, before.lines, after.lines)
                    found.append(replace(proof, findings=(*proof.findings, *misled)))
                    if not found[-1].proved:
                        break
    except OutsideError as error:
        return tuple(Proof(migration, 0, lacking=error.diagnostic, applied=False) for migration in migrations)
    return tuple(found)


def _misled(migration: Migration, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yield in what the lines of a migration lead elsewhere than to the schema, so that the next build would differ."""
    lines = apply_delta(before, migration.delta)
    for key in sorted(key for key in lines.keys() | after.keys() if lines.get(key) != after.get(key)):
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

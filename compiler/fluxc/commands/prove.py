"""``fluxc prove``: every migration tried on a throw-away server, and certified."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, NamedTuple

from fluxc.commands.collector import no_collector
from fluxc.commands.faults import faults_json, faults_of
from fluxc.commands.proof_server import bases_for
from fluxc.diagnostics import InputError, Severity
from fluxc.history.delta import replay
from fluxc.history.folder import read_folder
from fluxc.history.write import write_set

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from fluxc.diagnostics import Diagnostic
    from fluxc.history.migration import History
    from fluxc.project.layout import Layout
    from fluxc.prove.proof import Proof


class Proved(NamedTuple):
    """The proofs, on a server of ``major``, and the migrations that were not tried since one before them fails.

    Without a migration there is no server.
    """

    major: int
    proofs: tuple[Proof, ...]
    untried: tuple[str, ...] = ()

    @property
    def wrong(self) -> bool:
        """Whether something is wrong about any of them."""
        return any(not proof.proved and proof.lacking is None for proof in self.proofs)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything that is wrong or could not be tried."""
        wrong = (finding for proof in self.proofs for finding in proof.findings)
        return (*wrong, *(proof.lacking for proof in self.proofs if proof.lacking))


def prove(
    layout: Layout,
    words: Sequence[str] = (),
    *,
    scratch_url: str | None = None,
    faults: bool = False,
    on_proof: Callable[[Proof], None] = lambda _: None,
) -> Proved:
    """Prove the migrations that ``words`` name, or all, and write the certificates of those that hold.

    It is done on a throw-away server, or in databases of its own on that of ``scratch_url`` or of the settings.
    With ``faults`` runs of those that hold are ended in the midst, too.

    Raises InputError (files that are not in order, an unknown migration) and OutsideError (no server, the disk).
    """
    with no_collector():
        return _prove(layout, words, scratch_url, on_proof, faults=faults)


def _prove(
    layout: Layout, words: Sequence[str], scratch_url: str | None, on_proof: Callable[[Proof], None], *, faults: bool
) -> Proved:
    history, findings = read_folder(layout.out, layout.root)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise InputError(findings)
    wanted = _wanted(history, words)
    if not wanted:
        return Proved(0, ())
    replay(history.migrations)  # what does not fit is said before a server starts
    first = next(number for number, migration in enumerate(history.migrations) if migration.id in wanted)
    proofs: list[Proof] = []
    with bases_for(layout, scratch_url, history.migrations, first) as begun:
        from fluxc.commands.certifying import certified
        from fluxc.commands.templates import templates
        from fluxc.prove.nothing import states
        from fluxc.prove.prover import Prover
        from fluxc.run.failure import explained  # isort: split  # first the driver, for which the thread waits as well

        with explained("proving migrations"), ExitStack() as stack:
            bases = stack.enter_context(begun())
            prover = stack.enter_context(Prover(bases, templates(layout)))
            faulty = faults_of(stack, bases.server, history) if faults else None
            waiting = set(wanted)
            for number, (before, after) in enumerate(states(history)):
                if history.migrations[number].id not in wanted:
                    continue
                tried = prover.prove(number, before, after)
                tried = faulty(tried) if faulty else tried
                waiting.discard(tried.migration.id)
                proofs.append(tried)
                on_proof(tried)
                if not waiting or not tried.applied:
                    break
            major = bases.server.major
    write_set({layout.certificate(proof.migration.file): certified(layout, proof) for proof in proofs})
    return Proved(major, tuple(proofs), tuple(item.name for item in history.migrations if item.id in waiting))


def _wanted(history: History, words: Sequence[str]) -> set[str]:
    """Return the ids of the migrations that ``words`` name, or of all."""
    if not words:
        return {migration.id for migration in history.migrations}
    from fluxc.run.apply import found

    return {found(history, word).id for word in words}


def prove_json(result: Proved) -> dict[str, Any]:
    """Return the documented JSON keys."""
    from fluxc.commands.proving import proof_json

    return {
        "server": result.major,
        "proofs": [
            {
                "id": proof.migration.id,
                "name": proof.migration.name,
                **proof_json(proof),
                "faults": faults_json(proof),
            }
            for proof in result.proofs
        ],
        "untried": list(result.untried),
    }

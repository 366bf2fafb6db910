"""``fluxc prove``: every migration tried on a throw-away server, and certified."""

from __future__ import annotations

import re
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fluxc.commands.address import server_for_proofs
from fluxc.commands.collector import no_collector
from fluxc.diagnostics import InputError, Severity
from fluxc.history.certificate import Certificate, read_certificate
from fluxc.history.delta import apply_delta, replay
from fluxc.history.folder import read_folder
from fluxc.history.lines import NAME
from fluxc.history.write import write_set
from fluxc.inspect import outside_of
from fluxc.model.names import split_name
from fluxc.prove.costs import cost_json, cost_words
from fluxc.prove.prover import Prover
from fluxc.prove.trial import After
from fluxc.render.environment import environment
from fluxc.run.apply import found
from fluxc.run.failure import explained
from fluxc.server.scratch import scratch_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from fluxc.diagnostics import Diagnostic
    from fluxc.history.migration import History, Migration
    from fluxc.project.layout import Layout
    from fluxc.prove.proof import Proof
    from fluxc.server.borrowed import Borrowed
    from fluxc.server.scratch import Scratch


_ROLES: Final = re.compile(rf"^-- (?:[-+~] |> role {NAME} => )role ({NAME}) ", re.MULTILINE)


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
    on_proof: Callable[[Proof], None] = lambda _: None,
) -> Proved:
    """Prove the migrations that ``words`` name, or all, and write the certificates of those that hold.

    It is done on a throw-away server, or in databases of its own on that of ``scratch_url`` or of the settings.

    Raises InputError (files that are not in order, an unknown migration) and OutsideError (no server, the disk).
    """
    history, findings = read_folder(layout.out, layout.root)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise InputError(findings)
    wanted = {found(history, word).id for word in words} or {migration.id for migration in history.migrations}
    if not wanted:
        return Proved(0, ())
    replay(history.migrations)  # what does not fit is said before a server starts
    proofs: list[Proof] = []
    with no_collector(), explained("proving migrations"), ExitStack() as stack:
        server = stack.enter_context(_server(scratch_url or server_for_proofs(layout), history))
        prover = stack.enter_context(Prover(server, environment(layout.root)))
        waiting = set(wanted)
        for migration, after in states(history):
            tried = prover.prove(migration, after) if migration.id in wanted else prover.follow(migration, after)
            waiting.discard(migration.id)
            if tried is not None:
                proofs.append(tried)
                on_proof(tried)
            if not waiting or (tried is not None and not tried.applied):
                break
        major = server.major
    write_set({layout.certificate(proof.migration.file): _certified(layout, proof) for proof in proofs})
    return Proved(major, tuple(proofs), tuple(item.name for item in history.migrations if item.id in waiting))


def _server(url: str | None, history: History) -> AbstractContextManager[Scratch | Borrowed]:
    if url is None:
        return scratch_server()
    from fluxc.server.borrowed import borrowed_server  # most prove on the embedded server

    return borrowed_server(
        url, {split_name(role)[0] for item in history.migrations for role in _ROLES.findall(item.delta)}
    )


def states(history: History) -> Iterator[tuple[Migration, After]]:
    """Yield each migration with the state that it leads to."""
    lines: dict[str, str] = {}
    for migration in history.migrations:
        lines = apply_delta(lines, migration.delta)
        yield migration, After(lines, outside_of(lines))


def _certified(layout: Layout, proof: Proof) -> str | None:
    """Return the certificate of a migration with what was proved now, None where nothing is left of it."""
    servers: dict[int, str] = {}
    with suppress(OSError, UnicodeDecodeError):
        kept = read_certificate(layout.certificate(proof.migration.file).read_text(encoding="utf-8"))
        if kept is not None and kept.covers(proof.migration):
            servers |= kept.servers
    if proof.lacking is None:  # else nothing was found out
        servers.pop(proof.major, None)
    if proof.proved:
        servers[proof.major] = "".join(f"{line}\n" for line in _said(proof))
    return Certificate.of(proof.migration, servers).text() if servers else None


def _said(proof: Proof) -> Iterator[str]:
    """Yield what a certificate says of a proof: nothing that another machine would find otherwise."""
    yield f"proved: {', '.join(proof.truths)}"
    sample = proof.sample
    if sample.rows:
        yield f"rows: {sample.rows} in {sample.tables} {'table' if sample.tables == 1 else 'tables'}"
    for table, reason in sorted(sample.without.items()):
        yield f"without rows: {table}: {' '.join(reason.split())}"
    for traced in proof.costs:
        yield f"step {traced.step.number}: {traced.text}"
        yield from (f"  {words}" for words in cost_words(traced.cost))
    for finding in proof.findings:
        yield f"{finding.code}: {' '.join(finding.message.partition(chr(10))[0].split())}"


def prove_json(result: Proved) -> dict[str, Any]:
    """Return the documented JSON keys."""
    return {
        "server": result.major,
        "proofs": [
            {
                "id": proof.migration.id,
                "name": proof.migration.name,
                "proved": proof.proved,
                "truths": list(proof.truths),
                "costs": [cost_json(traced) for traced in proof.costs],
            }
            for proof in result.proofs
        ],
        "untried": list(result.untried),
    }

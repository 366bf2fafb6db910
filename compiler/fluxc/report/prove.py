"""Proofs as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.prove.costs import cost_words
from fluxc.report.build import count
from fluxc.report.diagnostics import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.commands.prove import Proved
    from fluxc.prove.proof import Proof

_NAMED = 5
_COSTS = 20


def proof_text(proof: Proof) -> str:
    """Return what was proved about a migration in a line, and what its statements cost in one each."""
    mark = "✓" if proof.proved else "–" if not proof.findings else "✗"
    said = ", ".join(proof.truths) or "nothing proved"
    lines = [f"{mark} {proof.migration.name}: {said}", *_resumed(proof)]
    for cost in proof.costs[:_COSTS]:
        lines += [f"    {visible(cost.text)}", f"        {visible('; '.join(cost_words(cost)))}"]
    lines += without_rows(proof)
    if len(proof.costs) > _COSTS:
        lines.append(f"    … and {len(proof.costs) - _COSTS} more statements; the certificate has all")
    return "\n".join(lines)


def without_rows(proof: Proof) -> Iterator[str]:
    """Yield the tables for which no sample rows could be made, and why."""
    without = sorted(proof.sample.without.items())
    yield from (f"    no sample rows for {visible(table)}: {visible(reason)}" for table, reason in without[:_NAMED])
    if len(without) > _NAMED:
        yield f"    no sample rows for {len(without) - _NAMED} more tables"


def _resumed(proof: Proof) -> Iterator[str]:
    """Yield what came of the faults, where there were some and the migration stood them."""
    if proof.resumed is None or proof.resumed.findings:
        return
    ended, met = proof.resumed.words
    yield f"    {ended}: resumed to the same catalogue and ledger"
    yield f"    {met}: applied once"
    if not proof.resumed.restarted:
        yield "    the server was not restarted, since it is lent"


def summary(result: Proved) -> str:
    """Return what came of all proofs."""
    if not result.proofs:
        return "There is no migration to prove"
    proved, tried = sum(proof.proved for proof in result.proofs), len(result.proofs)
    said = count(tried, "migration") if proved == tried else f"{proved} of {count(tried, 'migration')}"
    lines = [f"{'✓' if proved == tried else '✗'} {said} proved on PostgreSQL {result.major}"]
    if result.untried:
        named = ", ".join(result.untried[:_NAMED]) + (" …" if len(result.untried) > _NAMED else "")
        lines.append(f"not tried, since a migration before them cannot be applied: {named}")
    return "\n".join(lines)

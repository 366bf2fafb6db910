"""Proofs as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.report.build import count

if TYPE_CHECKING:
    from fluxc.commands.prove import Proved
    from fluxc.prove.proof import Proof

_NAMED = 5


def proof_line(proof: Proof) -> str:
    """Return one line on a migration: what was proved about it."""
    mark = "✓" if proof.proved else "–" if not proof.findings else "✗"
    said = ", ".join(proof.truths) or "nothing proved"
    return f"{mark} {proof.migration.name}: {said}"


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

"""What a certificate says of a proof, and the proof of which one tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fluxc.commands.certificates import unproved
from fluxc.commands.faults import faults_said, is_about_faults
from fluxc.commands.proof_server import certified_on
from fluxc.history.certificate import Certificate, lines_of, said
from fluxc.prove.costs import QUALIFIED, UNREAD, cost_lines, read_costs
from fluxc.prove.proof import ABOUT_ROLES, Proof, Sample, Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.history.migration import Migration
    from fluxc.project.layout import Layout

_TRUTHS: Final = re.compile(r"proved: (.*)")
_ROWS: Final = re.compile(r"rows: (\d{1,9}) in (\d{1,9}) tables?")
_WITHOUT: Final = re.compile(rf"without rows: ({QUALIFIED}): (.*)", re.DOTALL)
_COST: Final = re.compile(r"  |step \d")


def certified(layout: Layout, proof: Proof) -> str | None:
    """Return the certificate of a migration with what was proved now, None where nothing is left of it."""
    servers = dict(certified_on(layout, proof.migration))
    was = servers.get(proof.major, "")
    if proof.lacking is None:  # else nothing was found out
        servers.pop(proof.major, None)
    if proof.proved:
        servers[proof.major] = said((*_lines(proof), *faults_said(proof, was)))
    return Certificate.of(proof.migration, servers).text() if servers else None


def proof_told(layout: Layout, migration: Migration, major: int) -> Proof | None:
    """Return the proof on a server of which the certificate of a migration tells.

    None where there is none, where that is not whole, or where it says something that it does not say in full.
    """
    text = certified_on(layout, migration).get(major, "")
    lines = lines_of(text.rstrip("\n"))
    truths = _TRUTHS.fullmatch(lines[0])
    if truths is None or unproved(text, migration) or not set(truths[1].split(", ")) <= set(Truth):
        return None
    rows, tables, without = 0, 0, dict[str, str]()
    costs: list[str] = []
    for line in lines[1:]:
        if count := _ROWS.fullmatch(line):
            rows, tables = int(count[1]), int(count[2])
        elif table := _WITHOUT.fullmatch(line):
            without[table[1]] = table[2]
        elif _COST.match(line):
            costs.append(line)
        elif line != UNREAD and not is_about_faults(line):
            return None
    found = tuple(map(Truth, truths[1].split(", ")))
    return Proof(migration, major, found, sample=Sample(rows, tables, without), costs=read_costs(costs))


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

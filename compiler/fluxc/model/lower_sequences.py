"""Declared sequences into objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.domain import DomainFile
from fluxc.model.lower_options import counting
from fluxc.model.lower_privileges import lower_privileges
from fluxc.model.sequence import Sequence, SequenceDeclaration

if TYPE_CHECKING:
    from fluxc.model.domain_files import Files
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering


def lower_sequences(low: Lowering, domain: str, files: Files) -> None:
    """Take in the sequences of a domain that have a section of their own."""
    mine: dict[str, Sequence] = {}
    low.scope.sequences[domain] = mine
    for file, place in files:
        for name, said in file.sequences.items() if isinstance(file, DomainFile) else ():
            where = place / "sequences" / name
            if low.findings.name(name, "sequence", where):
                item = _sequence(low, low.scope.domains[domain], name, said or SequenceDeclaration(), where)
                low.add(item, where, said.was if said else None)
                if said:
                    lower_privileges(low, item, *said.access(), where)
                mine[name] = item


def _sequence(low: Lowering, namespace: str, name: str, said: SequenceDeclaration, place: Place) -> Sequence:
    options = counting(low, said, place)
    if said.unlogged:
        low.findings.needs(15, "an unlogged sequence", place / "unlogged")
    if said.owned_by is not None:
        low.owners.append(((namespace, name), said.owned_by, place / "owned_by"))
    return Sequence(
        place=(namespace,), name=name, doc=said.doc, type=said.type, counting=options, unlogged=said.unlogged
    )

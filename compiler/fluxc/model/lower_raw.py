"""Declared raw SQL into objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model import statement_text
from fluxc.model.domain import DomainFile
from fluxc.model.lower_bodies import depends_on
from fluxc.model.raw import Raw

if TYPE_CHECKING:
    from fluxc.model.domain_files import Files
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering


def lower_raw(low: Lowering, domain: str, files: Files) -> None:
    """Take in the raw SQL of a domain."""
    for file, place in files:
        for name, said in file.raw.items() if isinstance(file, DomainFile) else ():
            where = place / "raw" / name
            up, down = _block(low, said.up, where / "up"), _block(low, said.down, where / "down")
            if low.findings.name(name, "raw SQL", where) and up is not None and down is not None:
                needs = depends_on(low, domain, said.depends_on, where / "depends_on")
                item = Raw(place=(low.scope.domains[domain],), name=name, up=up, down=down, depends_on=needs)
                low.add(item, where)


def _block(low: Lowering, text: str, place: Place) -> str | None:
    """Return statements without the blanks around them, ended by ``;``; record what is wrong with them."""
    problem = statement_text.block_problem(text)
    if problem is not None:
        low.findings.add("bad-raw", problem, place, "write whole SQL statements with `;` between them")
        return None
    block = text.strip()
    return statement_text.ended(block)

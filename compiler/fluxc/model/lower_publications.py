"""Declared publications into objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import did_you_mean
from fluxc.model.lower_expressions import over_columns
from fluxc.model.publication import EVERYTHING, Publication, PublishedTable
from fluxc.model.publication_declaration import PublicationDeclaration, PublishedTableDeclaration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.domain_files import Files
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering
    from fluxc.model.publication import Published
    from fluxc.model.publication_declaration import PublicationForm


def lower_publications(low: Lowering, domain: str, files: Files) -> None:
    """Take in the publications of a domain's files, or of the shared files where ``domain`` is empty."""
    for file, place in files:
        for name, form in file.publications.items():
            where = place / "publications" / name
            if low.findings.name(name, "publication", where):
                _lower(low, domain, name, form, where)


def _lower(low: Lowering, domain: str, name: str, form: PublicationForm, place: Place) -> None:
    long = form if isinstance(form, PublicationDeclaration) else PublicationDeclaration(tables=form, domains=[])
    inside = place / "tables" if long is form else place
    everything = long.tables == "all"
    if everything and long.domains:
        message = "all tables are published, so those of a domain are anyway"
        low.findings.add("bad-publication", message, place / "domains", "leave `domains` out", key=True)
        return
    if long.domains:
        low.findings.needs(15, "a publication of whole domains", place / "domains")
    if long.generated == "stored":
        low.findings.needs(18, "a publication of stored generated columns", place / "generated")
    item = Publication(
        name=name,
        doc=long.doc,
        everything=everything,
        tables=tuple(sorted(_tables(low, domain, long, inside), key=lambda table: table.path)),
        namespaces=tuple(sorted(_namespaces(low, long, place / "domains"))),
        publish=_publish(long),
        via_root=long.via_root,
        stored=long.generated == "stored",
    )
    if wrong := _wrong(item):
        low.findings.add("bad-publication", wrong[0], place, wrong[1])
    else:
        low.add(item, place, long.was)


def _tables(low: Lowering, domain: str, long: PublicationDeclaration, place: Place) -> Iterator[PublishedTable]:
    for number, form in enumerate(long.tables if long.tables != "all" else ()):
        said = (
            form if isinstance(form, PublishedTableDeclaration) else PublishedTableDeclaration(table=form, columns=[])
        )
        here = place / number
        where = here / "table" if said is form else here
        found = low.scope.target(said.table, domain, where)
        if found is None:
            continue
        draft, named = found
        if named:
            message = "the columns of a published table stand in its long form"
            low.findings.add("bad-publication", message, where, "write {table: NAME, columns: [a, b]}")
        for column in said.columns:
            if column not in draft.columns:
                low.scope.unknown_column(draft, column, here / "columns")
        if said.columns or said.where is not None:
            low.findings.needs(15, "a part of a table in a publication", here)
        text = over_columns(low, draft, said.where, here / "where") if said.where is not None else None
        yield PublishedTable(path=draft.path, columns=tuple(sorted(set(said.columns))), where=text)


def _namespaces(low: Lowering, long: PublicationDeclaration, place: Place) -> Iterator[str]:
    for number, domain in enumerate(long.domains):
        if domain in low.scope.domains:
            yield low.scope.domains[domain]
        elif domain in low.scope.domains.values():
            yield domain
        else:
            cure = did_you_mean(domain, low.scope.domains)
            low.findings.add("bad-publication", f"there is no domain `{domain[:70]}`", place / number, cure)


def _publish(long: PublicationDeclaration) -> tuple[Published, ...]:
    said = long.publish
    return EVERYTHING if said is None else tuple(event for event in EVERYTHING if event in said)


def _wrong(item: Publication) -> tuple[str, str] | None:
    """Return why PostgreSQL would refuse a publication, and the cure."""
    paths = [table.path for table in item.tables]
    if len(set(paths)) < len(paths):
        return "a table is published twice", "name it once"
    if item.namespaces and any(table.columns for table in item.tables):
        return "columns are chosen beside whole domains", "name the tables of the domains instead, or every column"
    return None

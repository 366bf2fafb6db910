"""Declared exclusion constraints into objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.lexer import LexicalError
from fluxc.model import names, part_text
from fluxc.model.access_method import ANYTHING, METHODS
from fluxc.model.constraint import Exclusion
from fluxc.model.draft import listed
from fluxc.model.index_declaration import PartDeclaration
from fluxc.model.label import label
from fluxc.model.lower_expressions import over_columns
from fluxc.model.lower_indexes import included, index_part, part_of
from fluxc.model.parameters import parameters
from fluxc.model.spelling import folded

if TYPE_CHECKING:
    from fluxc.model import declared
    from fluxc.model.draft import TableDraft
    from fluxc.model.findings import Place
    from fluxc.model.index import IndexPart
    from fluxc.model.index_declaration import Part
    from fluxc.model.lowering import Lowering


def lower_exclusions(low: Lowering, draft: TableDraft) -> None:
    """Take in the exclusion constraints of a table."""
    for said, place in draft.exclusions():
        pairs = [_pair(low, draft, part, place / "on" / at) for at, part in enumerate(said.long.on)]
        known = [pair for pair in pairs if pair is not None]
        if len(known) == len(pairs) and (item := _exclusion(low, draft, said, known, place)):
            low.add(item, place, said.long.was)


def _exclusion(
    low: Lowering, draft: TableDraft, said: declared.Exclusion, pairs: list[tuple[IndexPart, str]], place: Place
) -> Exclusion | None:
    long = said.long
    where = over_columns(low, draft, long.where, place / "where") if long.where is not None else None
    if long.where is not None and where is None:
        return None
    if not METHODS.get(long.using, ANYTHING).excludes:
        message = f"an exclusion constraint cannot use access method {long.using}"
        low.findings.add("bad-index", message, place / "using", "use gist, spgist, btree or hash")
        return None
    if draft.form.partition_by is not None:
        low.findings.needs(17, "an exclusion constraint of a partitioned table", place)
    include = included(low, draft, listed(long.include), place / "include")
    labels = [*(part.column or label(part.expression or "") for part, _ in pairs), *include]
    return Exclusion(
        place=draft.path,
        name=low.name(said.name, names.exclusion_name(draft.path[-1], labels), "constraint", place),
        doc=long.doc,
        method=long.using,
        parts=tuple(part for part, _ in pairs),
        operators=tuple(operator for _, operator in pairs),
        where=where,
        include=include,
        parameters=parameters(low.findings, long.parameters, place / "with"),
        tablespace=low.optional_name(long.tablespace, "tablespace", place / "tablespace"),
        deferrable=bool(long.deferrable),
        deferred=long.deferrable == "initially deferred",
    )


def _pair(low: Lowering, draft: TableDraft, said: Part, place: Place) -> tuple[IndexPart, str] | None:
    try:
        if isinstance(said, PartDeclaration):
            operator = part_text.operator_text(folded(said.operator or ""))
            part = index_part(low, draft, said, place)
        else:
            taken = part_text.take_apart(said, excluding=True)
            operator = taken.operator or ""
            part = part_of(low, draft, taken, place, plain=_column(taken.key, draft))
    except (part_text.PartTextError, LexicalError) as problem:
        cure = getattr(problem, "help", "write an operator such as `=` or `&&`")
        low.findings.add("bad-index", str(problem), place, cure)
        return None
    return (part, operator) if part is not None else None


def _column(key: str, draft: TableDraft) -> str | None:
    if key in draft.columns:
        return key
    try:
        return names.unquote(key)
    except ValueError:
        return None

"""Declared indexes into objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.diagnostics import did_you_mean
from fluxc.model import expression, names, part_text
from fluxc.model.access_method import ANYTHING, METHODS
from fluxc.model.draft import listed
from fluxc.model.index import Index, IndexPart
from fluxc.model.index_declaration import PartDeclaration
from fluxc.model.label import label
from fluxc.model.lower_expressions import over_columns
from fluxc.model.lower_options import named_collation
from fluxc.model.opclass import wrong_class
from fluxc.model.parameters import parameters

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from fluxc.model import declared
    from fluxc.model.draft import TableDraft
    from fluxc.model.findings import Place
    from fluxc.model.index_declaration import IndexDeclaration, Part
    from fluxc.model.lowering import Lowering

_EXTENSIONS = frozenset({"bloom", "hnsw", "ivfflat", "rum", "zombodb", "bm25", "diskann", "pgroonga"})


def lower_indexes(low: Lowering, draft: TableDraft) -> Iterable[tuple[str, ...]]:
    """Take in the indexes of a table; yield the columns that each leads with, where it holds every row."""
    for said, place in draft.indexes():
        listed_parts = said.on if isinstance(said.on, list) else [said.on]
        parts = [index_part(low, draft, part, _part_place(said, place, at)) for at, part in enumerate(listed_parts)]
        known = [part for part in parts if part is not None]
        options = _options(low, draft, said.long, place) if said.long else {}
        if options is None or len(known) < len(parts) or not parts:
            continue
        name = low.name(said.name, _derived(draft, known, options.get("include", ())), "index", place)
        targets = tuple(_targets(low, listed_parts, place))
        item = Index(place=draft.path, name=name, doc=said.doc, parts=tuple(known), statistics=targets, **options)
        _check_method(low, item, place)
        low.add(item, place, said.was)
        if item.where is None and item.method == "btree":
            yield tuple(part.column or "" for part in known)


def _targets(low: Lowering, parts: Sequence[Part], place: Place) -> Iterable[tuple[int, int]]:
    """Yield the numbers of the keys with statistics of their own; record columns, which have theirs in the table."""
    for number, part in enumerate(parts, start=1):
        if not isinstance(part, PartDeclaration) or part.statistics is None:
            continue
        if part.expression is None:
            message = f"column {part.column} has its statistics in the table"
            low.findings.add("bad-index", message, place, "say `statistics` of the column, where it is declared")
        else:
            yield number, part.statistics


def _part_place(said: declared.Index, place: Place, at: int) -> Place:
    within = place / "on" if said.long else place
    return within / at if isinstance(said.on, list) else within


def _derived(draft: TableDraft, parts: Sequence[IndexPart], include: Sequence[str]) -> str:
    labels = [part.column or label(part.expression or "") for part in parts]
    return names.index_name(draft.path[-1], [*labels, *include])


def _options(low: Lowering, draft: TableDraft, long: IndexDeclaration, place: Place) -> dict[str, Any] | None:
    """Return the attributes that only the long form can say; None where one of them has no meaning."""
    where = over_columns(low, draft, long.where, place / "where") if long.where is not None else None
    if long.where is not None and where is None:
        return None
    if long.nulls_not_distinct:
        low.findings.needs(15, "`nulls_not_distinct`", place / "nulls_not_distinct")
    return {
        "unique": long.unique,
        "where": where,
        "method": long.using,
        "include": included(low, draft, listed(long.include), place / "include"),
        "nulls_distinct": not (long.nulls_not_distinct and long.unique),
        "parameters": parameters(low.findings, long.parameters, place / "with"),
        "tablespace": low.optional_name(long.tablespace, "tablespace", place / "tablespace"),
    }


def included(low: Lowering, draft: TableDraft, columns: list[str], place: Place) -> tuple[str, ...]:
    """Return the columns that an index holds beside its key, those that the table has; record the others."""
    for column in columns:
        if column not in draft.columns:
            low.scope.unknown_column(draft, column, place)
    stored(low, draft, columns, place)
    return tuple(column for column in columns if column in draft.columns)


def stored(low: Lowering, draft: TableDraft, columns: Iterable[str], place: Place) -> None:
    """Record those of the columns that are computed when they are read, of which no key and no index can be."""
    for column in columns:
        if column in draft.columns and draft.columns[column].virtual:
            message = f"column {column} is virtual, and keys and indexes take stored columns only"
            low.findings.add("bad-index", message, place, f"leave `virtual` out of column {column}")


def _check_method(low: Lowering, item: Index, place: Place) -> None:
    """Record what the access method of an index cannot do."""
    method = METHODS.get(item.method, ANYTHING)
    if item.method not in METHODS and item.method not in _EXTENSIONS:
        near = did_you_mean(item.method, [*METHODS, *_EXTENSIONS])
        if near:
            low.findings.add("bad-index", f"there is no access method `{item.method[:70]}`", place / "using", near)
            return
    if item.unique and not method.unique:
        what, cure = "be unique", "leave `unique` out, or use btree"
    elif len(item.parts) > 1 and not method.several:
        what, cure = "have several keys", "make an index for each"
    elif not method.ordered and any(part.descending or part.nulls for part in item.parts):
        what, cure = "keep an order", "leave `desc` and `nulls` out"
    elif item.include and not method.include:
        what, cure = "hold further columns", "leave `include` out"
    else:
        return
    low.findings.add("bad-index", f"an index of access method {item.method} cannot {what}", place, cure)


def index_part(low: Lowering, draft: TableDraft, said: Part, place: Place) -> IndexPart | None:
    """Return a part of an index; record what is wrong with it and return None."""
    if isinstance(said, str) and said in draft.columns and not draft.columns[said].virtual:
        return IndexPart(column=said)
    try:
        taken = _long(low, draft, said) if isinstance(said, PartDeclaration) else part_text.take_apart(said)
    except (part_text.PartTextError, ValueError) as problem:
        low.findings.add("bad-index", str(problem), place, getattr(problem, "help", ""))
        return None
    return part_of(low, draft, taken, place, plain=_plain_column(said, taken, draft))


def _long(low: Lowering, draft: TableDraft, said: PartDeclaration) -> part_text.PartText:
    if (said.column is None) == (said.expression is None):
        raise part_text.PartTextError("a part of an index is a column or an expression", "give just one of the two")
    return part_text.PartText(
        key=said.column or said.expression or "",
        collation=named_collation(low, draft.domain, said.collation) if said.collation is not None else None,
        opclass=part_text.opclass_text(said.opclass) if said.opclass is not None else None,
        descending=said.order == "desc",
        nulls=said.nulls,
    )


def _plain_column(said: Part, taken: part_text.PartText, draft: TableDraft) -> str | None:
    """Return the column that a part is over, None where it is over an expression."""
    if isinstance(said, PartDeclaration):
        return said.column
    if taken.key in draft.columns:
        return taken.key
    try:
        return names.unquote(taken.key)
    except ValueError:
        return None


def part_of(
    low: Lowering, draft: TableDraft, taken: part_text.PartText, place: Place, *, plain: str | None
) -> IndexPart | None:
    """Return the part that a text taken apart means; record what is wrong and return None."""
    nulls = None if taken.nulls == ("first" if taken.descending else "last") else taken.nulls  # there anyway
    collation = taken.collation
    if collation is not None and low.scope.collations:
        collation = names.qualified(*low.scope.collation(names.split_name(collation), draft.domain))
    if collation is not None:
        low.known_to_target(f"collate {collation}", place)
    rest = IndexPart(collation=collation, opclass=taken.opclass, descending=taken.descending, nulls=nulls)
    stored(low, draft, [plain] if plain is not None else [], place)
    if plain is None:
        sql = over_columns(low, draft, taken.key, place)
        stored(low, draft, expression.identifiers(sql) if sql is not None else (), place)
        return rest.model_copy(update={"expression": sql}) if sql is not None else None
    if plain not in draft.columns:
        low.scope.unknown_column(draft, plain, place)
        return None
    if taken.opclass is not None and (found := low.types.get((draft.path, plain))) is not None:
        wrong = wrong_class(taken.opclass, low.scope.base(found))
        if wrong:
            low.findings.add("bad-index", f"column {plain}: {wrong}", place, "use a class of the column's type")
    return rest.model_copy(update={"column": plain})

"""Declared views and materialized views into objects."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

from fluxc.model import expression, names, part_text
from fluxc.model.domain import DomainFile
from fluxc.model.draft import ColumnDraft, TableDraft, listed
from fluxc.model.index_declaration import IndexDeclaration, PartDeclaration
from fluxc.model.lower_cluster import mark_indexes
from fluxc.model.lower_indexes import lower_indexes
from fluxc.model.lower_privileges import lower_column_privileges, lower_privileges
from fluxc.model.lower_query import statement
from fluxc.model.lower_rules import lower_rules
from fluxc.model.parameters import parameters
from fluxc.model.shortform import Spec
from fluxc.model.table import TableDeclaration
from fluxc.model.view import (
    ColumnSettings,
    MaterializedView,
    MaterializedViewDeclaration,
    Queried,
    View,
    ViewColumnDeclaration,
    ViewDeclaration,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.domain_files import Files
    from fluxc.model.findings import Place
    from fluxc.model.index_declaration import IndexForm, Part
    from fluxc.model.lowering import Lowering
    from fluxc.model.statistics_declaration import StatisticsDeclaration, StatisticsForm

Declared = TypeVar("Declared")


def lower_views(low: Lowering, domain: str, files: Files) -> None:
    """Take in the views and the materialized views of a domain."""
    for file, place in files:
        if not isinstance(file, DomainFile):
            continue
        for name, form, where in _named(low, file.views, place / "views", "view"):
            long = (
                ViewDeclaration(query=form, columns=[], rules={}, triggers={}, depends_on=[])
                if isinstance(form, str)
                else form
            )
            _view(low, domain, name, long, where)
        for name, said, where in _named(low, file.materialized_views, place / "materialized_views", "view"):
            _materialized_view(low, domain, name, said, where)


def _named(
    low: Lowering, forms: Mapping[str, Declared], place: Place, noun: str
) -> Iterator[tuple[str, Declared, Place]]:
    for name, form in forms.items():
        if low.findings.name(name, noun, place / name):
            yield name, form, place / name


def _view(low: Lowering, domain: str, name: str, said: ViewDeclaration, place: Place) -> None:
    common = _common(low, domain, name, said, place)
    if common is None:
        return
    if said.security_invoker:
        low.findings.needs(15, "`security_invoker`", place / "security_invoker")
    for column, _ in _settings(low, said, place):
        message = f"column {column} of a view has no values of its own to be kept"
        low.findings.add("bad-column", message, place / "columns" / column, "say it of a materialized view")
    item = View(
        **common,
        security_barrier=said.security_barrier,
        security_invoker=said.security_invoker,
        check_option=said.check_option,
        column_defaults=_defaults(low, domain, said, place),
    )
    low.add(item, place, said.was)
    _privileges(low, item, said, place)
    lower_rules(low, domain, item.key.path, said.rules, place / "rules", of_view=True)
    if said.triggers:
        from fluxc.model.lower_triggers import Relation, lower_triggers  # few views have any

        columns = item.columns or None
        lower_triggers(low, Relation(domain, item.key.path, columns, view=True), said.triggers, place / "triggers")


def _materialized_view(
    low: Lowering, domain: str, name: str, form: str | MaterializedViewDeclaration, place: Place
) -> None:
    said = (
        MaterializedViewDeclaration(query=form, columns=[], indexes=[], statistics=[], storage={}, depends_on=[])
        if isinstance(form, str)
        else form
    )
    common = _common(low, domain, name, said, place)
    if common is None:
        return
    settings = tuple(sorted(_settings(low, said, place), key=itemgetter(0)))
    if isinstance(said.columns, dict):
        for column, long in said.columns.items():
            if isinstance(long, ViewColumnDeclaration) and long.default is not None:
                where = place / "columns" / column / "default"
                low.findings.add("bad-default", "nobody inserts into a materialized view", where, "leave it out")
    item = MaterializedView(
        **common,
        parameters=tuple(sorted(parameters(low.findings, said.storage, place / "storage"))),
        tablespace=low.optional_name(said.tablespace, "tablespace", place / "tablespace"),
        method=low.optional_name(said.using, "access method", place / "using"),
        settings=settings,
    )
    low.add(item, place, said.was)
    _privileges(low, item, said, place)
    if said.indexes or said.cluster_on:
        draft = _draft(domain, item, said, place)
        for _ in lower_indexes(low, draft):
            pass
        mark_indexes(low, draft)
    if said.statistics:
        from fluxc.model.lower_statistics import lower_statistics  # few materialized views have any

        lower_statistics(low, _draft(domain, item, said, place), said.statistics, place / "statistics")


def _settings(
    low: Lowering, said: ViewDeclaration | MaterializedViewDeclaration, place: Place
) -> Iterator[tuple[str, ColumnSettings]]:
    """Yield by their names what is said of how columns are kept."""
    for column, long in said.columns.items() if isinstance(said.columns, dict) else ():
        if isinstance(long, ViewColumnDeclaration) and long.is_kept:
            options: dict[str, str | float] = dict(long.options.items())
            kept = tuple(sorted(parameters(low.findings, options, place / "columns" / column / "options")))
            yield (
                column,
                ColumnSettings(
                    storage=long.storage, compression=long.compression, statistics=long.statistics, options=kept
                ),
            )


def _common(
    low: Lowering, domain: str, name: str, said: ViewDeclaration | MaterializedViewDeclaration, place: Place
) -> dict[str, Any] | None:
    """Return the attributes that every view has; None where its query is none."""
    where = place / "query" if "query" in said.model_fields_set and not _is_text(place) else place
    text = statement(low.findings, said.query, where)
    if text is None:
        return None
    low.known_to_target(text, where)
    columns = said.columns if isinstance(said.columns, list) else []
    for number, column in enumerate(columns):
        if low.findings.name(column, "column", place / "columns" / number) and column in columns[:number]:
            message = f"column `{column}` is named twice"
            low.findings.add("column-twice", message, place / "columns" / number, "give each column a name of its own")
    docs: Mapping[str, Any] = said.columns if isinstance(said.columns, dict) else {}
    comments = {column: form if isinstance(form, str) else form.doc for column, form in docs.items()}
    return {
        "place": (low.scope.domains[domain],),
        "name": name,
        "doc": said.doc,
        "query": text,
        "columns": tuple(columns),
        "column_docs": tuple(sorted((column, doc) for column, doc in comments.items() if doc)),
        "depends_on": depends_on(low, domain, said.depends_on, place / "depends_on"),
    }


def _privileges(
    low: Lowering, item: Queried, said: ViewDeclaration | MaterializedViewDeclaration, place: Place
) -> None:
    lower_privileges(low, item, *said.access(), place)
    for column, form in said.columns.items() if isinstance(said.columns, dict) else ():
        if isinstance(form, ViewColumnDeclaration) and form.grants is not None:
            lower_column_privileges(low, item, column, form.grants, place / "columns" / column)


def _is_text(place: Place) -> bool:
    data: Any = place.document.data
    for part in place.path:
        data = data[part]
    return isinstance(data, str)


def _defaults(low: Lowering, domain: str, said: ViewDeclaration, place: Place) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for column, form in said.columns.items() if isinstance(said.columns, dict) else ():
        if isinstance(form, ViewColumnDeclaration) and form.default is not None:
            sql = low.sql(form.default, domain, place / "columns" / column / "default")
            if sql is not None:
                found.append((column, sql))
    return tuple(sorted(found))


def depends_on(low: Lowering, domain: str, said: str | list[str], place: Place) -> tuple[str, ...]:
    """Return the qualified names that a declaration depends on; record those that are no names."""
    found: set[str] = set()
    for text in listed(said):
        try:
            path = names.split_name(text)
        except ValueError:
            message = f"`{text[:70]}` is no name"
            low.findings.add("bad-name", message, place, "write NAME, or DOMAIN.NAME for another domain's")
            continue
        *spaces, name = path
        space = low.scope.domains.get(spaces[0], spaces[0]) if spaces else low.scope.domains[domain]
        found.add(names.qualified(space, name))
    return tuple(sorted(found))


def _draft(domain: str, item: MaterializedView, said: MaterializedViewDeclaration, place: Place) -> TableDraft:
    """Return the view as a table with the columns that it names, or else those that what is over them mentions."""
    said_of_it = {"indexes": said.indexes, "cluster_on": said.cluster_on}
    form = TableDeclaration.model_validate({}).model_copy(update=said_of_it)
    known = said.columns if isinstance(said.columns, list) and said.columns else sorted(set(_mentioned(said)))
    draft = TableDraft(domain, (item.place[0], item.name), place, form, groups=[(form, place)])
    draft.columns = {name: ColumnDraft(name, Spec("text"), place) for name in known}
    return draft


def _mentioned(said: MaterializedViewDeclaration) -> Iterator[str]:
    for each in _each(said.statistics):
        for text in each if isinstance(each, list) else each.on:
            yield from [text] if re.fullmatch(r"[\w $]+", text) else _of_expression(text)
    forms: list[IndexForm] = [*(said.indexes.values() if isinstance(said.indexes, dict) else said.indexes)]
    for form in forms:
        on = form.on if isinstance(form, IndexDeclaration) else form
        for part in on if isinstance(on, list) else [on]:
            yield from _of_part(part)
        if isinstance(form, IndexDeclaration):
            yield from listed(form.include)
            yield from _of_expression(form.where or "")


def _each(said: StatisticsForm) -> list[list[str] | StatisticsDeclaration]:
    return [*(said.values() if isinstance(said, dict) else said)]


def _of_part(part: Part) -> Iterator[str]:
    if isinstance(part, PartDeclaration):
        if part.column is not None:
            yield part.column
        yield from _of_expression(part.expression or "")
        return
    try:
        key = part_text.take_apart(part).key
    except part_text.PartTextError:
        return
    try:
        yield names.unquote(key)
    except ValueError:
        yield from _of_expression(key)


def _of_expression(text: str) -> Iterator[str]:
    if text and expression.problem(text) is None:
        yield from expression.identifiers(text)

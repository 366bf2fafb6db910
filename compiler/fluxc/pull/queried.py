"""Views and materialized views as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from fluxc.model.index import Index
from fluxc.model.names import split_name
from fluxc.model.statistics import Statistics
from fluxc.pull.emit import Block
from fluxc.pull.index import derived_index_name, index_form, long_index
from fluxc.pull.options import Group, parameters_form, some
from fluxc.pull.privileges import access_form, column_grants
from fluxc.pull.rule import rules_form
from fluxc.pull.statistics import derived_statistics_name, long_statistics, statistics_form
from fluxc.pull.trigger import triggers_form

if TYPE_CHECKING:
    from fluxc.model.view import ColumnSettings, MaterializedView, Queried, View
    from fluxc.pull.sight import Sight


def view_form(item: View, sight: Sight) -> object:
    """Return the query of a view, or the long form where more is said."""
    return _form(
        item,
        sight,
        item.column_defaults,
        security_barrier=item.security_barrier,
        security_invoker=item.security_invoker,
        check_option=item.check_option,
        rules=rules_form(item.key.path, sight),
        triggers=triggers_form(item.key.path, sight),
    )


def materialized_view_form(item: MaterializedView, sight: Sight) -> object:
    """Return the query of a materialized view, or the long form where more is said."""
    indexes = sight.state.members(item.key.path, Index)
    group = Group(
        "indexes",
        indexes,
        derived_index_name,
        lambda index: index_form(index, sight, ()),
        lambda index: long_index(index, sight, ()),
    )
    return _form(
        item,
        sight,
        indexes=group.whole(),
        statistics=_statistics(item, sight),
        cluster_on=next((index.name for index in indexes if index.clustered), None),
        storage=parameters_form(item.parameters) or None,
        tablespace=item.tablespace,
        using=item.method,
        settings=item.settings,
    )


def _statistics(item: MaterializedView, sight: Sight) -> object:
    found = sight.state.members(item.key.path, Statistics)
    group = Group(
        "statistics",
        found,
        derived_statistics_name,
        lambda one: statistics_form(one, sight, ()),
        lambda one: long_statistics(one, sight, ()),
    )
    return group.whole()


def text_form(text: str) -> str:
    """Return SQL of several lines so that it becomes a literal block; the line break at its end means nothing."""
    return f"{text}\n" if "\n" in text else text


def _form(
    item: Queried,
    sight: Sight,
    defaults: tuple[tuple[str, str], ...] = (),
    settings: tuple[tuple[str, ColumnSettings], ...] = (),
    **rest: Any,
) -> object:
    query = text_form(item.query)
    said = some(
        **access_form(item, sight),
        doc=item.doc,
        columns=_columns(item, sight, dict(defaults), settings) or None,
        depends_on=[sight.name(split_name(name)) for name in item.depends_on],
        **rest,
    )
    return Block(query=query, **said) if said else query


def _columns(
    item: Queried, sight: Sight, defaults: dict[str, str], settings: tuple[tuple[str, ColumnSettings], ...]
) -> object:
    if item.columns:
        return list(item.columns)
    docs, grants, kept = dict(item.column_docs), column_grants(item, sight), dict(settings)
    return {
        name: _column(docs.get(name), defaults.get(name), _rest(kept.get(name), grants.get(name)), sight)
        for name in sorted({*docs, *defaults, *grants, *kept})
    }


def _rest(kept: ColumnSettings | None, grants: dict[str, Any] | None) -> dict[str, Any]:
    """Return how a column is kept, and what roles may do with it."""
    if kept is None:
        return some(grants=grants)
    options = parameters_form(kept.options) or None
    return some(
        storage=kept.storage,
        compression=kept.compression,
        statistics=kept.statistics,
        options=options,
        grants=grants,
    )


def _column(doc: str | None, default: str | None, rest: dict[str, Any], sight: Sight) -> object:
    if default is None and not rest:
        return cast("str", doc)
    return some(doc=doc, default=None if default is None else sight.default(default), **rest)

"""What triggers and publications say of other objects, once these have other paths."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model import expression

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxc.model.publication import Publication, PublishedTable
    from fluxc.model.text_search import TextSearchConfiguration
    from fluxc.model.trigger import Trigger
    from fluxc.plan.operation import Path


def trigger_moved(item: Trigger, old: Path, new: Path) -> dict[str, Any]:
    """Return the attributes of a trigger that differ once its function and its other table went along."""
    update: dict[str, Any] = {}
    if item.source[: len(old)] == old:
        update["source"] = (*new, *item.source[len(old) :])
    if len(item.function) > 1 and item.function[: len(old)] == old:
        update["function"] = (*new, *item.function[len(old) :])
    return update


def configuration_moved(item: TextSearchConfiguration, old: Path, new: Path) -> dict[str, Any]:
    """Return the attributes of a text search configuration that differ once its dictionaries went along."""
    mappings = tuple(
        (token, tuple((*new, *path[len(old) :]) if path[: len(old)] == old else path for path in paths))
        for token, paths in item.mappings
    )
    return {"mappings": mappings} if mappings != item.mappings else {}


def publication_moved(item: Publication, old: Path, new: Path) -> dict[str, Any]:
    """Return the attributes of a publication that differ once its tables and namespaces went along."""
    update: dict[str, Any] = {}
    if len(old) == 1 and old[0] in item.namespaces:
        update["namespaces"] = tuple(sorted({new[0] if name == old[0] else name for name in item.namespaces}))
    tables = _each(item, lambda table: _moved(table, old, new))
    return update | ({"tables": tables} if tables != item.tables else {})


def _moved(table: PublishedTable, old: Path, new: Path) -> PublishedTable:
    if table.path[: len(old)] != old:
        return table
    return table.model_copy(update={"path": (*new, *table.path[len(old) :])})


def publication_renamed(item: Publication, table: Path, old: str, new: str) -> dict[str, Any]:
    """Return the attributes of a publication that differ once a column of a table has another name."""
    tables = _each(item, lambda each: _renamed(each, old, new) if each.path == table else each)
    return {"tables": tables} if tables != item.tables else {}


def _renamed(table: PublishedTable, old: str, new: str) -> PublishedTable:
    columns = tuple(sorted(new if name == old else name for name in table.columns))
    where = expression.renamed(table.where, old, new, table.path[-1]) if table.where is not None else None
    return table.model_copy(update={"columns": columns, "where": where})


def _each(item: Publication, change: Callable[[PublishedTable], PublishedTable]) -> tuple[PublishedTable, ...]:
    return tuple(sorted(map(change, item.tables), key=lambda table: table.path))

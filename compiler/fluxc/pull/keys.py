"""Primary keys and unique constraints as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model import names
from fluxc.model.constraint import PrimaryKey, Unique
from fluxc.pull.options import deferring_form, parameters_form, some

if TYPE_CHECKING:
    from fluxc.pull.sight import Sight

Key = PrimaryKey | Unique


def key_name(item: Key) -> str:
    """Return the name that PostgreSQL would give a key."""
    table = item.place[-1]
    if isinstance(item, PrimaryKey):
        return names.primary_key_name(table)
    return names.unique_name(table, (*item.columns, *item.include))


def is_at_column(item: Key) -> bool:
    """Return whether a word at its only column says all of a key."""
    distinct = isinstance(item, PrimaryKey) or item.nulls_distinct
    return len(item.columns) == 1 and item.plain and distinct and item.doc is None and item.name == key_name(item)


def key_form(item: Key, sight: Sight) -> object:
    """Return a key without its name: the column, the list of columns, or the long form."""
    del sight
    long = long_key(item)
    return long["columns"] if len(long) == 1 else long


def long_key(item: Key) -> dict[str, Any]:
    """Return a key in the long form, without its name."""
    return some(
        columns=list(item.columns) if len(item.columns) > 1 else "".join(item.columns),
        include=list(item.include),
        without_overlaps=item.temporal,
        nulls_not_distinct=isinstance(item, Unique) and not item.nulls_distinct,
        **deferring_form(item),
        **{"with": parameters_form(item.parameters) or None},
        tablespace=item.tablespace,
        doc=item.doc,
    )


def primary_key_form(item: PrimaryKey, sight: Sight) -> object:
    """Return what stands under ``primary_key``, the name in it where it has one of its own."""
    if item.name == key_name(item):
        return key_form(item, sight)
    return {**long_key(item), "name": item.name}

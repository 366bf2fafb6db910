"""What follows when a column gets another name: the server keeps references itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model import expression
from fluxc.model.column import Column
from fluxc.model.constraint import Check, Exclusion, ForeignKey, PrimaryKey, Unique
from fluxc.model.followed import column_followed
from fluxc.model.index import Index
from fluxc.model.policy import Policy
from fluxc.model.privileges import Privileges
from fluxc.model.publication import Publication
from fluxc.model.sequence import Sequence
from fluxc.model.state import Key
from fluxc.model.statistics import Statistics
from fluxc.model.table import Table
from fluxc.model.trigger import Trigger
from fluxc.plan.moved import counters_follow, in_expressions, part_changed
from fluxc.plan.moved_apart import publication_renamed
from fluxc.plan.operation import renamed_in_place

if TYPE_CHECKING:
    from fluxc.model.index import IndexPart
    from fluxc.model.partition import PartitionKey
    from fluxc.model.state import Object
    from fluxc.plan.operation import Objects, Path


def column_renamed(objects: Objects, table: Path, old: str, new: str) -> None:
    """Let constraints, indexes and the foreign keys of other tables follow a column to its new name."""
    changes: dict[Key, Object] = {}
    below = {table}
    for key, item in objects.items():
        update = _inside(item, old, new) if item.place == table else _elsewhere(item, table, old, new)
        if isinstance(item, Table) and (key.path == table or item.partition_of in below):
            below.add(key.path)
            if item.not_nulls:
                pairs = ((new if column == old else column, name) for column, name in item.not_nulls)
                update["not_nulls"] = tuple(sorted(pairs))
            if item.not_null_kinds:
                its = ((new if column == old else column, kinds) for column, kinds in item.not_null_kinds)
                update["not_null_kinds"] = tuple(sorted(its))
        if isinstance(item, Table) and item.partition_by and key.path == table:
            update["partition_by"] = _key_renamed(item.partition_by, table, old, new)
        if isinstance(item, ForeignKey) and item.target == table:
            update["target_columns"] = _swapped(item.target_columns, old, new)
        if isinstance(item, Policy):
            update.update(_column_followed(item, table, old, new))
        if update:
            changes[key] = item.model_copy(update=update)
    renamed_in_place(objects, changes)
    for path in [item.key.path for item in objects.values() if isinstance(item, Table) and table in item.parents]:
        own = objects.get(Key(Column.kind, (*path, old)))
        if own is not None:  # the server renames what is merged along
            renamed_in_place(objects, {own.key: own.at(*path, new)})
        column_renamed(objects, path, old, new)
    counters_follow(objects)


def _inside(item: Object, old: str, new: str) -> dict[str, Any]:
    """Return what changes of an object that lies in the table of the column."""
    update: dict[str, Any] = {}
    texts = isinstance(item, Check | Index | Exclusion | Policy | Statistics)
    if isinstance(item, PrimaryKey | Unique | ForeignKey):
        update["columns"] = _swapped(item.columns, old, new)
    elif texts or (isinstance(item, Column) and item.generated):
        update.update(in_expressions(item, lambda text: expression.renamed(text, old, new, item.place[-1])))
    elif isinstance(item, Privileges) and item.name == old:
        update["name"] = new
    elif isinstance(item, Trigger):
        update.update(in_expressions(item, lambda text: _of_rows(text, old, new)))
        update["columns"] = _swapped(item.columns, old, new)
    for attribute in ("include", "on_delete_columns"):
        if names := getattr(item, attribute, ()):
            update[attribute] = _swapped(names, old, new)
    if isinstance(item, Statistics):
        update["columns"] = tuple(sorted(_swapped(item.columns, old, new)))
    if isinstance(item, Index | Exclusion):
        parts: tuple[IndexPart, ...] = update.get("parts", item.parts)
        update["parts"] = tuple(
            part.model_copy(update={"column": new}) if part.column == old else part for part in parts
        )
    return update


def _elsewhere(item: Object, table: Path, old: str, new: str) -> dict[str, Any]:
    """Return what changes of an object that lies outside the table of the column."""
    if isinstance(item, Publication):
        return dict(publication_renamed(item, table, old, new))
    if isinstance(item, Sequence) and item.owned_by == (*table, old):
        return {"owned_by": (*table, new)}
    return {}


def _key_renamed(key: PartitionKey, table: Path, old: str, new: str) -> PartitionKey:
    plain = (part.model_copy(update={"column": new}) if part.column == old else part for part in key.parts)
    parts = tuple(part_changed(part, lambda text: expression.renamed(text, old, new, table[-1])) for part in plain)
    return key.model_copy(update={"parts": parts})


def _column_followed(item: Policy, table: Path, old: str, new: str) -> dict[str, Any]:
    return in_expressions(item, lambda text: column_followed(text, item.place[0], table, old, new))


def _of_rows(text: str, old: str, new: str) -> str:
    return expression.renamed(expression.renamed(text, old, new, "old"), old, new, "new")


def _swapped(names: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    return tuple(new if name == old else name for name in names)

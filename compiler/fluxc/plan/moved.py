"""What follows when the path of a namespace, table, enum or column changes: the server keeps references itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model import expression, types
from fluxc.model.calls import with_calls
from fluxc.model.column import Column
from fluxc.model.composite import Composite
from fluxc.model.constraint import Check, Exclusion, ForeignKey
from fluxc.model.domain_type import DomainType
from fluxc.model.extension import Extension
from fluxc.model.followed import relation_followed
from fluxc.model.index import Index, IndexPart
from fluxc.model.names import qualified, split_name
from fluxc.model.policy import Policy
from fluxc.model.privileges import Privileges, SequencePrivileges
from fluxc.model.publication import Publication
from fluxc.model.range_type import RangeType
from fluxc.model.routine import Routine
from fluxc.model.sequence import Sequence
from fluxc.model.sequence_names import with_sequences
from fluxc.model.statistics import Statistics
from fluxc.model.table import Table
from fluxc.model.text_search import TextSearchConfiguration
from fluxc.model.trigger import Trigger
from fluxc.plan.moved_apart import configuration_moved, publication_moved, trigger_moved
from fluxc.plan.operation import renamed_in_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxc.model.composite import Attribute
    from fluxc.model.state import Key, Object
    from fluxc.plan.operation import Objects, Path


def moved(objects: Objects, old: Path, new: Path) -> None:
    """Put everything under path ``old`` under ``new``, and let types and foreign keys follow."""
    changes: dict[Key, Object] = {}
    for key, item in objects.items():
        update: dict[str, Any] = {}
        if item.place[: len(old)] == old:
            update["place"] = new + item.place[len(old) :]
        elif isinstance(item, Privileges) and key.path == old:
            update |= {"place": new[:-1], "name": new[-1]}
        if isinstance(item, ForeignKey) and item.target[: len(old)] == old:
            update["target"] = new + item.target[len(old) :]
        if isinstance(item, Table) and any(path[: len(old)] == old for path in item.inherits):
            update["inherits"] = tuple(_follow(path, old, new) for path in item.inherits)
        if isinstance(item, Table) and item.partition_of[: len(old)] == old and item.partition_of:
            update["partition_of"] = new + item.partition_of[len(old) :]
        if isinstance(item, Sequence) and item.owned_by[: len(old)] == old:
            update["owned_by"] = new + item.owned_by[len(old) :]
        if isinstance(item, Extension) and (item.namespace,) == old:
            update["namespace"] = new[0]
        update.update(_retyped(item, old, new))
        if isinstance(item, TextSearchConfiguration):
            update.update(configuration_moved(item, old, new))
        elif isinstance(item, Publication):
            update.update(publication_moved(item, old, new))
        elif isinstance(item, Policy):
            update.update(in_expressions(item, lambda text: relation_followed(text, old, new)))
        if update:
            changes[key] = item.model_copy(update=update)
    _replaced(objects, changes)
    counters_follow(objects)
    if len(old) == 1:
        moved_collation(objects, old, new)


def _follow(path: Path, old: Path, new: Path) -> Path:
    return new + path[len(old) :] if path[: len(old)] == old else path


def owned_moved(objects: Objects, table: Path) -> None:
    """Let the sequences that columns of a table own follow it into its namespace."""
    for item in list(objects.values()):
        if isinstance(item, Sequence) and item.owned_by[:2] == table and item.place != table[:1]:
            there = item.at(table[0], item.name)
            renamed_in_place(objects, {item.key: there})
            moved_type(objects, item.key.path, there.key.path)


def moved_type(objects: Objects, old: Path, new: Path) -> None:
    """Let columns of a type, casts to it, and defaults that draw from a sequence, follow it to another path."""
    changes: dict[Key, Object] = {}
    for key, item in objects.items():
        update = _retyped(item, old, new)
        if isinstance(item, Privileges) and key.path == old:
            update |= {"place": new[:-1], "name": new[-1]}
        if update:
            changes[key] = item.model_copy(update=update)
    _replaced(objects, changes)


def _replaced(objects: Objects, changes: dict[Key, Object]) -> None:
    if any(isinstance(item, Routine) for item in changes.values()):
        from fluxc.plan.retyped import privileges_follow  # many schemas have no routine

        privileges_follow(objects, changes)
    renamed_in_place(objects, changes)


def _retyped(item: Object, old: Path, new: Path) -> dict[str, Any]:
    def name(path: Path) -> str | None:
        return qualified(*new, *path[len(old) :]) if len(path) == 2 and path[: len(old)] == old else None

    def retyped(text: str) -> str:
        found = types.parse(text)
        if len(found.path) < 2 or found.path[: len(old)] != old:
            return text
        return types.Type(new + found.path[len(old) :], found.modifiers, found.array).text

    update = in_expressions(
        item, lambda text: with_calls(with_sequences(expression.qualified_casts(text, name), name), name)
    )
    if isinstance(item, Trigger):
        update |= trigger_moved(item, old, new)
    if isinstance(item, Routine):
        from fluxc.plan.retyped import retyped_routine  # many schemas have no routine

        update.update(retyped_routine(item, name))
    if isinstance(item, Column) and (text := retyped(item.type)) != item.type:
        update["type"] = text
    if isinstance(item, DomainType | Composite | RangeType):
        update |= _made_of(item, retyped)
    return update


def _made_of(item: DomainType | Composite | RangeType, change: Callable[[str], str]) -> dict[str, Any]:
    """Return the attributes of a type that differ once ``change`` went over the types that it is made of."""
    match item:
        case DomainType():
            return {"type": change(item.type)} if change(item.type) != item.type else {}
        case RangeType():
            return {"subtype": change(item.subtype)} if change(item.subtype) != item.subtype else {}
        case Composite():
            members = tuple(member.model_copy(update={"type": change(member.type)}) for member in item.members)
            return {"members": members} if members != item.members else {}


def moved_collation(objects: Objects, old: Path, new: Path) -> None:
    """Let everything that is ordered by a collation follow it to another name, or all of a namespace to another."""
    changes: dict[Key, Object] = {}
    for key, item in objects.items():
        if update := _reordered(item, old, new):
            changes[key] = item.model_copy(update=update)
    renamed_in_place(objects, changes)


def _reordered(item: Object, old: Path, new: Path) -> dict[str, Any]:
    """Return the attributes of an object that name a collation whose path changes."""

    def change(text: str) -> str:
        path = split_name(text)
        return qualified(*new, *path[len(old) :]) if len(path) > 1 and path[: len(old)] == old else text

    update: dict[str, Any] = {}
    for attribute in ("collation", "copied"):
        text = getattr(item, attribute, None)
        if text is not None and change(text) != text:
            update[attribute] = change(text)
    for attribute in ("parts", "members"):
        parts: tuple[IndexPart | Attribute, ...] = getattr(item, attribute, ())
        if any(part.collation and change(part.collation) != part.collation for part in parts):
            update[attribute] = tuple(
                part.model_copy(update={"collation": change(part.collation)}) if part.collation else part
                for part in parts
            )
    return update


def in_expressions(item: Object, change: Callable[[str], str]) -> dict[str, Any]:
    """Return the attributes of an object that differ once ``change`` went over each of its expressions."""
    update: dict[str, Any] = {}
    if isinstance(item, Column):
        update["default"] = change(item.default) if item.default is not None else None
        update["generated"] = change(item.generated) if item.generated is not None else None
    elif isinstance(item, DomainType):
        update["default"] = change(item.default) if item.default is not None else None
        update["checks"] = tuple(
            check.model_copy(update={"expression": change(check.expression)}) for check in item.checks
        )
    elif isinstance(item, Check):
        update["expression"] = change(item.expression)
    elif isinstance(item, Index | Exclusion):
        update["parts"] = tuple(part_changed(part, change) for part in item.parts)
        update["where"] = change(item.where) if item.where is not None else None
    elif isinstance(item, Statistics):
        update["expressions"] = tuple(map(change, item.expressions))
    elif isinstance(item, Policy):
        update["using"] = change(item.using) if item.using is not None else None
        update["check"] = change(item.check) if item.check is not None else None
    elif isinstance(item, Trigger):
        update["condition"] = change(item.condition) if item.condition is not None else None
    return {name: value for name, value in update.items() if value != getattr(item, name)}


def part_changed(part: IndexPart, change: Callable[[str], str]) -> IndexPart:
    """Return a key of an index with ``change`` gone over its expression."""
    return part if part.expression is None else part.model_copy(update={"expression": change(part.expression)})


def counters_follow(objects: Objects) -> None:
    """Let privileges on the sequences of identity columns know their names."""
    for item in [item for item in objects.values() if isinstance(item, SequencePrivileges)]:
        column = objects.get(item.target)
        if isinstance(column, Column) and column.sequence is not None:
            objects[item.key] = item.model_copy(update={"sequence": column.sequence})

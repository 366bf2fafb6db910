"""The names an object takes, and the objects it rests on."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from fluxc.model import expression
from fluxc.model.column import Column
from fluxc.model.constraint import Check, Constraint, Exclusion, ForeignKey, Indexed, PrimaryKey, Unique
from fluxc.model.enum import Enum
from fluxc.model.extension import Extension
from fluxc.model.index import Index
from fluxc.model.namespace import Namespace, namespace_key
from fluxc.model.privileges import Privileges
from fluxc.model.sequence import Sequence
from fluxc.model.sequence_names import sequence_names
from fluxc.model.state import Key
from fluxc.model.table import Table
from fluxc.model.types import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.state import Object, State

Claim = tuple[str, ...]


def claims(item: Object) -> Iterator[Claim]:
    """Yield the names an object takes: relations and types by namespace, constraints by table."""
    match item:
        case Table():
            yield "relation", item.place[0], item.name
            yield "type", item.place[0], item.name
        case Enum():
            yield "type", item.place[0], item.name
        case Index() | Sequence():
            yield "relation", item.place[0], item.name
        case Column() if item.sequence:
            yield "relation", item.place[0], item.sequence
        case Constraint():
            yield "constraint", *item.place, item.name
            if isinstance(item, Indexed):
                yield "relation", item.place[0], item.name
        case Namespace() | Extension():
            yield item.kind, item.name
        case _:
            pass


def mentioned(item: Object) -> frozenset[str]:
    """Return the columns of its own table that an object in it mentions, in lists and in expressions."""
    match item:
        case Column():
            return expression.identifiers(item.generated) if item.generated is not None else frozenset()
        case PrimaryKey() | Unique():
            return frozenset((*item.columns, *item.include))
        case ForeignKey():
            return frozenset(item.columns)
        case Check():
            return expression.identifiers(item.expression)
        case Index() | Exclusion():
            texts = [part.expression for part in item.parts if part.expression] + ([item.where] if item.where else [])
            plain = frozenset(item.include).union(part.column for part in item.parts if part.column)
            return plain.union(*(expression.identifiers(text) for text in texts))
        case _:
            return frozenset()


def by_expression(item: Object) -> bool:
    """Return whether PostgreSQL keeps an expression for the object, which a change of type may not survive."""
    return isinstance(item, Check) or (
        isinstance(item, Index | Exclusion) and bool(item.where or any(part.expression for part in item.parts))
    )


def rests_on(item: Object, state: State) -> set[Key]:
    """Return the keys of the objects that must be there for ``item`` to be there."""
    keys: set[Key] = set()
    match item:
        case Table() | Enum():
            keys.add(namespace_key(item.place[0]))
            if isinstance(item, Table) and item.parents:
                keys.update(Key(Table.kind, path) for path in item.parents)
        case Sequence():
            keys.add(namespace_key(item.place[0]))
        case Extension():
            keys.add(namespace_key(item.namespace))
        case Privileges():
            keys.add(item.target)
        case Column():
            keys.add(Key(Table.kind, item.place))
            keys.update(type_keys(item.type))
            keys.update(default_keys(item.default))
            keys.update(Key(Column.kind, (*item.place, name)) for name in mentioned(item))
        case Constraint() | Index():
            keys.add(Key(Table.kind, item.place))
            keys.update(Key(Column.kind, (*item.place, name)) for name in mentioned(item))
            if isinstance(item, ForeignKey):
                keys.update(target_keys(item, state))
        case _:
            pass
    table = state.get(Key(Table.kind, item.place)) if len(item.place) == 2 else None
    if isinstance(table, Table) and table.parents:
        return {key for one in keys for key in _owners(one, state)}
    return keys


def _owners(key: Key, state: State) -> Iterator[Key]:
    """Yield the key of a column where it is told: in the table itself, or in those that it has it from."""
    table = state.get(Key(Table.kind, key.path[:2])) if key.kind == Column.kind and key not in state.objects else None
    if not isinstance(table, Table):
        yield key
        return
    for path in table.parents:
        yield from _owners(Key(Column.kind, (*path, key.path[2])), state)


@lru_cache(maxsize=16384)
def type_keys(text: str) -> tuple[Key, ...]:
    """Return the keys of the objects that a column's type is made of."""
    path = parse(text).path
    return (Key(Enum.kind, path),) if len(path) > 1 else ()


def default_keys(text: str | None) -> Iterator[Key]:
    """Yield the keys of the sequences that a default draws from."""
    for path in sequence_names(text) if text is not None else ():
        yield Key(Sequence.kind, path)


def target_keys(item: ForeignKey, state: State) -> Iterator[Key]:
    """Yield the keys of the table and the members of it that a foreign key refers to."""
    yield Key(Table.kind, item.target)
    yield from (Key(Column.kind, (*item.target, name)) for name in item.target_columns)
    yield from (
        key.key for key in unique_keys(state.under(item.target)) if unique_columns(key) == set(item.target_columns)
    )


def bindings(item: Object, *, going: bool) -> Iterator[Claim]:
    """Yield what a key or a foreign key gives up by ``going``, or else waits for before it comes.

    Of several keys over its target columns a foreign key is bound to one that the server chooses. So a key goes
    before such a foreign key comes, and comes after such a foreign key went; either stands by what stays.
    A partition takes rows that others left: those that went, and those that take other rows now.
    """
    if isinstance(item, ForeignKey):
        yield "key" if not going else "reference", *item.target, *sorted(item.target_columns)
    if isinstance(item, Table) and item.partition_of:
        yield "rows", *item.partition_of
        if not going:
            yield "bounds", *item.partition_of
    for key in unique_keys((item,)):
        yield "key" if going else "reference", *item.place, *sorted(unique_columns(key))


def unique_keys(items: Iterable[Object]) -> Iterator[PrimaryKey | Unique | Index]:
    """Yield those objects that a foreign key may rest on."""
    for item in items:
        if (isinstance(item, PrimaryKey | Unique) and not item.deferrable) or (
            isinstance(item, Index) and item.unique and item.where is None and all(part.column for part in item.parts)
        ):
            yield item


def unique_columns(item: PrimaryKey | Unique | Index) -> set[str]:
    """Return the columns that are unique together."""
    if isinstance(item, Index):
        return {part.column for part in item.parts if part.column}
    return set(item.columns)

"""The names an object takes, and the objects it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.model import expression
from fluxc.model.calls import called
from fluxc.model.column import Column
from fluxc.model.constraint import Check, Constraint, Exclusion, ForeignKey, Indexed, PrimaryKey, Unique
from fluxc.model.enum import Enum
from fluxc.model.index import Index
from fluxc.model.names import split_name
from fluxc.model.namespace import Namespace, namespace_key
from fluxc.model.relation_names import relation_keys
from fluxc.model.sequence import Sequence
from fluxc.model.sequence_names import sequence_names
from fluxc.model.state import ROUTINES, Key
from fluxc.model.table import Table
from fluxc.model.types import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.state import Object, State

Claim = tuple[str, ...]

_MATERIALIZED: Final = "materialized_view"
_COLLATION: Final = "collation"


def claims(item: Object) -> Iterator[Claim]:
    """Yield the names an object takes: relations and types by namespace, constraints by table."""
    match item:
        case Table():
            yield "relation", item.place[0], item.name
            yield "type", item.place[0], item.name
        case Enum():
            yield from (("type", item.place[0], name) for name in item.type_names)
        case Index() | Sequence():
            yield "relation", item.place[0], item.name
        case Column():
            if item.sequence:
                yield "relation", item.place[0], item.sequence
        case Constraint():
            yield "constraint", *item.place, item.name
            if isinstance(item, Indexed):
                yield "relation", item.place[0], item.name
        case Namespace():
            yield item.kind, item.name
        case _:
            from fluxc.model.other_claims import claimed  # many schemas have nothing else

            yield from claimed(item)


def mentioned(item: Object) -> frozenset[str]:
    """Return the columns of its own table that an object in it mentions, in lists and in expressions."""
    match item:
        case Column():
            return expression.identifiers(item.generated) if item.generated is not None else frozenset[str]()
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
        case _ if item.attached:
            from fluxc.model.other_claims import mentioned_by  # many schemas have nothing of the kind

            return mentioned_by(item)
        case _:
            return frozenset()


def rests_on(item: Object, state: State) -> set[Key]:
    """Return the keys of the objects that must be there for ``item`` to be there."""
    keys: set[Key] = set()
    match item:
        case Table():
            keys.add(namespace_key(item.place[0]))
            keys.update(Key(Table.kind, path) for path in item.parents)
        case Enum() | Sequence():
            keys.add(namespace_key(item.place[0]))
        case Column():
            keys.add(Key(Table.kind, item.place))
            keys.update(type_keys(item.type, state))
            keys.update(default_keys(item.default))
            keys.update(collation_keys(item.collation))
            keys.update(Key(Column.kind, (*item.place, name)) for name in mentioned(item))
            keys.update(call_keys(item, state))
            keys.update(relation_keys(item, state))
        case Index() if Key(Table.kind, item.place) not in state.objects:
            keys.add(Key(_MATERIALIZED, item.place))
        case Constraint() | Index():
            keys.add(Key(Table.kind, item.place))
            keys.update(Key(Column.kind, (*item.place, name)) for name in mentioned(item))
            keys.update(call_keys(item, state))
            if isinstance(item, ForeignKey):
                keys.update(target_keys(item, state))
            elif isinstance(item, Index | Exclusion):
                keys.update(key for part in item.parts for key in collation_keys(part.collation))
        case Namespace():
            pass
        case _:
            from fluxc.model.other_claims import needed  # many schemas have nothing else

            keys.update(needed(item, state))
    if state.made:
        from fluxc.model.made import raw_keys

        keys.update(key for key in raw_keys(item, state) if key != item.key)
    table = state.get(Key(Table.kind, item.place)) if len(item.place) == 2 else None
    if isinstance(table, Table) and table.parents:
        from fluxc.model.inherited import twins_above  # most tables are alone

        return {key for one in keys for key in _owners(one, state)}.union(twins_above(item, state))
    return keys


def bindings(item: Object, *, going: bool) -> Iterator[Claim]:
    """Yield what a key or a foreign key gives up by ``going``, or else waits for before it comes.

    Of several keys over its target columns a foreign key is bound to one that the server chooses. So a key goes
    before such a foreign key comes, and comes after such a foreign key went; either stands by what stays.
    A partition takes rows that others left: those that went, and those that take other rows now.
    A policy that calls a routine means the only one of the name that is there: it goes before another one comes, and
    comes after the other one went.
    """
    if item.kind in ROUTINES:
        yield "call" if going else "caller", *called_by(item.key)
    if isinstance(item, ForeignKey):
        yield "key" if not going else "reference", *item.target, *sorted(item.target_columns)
    if isinstance(item, Table) and item.partition_of:
        yield "rows", *item.partition_of
        if not going:
            yield "bounds", *item.partition_of
    for key in (*unique_keys((item,)), *unique_keys((item,), temporal=True)):
        yield "key" if going else "reference", *item.place, *sorted(unique_columns(key))


def by_expression(item: Object) -> bool:
    """Return whether PostgreSQL keeps an expression for the object, which a change of type may not survive."""
    return isinstance(item, Check) or (
        isinstance(item, Index | Exclusion) and bool(item.where or any(part.expression for part in item.parts))
    )


def expressions(item: Object) -> Iterator[str]:
    """Yield the expressions of a column, a constraint or an index."""
    match item:
        case Column():
            yield from (text for text in (item.default, item.generated) if text is not None)
        case Check():
            yield item.expression
        case Index() | Exclusion():
            yield from (part.expression for part in item.parts if part.expression is not None)
            yield from (item.where,) if item.where is not None else ()
        case _:
            pass


def call_keys(item: Object, state: State) -> Iterator[Key]:
    """Yield the keys of the routines that the expressions of a member of a table call, whatever their arguments."""
    if not state.routines:
        return
    for text in expressions(item):
        for path in called(text):
            yield from state.routines.get((path[0], path[-1]), ())


def _owners(key: Key, state: State) -> Iterator[Key]:
    """Yield the key of a column where it is told: in the table itself, or in those that it has it from."""
    table = state.get(Key(Table.kind, key.path[:2])) if key.kind == Column.kind and key not in state.objects else None
    if not isinstance(table, Table):
        yield key
        return
    for path in table.parents:
        yield from _owners(Key(Column.kind, (*path, key.path[2])), state)


def type_keys(text: str, state: State) -> tuple[Key, ...]:
    """Return the keys of the objects that a type, as its text says it, is made of."""
    path = parse(text).path
    found = state.type_key(path) if len(path) > 1 else None
    return (found,) if found is not None else ()


def collation_keys(text: str | None) -> Iterator[Key]:
    """Yield the key of the collation of this name where it is one that a schema declares."""
    path = split_name(text) if text is not None else ()
    if len(path) > 1 and path[0] != "pg_catalog":
        yield Key(_COLLATION, path)


def default_keys(text: str | None) -> Iterator[Key]:
    """Yield the keys of the sequences that a default draws from."""
    for path in sequence_names(text) if text is not None else ():
        yield Key(Sequence.kind, path)


def target_keys(item: ForeignKey, state: State) -> Iterator[Key]:
    """Yield the keys of the table with its partitions, and the members of it, that a foreign key refers to."""
    yield Key(Table.kind, item.target)
    yield from (Key(Table.kind, path) for path in state.partitions(item.target))
    yield from (Key(Column.kind, (*item.target, name)) for name in item.target_columns)
    yield from (key.key for key in keys_of(item, state))


def keys_of(item: ForeignKey, state: State) -> list[PrimaryKey | Unique | Index]:
    """Return what makes the columns unique that a foreign key refers to."""
    about = ("keys", item.target, item.temporal)
    by_columns: dict[frozenset[str], list[PrimaryKey | Unique | Index]] | None = state.recalled.get(about)
    if by_columns is None:
        by_columns = state.recalled[about] = {}
        for key in unique_keys(state.under(item.target), temporal=item.temporal):
            by_columns.setdefault(frozenset(unique_columns(key)), []).append(key)
    return by_columns.get(frozenset(item.target_columns), [])


def called_by(key: Key) -> tuple[str, str]:
    """Return what stands for all routines of one name: their namespace and the quoted name without types."""
    return key.path[0], key.path[1].partition("(")[0]


def unique_keys(items: Iterable[Object], *, temporal: bool = False) -> Iterator[PrimaryKey | Unique | Index]:
    """Yield those objects that a foreign key, a ``temporal`` one or another, may rest on."""
    for item in items:
        if (isinstance(item, PrimaryKey | Unique) and not item.deferrable and item.temporal == temporal) or (
            not temporal
            and isinstance(item, Index)
            and item.unique
            and item.where is None
            and all(part.column for part in item.parts)
        ):
            yield item


def unique_columns(item: PrimaryKey | Unique | Index) -> set[str]:
    """Return the columns that are unique together."""
    if isinstance(item, Index):
        return {part.column for part in item.parts if part.column}
    return set(item.columns)

"""The names an object takes, and the objects it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.model import expression, mentions
from fluxc.model.attached import Attached
from fluxc.model.calls import called
from fluxc.model.collation import Collation
from fluxc.model.column import Column
from fluxc.model.composite import Composite
from fluxc.model.constraint import Check, Constraint, Exclusion, ForeignKey, Indexed, PrimaryKey, Unique
from fluxc.model.domain_type import DomainType
from fluxc.model.enum import Enum
from fluxc.model.extension import Extension
from fluxc.model.index import Index
from fluxc.model.mentions import mentioned as named
from fluxc.model.mentions import words
from fluxc.model.names import quote, split_name
from fluxc.model.namespace import Namespace, namespace_key
from fluxc.model.policy import Policy
from fluxc.model.privileges import Privileges
from fluxc.model.publication import Publication
from fluxc.model.range_type import RangeType
from fluxc.model.raw import Raw
from fluxc.model.routine import Routine
from fluxc.model.rule import Rule
from fluxc.model.sequence import Sequence
from fluxc.model.sequence_names import sequence_names
from fluxc.model.state import Key
from fluxc.model.statistics import Statistics
from fluxc.model.table import Table
from fluxc.model.text_search import TextSearchConfiguration, TextSearchDictionary
from fluxc.model.trigger import Trigger
from fluxc.model.types import parse
from fluxc.model.view import MaterializedView, Queried, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.state import Object, State

Claim = tuple[str, ...]

RELATIONS: Final = (Table.kind, "view", "materialized_view")
"""The kinds of what triggers and the like hang on."""


def claims(item: Object) -> Iterator[Claim]:
    """Yield the names an object takes: relations and types by namespace, constraints by table."""
    match item:
        case Table():
            yield "relation", item.place[0], item.name
            yield "type", item.place[0], item.name
        case View() | MaterializedView():
            yield "relation", item.place[0], item.name
            yield "type", item.place[0], item.name
        case Enum() | DomainType() | Composite() | RangeType():
            yield from (("type", item.place[0], name) for name in item.type_names)
            if isinstance(item, Composite):
                yield "relation", item.place[0], item.name
        case Collation():
            yield "collation", item.place[0], item.name
        case Index() | Sequence():
            yield "relation", item.place[0], item.name
        case Column() if item.sequence:
            yield "relation", item.place[0], item.sequence
        case Constraint():
            yield "constraint", *item.place, item.name
            if isinstance(item, Indexed):
                yield "relation", item.place[0], item.name
        case Namespace() | Extension() | Publication():
            yield item.kind, item.name
        case Statistics() | TextSearchDictionary() | TextSearchConfiguration():
            yield item.kind, item.place[0], item.name
        case Attached():
            yield item.kind, *item.place, item.name
        case Routine():
            yield "routine", item.place[0], item.name
        case _:
            pass


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
        case Policy():
            # bare names in a query may be another table's
            own = [text for text in item.texts if "select" not in words(text)]
            return frozenset[str]().union(*(expression.identifiers(text, item.place[-1]) for text in own))
        case Statistics():
            return frozenset(item.columns).union(*map(expression.identifiers, item.expressions))
        case Trigger():
            return item.seen.union(item.columns)
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
        case Table() | Enum() | Collation():
            keys.add(namespace_key(item.place[0]))
            if isinstance(item, Table) and item.parents:
                keys.update(Key(Table.kind, path) for path in item.parents)
        case DomainType() | Composite() | RangeType():
            keys.add(namespace_key(item.place[0]))
            keys.update(_type_parts(item, state))
        case Sequence():
            keys.add(namespace_key(item.place[0]))
        case Extension():
            keys.add(namespace_key(item.namespace))
        case Privileges():
            keys.add(item.target)
        case Column():
            keys.add(Key(Table.kind, item.place))
            keys.update(type_keys(item.type, state))
            keys.update(default_keys(item.default))
            keys.update(collation_keys(item.collation))
            keys.update(Key(Column.kind, (*item.place, name)) for name in mentioned(item))
            keys.update(call_keys(item, state))
        case View() | MaterializedView() | Rule():
            keys.update(_queried(item, state))
        case Index() if Key(Table.kind, item.place) not in state.objects:
            keys.add(Key(MaterializedView.kind, item.place))
        case Constraint() | Index():
            keys.add(Key(Table.kind, item.place))
            keys.update(Key(Column.kind, (*item.place, name)) for name in mentioned(item))
            keys.update(call_keys(item, state))
            if isinstance(item, ForeignKey):
                keys.update(target_keys(item, state))
            elif isinstance(item, Index | Exclusion):
                keys.update(key for part in item.parts for key in collation_keys(part.collation))
        case Attached():
            keys.update(attached_keys(item, state))
        case TextSearchDictionary():
            keys.add(namespace_key(item.place[0]))
        case TextSearchConfiguration():
            keys.add(namespace_key(item.place[0]))
            paths = {path for _, dictionaries in item.mappings for path in dictionaries}
            keys.update(Key(TextSearchDictionary.kind, path) for path in paths)
        case Publication():
            keys.update(_published(item))
        case Routine() | Raw():
            from fluxc.model.routine_keys import routine_keys  # many schemas have none of these

            keys.update(routine_keys(item, state))
        case _:
            pass
    table = state.get(Key(Table.kind, item.place)) if len(item.place) == 2 else None
    if isinstance(table, Table) and table.parents:
        return {key for one in keys for key in _owners(one, state)}
    return keys


def _queried(item: Object, state: State) -> set[Key]:
    """Return what a view or a rule lies in, reads, writes and calls."""
    from fluxc.model.sources import read_keys  # many schemas have neither

    space = item.place[0]
    if isinstance(item, Queried):
        texts = [item.query, *(f"select {text}" for _, text in getattr(item, "column_defaults", ()))]
        keys = {namespace_key(space)}.union(*(state.called(_pair(name)) for name in item.depends_on))
    else:
        assert isinstance(item, Rule)
        texts = [text for text in (f"select {item.where}" if item.where else None, item.action) if text]
        keys = {key for key in state.called((space, item.place[1])) if key.kind in {"table", "view"}}
    keys.update(*(read_keys(text, space, state) for text in texts))
    return keys - {item.key}


def _pair(name: str) -> tuple[str, str]:
    space, own = split_name(name)
    return space, own


def attached_keys(item: Attached, state: State) -> Iterator[Key]:
    """Yield the keys of the relation that an object hangs on, of the columns and of all else that it mentions."""
    relations = (Key(kind, item.place) for kind in RELATIONS)
    yield from (key for key in relations if key in state.objects)
    columns = (Key(Column.kind, (*item.place, name)) for name in mentioned(item))
    yield from (key for key in columns if key in state.objects)
    for text in item.texts:
        found = named(text, item.place[0], state)
        yield from found
        if "select" in words(text):
            yield from _columns_in(text, {item.place, *(key.path for key in found if key.kind in RELATIONS)}, state)
    if isinstance(item, Trigger):
        if len(item.function) > 1:
            function = Key("function", (item.function[0], f"{quote(item.function[1])}()"))
            yield from (key for key in (function,) if key in state.objects)
        if item.source:
            yield Key(Table.kind, item.source)


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


def _published(item: Publication) -> Iterator[Key]:
    """Yield the keys of the namespaces, the tables and the chosen columns of a publication."""
    yield from map(namespace_key, item.namespaces)
    for table in item.tables:
        yield Key(Table.kind, table.path)
        seen = {*table.columns, *expression.identifiers(table.where or "true", table.path[-1])}
        yield from (Key(Column.kind, (*table.path, name)) for name in seen)


def _columns_in(text: str, relations: Iterable[tuple[str, ...]], state: State) -> Iterator[Key]:
    """Yield the keys of those columns of relations whose names stand anywhere in a text with a query."""
    names = words(text)
    for path in relations:
        yield from (column.key for column in state.members(path, Column) if column.name in names or "*" in names)


def _owners(key: Key, state: State) -> Iterator[Key]:
    """Yield the key of a column where it is told: in the table itself, or in those that it has it from."""
    table = state.get(Key(Table.kind, key.path[:2])) if key.kind == Column.kind and key not in state.objects else None
    if not isinstance(table, Table):
        yield key
        return
    for path in table.parents:
        yield from _owners(Key(Column.kind, (*path, key.path[2])), state)


def _type_parts(item: DomainType | Composite | RangeType, state: State) -> Iterator[Key]:
    """Yield the keys of what a type is made of."""
    match item:
        case DomainType():
            yield from type_keys(item.type, state)
            yield from collation_keys(item.collation)
            yield from default_keys(item.default)
            for text in (item.default, *(check.expression for check in item.checks)):
                yield from mentions.mentioned(text, item.place[0], state) - {item.key} if text is not None else ()
        case Composite():
            for member in item.members:
                yield from type_keys(member.type, state)
                yield from collation_keys(member.collation)
        case RangeType():
            yield from type_keys(item.subtype, state)
            yield from collation_keys(item.collation)
            if item.subtype_diff is not None:
                yield from mentions.mentioned(f"{item.subtype_diff}()", item.place[0], state)


def type_keys(text: str, state: State) -> tuple[Key, ...]:
    """Return the keys of the objects that a type, as its text says it, is made of."""
    path = parse(text).path
    found = state.type_key(path) if len(path) > 1 else None
    return (found,) if found is not None else ()


def collation_keys(text: str | None) -> Iterator[Key]:
    """Yield the key of the collation of this name where it is one that a schema declares."""
    path = split_name(text) if text is not None else ()
    if len(path) > 1 and path[0] != "pg_catalog":
        yield Key(Collation.kind, path)


def default_keys(text: str | None) -> Iterator[Key]:
    """Yield the keys of the sequences that a default draws from."""
    for path in sequence_names(text) if text is not None else ():
        yield Key(Sequence.kind, path)


def target_keys(item: ForeignKey, state: State) -> Iterator[Key]:
    """Yield the keys of the table and the members of it that a foreign key refers to."""
    yield Key(Table.kind, item.target)
    yield from (Key(Column.kind, (*item.target, name)) for name in item.target_columns)
    yield from (
        key.key
        for key in unique_keys(state.under(item.target), temporal=item.temporal)
        if unique_columns(key) == set(item.target_columns)
    )


def bindings(item: Object, *, going: bool) -> Iterator[Claim]:
    """Yield what a key or a foreign key gives up by ``going``, or else waits for before it comes.

    Of several keys over its target columns a foreign key is bound to one that the server chooses. So a key goes
    before such a foreign key comes, and comes after such a foreign key went; either stands by what stays.
    A partition takes rows that others left: those that went, and those that take other rows now.
    A policy that calls a routine means the only one of the name that is there: it goes before another one comes, and
    comes after the other one went.
    """
    if isinstance(item, Routine):
        yield "call" if going else "caller", *called_by(item.key)
    if isinstance(item, ForeignKey):
        yield "key" if not going else "reference", *item.target, *sorted(item.target_columns)
    if isinstance(item, Table) and item.partition_of:
        yield "rows", *item.partition_of
        if not going:
            yield "bounds", *item.partition_of
    for key in (*unique_keys((item,)), *unique_keys((item,), temporal=True)):
        yield "key" if going else "reference", *item.place, *sorted(unique_columns(key))


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

"""What `claims` says of tables, of everything else: the names it takes, and the objects it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.model import expression
from fluxc.model.attached import Attached
from fluxc.model.claims import collation_keys, default_keys, mentioned, type_keys
from fluxc.model.collation import Collation
from fluxc.model.column import Column
from fluxc.model.composite import Composite
from fluxc.model.default_privileges import DefaultPrivileges
from fluxc.model.domain_type import DomainType
from fluxc.model.extension import Extension
from fluxc.model.member_copy import MemberCopy, copied_by
from fluxc.model.mentions import mentioned as named
from fluxc.model.mentions import words
from fluxc.model.names import quote, split_name
from fluxc.model.namespace import namespace_key
from fluxc.model.policy import Policy
from fluxc.model.privileges import Privileges
from fluxc.model.publication import Publication
from fluxc.model.range_type import RangeType
from fluxc.model.raw import Raw
from fluxc.model.routine import Routine
from fluxc.model.rule import Rule
from fluxc.model.state import Key
from fluxc.model.statistics import Statistics
from fluxc.model.table import Table
from fluxc.model.text_search import TextSearchConfiguration, TextSearchDictionary
from fluxc.model.trigger import Trigger
from fluxc.model.trigger_copy import TriggerCopy, source_of
from fluxc.model.view import MaterializedView, Queried, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.claims import Claim
    from fluxc.model.state import Object, State

RELATIONS: Final = (Table.kind, "view", "materialized_view")
"""The kinds of what triggers and the like hang on."""


def claimed(item: Object) -> Iterator[Claim]:
    """Yield the names that an object takes."""
    match item:
        case View() | MaterializedView():
            yield "relation", item.place[0], item.name
            yield "type", item.place[0], item.name
        case DomainType() | Composite() | RangeType():
            yield from (("type", item.place[0], name) for name in item.type_names)
            if isinstance(item, Composite):
                yield "relation", item.place[0], item.name
        case Collation():
            yield "collation", item.place[0], item.name
        case Extension() | Publication():
            yield item.kind, item.name
        case Statistics() | TextSearchDictionary() | TextSearchConfiguration():
            yield item.kind, item.place[0], item.name
        case MemberCopy() if item.own is not None:
            if item.of != "foreign key":
                yield "relation", item.place[0], item.own
            if item.of != "index":
                yield "constraint", *item.place, item.own
        case Attached():
            yield item.kind, *item.place, item.name
        case Routine():
            yield "routine", item.place[0], item.name
        case _:
            pass


def mentioned_by(item: Object) -> frozenset[str]:
    """Return the columns of its own relation that an object which hangs on it mentions."""
    match item:
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


def needed(item: Object, state: State) -> set[Key]:
    """Return the keys of the objects that must be there for an object to be there."""
    match item:
        case Collation() | TextSearchDictionary():
            return {namespace_key(item.place[0])}
        case DomainType() | Composite() | RangeType():
            return {namespace_key(item.place[0]), *_type_parts(item, state)}
        case Extension():
            return {namespace_key(item.namespace)}
        case Privileges():
            return set(_held(item, state))
        case DefaultPrivileges():
            return {namespace_key(space) for space in item.place}
        case View() | MaterializedView() | Rule():
            return _queried(item, state)
        case Attached():
            return set(_attached(item, state))
        case TextSearchConfiguration():
            paths = {path for _, dictionaries in item.mappings for path in dictionaries}
            return {namespace_key(item.place[0]), *(Key(TextSearchDictionary.kind, path) for path in paths)}
        case Publication():
            return set(_published(item))
        case Routine() | Raw():
            from fluxc.model.routine_keys import routine_keys  # many schemas have none of these

            return set(routine_keys(item, state))
        case _:
            return set()


def _held(item: Privileges, state: State) -> Iterator[Key]:
    """Yield what privileges are about; a column of a view is no object, its view is."""
    yield item.target
    if item.of == Column.kind:
        views = (Key(kind, item.place) for kind in (View.kind, MaterializedView.kind))
        yield from (key for key in views if key in state.objects)


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


def _attached(item: Attached, state: State) -> Iterator[Key]:
    """Yield the keys of the relation that an object hangs on, of the columns and of all else that it mentions."""
    relations = (Key(kind, item.place) for kind in RELATIONS)
    yield from (key for key in relations if key in state.objects)
    columns = (Key(Column.kind, (*item.place, name)) for name in mentioned(item))
    yield from (key for key in columns if key in state.objects)
    if isinstance(item, TriggerCopy):
        source = source_of(item.place, item.name, state)
        yield from (source.key,) if source is not None else ()
    if isinstance(item, MemberCopy):
        copied = copied_by(item.place, state).get(item.name)
        yield from (copied.key,) if copied is not None else ()
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


def _columns_in(text: str, relations: Iterable[tuple[str, ...]], state: State) -> Iterator[Key]:
    """Yield the keys of those columns of relations whose names stand anywhere in a text with a query."""
    names = words(text)
    for path in relations:
        yield from (column.key for column in state.members(path, Column) if column.name in names or "*" in names)


def _published(item: Publication) -> Iterator[Key]:
    """Yield the keys of the namespaces, the tables and the chosen columns of a publication."""
    yield from map(namespace_key, item.namespaces)
    for table in item.tables:
        yield Key(Table.kind, table.path)
        seen = {*table.columns, *expression.identifiers(table.where or "true", table.path[-1])}
        yield from (Key(Column.kind, (*table.path, name)) for name in seen)


def _type_parts(item: DomainType | Composite | RangeType, state: State) -> Iterator[Key]:
    """Yield the keys of what a type is made of."""
    match item:
        case DomainType():
            yield from type_keys(item.type, state)
            yield from collation_keys(item.collation)
            yield from default_keys(item.default)
            for text in (item.default, *(check.expression for check in item.checks)):
                yield from named(text, item.place[0], state) - {item.key} if text is not None else ()
        case Composite():
            for member in item.members:
                yield from type_keys(member.type, state)
                yield from collation_keys(member.collation)
        case RangeType():
            yield from type_keys(item.subtype, state)
            yield from collation_keys(item.collation)
            if item.subtype_diff is not None:
                yield from named(f"{item.subtype_diff}()", item.place[0], state)

"""Types that cannot become what they shall be in place: made anew, with all that is of them moved over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from fluxc.model.base_types import base_type
from fluxc.model.claims import rests_on
from fluxc.model.collation import Collation
from fluxc.model.column import Column
from fluxc.model.composite import Composite
from fluxc.model.domain_type import DomainType
from fluxc.model.names import qualified, quote
from fluxc.model.range_type import RangeType
from fluxc.model.types import Type, parse
from fluxc.plan.casts import cast_path, has_assignment_cast
from fluxc.plan.enums import Uses, aside_name
from fluxc.plan.operation import Operation, replacing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import Key, Object, State
    from fluxc.plan.operation import Effects, Objects


class Aside(NamedTuple):
    """A type under the name by which it waits until nothing is of it any more."""

    item: Object
    name: str
    multirange: str

    @classmethod
    def of(cls, item: Object) -> Aside:
        """Return a type with the names of its own."""
        name = aside_name(item.key)
        return cls(item, name, f"{name}_multirange" if isinstance(item, RangeType) else "")

    @property
    def creation(self) -> Operation:
        """Return what makes the type again as it is."""
        from fluxc.plan.members import creating  # which knows this module's callers

        return creating(self.item)

    @property
    def word(self) -> str:
        """Return what SQL calls it."""
        return "collation" if isinstance(self.item, Collation) else "type"

    @property
    def sql(self) -> str:
        """Return the qualified name of the type that waits."""
        return qualified(*self.item.place, self.name)


class Moved(NamedTuple):
    """A column of one of the types, and the expression that gives it its values again."""

    column: Column
    using: str


@dataclass(frozen=True, slots=True)
class ReplaceType(Operation):
    """Make a type anew, with the types that are made of it, and move columns over.

    ``dependants`` come in the order in which they can be made; ``renamed`` leads from attributes to earlier ones.
    """

    old: Object
    new: Object
    used: Uses
    dependants: tuple[Object, ...]
    cast: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    stage: ClassVar[int] = 1

    @property
    def subject(self) -> Object:
        return self.new

    def apply(self, objects: Objects) -> None:
        objects[self.key] = self.new.model_copy(update={"doc": objects[self.key].doc})
        for operation in self.used.restored:
            if operation.sign == "+":
                objects[operation.key] = objects.pop(operation.key)  # a column comes back as the last one

    @property
    def aside(self) -> tuple[Aside, ...]:
        """Return the types that go, what others are made of first."""
        return tuple(Aside.of(item) for item in (self.old, *self.dependants))

    @property
    def creations(self) -> tuple[Operation, ...]:
        """Return what makes the types anew, in order."""
        from fluxc.plan.members import creating  # which knows this module's callers

        return tuple(creating(item) for item in (self.new, *self.dependants))

    @property
    def anew(self) -> bool:
        """Return whether attributes come, go or change places, so that values are made anew one by one."""
        return (
            isinstance(self.old, Composite)
            and isinstance(self.new, Composite)
            and _layout(self.old) != _layout(self.new)
        )

    @property
    def conversions(self) -> tuple[Conversion, ...]:
        """Return the functions that make values of the new types from such of the old, each resting on those before."""
        return tuple(_conversions(self)) if self.anew else ()

    @property
    def _cast_columns(self) -> frozenset[Key]:
        """Return the columns that are of one of the types, and not only ordered by the collation."""
        paths = {(*item.place, name) for item in (self.old, *self.dependants) for name in item.type_names}
        columns = (column for use in self.used.tables for column in use.columns)
        return frozenset(column.key for column in columns if parse(column.type).path in paths)

    @property
    def moved(self) -> Iterator[Moved]:
        """Yield the columns that have one of the types."""
        functions = {conversion.path: conversion for conversion in self.conversions}
        for use in self.used.tables:
            for column in use.columns:
                yield Moved(column, self._using(column, functions))

    def _using(self, column: Column, functions: Mapping[tuple[str, ...], Conversion]) -> str:
        found = parse(column.type)
        if column.key not in self._cast_columns:
            return quote(column.name)
        if found.path in functions:
            return functions[found.path].call(quote(column.name), array=found.array)
        element = found._replace(array=False).text
        path = self.cast if found.path == self.old.key.path and self.cast else ("text", element)
        brackets = "[]" if found.array and path[0] != "text" else ""
        last = len(path) - 1
        casts = [step + (brackets if at < last else "[]" if found.array else "") for at, step in enumerate(path)]
        return "::".join((quote(column.name), *casts))

    @property
    def retyped(self) -> frozenset[Key]:
        """Return the keys of the columns whose type is another afterwards, though it is called the same."""
        return frozenset(column.key for use in self.used.tables for column in use.columns)

    def reverse(self) -> tuple[Operation, ...]:
        return (ReplaceType(self.new, self.old, self.used, self.dependants, self.back, self.cast),)

    def describe(self) -> str:
        along = ", ".join(item.sql for item in self.dependants)
        return f"Make {self.new.noun} {self.new.sql} anew{f', with {along}' if along else ''}"

    def hazards(self) -> tuple[str, ...]:
        return ("rewrites-table", "blocks-reads") if self.used.tables else ()

    def unrecoverable(self) -> str | None:
        if not self.used.tables:
            return None
        if isinstance(self.old, Composite) and isinstance(self.new, Composite):
            kept = {member.name for member in self.new.members}
            gone = [member.name for member in self.old.members if member.name not in kept]
            return f"values of {', '.join(gone)} in composite type {self.new.sql}" if gone else None
        exact = not self.cast or self.cast == self.back
        return None if exact else f"values of domain type {self.new.sql} as they were before the change of type"

    def effects(self, before: State, after: State) -> Effects:
        return replacing(self.old, self.new, before, after)


def _layout(item: Composite) -> list[str]:
    return [member.name for member in item.members]


class Conversion(NamedTuple):
    """A function for the time of the change: from the type that waits to the new one of the same name."""

    path: tuple[str, ...]
    name: str
    old: str
    new: str
    body: str

    def call(self, value: str, *, array: bool) -> str:
        """Return the call for a value, or for an array of such."""
        return f"pg_temp.{self.name}_all({value})" if array else f"pg_temp.{self.name}({value})"


def _conversions(operation: ReplaceType) -> Iterator[Conversion]:
    known: dict[tuple[str, ...], Conversion] = {}
    waiting = {aside.item.key.path: aside for aside in operation.aside}
    for item in (operation.old, *operation.dependants):
        aside = waiting[item.key.path]
        if isinstance(item, RangeType):
            continue  # bounds of a composite type are cast by way of text
        body = _body(operation, item, known, waiting)
        known[item.key.path] = Conversion(item.key.path, aside.name, aside.sql, item.sql, body)
        yield known[item.key.path]


def _body(
    operation: ReplaceType,
    item: Object,
    known: Mapping[tuple[str, ...], Conversion],
    waiting: Mapping[tuple[str, ...], Aside],
) -> str:
    """Return the expression that makes ``$1``, a value of the old type, one of the new."""
    if isinstance(item, DomainType):
        base = parse(item.type)
        old = Type((*waiting[base.path].item.place, waiting[base.path].name), (), base.array).text
        return f"{known[base.path].call(f'$1::{old}', array=base.array)}::{item.sql}"
    new = operation.new if item.key == operation.old.key else item
    assert isinstance(item, Composite)
    assert isinstance(new, Composite)
    there = {member.name for member in item.members}
    values: list[str] = []
    for member in new.members:
        value = f"($1).{quote(member.name)}" if member.name in there else "null"
        found = parse(member.type)
        inner = known.get(found.path)
        values.append(inner.call(value, array=found.array) if inner and value != "null" else f"{value}::{member.type}")
    return f"case when $1 is distinct from null then row({', '.join(values)})::{new.sql} end"


def replace_type(old: Object, new: Object, before: State, target: int) -> ReplaceType:
    """Return the operation that makes a type anew."""
    from fluxc.plan.carried import uses  # which knows operations that this module's callers make

    along = dependants(old, before)
    casts = (_cast(old, new, before, target), _cast(new, old, before, target))
    return ReplaceType(old, new, uses(old, before, along), along, *casts)


def _cast(old: Object, new: Object, state: State, target: int) -> tuple[str, ...]:
    """Return the types by way of which values of a domain type become values of another; nothing leaves it to text."""
    if not isinstance(old, DomainType) or not isinstance(new, DomainType):
        return ()
    one, other = base_type(old.type, state).text, base_type(new.type, state).text
    if one == other or has_assignment_cast(one, other, target):
        return (one, other, new.sql) if one != other else (one, new.sql)
    return (one, *cast_path(one, other, target), new.sql)


def dependants(item: Object, state: State) -> tuple[Object, ...]:
    """Return the types that are made of a type, directly or not, in an order in which they can be made."""
    types = [other for other in state if isinstance(other, DomainType | Composite | RangeType)]
    if not types:
        return ()
    needs = {other.key: rests_on(other, state) for other in types}
    found: dict[Key, Object] = {}
    reached = {item.key}
    growing = True
    while growing:
        more = [other for other in types if other.key not in reached and needs[other.key] & reached]
        reached |= {other.key for other in more}
        growing = bool(more)
    reached.discard(item.key)
    while len(found) < len(reached):
        found |= {
            other.key: other
            for other in sorted(types, key=lambda other: other.key)
            if other.key in reached and other.key not in found and not (needs[other.key] & reached) - found.keys()
        }
    return tuple(found.values())


def used(item: Object, state: State) -> bool:
    """Return whether a column is of a type, or of one that is made of it."""
    paths = {(*each.place, name) for each in (item, *dependants(item, state)) for name in each.type_names}
    return any(parse(column.type).path in paths for column in state.of(Column))


def held_within(item: Object, state: State) -> bool:
    """Return whether a column holds values of a type within others: in arrays, composites or ranges."""
    if any(parse(column.type).path == item.key.path and parse(column.type).array for column in state.of(Column)):
        return True
    holders = [
        other for other in dependants(item, state) if not isinstance(other, DomainType) or parse(other.type).array
    ]
    return any(used(other, state) for other in holders)

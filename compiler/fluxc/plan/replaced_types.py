"""Types that cannot become what they shall be in place: made anew, with all that is of them moved over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from fluxc.model.base_types import base_type
from fluxc.model.collation import Collation
from fluxc.model.column import Column
from fluxc.model.composite import Composite
from fluxc.model.domain_type import DomainType
from fluxc.model.enum import Enum
from fluxc.model.names import qualified, quote
from fluxc.model.range_type import RangeType
from fluxc.model.types import parse
from fluxc.plan.casts import cast_path
from fluxc.plan.conversions import conversions, layout
from fluxc.plan.enums import CreateEnum, Uses, aside_name
from fluxc.plan.made_of import in_order, paths, reached
from fluxc.plan.operation import Effects, Operation, replacing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.state import Key, Object, State
    from fluxc.plan.conversions import Casts, Conversion
    from fluxc.plan.diff import Difference
    from fluxc.plan.operation import Objects


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
        from fluxc.plan.type_members import creating_type  # which knows this module

        if isinstance(self.item, Enum):
            return CreateEnum(self.item)
        assert isinstance(self.item, Collation | DomainType | Composite | RangeType)
        return creating_type(self.item)

    @property
    def refuses_null(self) -> bool:
        """Return whether it has a not-null constraint, whose name the new type is to have."""
        return isinstance(self.item, DomainType) and not self.item.nullable

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
class ReplaceTypes(Operation):
    """Make types anew, with those that are made of them, and move columns over.

    ``old`` and ``new`` are the same types before and after, each in an order in which they can be made; ``roots`` are
    those that change by themselves, some of them to another kind of type.  ``casts`` and ``back`` tell by way of which
    types values of a domain type go.
    """

    old: tuple[Object, ...]
    new: tuple[Object, ...]
    roots: frozenset[Key]
    used: Uses
    casts: Casts
    back: Casts
    stage: ClassVar[int] = 1

    @property
    def subject(self) -> Object:
        return next(item for item in self.new if item.key in self.roots)

    def apply(self, objects: Objects) -> None:
        for item in self.new:
            known = objects.get(item.key, item)
            objects[item.key] = item.model_copy(update={"doc": known.doc})
        for item in self._turned:
            del objects[item.key]
        for operation in self.used.restored:
            if isinstance(operation.subject, Column) and operation.sign == "+":
                objects[operation.key] = objects.pop(operation.key)  # a column comes back as the last one

    @property
    def _turned(self) -> tuple[Object, ...]:
        """Return the old types that become another kind of type."""
        kept = {item.key for item in self.new}
        return tuple(item for item in self.old if item.key not in kept)

    @property
    def aside(self) -> tuple[Aside, ...]:
        """Return the types that go, what others are made of first."""
        return tuple(Aside.of(item) for item in self.old)

    @property
    def creations(self) -> tuple[Operation, ...]:
        """Return what makes the types anew, in order."""
        return tuple(Aside.of(item).creation for item in self.new)

    @property
    def conversions(self) -> tuple[Conversion, ...]:
        """Return functions for values that go by attribute, since an order changed; each rests on those before."""
        return tuple(conversions(self.old, self.new, self.casts))

    @property
    def moved(self) -> Iterator[Moved]:
        """Yield the columns that have one of the types."""
        functions = {conversion.path: conversion for conversion in self.conversions}
        types = paths(self.new)
        for use in self.used.tables:
            for column in use.columns:
                found, value = parse(column.type), quote(column.name)
                if found.path in functions:
                    value = functions[found.path].call(value, array=found.array)
                elif found.path in types:
                    value = cast_along(value, column.type, self.casts)
                yield Moved(column, value)

    @property
    def retyped(self) -> frozenset[Key]:
        """Return the keys of the columns whose type is another afterwards, though it is called the same."""
        return frozenset(column.key for use in self.used.tables for column in use.columns)

    def reverse(self) -> tuple[Operation, ...]:
        return (ReplaceTypes(self.new, self.old, self.roots, self.used, self.back, self.casts),)

    def describe(self) -> str:
        turned = {item.key.path: f" ({item.noun} before)" for item in self._turned}
        roots = [item for item in self.new if item.key in self.roots]
        changed = [f"{item.noun} {item.sql}{turned.get(item.key.path, '')}" for item in roots]
        along = ", ".join(item.sql for item in self.new if item.key not in self.roots)
        return f"Make {', '.join(changed)} anew{f', with {along}' if along else ''}"

    def hazards(self) -> tuple[str, ...]:
        return ("rewrites-table", "blocks-reads") if self.used.tables else ()

    def unrecoverable(self) -> str | None:
        if not self.used.tables:
            return None
        after = {item.key.path: item for item in self.new}
        lost = [text for item in self.old if (text := _lost(item, after[item.key.path])) is not None]
        lost += [f"values of type {qualified(*path)} as they were" for path, way in self.casts if len(way) > 2]
        return "; ".join(lost) or None

    def effects(self, before: State, after: State) -> Effects:
        """Return what comes before and after: what is of the old types goes first, of the new ones last."""
        new = {item.key.path: item.key for item in self.new}
        found = [replacing(old, after.objects[new[old.key.path]], before, after) for old in self.old]
        carried = (item.key for item in self.used.restored if item.sign == "+" and item.key in after.objects)
        own = frozenset((*(item.key for item in self.new), *self.retyped, *carried))
        nothing = frozenset["Key"]()
        return Effects(
            makes=own,
            ends=own.union(item.key for item in self._turned),
            needs=nothing.union(*(each.needs for each in found)) - own,
            leaves=nothing.union(*(each.leaves for each in found)) - own,
        )


def cast_along(value: str, text: str, casts: Casts) -> str:
    """Return the cast of a value to the new form of its type, by way of text where nothing nearer is known."""
    found = parse(text)
    way = dict(casts).get(found.path)
    if way is None:
        return f"{value}::text::{text}"
    brackets = "[]" if found.array else ""
    return "::".join((value, *(step + brackets for step in way)))


def _lost(old: Object, new: Object) -> str | None:
    if not isinstance(old, Composite) or not isinstance(new, Composite):
        return None
    kept = layout(new)
    gone = [name for name in layout(old) if name not in kept]
    return f"values of {', '.join(gone)} in composite type {new.sql}" if gone else None


def replace_types(roots: Iterable[Key], difference: Difference, docs: State) -> ReplaceTypes:
    """Return the operation that makes types anew, and with them all that are made of them before or after.

    Comments stay as they are in ``docs``, since they change by themselves.
    """
    from fluxc.plan.carried import uses  # which knows operations that this module's callers make

    before, after, target = difference.before, difference.after, difference.target
    wanted = frozenset((*roots, *(item.key for pair in difference.turned for item in pair)))
    keys = {key for state in (before, after) for key in reached(wanted & state.objects.keys(), state)}
    keys = {key for key in keys if key in wanted or (key in before.objects and key in after.objects)}
    old, new = (
        tuple(
            item.model_copy(update={"doc": docs.objects.get(item.key, item).doc})
            for item in in_order(keys & state.objects.keys(), state)
        )
        for state in (before, after)
    )
    main, *others = old
    return ReplaceTypes(
        old,
        new,
        wanted,
        uses(main, before, others, after),
        _casts(old, before, after, target),
        _casts(new, after, before, target),
    )


def _casts(items: Iterable[Object], before: State, after: State, target: int) -> Casts:
    """Return the types by way of which values of domain types go; those that are not named go by way of text."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for item in items:
        new = after.get(item.key)
        if isinstance(item, DomainType) and isinstance(new, DomainType):
            one, other = base_type(item.type, before), base_type(new.type, after)
            if len(one.path) == len(other.path) == 1 and not one.array and not other.array:
                steps = cast_path(one.text, other.text, target) if one != other else ()
                found[item.key.path] = (one.text, *steps, new.sql)
    return tuple(found.items())

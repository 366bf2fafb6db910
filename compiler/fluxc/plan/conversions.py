"""Functions that live for the time of a migration: they make values of new types from such of the old, by attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fluxc.model.composite import Composite
from fluxc.model.domain_type import DomainType
from fluxc.model.names import qualified, quote
from fluxc.model.types import Type, parse
from fluxc.plan.enums import aside_name
from fluxc.plan.made_of import paths

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from fluxc.model.composite import Attribute
    from fluxc.model.state import Object

    Path = tuple[str, ...]

Casts = tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
"""Paths of domain types, each with the types by way of which its values go."""


class Conversion(NamedTuple):
    """A function from the type that waits to the new one of the same path; ``body`` is over ``$1``."""

    path: Path
    name: str
    old: str
    new: str
    body: str

    def call(self, value: str, *, array: bool) -> str:
        """Return the call for a value, or for an array of such."""
        return f"pg_temp.{self.name}_all({value})" if array else f"pg_temp.{self.name}({value})"


def layout(item: Composite) -> list[str]:
    """Return the names of the attributes in their order."""
    return [member.name for member in item.members]


def conversions(old: Sequence[Object], new: Sequence[Object], casts: Casts) -> Iterator[Conversion]:
    """Yield a function for each type whose text says something else before and after, and for what is made of it."""
    before = {item.key.path: item for item in old}
    known: dict[Path, Conversion] = {}
    remade = paths(new)
    for item in new:
        elder = before[item.key.path]
        if isinstance(item, Composite) and isinstance(elder, Composite):
            touched = any(parse(member.type).path in known for member in item.members)
            if layout(item) == layout(elder) and not touched:
                continue
            body = _row(elder, item, known, remade, casts)
        elif isinstance(item, DomainType) and isinstance(elder, DomainType) and parse(elder.type).path in known:
            base = parse(elder.type)
            body = f"{known[base.path].call(f'$1::{_waiting(base)}', array=base.array)}::{item.sql}"
        else:
            continue
        aside = aside_name(item.key)
        known[item.key.path] = Conversion(item.key.path, aside, qualified(*item.place, aside), item.sql, body)
        yield known[item.key.path]


def _waiting(found: Type) -> str:
    """Return the type under the name by which it waits; only domain types are based on composite ones that change."""
    from fluxc.model.state import Key

    return Type((found.path[0], aside_name(Key(Composite.kind, found.path))), (), found.array).text


def _row(old: Composite, new: Composite, known: Mapping[Path, Conversion], remade: set[Path], casts: Casts) -> str:
    there = {member.name: member for member in old.members}
    values = [_member(there.get(member.name), member, known, remade, casts) for member in new.members]
    return f"case when $1 is distinct from null then row({', '.join(values)})::{new.sql} end"


def _member(
    old: Attribute | None, new: Attribute, known: Mapping[Path, Conversion], remade: set[Path], casts: Casts
) -> str:
    from fluxc.plan.replaced_types import cast_along

    if old is None:
        return f"null::{new.type}"
    value, found = f"($1).{quote(new.name)}", parse(new.type)
    if old.type != new.type:
        return f"{value}::text::{new.type}"
    if found.path in known:
        return known[found.path].call(value, array=found.array)
    return cast_along(value, new.type, casts) if found.path in remade else value

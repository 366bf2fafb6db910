"""What a change of type means for values: what is read, and what may be written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.model.base_types import base_type, domain_of
from fluxc.model.types import parse
from fluxc.plan.casts import rewrites, widens
from fluxc.render.python_types import python_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.domain_type import DomainType
    from fluxc.model.state import State
    from fluxc.model.types import Type

_TAKES: Final = frozenset(
    {
        *((small, large) for small in ("smallint", "integer") for large in ("bigint", "numeric", "double precision")),
        ("smallint", "integer"),
        ("bigint", "numeric"),
        ("real", "double precision"),
        *((text, "text") for text in ("character varying", "character", "bpchar", "name", "uuid")),
        ("date", "timestamp without time zone"),
        ("cidr", "inet"),
        ("bit", "bit varying"),
        ("macaddr", "macaddr8"),
    }
)
"""Pairs of types of which the second takes all that is written to the first."""


def reads_alike(old: str, new: str, before: State, after: State) -> bool:
    """Return whether values of a type reach readers as those of the other did, but for how long they may be."""
    one, other = base_type(old, before), base_type(new, after)
    if one == other:
        return True
    if one.array != other.array or max(len(one.path), len(other.path)) > 1 or rewrites(one.text, other.text):
        return False
    return python_type(one.path).reading == python_type(other.path).reading


def takes_all(old: str, new: str, before: State, after: State) -> bool:
    """Return whether everything that could be written to a type can be written to the other."""
    checks = {check.expression for domain in _domains(old, before) for check in domain.checks}
    for domain in _domains(new, after):
        if any(check.expression not in checks for check in domain.checks):
            return False
        if not domain.nullable and all(each.nullable for each in _domains(old, before)):
            return False
    return _takes(base_type(old, before), base_type(new, after))


def _takes(one: Type, other: Type) -> bool:
    if one == other:
        return True
    if one.array != other.array:
        return False
    if one.path == other.path:
        return len(one.path) == 1 and widens(one, other)
    return not other.modifiers and (one.base, other.base) in _TAKES


def _domains(text: str, state: State) -> Iterator[DomainType]:
    domain, met = domain_of(parse(text).path, state), set[tuple[str, ...]]()
    while domain is not None and domain.key.path not in met:
        met.add(domain.key.path)
        yield domain
        domain = domain_of(parse(domain.type).path, state)

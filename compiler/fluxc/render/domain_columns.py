"""Columns of domain types as Python sees them: of the type at the bottom, within what the checks allow."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fluxc.model import expression
from fluxc.model.base_types import base_type, domain_of
from fluxc.model.constraint import Check
from fluxc.model.types import parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.column import Column
    from fluxc.model.domain_type import DomainCheck, DomainType
    from fluxc.model.state import State


class Seen(NamedTuple):
    """Columns as Python sees them, the checks of their types as such of the columns, and the domain types.

    ``whole`` are the columns whose arrays psycopg loads as one text.
    """

    columns: list[Column]
    checks: list[Check]
    domains: list[DomainType]
    whole: list[Column]


def seen(columns: Iterable[Column], state: State) -> Seen:
    """Return columns as Python sees them; most are of no domain type, and stay what they are."""
    found = Seen([], [], [], [])
    for column in columns:
        chain = list(_chain(column, state)) if "." in column.type else []
        found.columns.append(_seen(column, chain, state) if chain else column)
        found.domains.extend(chain)
        if not chain:
            continue
        if parse(column.type).array:
            found.whole.append(column)
        else:
            found.checks.extend(_check(column, check) for domain in chain for check in domain.checks)
    return found


def _chain(column: Column, state: State) -> Iterable[DomainType]:
    domain, met = domain_of(parse(column.type).path, state), set[tuple[str, ...]]()
    while domain is not None and domain.key.path not in met:
        met.add(domain.key.path)
        yield domain
        domain = domain_of(parse(domain.type).path, state)


def _seen(column: Column, chain: list[DomainType], state: State) -> Column:
    update: dict[str, object] = {"type": base_type(column.type, state).text}
    if parse(column.type).array:
        return column.model_copy(update=update)
    if column.default is None and column.generated is None and column.sequence is None:
        update["default"] = chain[0].default
    if column.collation is None:
        update["collation"] = next((domain.collation for domain in chain if domain.collation is not None), None)
    return column.model_copy(update=update)


def _check(column: Column, check: DomainCheck) -> Check:
    text = expression.renamed(check.expression, "value", column.name)
    return Check(place=column.place, name=check.name, expression=text, valid=check.valid)

"""Checks as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model import expression, names
from fluxc.model.column import Column
from fluxc.pull.options import some

if TYPE_CHECKING:
    from fluxc.model.constraint import Check
    from fluxc.pull.sight import Sight


def derived_check_name(item: Check, sight: Sight) -> str:
    """Return the name that PostgreSQL would give a check."""
    columns = {column.name for column in sight.state.members(item.place, Column)}
    return names.check_name(item.place[-1], expression.identifiers(item.expression) & columns)


def is_plain_check(item: Check, sight: Sight) -> bool:
    """Return whether the expression says all of a check."""
    return len(long_check(item, sight)) == 1 and item.name == derived_check_name(item, sight)


def check_form(item: Check, sight: Sight) -> object:
    """Return a check without its name: the expression, or the long form."""
    long = long_check(item, sight)
    return long["expression"] if len(long) == 1 else long


def long_check(item: Check, sight: Sight) -> dict[str, Any]:
    """Return a check in the long form, without its name."""
    said = some(
        no_inherit=not item.inherit,
        not_valid=item.enforced and not item.valid,
        doc=item.doc,
    )
    return {"expression": sight.sql(item.expression), **said, **({} if item.enforced else {"enforced": False})}

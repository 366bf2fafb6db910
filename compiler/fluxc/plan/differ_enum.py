"""The operations between two states of one enum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.plan.carried import uses
from fluxc.plan.enums import AddEnumValues, ReplaceEnum
from fluxc.plan.made_of import dependants

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.enum import Enum
    from fluxc.model.state import State
    from fluxc.plan.enums import Uses
    from fluxc.plan.operation import Operation


def _uses(enum: Enum, state: State) -> Uses:
    """Return where an enum is used, and the types that are made of it."""
    along = dependants(enum, state)
    return uses(enum, state, along)._replace(types=along)


def enum_operations(
    old: Enum, new: Enum, before: State, after: State, removed: Mapping[str, str]
) -> Iterator[Operation]:
    """Yield what takes an enum from one list of values to another, but for its comment.

    New values are added in place where the order allows it.  Where values go or change places, the new ones are added
    first, so that defaults and rows can take them, and the type is made anew at the end.  ``removed`` leads from values
    that go to those that rows with them get.
    """
    kept = tuple(value for value in new.values if value in old.values)
    if old.values == new.values:
        return
    if kept == old.values:
        yield AddEnumValues(old, new, _uses(old, before))
        return
    grown = old.model_copy(
        update={"values": old.values + tuple(value for value in new.values if value not in old.values)}
    )
    mapped = tuple((value, removed[value]) for value in grown.values if value not in new.values and value in removed)
    if grown.values != old.values:
        back = {other: value for value, other in reversed(mapped) if other not in old.values}
        yield AddEnumValues(old, grown, _uses(old, before), tuple(back.items()))
    yield ReplaceEnum(grown, new, _uses(new, after), mapped)

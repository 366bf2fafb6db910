"""The operations between two states of one composite type."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxc.plan.composites import AlterComposite, retyped
from fluxc.plan.made_of import used
from fluxc.plan.replaced_types import replace_types

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.composite import Composite
    from fluxc.model.state import State
    from fluxc.plan.diff import Difference
    from fluxc.plan.operation import Operation


def composite_operations(old: Composite, new: Composite, difference: Difference) -> Iterator[Operation]:
    """Yield what takes a composite type from ``old`` to ``new`` in place, but for its comment.

    The way back may need the type made anew, where an attribute goes from between others.
    """
    if old.members == new.members:
        return
    new = new.model_copy(update={"doc": old.doc})
    back = None
    if not keeps_composite(new, old, difference.before):
        backward = replace(difference, before=difference.after, after=difference.before)
        back = replace_types([old.key], backward, difference.before)
    yield AlterComposite(old, new, used(old, difference.before), back)


def keeps_composite(old: Composite, new: Composite, state: State) -> bool:
    """Return whether a composite type can become another in place.

    Attributes come and go, at the end; another order cannot be had, nor another type of what values are there of.
    """
    names = [member.name for member in new.members]
    kept = [member.name for member in old.members if member.name in names]
    if names[: len(kept)] != kept:
        return False
    return not any(retyped(one, other) for one in old.members for other in new.members) or not used(old, state)

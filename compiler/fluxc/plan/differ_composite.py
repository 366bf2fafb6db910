"""The operations between two states of one composite type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.plan.composites import AlterComposite, retyped
from fluxc.plan.remade_types import replace_type, used

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.composite import Composite
    from fluxc.plan.diff import Difference
    from fluxc.plan.operation import Operation


def composite_operations(old: Composite, new: Composite, difference: Difference) -> Iterator[Operation]:
    """Yield what takes a composite type from ``old`` to ``new``, but for its comment.

    Attributes come and go in place, at the end; another order, and another type of an attribute that values are there
    of, need the type made anew.
    """
    if old.members == new.members:
        return
    before, in_use = difference.before, used(old, difference.before)
    new = new.model_copy(update={"doc": old.doc})
    if not _in_place(old, new, in_use=in_use):
        yield replace_type(old, new, before, difference.target)
        return
    back = None if _in_place(new, old, in_use=in_use) else replace_type(new, old, before, difference.target)
    yield AlterComposite(old, new, in_use, back)


def _in_place(old: Composite, new: Composite, *, in_use: bool) -> bool:
    names = [member.name for member in new.members]
    kept = [member.name for member in old.members if member.name in names]
    if names[: len(kept)] != kept:
        return False
    return not in_use or not any(retyped(one, other) for one in old.members for other in new.members)

"""Range types as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.pull.options import some
from fluxc.pull.privileges import access_form

if TYPE_CHECKING:
    from fluxc.model.range_type import RangeType
    from fluxc.pull.sight import Sight


def range_type_form(item: RangeType, sight: Sight) -> object:
    """Return the type of the bounds, or the long form."""
    kind = sight.type_text(item.subtype)
    long = some(
        opclass=item.opclass,
        collation=sight.collation(item.collation) if item.collation is not None else None,
        subtype_diff=item.subtype_diff,
        multirange=item.multirange,
        doc=item.doc,
    ) | access_form(item, sight)
    return {"subtype": kind, **long} if long else kind

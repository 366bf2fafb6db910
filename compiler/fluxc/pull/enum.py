"""Enums as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.pull.emit import Block
from fluxc.pull.options import some
from fluxc.pull.privileges import access_form

if TYPE_CHECKING:
    from fluxc.model.enum import Enum
    from fluxc.pull.sight import Sight


def enum_form(item: Enum, sight: Sight) -> object:
    """Return the list of values, or the long form where the type has a comment."""
    values = list(item.values)
    long = {**some(doc=item.doc), "values": values, **access_form(item, sight)}
    return Block(long) if len(long) > 1 else values

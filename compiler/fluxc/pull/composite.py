"""Composite types as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.pull.emit import Block
from fluxc.pull.options import some
from fluxc.pull.privileges import access_form

if TYPE_CHECKING:
    from fluxc.model.composite import Attribute, Composite
    from fluxc.pull.sight import Sight


def composite_form(item: Composite, sight: Sight) -> object:
    """Return the attributes by name, or the long form where the type has a comment or could be taken for that form."""
    attributes = {member.name: _attribute(member, sight) for member in item.members}
    access = access_form(item, sight)
    if item.doc is None and not access and "attributes" not in attributes:
        return attributes
    return Block({**some(doc=item.doc), "attributes": attributes, **access})


def _attribute(member: Attribute, sight: Sight) -> object:
    kind = sight.type_text(member.type)
    long = some(
        collation=sight.collation(member.collation) if member.collation is not None else None,
        doc=member.doc,
    )
    return {"type": kind, **long} if long else kind

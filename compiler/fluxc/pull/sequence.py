"""Sequences, and how the sequence of a column counts, as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.names import quote
from fluxc.model.sequence import SequenceOptions
from fluxc.pull.options import some
from fluxc.pull.privileges import access_form

if TYPE_CHECKING:
    from fluxc.model.sequence import Sequence
    from fluxc.pull.sight import Sight


def sequence_form(item: Sequence, sight: Sight) -> object:
    """Return what is said of a sequence, which may be nothing."""
    said: dict[str, Any] = {"type": item.type} if item.type != "bigint" else {}
    said |= counting_form(item.counting)
    owner = ".".join(map(quote, item.owned_by[1:])) or None
    return said | some(owned_by=owner, unlogged=item.unlogged, doc=item.doc) | access_form(item, sight)


def counting_form(counting: SequenceOptions | None) -> dict[str, Any]:
    """Return the options that are not PostgreSQL's own choice."""
    if counting is None:
        return {}
    said = ((name, getattr(counting, name)) for name in SequenceOptions.model_fields)
    return {name: value for name, value in said if value is not None and value is not False}

"""How partitioned tables tell their rows apart, in the words of a state."""

from __future__ import annotations

from fluxc.inspect.wording import expression_text
from fluxc.model import names, part_text
from fluxc.model.index import IndexPart
from fluxc.model.partition import PartitionKey, key_texts


def partition_key(text: str) -> PartitionKey | None:
    """Return the key of a table as ``pg_get_partkeydef`` gives it; None where a state cannot say it."""
    taken = key_texts(text)
    if taken is None:
        return None
    try:
        return PartitionKey(strategy=taken[0], parts=tuple(map(_part, taken[1])))
    except part_text.PartTextError:
        return None


def _part(text: str) -> IndexPart:
    taken = part_text.take_apart(text)
    try:
        column, expression = names.unquote(taken.key), None
    except ValueError:
        column, expression = None, expression_text(taken.key)
    return IndexPart(column=column, expression=expression, collation=taken.collation, opclass=taken.opclass)

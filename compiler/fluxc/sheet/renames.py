"""What relations that a migration speaks of are called on a database that lacks it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fluxc.history.lines import NAME
from fluxc.model.names import split_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fluxc.sheet.target import Name

_RENAME: Final = re.compile(rf"^-- > ([a-z_]+) ({NAME}) => \1 ({NAME}) \{{", re.MULTILINE)
_KINDS: Final = frozenset({"table", "materialized_view", "view", "sequence", "index"})


def renames(delta: str) -> dict[Name, Name]:
    """Return the names that relations have after a migration with this delta, with those that they have before it."""
    return {_name(kind, new): _name(kind, old) for kind, old, new in _RENAME.findall(delta) if kind in _KINDS}


def earlier_names(name: Name, before: Sequence[dict[Name, Name]], own: dict[Name, Name]) -> Iterator[Name]:
    """Yield what a relation of a migration may be called ahead of the migrations ``before`` it, the likeliest first.

    Its steps speak of it as it is called ahead of them, which may be behind a rename of its ``own``.
    """
    for start in dict.fromkeys((name, own.get(name, name))):
        found = start
        for earlier in reversed(before):
            found = earlier.get(found, found)
        yield found


def _name(kind: str, text: str) -> Name:
    """Return the name of a relation; an index is told with its table, of which it has the namespace alone."""
    parts = split_name(text)
    return (parts[0], parts[-1]) if kind == "index" else parts

"""The indexes and constraints that partitions have from their tables, where they bear names of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from fluxc.model.attached import Attached
from fluxc.model.constraint import Exclusion, ForeignKey, PrimaryKey, Unique
from fluxc.model.index import Index
from fluxc.model.state import Key
from fluxc.model.table import Table

if TYPE_CHECKING:
    from fluxc.model.state import State

Copied = Index | PrimaryKey | Unique | Exclusion | ForeignKey
COPIED = (Index, PrimaryKey, Unique, Exclusion, ForeignKey)


class MemberCopy(Attached):
    """An index or a constraint that a partition has from its table, under the path of the partition.

    ``name`` is the one that it has where it is said, ``own`` that of the copy, ``usual`` what the server would call it.
    Where ``own`` is None there is no copy, so the index above is not valid: it was made on `only` its table.
    """

    kind: ClassVar[str] = "member_copy"
    noun: ClassVar[str] = "copy"
    copied: ClassVar[bool] = True

    of: Literal["index", "constraint", "foreign key"]
    own: str | None = None
    usual: str = ""


def copied_by(path: tuple[str, ...], state: State) -> dict[str, Copied]:
    """Return by their names the indexes and constraints of which a table may have copies, as the tables above say them.

    Where a table above has no copy, none can be here.
    """
    table = state.get(Key(Table.kind, path))
    above = table.partition_of if isinstance(table, Table) else ()
    if not above:
        return {}
    found = {name: item for name, item in copied_by(above, state).items() if not is_missing(above, name, state)}
    return found | {item.name: item for item in state.under(above) if isinstance(item, COPIED)}


def is_missing(path: tuple[str, ...], name: str, state: State) -> bool:
    """Return whether a partition itself is said to have no copy of the index or the constraint of this name."""
    item = state.get(Key(MemberCopy.kind, (*path, name)))
    return isinstance(item, MemberCopy) and item.own is None


def has_copy(path: tuple[str, ...], item: Copied, state: State) -> bool:
    """Return whether a partition has a copy of an index or a constraint of a table above."""
    return copied_by(path, state).get(item.name) is item and not is_missing(path, item.name, state)


def copy_of(item: Copied, path: tuple[str, ...], own: str, usual: str) -> MemberCopy:
    """Return the copy of an index or a constraint that the partition of this path has."""
    return missing_copy(item, path).model_copy(update={"own": own, "usual": usual})


def missing_copy(item: Copied, path: tuple[str, ...]) -> MemberCopy:
    """Return what says that the partition of this path has no copy of an index or a constraint."""
    of = "index" if isinstance(item, Index) else "foreign key" if isinstance(item, ForeignKey) else "constraint"
    return MemberCopy(place=path, name=item.name, of=of)

"""The indexes and constraints that partitions have from their tables, where they bear names of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from fluxc.model.attached import Attached
from fluxc.model.constraint import Exclusion, ForeignKey, PrimaryKey, Unique
from fluxc.model.index import Index
from fluxc.model.inherited import own_name
from fluxc.model.state import Key
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.claims import Claim
    from fluxc.model.state import Object, State

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


def claims_of_copies(item: Object, state: State, *, going: bool) -> Iterator[Claim]:
    """Yield the names of copies: of those that a partition has, and of those that partitions have of an index or a key.

    Those that shall have names of their own come under any that is free.
    """
    if isinstance(item, Table):
        copied: list[tuple[tuple[str, ...], Copied]] = [
            (item.key.path, one) for one in copied_by(item.key.path, state).values()
        ]
    elif isinstance(item, (Index, PrimaryKey, Unique, Exclusion)):
        copied = [(path, item) for path in state.partitions(item.place)]
    else:
        return
    for path, one in copied:
        named = state.get(Key(MemberCopy.kind, (*path, one.name)))
        if isinstance(one, ForeignKey) or (isinstance(named, MemberCopy) and not going):
            continue
        name = named.own if isinstance(named, MemberCopy) else own_name(one, path[-1])
        if name is not None:
            yield "relation", path[0], name

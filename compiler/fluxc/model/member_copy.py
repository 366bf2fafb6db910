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
    """

    kind: ClassVar[str] = "member_copy"
    noun: ClassVar[str] = "copy"
    copied: ClassVar[bool] = True

    of: Literal["index", "constraint", "foreign key"]
    own: str
    usual: str


def copied_by(path: tuple[str, ...], state: State) -> dict[str, Copied]:
    """Return by their names the indexes and constraints of which a table has copies, as the tables above say them."""
    table = state.get(Key(Table.kind, path))
    above = table.partition_of if isinstance(table, Table) else ()
    if not above:
        return {}
    return copied_by(above, state) | {item.name: item for item in state.under(above) if isinstance(item, COPIED)}


def copy_of(item: Copied, path: tuple[str, ...], own: str, usual: str) -> MemberCopy:
    """Return the copy of an index or a constraint that the partition of this path has."""
    of = "index" if isinstance(item, Index) else "foreign key" if isinstance(item, ForeignKey) else "constraint"
    return MemberCopy(place=path, name=item.name, of=of, own=own, usual=usual)


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
        yield "relation", path[0], named.own if isinstance(named, MemberCopy) else own_name(one, path[-1])

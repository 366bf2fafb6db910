"""The names of indexes and constraints that partitions have from their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, LiteralString

from fluxc.inspect.unsaid import Unsaid
from fluxc.model.claims import claims
from fluxc.model.inherited import own_name
from fluxc.model.member_copy import MemberCopy, copy_of, missing_copy
from fluxc.model.names import qualified, quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from fluxc.model.member_copy import Copied
    from fluxc.model.state import Object

MISSING: Final[LiteralString] = """
  case when index_class.relkind = 'I' and not index.indisvalid then array(
    select array[partition.namespace, partition.relation]
    from pg_inherits as below join relation as partition on partition.oid = below.inhrelid
    where below.inhparent = index.indrelid and not exists (
      select from pg_inherits as attached join pg_index as copy on copy.indexrelid = attached.inhrelid
      where attached.inhparent = index.indexrelid and copy.indrelid = partition.oid
    )
    order by 1
  ) end
"""
"""The partitions of a table that have no copy of its ``index``, which is not valid as long as there are any."""


def copies(item: Copied, name: str) -> Iterator[MemberCopy | Unsaid]:
    """Yield the copy of an index or a constraint where a partition does not call it as the server usually does.

    What the partition alone does by it is no part of a state.
    """
    usual = own_name(item, item.place[-1])
    if usual != name:
        yield copy_of(item, item.place, name, usual)
    table = f"alter table {qualified(*item.place)}"
    if getattr(item, "identifying", False):
        said = f"{table} replica identity using index {quote(name)};"
        yield Unsaid(item.key, said, "replica identity by it", f"{table} replica identity default;")
    if getattr(item, "clustered", False):
        yield Unsaid(item.key, f"{table} cluster on {quote(name)};", "clustered by it", f"{table} set without cluster;")


def without_numbered(found: Iterable[Object]) -> Iterator[Object]:
    """Yield the objects without those copies whose names the server made by a number behind that of another copy.

    Where the name is that of something else, the copy has one that is to be said.
    """
    items = tuple(found)
    taken = {claim for item in items if not isinstance(item, MemberCopy) for claim in claims(item)}
    for item in items:
        numbered = isinstance(item, MemberCopy) and item.own is not None and item.usual == item.own.rstrip("0123456789")
        if not numbered or ("relation", item.place[0], getattr(item, "usual", "")) in taken:
            yield item


def missing(item: Copied, row: Mapping[str, Any]) -> Iterator[MemberCopy]:
    """Yield what says of partitions that they have no copies: of those that the row has as `missing`."""
    yield from (missing_copy(item, tuple(path)) for path in row["missing"] or ())

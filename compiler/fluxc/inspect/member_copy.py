"""The names of indexes and constraints that partitions have from their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, LiteralString

from fluxc.model.inherited import own_name
from fluxc.model.member_copy import copy_of, missing_copy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.member_copy import Copied, MemberCopy

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


def copies(item: Copied, name: str) -> Iterator[MemberCopy]:
    """Yield the copy of an index or a constraint where a partition calls it by a name of its own.

    The server puts a number behind a name that is taken.
    """
    usual = own_name(item, item.place[-1])
    if usual not in {name, name.rstrip("0123456789")}:
        yield copy_of(item, item.place, name, usual)


def missing(item: Copied, row: Mapping[str, Any]) -> Iterator[MemberCopy]:
    """Yield what says of partitions that they have no copies: of those that the row has as `missing`."""
    yield from (missing_copy(item, tuple(path)) for path in row["missing"] or ())

"""The names of indexes and constraints that partitions have from their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, LiteralString

from fluxc.model.inherited import own_name
from fluxc.model.member_copy import copy_of

LABELS: Final[LiteralString] = """array(
    select coalesce(attribute.attname, own.attname)::text
    from pg_attribute as own
    left join pg_attribute as attribute on attribute.attrelid = index.indrelid
      and attribute.attnum = nullif(index.indkey[own.attnum - 1], 0)
    where own.attrelid = index.indexrelid order by own.attnum
  )"""
"""What the name of a copy is made of: the columns of an ``index``, and what it calls its expressions."""

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.member_copy import Copied, MemberCopy


def own_or_none(name: str, usual: str) -> str | None:
    """Return the name of a copy where it is one of its own; the server puts a number behind a name that is taken."""
    return None if usual in {name, name.rstrip("0123456789")} else name


def copies(item: Copied, name: str) -> Iterator[MemberCopy]:
    """Yield the copy of an index or a constraint where a partition calls it by a name of its own."""
    usual = own_name(item, item.place[-1])
    if own_or_none(name, usual) is not None:
        yield copy_of(item, item.place, name, usual)

"""The names of indexes and constraints that partitions have from their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.inherited import own_name
from fluxc.model.member_copy import copy_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.member_copy import Copied, MemberCopy


def copies(item: Copied, name: str) -> Iterator[MemberCopy]:
    """Yield the copy of an index or a constraint where a partition calls it by a name of its own.

    The server puts a number behind a name that is taken.
    """
    usual = own_name(item, item.place[-1])
    if usual not in {name, name.rstrip("0123456789")}:
        yield copy_of(item, item.place, name, usual)

"""What the built-in access methods can do (manual, chapter 11); nothing is known of those of extensions."""

from __future__ import annotations

from typing import Final, NamedTuple


class AccessMethod(NamedTuple):
    """Whether indexes of a method can be unique, be ordered, have several keys and further columns, and exclude."""

    unique: bool = False
    ordered: bool = False
    several: bool = True
    include: bool = False
    excludes: bool = False


METHODS: Final = {
    "btree": AccessMethod(unique=True, ordered=True, include=True, excludes=True),
    "hash": AccessMethod(several=False, excludes=True),
    "gist": AccessMethod(include=True, excludes=True),
    "spgist": AccessMethod(several=False, include=True, excludes=True),
    "gin": AccessMethod(),
    "brin": AccessMethod(),
}
ANYTHING: Final = AccessMethod(unique=True, ordered=True, include=True, excludes=True)

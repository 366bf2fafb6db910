"""Constraints, indexes and the like that differ by name alone are renamed, out of each other's way."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeGuard

from fluxc.model.attached import Apart
from fluxc.model.claims import claims
from fluxc.model.constraint import Constraint
from fluxc.model.index import Index
from fluxc.plan.attached import renaming_attached
from fluxc.plan.comments import SetComment
from fluxc.plan.constraints import RenameConstraint
from fluxc.plan.indexes import RenameIndex
from fluxc.plan.renames import aside_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from fluxc.model.claims import Claim
    from fluxc.model.state import Key, Object
    from fluxc.plan.operation import Operation

Member = Constraint | Index | Apart
Pair = tuple[Member, Member]


def renamed_members(removed: Iterable[Object], added: Iterable[Object]) -> tuple[list[Operation], set[Key], set[Key]]:
    """Return the renames among what is gone and what is new, in no order that matters.

    With them come the keys that they leave and the keys that they take.
    """
    pairs = list(_pairs(removed, added))
    aside = set(_stepping_aside(pairs))
    found = [item for number, pair in enumerate(pairs) for item in _operations(*pair, aside=number in aside)]
    return found, {old.key for old, _ in pairs}, {new.key for _, new in pairs}


def _pairs(removed: Iterable[Object], added: Iterable[Object]) -> Iterator[Pair]:
    by_content: dict[Object, list[Member]] = {}
    for item in sorted(removed, key=lambda item: item.key, reverse=True):
        if _renamable(item):
            by_content.setdefault(_content(item), []).append(item)
    for new in sorted(added, key=lambda item: item.key):
        if _renamable(new) and (same := by_content.get(_content(new))):
            yield same.pop(), new


def _renamable(item: Object) -> TypeGuard[Member]:
    return isinstance(item, Member) and not (isinstance(item, Apart) and item.copied)


def _content(item: Object) -> Object:
    return item.at(*item.place, "").model_copy(update={"doc": None})


def _stepping_aside(pairs: Sequence[Pair]) -> Iterator[int]:
    """Yield the numbers of the pairs that must free their names first, because some wait for each other in a circle."""
    held: dict[Claim, int] = {claim: number for number, (old, _) in enumerate(pairs) for claim in claims(old)}
    waiting = dict(enumerate(pairs))
    while waiting:
        ready = [
            number for number, (_, new) in waiting.items() if all(held.get(c, number) == number for c in claims(new))
        ]
        freeing = ready or [next(number for number, (old, _) in waiting.items() if held.keys() & set(claims(old)))]
        if not ready:
            yield freeing[0]
        for number in freeing:
            for claim in claims(waiting[number][0]):
                held.pop(claim, None)
        for number in ready:
            del waiting[number]


def _operations(old: Member, new: Member, *, aside: bool) -> Iterator[Operation]:
    renamed = old.at(*new.key.path)
    away = [old.at(*old.place, aside_name(new.key.path))] if aside else []
    for one, other in pairwise([old, *away, renamed]):
        yield _renaming(one, other)
    if old.doc != new.doc:
        yield SetComment(renamed, new)


def _renaming(one: Member, other: Member) -> Operation:
    if isinstance(one, Apart) and isinstance(other, Apart):
        return renaming_attached(one, other)
    return RenameIndex(one, other) if isinstance(one, Index) else RenameConstraint(one, other)

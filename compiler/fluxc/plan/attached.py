"""The operations on what hangs on a relation, by its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.member_copy import MemberCopy
from fluxc.model.policy import Policy
from fluxc.model.publication import Publication
from fluxc.model.statistics import Statistics
from fluxc.model.text_search import TextSearchConfiguration, TextSearchDictionary
from fluxc.model.trigger import Trigger
from fluxc.model.trigger_copy import TriggerCopy
from fluxc.plan.member_copies import CreateMemberCopy, DropMemberCopy, RenameMemberCopy
from fluxc.plan.policies import AlterPolicy, CreatePolicy, DropPolicy, RenamePolicy
from fluxc.plan.publications import AlterPublication, CreatePublication, DropPublication, RenamePublication
from fluxc.plan.statistics import CreateStatistics, DropStatistics, RenameStatistics, SetStatisticsTarget
from fluxc.plan.text_search import (
    AlterTextSearchConfiguration,
    AlterTextSearchDictionary,
    CreateTextSearchConfiguration,
    CreateTextSearchDictionary,
    DropTextSearchConfiguration,
    DropTextSearchDictionary,
    RenameTextSearchConfiguration,
    RenameTextSearchDictionary,
)
from fluxc.plan.trigger_copies import CreateTriggerCopy, DropTriggerCopy, SetTriggerCopyFiring
from fluxc.plan.triggers import CreateTrigger, DropTrigger, RenameTrigger, ReplaceTrigger, SetTriggerFiring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.attached import Apart
    from fluxc.plan.operation import Operation


def creating_attached(item: Apart) -> Operation:
    """Return the operation that creates the object."""
    match item:
        case Policy():
            return CreatePolicy(item)
        case Trigger():
            return CreateTrigger(item)
        case TriggerCopy():
            return CreateTriggerCopy(item)
        case MemberCopy():
            return CreateMemberCopy(item)
        case Statistics():
            return CreateStatistics(item)
        case Publication():
            return CreatePublication(item)
        case TextSearchDictionary():
            return CreateTextSearchDictionary(item)
        case TextSearchConfiguration():
            return CreateTextSearchConfiguration(item)
        case _:
            raise TypeError(f"nothing creates a {item.noun}")


def dropping_attached(item: Apart) -> Operation:
    """Return the operation that drops the object."""
    match item:
        case Policy():
            return DropPolicy(item)
        case Trigger():
            return DropTrigger(item)
        case TriggerCopy():
            return DropTriggerCopy(item)
        case MemberCopy():
            return DropMemberCopy(item)
        case Statistics():
            return DropStatistics(item)
        case Publication():
            return DropPublication(item)
        case TextSearchDictionary():
            return DropTextSearchDictionary(item)
        case TextSearchConfiguration():
            return DropTextSearchConfiguration(item)
        case _:
            raise TypeError(f"nothing drops a {item.noun}")


def renaming_attached(old: Apart, new: Apart) -> Operation:
    """Return the operation that renames the object."""
    match old, new:
        case Policy(), Policy():
            return RenamePolicy(old, new)
        case Trigger(), Trigger():
            return RenameTrigger(old, new)
        case Statistics(), Statistics():
            return RenameStatistics(old, new)
        case Publication(), Publication():
            return RenamePublication(old, new)
        case TextSearchDictionary(), TextSearchDictionary():
            return RenameTextSearchDictionary(old, new)
        case TextSearchConfiguration(), TextSearchConfiguration():
            return RenameTextSearchConfiguration(old, new)
        case _:
            raise TypeError(f"nothing renames a {old.noun}")


def attached_in_place(old: Apart, new: Apart) -> tuple[str, ...]:
    """Return the attributes that can change without making the object anew."""
    match old, new:
        case Policy(), Policy() if old.using is None or new.using is not None:
            return ("doc", "roles", "using", "check") if old.check is None or new.check is not None else ("doc",)
        case Trigger(), Trigger() if not old.constraint and not new.constraint:
            return tuple(Trigger.model_fields)
        case Trigger(), Trigger():
            return "doc", "fires"
        case TriggerCopy(), TriggerCopy():
            return tuple(TriggerCopy.model_fields)
        case MemberCopy(), MemberCopy():
            return "own", "usual"
        case Statistics(), Statistics():
            return "doc", "target"
        case Publication(), Publication() if old.everything == new.everything:
            return tuple(Publication.model_fields)
        case TextSearchDictionary(), TextSearchDictionary():
            return "doc", "options"
        case TextSearchConfiguration(), TextSearchConfiguration():
            return "doc", "mappings"
        case _:
            return ("doc",)


def attached_operations(old: Apart, new: Apart) -> Iterator[Operation]:
    """Yield what takes the object from ``old`` to ``new`` in place, but for its comment."""
    if isinstance(old, Policy) and isinstance(new, Policy) and not _same(old, new):
        yield AlterPolicy(old, new)
    elif isinstance(old, Trigger) and isinstance(new, Trigger):
        if old.model_copy(update={"doc": new.doc, "fires": new.fires}) != new:
            yield ReplaceTrigger(old, new)
        elif old.fires != new.fires:
            yield SetTriggerFiring(old, new)
    elif isinstance(old, TriggerCopy) and isinstance(new, TriggerCopy):
        yield SetTriggerCopyFiring(old, new)
    elif isinstance(old, MemberCopy) and isinstance(new, MemberCopy):
        yield RenameMemberCopy(old, new)
    elif isinstance(old, Statistics) and isinstance(new, Statistics) and old.target != new.target:
        yield SetStatisticsTarget(old, new)
    elif isinstance(old, Publication) and isinstance(new, Publication) and not _same(old, new):
        yield AlterPublication(old, new)
    elif isinstance(old, TextSearchDictionary) and isinstance(new, TextSearchDictionary) and not _same(old, new):
        yield AlterTextSearchDictionary(old, new)
    elif isinstance(old, TextSearchConfiguration) and isinstance(new, TextSearchConfiguration) and not _same(old, new):
        yield AlterTextSearchConfiguration(old, new)


def _same(old: Apart, new: Apart) -> bool:
    """Return whether two objects differ in nothing but their comments."""
    return old.model_copy(update={"doc": new.doc}) == new

"""What hangs on a table beside its columns, constraints and indexes: policies, statistics, triggers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.lower_policies import lower_policies
from fluxc.model.lower_statistics import lower_statistics
from fluxc.model.lower_triggers import Relation, lower_triggers

if TYPE_CHECKING:
    from fluxc.model.draft import TableDraft
    from fluxc.model.lowering import Lowering


def attach(low: Lowering, draft: TableDraft) -> None:
    """Take in what the table and its mixins say of it."""
    relation = Relation(draft.domain, draft.path, {*draft.columns, *draft.faulty})
    for group, place in draft.groups:
        lower_policies(low, draft, group.policies, place / "policies")
        lower_statistics(low, draft, group.statistics, place)
        lower_triggers(low, relation, group.triggers, place / "triggers")

"""What partitions say of the triggers that they have from their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import did_you_mean
from fluxc.model.lower_triggers import FIRES
from fluxc.model.state import State
from fluxc.model.table import PartitionDeclaration
from fluxc.model.trigger import Trigger
from fluxc.model.trigger_copy import TriggerCopy, source_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.draft import TableDraft
    from fluxc.model.lowering import Lowering


def settle_firing(low: Lowering, drafts: Iterable[TableDraft]) -> None:
    """Take in how triggers of partitions fire; record names that are none of their tables'."""
    state = State(low.objects)
    for draft in drafts:
        fires = draft.form.fires if isinstance(draft.form, PartitionDeclaration) else {}
        for name, said in fires.items():
            source = source_of(draft.path, name, state)
            place = draft.place / "fires" / name
            if source is None:
                known = {item.name for above in _above(draft) for item in state.members(above.path, Trigger)}
                message = f"table {draft.path[-1]} has no trigger {name} from a table that it is a partition of"
                cure = did_you_mean(name, known) or "say `enabled` of a trigger where the trigger is said"
                low.findings.add("bad-trigger", message, place, cure, key=True)
            elif FIRES[said] != source.fires:
                low.add(TriggerCopy(place=draft.path, name=name, fires=FIRES[said], usual=source.fires), place)


def _above(draft: TableDraft) -> Iterator[TableDraft]:
    while draft.parent is not None:
        draft = draft.parent
        yield draft

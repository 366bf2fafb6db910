"""What partitions call the indexes and constraints that they have from their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import did_you_mean
from fluxc.model.inherited import own_name
from fluxc.model.member_copy import copied_by, copy_of
from fluxc.model.state import State
from fluxc.model.table import PartitionDeclaration

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.draft import TableDraft
    from fluxc.model.lowering import Lowering


def settle_names(low: Lowering, drafts: Iterable[TableDraft]) -> None:
    """Take in the names of copies of indexes and constraints; record those of which there is none."""
    state = State(low.objects)
    for draft in drafts:
        names = draft.form.names if isinstance(draft.form, PartitionDeclaration) else {}
        copied = copied_by(draft.path, state) if names else {}
        for name, own in names.items():
            place = draft.place / "names" / name
            if name not in copied:
                message = (
                    f"table {draft.path[-1]} has no index or constraint {name} from a table that it is a partition of"
                )
                cure = did_you_mean(name, copied) or "give its own ones their names where they are said"
                low.findings.add("bad-partition", message, place, cure, key=True)
            elif low.findings.name(own, copied[name].noun, place):
                usual = own_name(copied[name], draft.path[-1])
                if own != usual:
                    low.add(copy_of(copied[name], draft.path, own, usual), place)

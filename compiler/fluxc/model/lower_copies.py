"""What partitions call the indexes and constraints that they have from their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import did_you_mean
from fluxc.model.constraint import ForeignKey
from fluxc.model.inherited import own_name
from fluxc.model.member_copy import copied_by, copy_of, missing_copy
from fluxc.model.state import State
from fluxc.model.table import PartitionDeclaration

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.model.draft import TableDraft
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering
    from fluxc.model.member_copy import Copied


def settle_names(low: Lowering, drafts: Iterable[TableDraft]) -> None:
    """Take in the names of copies of indexes and constraints; record those of which there is none."""
    state = State(low.objects)
    for draft in sorted(drafts, key=_depth):
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
            elif own is False:
                _miss(low, draft, copied[name], place)
            elif low.findings.name(own, copied[name].noun, place):
                usual = own_name(copied[name], draft.path[-1])
                if own != usual:
                    low.add(copy_of(copied[name], draft.path, own, usual), place)
        if False in names.values():
            state = State(low.objects)


def _depth(draft: TableDraft) -> int:
    return 0 if draft.parent is None else 1 + _depth(draft.parent)


def _miss(low: Lowering, draft: TableDraft, item: Copied, place: Place) -> None:
    """Take in that a partition has no copy; record foreign keys, which every partition has."""
    if isinstance(item, ForeignKey):
        message = f"foreign key {item.name} of a table is one of all its partitions"
        low.findings.add("bad-partition", message, place, "say what it is called, or leave it out")
    else:
        low.add(missing_copy(item, draft.path), place)

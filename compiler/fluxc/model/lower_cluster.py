"""The index that `cluster` orders the rows of a table by (manual, CLUSTER)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import did_you_mean
from fluxc.model.access_method import ANYTHING, METHODS
from fluxc.model.constraint import Exclusion, Indexed
from fluxc.model.index import Index

if TYPE_CHECKING:
    from fluxc.model.draft import TableDraft
    from fluxc.model.lowering import Lowering


def mark_clustered(low: Lowering, draft: TableDraft) -> None:
    """Mark the index or the constraint that a table names, which has been taken in; record a name that is none."""
    name = draft.form.cluster_on
    if name is None:
        return
    place = draft.place / "cluster_on"
    indexed: dict[str, int] = {}
    for number in range(len(low.objects) - 1, -1, -1):  # what lies in the table was taken in last
        if low.objects[number].place != draft.path:
            break
        if isinstance(low.objects[number], Index | Indexed):
            indexed[low.objects[number].name] = number
    if name not in indexed:
        message = f"table {draft.path[-1]} has no index and no key called `{name[:70]}`"
        low.findings.add("bad-index", message, place, did_you_mean(name, indexed))
        return
    item = low.objects[indexed[name]]
    method = item.method if isinstance(item, Index | Exclusion) else "btree"
    if not (METHODS.get(method, ANYTHING).ordered or method == "gist"):
        message = f"an index of access method {method} cannot order the rows of a table"
        low.findings.add("bad-index", message, place, "name one of btree or gist")
    low.objects[indexed[name]] = item.model_copy(update={"clustered": True})

"""The indexes that a table names: by which rows are ordered, and told apart (manual, CLUSTER and ALTER TABLE)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import did_you_mean
from fluxc.model.access_method import ANYTHING, METHODS
from fluxc.model.constraint import Deferring, Exclusion, Indexed
from fluxc.model.index import Index
from fluxc.model.table import ReplicaIdentityDeclaration

if TYPE_CHECKING:
    from fluxc.model.draft import TableDraft
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering


def mark_indexes(low: Lowering, draft: TableDraft) -> None:
    """Mark the indexes or constraints that a table names, which have been taken in; record a name that is none."""
    if draft.form.cluster_on is not None:
        _mark_clustered(low, draft, draft.form.cluster_on)
    if isinstance(draft.form.replica_identity, ReplicaIdentityDeclaration):
        _mark_identifying(low, draft, draft.form.replica_identity.index)


def _mark_clustered(low: Lowering, draft: TableDraft, name: str) -> None:
    place = draft.place / "cluster_on"
    number = _find(low, draft, name, place)
    if number is None:
        return
    item = low.objects[number]
    method = item.method if isinstance(item, Index | Exclusion) else "btree"
    if not (METHODS.get(method, ANYTHING).ordered or method == "gist"):
        message = f"an index of access method {method} cannot order the rows of a table"
        low.findings.add("bad-index", message, place, "name one of btree or gist")
    low.objects[number] = item.model_copy(update={"clustered": True})


def _mark_identifying(low: Lowering, draft: TableDraft, name: str) -> None:
    place = draft.place / "replica_identity" / "index"
    number = _find(low, draft, name, place)
    if number is None:
        return
    item = low.objects[number]
    whole = not isinstance(item, Index) or (item.unique and item.where is None and all(p.column for p in item.parts))
    if isinstance(item, Exclusion) or not whole or (isinstance(item, Deferring) and item.deferrable):
        message = f"replicas cannot tell rows apart by {item.noun} {item.name}"
        cure = "name a unique index over columns that take no null, of all rows and not deferrable"
        low.findings.add("bad-index", message, place, cure)
    low.objects[number] = item.model_copy(update={"identifying": True})


def _find(low: Lowering, draft: TableDraft, name: str, place: Place) -> int | None:
    """Return where the index or constraint of this name is among the objects; record that there is none."""
    indexed: dict[str, int] = {}
    for number in range(len(low.objects) - 1, -1, -1):  # what lies in the table was taken in last
        if low.objects[number].key.path == draft.path:
            break
        if isinstance(low.objects[number], Index | Indexed) and low.objects[number].place == draft.path:
            indexed[low.objects[number].name] = number
    if name in indexed:
        return indexed[name]
    message = f"table {draft.path[-1]} has no index and no key called `{name[:70]}`"
    low.findings.add("bad-index", message, place, did_you_mean(name, indexed))
    return None

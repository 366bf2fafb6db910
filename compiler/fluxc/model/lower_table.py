"""What a table says of itself, beside what lies in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.model.draft import listed
from fluxc.model.parameters import parameters
from fluxc.model.table import RowSecurityDeclaration, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.model.draft import ColumnDraft, TableDraft
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering


def lower_table(low: Lowering, draft: TableDraft) -> Table:
    """Return the table itself; record what is wrong with what it says."""
    form = draft.form
    options: dict[str, Any] = {}
    if form.storage:
        options["parameters"] = tuple(sorted(parameters(low.findings, form.storage, draft.place / "storage")))
    if form.inherits:
        options["inherits"] = tuple(parent.path for parent in parents_of(low, draft))
    if form.row_security:
        options |= _row_security(form.row_security)
    if form.replica_identity in {"nothing", "full"}:
        options["replica_identity"] = form.replica_identity
    for key, noun, attribute in (("tablespace", "tablespace", "tablespace"), ("using", "access method", "method")):
        name: str | None = getattr(form, key)
        if name is not None:
            options[attribute] = low.optional_name(name, noun, draft.place / key)
    if form.partition_by is not None and form.using is not None:
        low.findings.needs(17, "an access method of a partitioned table", draft.place / "using")
    if form.partition_by is not None or draft.parent is not None or form.rule is not None:
        from fluxc.model.lower_partitions import partitioning  # most tables are in one piece

        options |= partitioning(low, draft)
    if form.unlogged:
        options["unlogged"] = True
    return Table(place=draft.path[:-1], name=draft.path[-1], doc=form.doc, **options)


def _row_security(said: bool | str | RowSecurityDeclaration) -> dict[str, bool]:
    if isinstance(said, RowSecurityDeclaration):
        return {"row_security": said.enabled, "row_security_forced": said.forced}
    return {"row_security": True, "row_security_forced": said == "forced"}


def parents_of(low: Lowering, draft: TableDraft) -> Iterator[TableDraft]:
    """Yield the tables that a table inherits from, those that there are."""
    if draft.parent is not None:
        yield draft.parent
        return
    for number, text in enumerate(listed(draft.form.inherits)):
        found = low.scope.target(text, draft.domain, _place(draft, number))
        if found is not None:
            yield found[0]


def _place(draft: TableDraft, number: int) -> Place:
    place = draft.place / "inherits"
    return place if isinstance(draft.form.inherits, str) else place / number


def inherit_columns(low: Lowering) -> None:
    """Give the tables that inherit the columns of their parents, before their own; record a circle of them."""
    for tables in low.scope.tables.values():
        for draft in tables.values():
            if draft.form.inherits or draft.parent is not None:
                _inherit(low, draft, ())


def _inherit(low: Lowering, draft: TableDraft, below: tuple[TableDraft, ...]) -> None:
    if draft.inherited:
        return
    if any(draft is other for other in below):
        message = f"table {draft.path[-1]} inherits from itself"
        low.findings.add("bad-value", message, draft.place / "inherits", "take one of the tables out of the circle")
        return
    found: dict[str, ColumnDraft] = {}
    for parent in parents_of(low, draft):
        _inherit(low, parent, (*below, draft))
        found |= {name: column.of(parent) for name, column in parent.columns.items() if name not in found}
    draft.inherited = True
    draft.columns = {**found, **draft.columns}

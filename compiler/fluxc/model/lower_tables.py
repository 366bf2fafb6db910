"""The tables of domains with all that lies in them and hangs on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.compiled import Compiled, Domain, Intent
from fluxc.model.domain import DomainFile, SharedFile
from fluxc.model.draft import draft_table
from fluxc.model.lower_cluster import mark_indexes
from fluxc.model.lower_columns import lower_columns
from fluxc.model.lower_constraints import add_primary_key, lower_constraints, primary_key
from fluxc.model.lower_owned import settle_owned
from fluxc.model.lower_presentation import check_classes, present_table
from fluxc.model.lower_privileges import lower_privileges
from fluxc.model.lower_table import lower_table
from fluxc.model.state import Key, State
from fluxc.model.table import Table
from fluxc.project.timeouts import KEYS, timeouts_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxc.model.domain_files import Files, Read
    from fluxc.model.draft import TableDraft
    from fluxc.model.findings import Findings, Place
    from fluxc.model.lowering import Lowering
    from fluxc.model.table import MixinDeclaration


def draft_tables(low: Lowering, domains: list[Read], shared: Files) -> None:
    """Put into the scope what the domains declare as tables, with their mixins."""
    everywhere = _mixins(shared, low.findings)
    for read in domains:
        mixins = {**everywhere, **_mixins(read.files, low.findings)}
        mine: dict[str, TableDraft] = {}
        low.scope.tables[read.name] = mine
        for declared, place in read.files:
            if isinstance(declared, SharedFile):
                continue
            for name, table in declared.tables.items():
                where = place / "tables" / name
                if name in mine:
                    other = mine[name].place.span(key=True)
                    message = f"table {read.name}.{name} is declared twice, also at {other.file}:{other.line}"
                    low.findings.add("name-clash", message, where, "keep one of the two", key=True)
                elif low.findings.name(name, "table", where):
                    path = (low.scope.domains[read.name], name)
                    mine[name] = draft_table(read.name, path, table, where, mixins, low.findings)


def _mixins(files: Files, findings: Findings) -> dict[str, tuple[MixinDeclaration, Place]]:
    found: dict[str, tuple[MixinDeclaration, Place]] = {}
    for declared, place in files:
        for name, mixin in declared.mixins.items():
            if name in found:
                findings.add(
                    "name-clash",
                    f"mixin {name} is declared twice",
                    place / "mixins" / name,
                    "keep one of the two",
                    key=True,
                )
            found[name] = (mixin, place / "mixins" / name)
    return found


def _lower_views(low: Lowering, read: Read) -> None:
    files = (declared for declared, _ in read.files if isinstance(declared, DomainFile))
    if any(declared.views or declared.materialized_views for declared in files):
        from fluxc.model.lower_views import lower_views  # many schemas have none

        lower_views(low, read.name, read.files)


def lower_attached(low: Lowering, draft: TableDraft) -> None:
    """Take in what hangs on a table beside columns, constraints and indexes."""
    if any(group.triggers or group.policies or group.statistics for group, _ in draft.groups):
        from fluxc.model.lower_attached import attach  # most tables have nothing of the kind

        attach(low, draft)
    if any(column.long and column.long.set_on_update for column in draft.columns.values()):
        from fluxc.model.lower_set_on_update import lower_set_on_update  # most columns are set by whoever writes them

        lower_set_on_update(low, draft)


def settle_own(low: Lowering, domains: list[Read]) -> None:
    """Settle what partitions say of columns of their tables, where there are any."""
    drafts = [draft for read in domains for draft in low.scope.tables[read.name].values() if draft.parent is not None]
    if drafts:
        from fluxc.model.lower_partitions import settle_columns  # most tables are in one piece

        settle_columns(low, drafts)
        if any(getattr(draft.form, "fires", ()) for draft in drafts):
            from fluxc.model.lower_firing import settle_firing  # most triggers fire in partitions as in their tables

            settle_firing(low, drafts)
        if any(getattr(draft.form, "names", ()) for draft in drafts):
            from fluxc.model.lower_copies import settle_names  # most copies are called as PostgreSQL calls them

            settle_names(low, drafts)


def name_not_nulls(low: Lowering, domains: list[Read]) -> None:
    """Take in the names of not-null constraints, where any are given."""
    drafts = [
        draft for read in domains for draft in low.scope.tables[read.name].values() if draft.form.not_nulls is not None
    ]
    if drafts:
        from fluxc.model.lower_not_nulls import lower_not_nulls  # most tables leave them to PostgreSQL

        lower_not_nulls(low, drafts)


def _note_use(low: Lowering, draft: TableDraft) -> None:
    """Take in what a table says of others that are at work on it while it is changed."""
    form = draft.form
    if form.online is not None:
        low.online[draft.path] = form.online
    if form.online or (form.large and form.online is None):
        low.phased.add(draft.path)
    said = {key: value for key in KEYS if (value := getattr(form, key)) is not None}
    if said:
        low.timeouts[draft.path] = timeouts_of(
            said, lambda key, message, cure: low.findings.add("bad-value", message, draft.place / key, cure)
        )


def lower_tables(low: Lowering, domains: list[Read], values_was: dict[Key, Mapping[str, str]]) -> Compiled:
    """Take in the tables of domains and return what they mean, after everything that was taken in before."""
    result: list[Domain] = []
    for read in domains:
        drafts = low.scope.tables[read.name].values()
        for draft in drafts:
            table = lower_table(low, draft)
            low.add(table, draft.place, draft.form.was)
            lower_privileges(low, table, *draft.form.access(), draft.place)
            _note_use(low, draft)
            key = primary_key(low, draft)
            lower_columns(low, draft, key.columns if key else ())
            if key is not None:
                add_primary_key(low, draft, key)
            lower_constraints(low, draft, key)
            mark_indexes(low, draft)
            lower_attached(low, draft)
            if table.partition_by is not None:
                from fluxc.model.lower_partitions import check_partitioned  # most tables are in one piece

                check_partitioned(low, draft, table)
            if draft.parent is None:
                present_table(low, draft)
            if draft.form.rules:
                from fluxc.model.lower_rules import lower_rules  # most tables have none

                lower_rules(low, read.name, draft.path, draft.form.rules, draft.place / "rules")
        check_classes(low.findings, drafts)
        docs = [declared.doc for declared, _ in read.files if declared.doc and isinstance(declared, DomainFile)]
        enums = tuple(enum.key for enum in low.scope.enums[read.name].values())
        tables = tuple(Key(Table.kind, draft.path) for draft in drafts)
        result.append(Domain(read.name, low.scope.domains[read.name], docs[0] if docs else None, enums, tables))
        _lower_views(low, read)
    settle_own(low, domains)
    name_not_nulls(low, domains)
    if low.scope.owned or low.scope.drawn:
        settle_owned(low)
    said = low.using, low.backfill, low.removed, low.online, low.made, frozenset(low.phased), low.timeouts
    intent = Intent(low.was, values_was, *said)
    return Compiled(State(low.objects), intent, tuple(result), low.places, presentation=low.presentation)

"""A schema folder, read as documents, into what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.model.check import check_earlier_names, check_names, check_references
from fluxc.model.domain_files import Read, lower_namespaces, namespace_of, read_files
from fluxc.model.findings import OLDEST, Findings
from fluxc.model.load_routines import has_routines, know_functions, lower_bodies, publishes
from fluxc.model.lower_enums import lower_enums
from fluxc.model.lower_owned import lower_owned
from fluxc.model.lower_sequences import lower_sequences
from fluxc.model.lower_table import inherit_columns
from fluxc.model.lower_tables import draft_tables, lower_tables
from fluxc.model.lowering import Lowering
from fluxc.model.scope import Scope
from fluxc.model.table import Table
from fluxc.model.type_names import know_types, take_types

if TYPE_CHECKING:
    from fluxc.diagnostics import Diagnostic
    from fluxc.model.compiled import Compiled
    from fluxc.model.domain_files import Files
    from fluxc.model.seed import Seed
    from fluxc.model.state import State
    from fluxc.source.tree import Tree


def load(tree: Tree, namespace: str | None = None, target: int = OLDEST) -> tuple[Compiled, tuple[Diagnostic, ...]]:
    """Return what the files of a schema folder mean, and everything that is wrong with them.

    ``namespace`` is the one of every domain that does not name its own; None means the domain's name.  ``target`` is
    the oldest server that the schema must do for.
    With an error among the diagnostics the value is of no use.
    """
    findings = Findings(target)
    domains = [Read(source.name, read_files(source.documents, findings)) for source in tree.domains]
    shared = read_files(tree.shared, findings, shared=True)
    names = {read.name: namespace_of(read, namespace or read.name, findings) for read in domains}
    low = Lowering(Scope(findings, names))
    lower_namespaces(low, domains, names, shared)
    everything = [*(file for read in domains for file in read.files), *shared]
    _roles(low, everything)
    _extensions(low, everything)
    for read in domains:
        lower_sequences(low, read.name, read.files)
    know_types(low, domains, shared)
    ahead = len(low.objects)
    values_was = lower_enums(low, domains, shared)
    routines = [read for read in domains if has_routines(read)]
    for read in routines:
        know_functions(low, read)
    draft_tables(low, domains, shared)
    values_was |= take_types(low, domains, shared, ahead)
    partitioned = any(draft.form.partitions for tables in low.scope.tables.values() for draft in tables.values())
    if partitioned:
        from fluxc.model.lower_partitions import draft_partitions  # most tables are in one piece

        draft_partitions(low)
    inherit_columns(low)
    lower_owned(low, names)
    lower_defaults(low, domains, shared)
    result = lower_tables(low, domains, values_was)
    publishing = [*(read for read in domains if publishes(read)), *([Read("", shared)] if shared else [])]
    if routines or low.updating or any(map(publishes, publishing)):
        result = lower_bodies(low, routines, publishing, result)
    check_references(low, result.state, result.state)
    check_names(low, result.state)
    if partitioned:
        from fluxc.model.lower_partitions import check_inherited_names

        check_inherited_names(low, result.state)
        if any(table.rolling for table in result.state.of(Table)):
            from fluxc.model.lower_rolling import check_rolling  # few tables have partitions by the calendar

            check_rolling(low, result.state)
    check_earlier_names(low, result.state)
    result = result._replace(seeds=lower_rows(low, result.state, domains))
    return result, tuple(dict.fromkeys((*tree.diagnostics, *_certain(tree, domains, shared, findings.diagnostics))))


def _extensions(low: Lowering, files: Files) -> None:
    if any(file.extensions for file, _ in files):
        from fluxc.model.lower_extensions import lower_extensions  # many schemas need none

        lower_extensions(low, files)


def _roles(low: Lowering, files: Files) -> None:
    if any(file.roles for file, _ in files):
        from fluxc.model.lower_roles import lower_roles  # most schemas declare none

        lower_roles(low, files)


def lower_defaults(low: Lowering, domains: list[Read], shared: Files) -> None:
    """Take in default privileges, of which few schemas have any."""
    everything = [*((low.scope.domains[read.name], read.files) for read in domains), (None, shared)]
    telling = [pair for pair in everything if any(file.default_privileges is not None for file, _ in pair[1])]
    if telling:
        from fluxc.model.lower_default_privileges import lower_default_privileges

        for namespace, files in telling:
            lower_default_privileges(low, namespace, files)


_FOLLOWING = frozenset(
    {"unknown-table", "unknown-type", "unknown-mixin", "unknown-column", "no-unique-target"}
    | {"bad-seed-key", "bad-seed-value"}
)


def lower_rows(low: Lowering, state: State, domains: list[Read]) -> tuple[Seed, ...]:
    """Return the seeds of domains; record what is wrong with their rows."""
    drafts = (draft for read in domains for draft in low.scope.tables[read.name].values())
    seeded = [draft for draft in drafts if draft.form.seed is not None]
    if not seeded:
        return ()
    from fluxc.model.lower_seeds import lower_seeds  # most schemas declare no rows

    return lower_seeds(low, state, seeded)


def _certain(tree: Tree, domains: list[Read], shared: Files, found: list[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics without those that may only be there because a file could not be read."""
    documents = len(tree.shared) + sum(len(source.documents) for source in tree.domains)
    read = len(shared) + sum(len(domain.files) for domain in domains)
    whole = read == documents and not any(item.severity is Severity.ERROR for item in tree.diagnostics)
    return [item for item in found if whole or item.code not in _FOLLOWING]

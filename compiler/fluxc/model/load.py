"""A schema folder, read as documents, into what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from fluxc.diagnostics import Severity
from fluxc.model.check import check_earlier_names, check_names, check_references
from fluxc.model.compiled import Compiled, Domain, Intent
from fluxc.model.domain import DomainFile, SharedFile, validate
from fluxc.model.draft import draft_table, listed
from fluxc.model.enum import Enum, EnumDeclaration, ValueDeclaration
from fluxc.model.findings import Findings, Place
from fluxc.model.lower_cluster import mark_indexes
from fluxc.model.lower_columns import lower_columns
from fluxc.model.lower_constraints import add_primary_key, lower_constraints, primary_key
from fluxc.model.lower_extensions import lower_extensions
from fluxc.model.lower_owned import lower_owned, settle_owned
from fluxc.model.lower_presentation import check_classes, present_table
from fluxc.model.lower_privileges import lower_privileges
from fluxc.model.lower_sequences import lower_sequences
from fluxc.model.lower_table import inherit_columns, lower_table
from fluxc.model.lowering import OLDEST, Lowering
from fluxc.model.namespace import Namespace
from fluxc.model.removed_values import removed_values
from fluxc.model.scope import TYPE_SECTIONS, Scope
from fluxc.model.state import Key, State
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fluxc.diagnostics import Diagnostic
    from fluxc.model.domain import AnyFile
    from fluxc.model.draft import TableDraft
    from fluxc.model.seed import Seed
    from fluxc.model.table import MixinDeclaration
    from fluxc.source.document import Document
    from fluxc.source.tree import Tree

PUBLIC = "public"
Files = list[tuple["AnyFile", Place]]


class Read(NamedTuple):
    """A domain and its files as declared."""

    name: str
    files: Files


def load(tree: Tree, namespace: str | None = None, target: int = OLDEST) -> tuple[Compiled, tuple[Diagnostic, ...]]:
    """Return what the files of a schema folder mean, and everything that is wrong with them.

    ``namespace`` is the one of every domain that does not name its own; None means the domain's name.  ``target`` is
    the oldest server that the schema must do for.
    With an error among the diagnostics the value is of no use.
    """
    findings = Findings()
    domains = [Read(source.name, read_files(source.documents, findings)) for source in tree.domains]
    shared = read_files(tree.shared, findings, shared=True)
    names = {read.name: _namespace(read, namespace or read.name, findings) for read in domains}
    low = Lowering(Scope(findings, names), target=target)
    _namespaces(low, domains, names, shared)
    lower_extensions(low, [*(file for read in domains for file in read.files), *shared])
    for read in domains:
        lower_sequences(low, read.name, read.files)
    know_types(low, domains, shared)
    ahead = len(low.objects)
    values_was = lower_enums(low, domains, shared)
    routines = [read for read in domains if _has_routines(read)]
    for read in routines:
        know_functions(low, read)
    draft_tables(low, domains, shared)
    values_was |= _types(low, domains, shared, ahead)
    partitioned = any(draft.form.partitions for tables in low.scope.tables.values() for draft in tables.values())
    if partitioned:
        from fluxc.model.lower_partitions import draft_partitions  # most tables are in one piece

        draft_partitions(low)
    inherit_columns(low)
    lower_owned(low, names)
    lower_defaults(low, domains, shared)
    result = lower_tables(low, domains, values_was)
    publishing = [*(read for read in domains if _publishes(read)), *([Read("", shared)] if shared else [])]
    if routines or low.updating or any(map(_publishes, publishing)):
        result = lower_bodies(low, routines, publishing, result)
    check_references(low, result.state, result.state)
    check_names(low, result.state)
    if partitioned:
        from fluxc.model.lower_partitions import check_inherited_names

        check_inherited_names(low, result.state)
    check_earlier_names(low, result.state)
    result = result._replace(seeds=lower_rows(low, result.state, domains))
    return result, tuple(dict.fromkeys((*tree.diagnostics, *_certain(tree, domains, shared, findings.diagnostics))))


def lower_defaults(low: Lowering, domains: list[Read], shared: Files) -> None:
    """Take in default privileges, of which few schemas have any."""
    everything = [*((low.scope.domains[read.name], read.files) for read in domains), (None, shared)]
    telling = [pair for pair in everything if any(file.default_privileges is not None for file, _ in pair[1])]
    if telling:
        from fluxc.model.lower_default_privileges import lower_default_privileges

        for namespace, files in telling:
            lower_default_privileges(low, namespace, files)


def _has_routines(read: Read) -> bool:
    files = (file for file, _ in read.files if isinstance(file, DomainFile))
    return any(
        file.functions
        or file.procedures
        or file.aggregates
        or file.raw
        or file.text_search_dictionaries
        or file.text_search_configurations
        for file in files
    )


def _publishes(read: Read) -> bool:
    return any(file.publications for file, _ in read.files)


def know_functions(low: Lowering, read: Read) -> None:
    """Take in the names of the functions of a domain, so that expressions find them."""
    from fluxc.model.routine_text import called_names  # many schemas declare no function

    files = [file for file, _ in read.files if isinstance(file, DomainFile)]
    low.scope.functions[read.name] = called_names(key for file in files for key in (*file.functions, *file.aggregates))


def lower_bodies(low: Lowering, domains: list[Read], publishing: list[Read], made: Compiled) -> Compiled:
    """Return what domains mean together with their routines, raw SQL and publications, which stand before all else."""
    from fluxc.model.lower_aggregates import lower_aggregates  # many schemas have none of these
    from fluxc.model.lower_raw import lower_raw
    from fluxc.model.lower_routines import lower_routines

    before = len(low.objects)
    for read in domains:
        lower_routines(low, read.name, read.files)
        lower_aggregates(low, read.name, read.files)
        lower_raw(low, read.name, read.files)
    lower_text_search(low, domains)
    for item, place in low.updating.values():
        low.add(item, place)
    if publishing:
        from fluxc.model.lower_publications import lower_publications

        for read in publishing:
            lower_publications(low, read.name, read.files)
    return made._replace(state=State([*low.objects[before:], *low.objects[:before]]))


def lower_text_search(low: Lowering, domains: list[Read]) -> None:
    """Take in dictionaries and configurations of text search, of which few schemas have any."""
    files = [file for read in domains for file, _ in read.files if isinstance(file, DomainFile)]
    if not any(file.text_search_dictionaries or file.text_search_configurations for file in files):
        return
    from fluxc.model.lower_text_search import lower_configurations, lower_dictionaries

    for read in domains:
        lower_dictionaries(low, read.name, read.files)
    for read in domains:
        lower_configurations(low, read.name, read.files)


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


def read_files(documents: Iterable[Document], findings: Findings, *, shared: bool = False) -> Files:
    """Return the files as declared, those that can be read; record what is wrong with the others."""
    read = [(validate(document, shared=shared, findings=findings), Place(document, ())) for document in documents]
    return [(declared, place) for declared, place in read if declared is not None]


def _namespace(read: Read, default: str, findings: Findings) -> str:
    """Return the namespace of a domain; record files that disagree about it."""
    said = [
        (declared.namespace, place / "namespace") for declared, place in read.files if declared.namespace is not None
    ]
    for name, place in said or [(default, read.files[0][1])] if read.files else ():
        if findings.name(name, "namespace", place) and (
            name.startswith("pg_") or name in {"information_schema", "fluxc"}
        ):
            help_text = (
                "choose another name" if said else "rename the file, or set another name with `namespace:` in it"
            )
            findings.add("bad-name", f"namespace {name} is reserved", place, help_text)
        elif said and name != said[0][0]:
            findings.add(
                "domain-twice",
                f"domain {read.name} says two namespaces, {said[0][0]} and {name}",
                place,
                "say it in one file",
            )
    return said[0][0] if said else default


def _namespaces(low: Lowering, domains: list[Read], names: Mapping[str, str], shared: Files) -> None:
    users: dict[str, Files] = {}
    for read in domains:
        users.setdefault(names[read.name], []).extend(read.files)
    for declared, place in shared:
        if declared.namespace is not None and low.findings.name(declared.namespace, "namespace", place / "namespace"):
            users.setdefault(declared.namespace, []).append((declared, place))
    owners = {space: [read.name for read in domains if names[read.name] == space] for space in users}
    for space, files in sorted(users.items()):
        for declared, place in files:
            lower_privileges(low, Namespace(name=space), *declared.access(), place)
        if space == PUBLIC or not files:
            continue
        docs = [declared.doc for declared, _ in files if declared.doc and len(owners[space]) == 1]
        was = [name for declared, _ in files if declared.was is not None for name in listed(declared.was)]
        item = Namespace(name=space, doc=docs[0] if docs else None)
        low.add(item, files[0][1], was or None)


def _said_types(declared: AnyFile) -> dict[str, Mapping[str, Any]]:
    return {section: getattr(declared, section) for section in (*TYPE_SECTIONS, "collations")}


def know_types(low: Lowering, domains: list[Read], shared: Files) -> None:
    """Put the names of the types and collations that files declare into the scope."""
    for read in domains:
        for declared, _ in read.files:
            low.scope.know_types(read.name, low.scope.domains[read.name], _said_types(declared))
            if isinstance(declared, DomainFile) and declared.raw:
                _know_raw_types(low, read.name, (said.up for said in declared.raw.values()))
    for declared, place in shared:
        said = _said_types(declared)
        section = next((section for section in said if said[section]), None)
        if declared.namespace is not None:
            low.scope.know_types("", declared.namespace, said)
        elif section is not None:
            message = f"a shared file declares {section} but no namespace to put them in"
            low.findings.add("missing-key", message, place / section, "add `namespace:` to this file", key=True)


def _know_raw_types(low: Lowering, domain: str, texts: Iterable[str]) -> None:
    """Put the names of the types that raw SQL makes into the scope."""
    from fluxc.model.made import made_by  # raw SQL is rare

    space = low.scope.domains[domain]
    paths = [made.path for text in texts for made in made_by(text, space) if made.is_type]
    if paths:
        low.scope.declared.setdefault(domain, {}).update({path[-1]: path for path in paths if path[:-1] == (space,)})


def _types(low: Lowering, domains: list[Read], shared: Files, ahead: int) -> dict[Key, Mapping[str, str]]:
    """Take in types and collations, before the objects from ``ahead`` on; return the earlier names of attributes."""
    if not low.scope.declared and not low.scope.collations:
        return {}
    from fluxc.model.lower_collations import lower_collations  # most schemas declare neither
    from fluxc.model.lower_types import lower_types

    later = low.objects[ahead:]
    del low.objects[ahead:]
    files = [
        (read.name, low.scope.domains[read.name], declared, place) for read in domains for declared, place in read.files
    ]
    files += [("", said.namespace, said, place) for said, place in shared if said.namespace is not None]
    for file in files:
        lower_collations(low, *file)
    was = lower_types(low, files)
    low.objects += later
    return was


def lower_enums(low: Lowering, domains: list[Read], shared: Files) -> dict[Key, Mapping[str, str]]:
    """Take in the enums of domains and of shared files; return old values by new ones for each enum that has some."""
    values_was: dict[Key, Mapping[str, str]] = {}
    for read in domains:
        mine: dict[str, Enum] = {}
        low.scope.enums[read.name] = mine
        for declared, place in read.files:
            mine.update(_enums_of(low, declared, low.scope.domains[read.name], place / "enums", values_was))
    for declared, place in shared:
        if declared.enums and declared.namespace is None:
            message = "a shared file declares enums but no namespace to put them in"
            low.findings.add("missing-key", message, place / "enums", "add `namespace:` to this file", key=True)
        elif declared.namespace is not None:
            low.scope.shared.update(_enums_of(low, declared, declared.namespace, place / "enums", values_was))
    return values_was


def _enums_of(
    low: Lowering, declared: AnyFile, namespace: str, place: Place, values_was: dict[Key, Mapping[str, str]]
) -> dict[str, Enum]:
    made: dict[str, Enum] = {}
    for name, form in declared.enums.items():
        where = place / name
        if not low.findings.name(name, "enum", where):
            continue
        long = form if isinstance(form, EnumDeclaration) else EnumDeclaration(values=form, removed={})
        values = [value.value if isinstance(value, ValueDeclaration) else value for value in long.values]
        _check_values(low.findings, values, where)
        item = Enum(place=(namespace,), name=name, doc=long.doc, values=tuple(values))
        renamed = {value.value: value.was for value in long.values if isinstance(value, ValueDeclaration)}
        if renamed:
            values_was[item.key] = renamed
        if long.removed:
            gone = removed_values(low.findings, long.removed, values, renamed.values(), where / "removed")
            low.removed[item.key] = gone
        low.add(item, where, long.was)
        lower_privileges(low, item, *long.access(), where)
        made[name] = item
    return made


def _check_values(findings: Findings, values: list[str], place: Place) -> None:
    for value in values:
        if len(value.encode()) > 63 or "\0" in value:
            findings.add("bad-name", f"enum value {value[:70]!r} is longer than 63 bytes", place, "shorten it")
        elif values.count(value) > 1:
            findings.add("name-clash", f"enum value {value!r} stands here twice", place, "leave one out")


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


def name_not_nulls(low: Lowering, domains: list[Read]) -> None:
    """Take in the names of not-null constraints, where any are given."""
    drafts = [
        draft for read in domains for draft in low.scope.tables[read.name].values() if draft.form.not_nulls is not None
    ]
    if drafts:
        from fluxc.model.lower_not_nulls import lower_not_nulls  # most tables leave them to PostgreSQL

        lower_not_nulls(low, drafts)


def lower_tables(low: Lowering, domains: list[Read], values_was: dict[Key, Mapping[str, str]]) -> Compiled:
    """Take in the tables of domains and return what they mean, after everything that was taken in before."""
    result: list[Domain] = []
    for read in domains:
        drafts = low.scope.tables[read.name].values()
        for draft in drafts:
            table = lower_table(low, draft)
            low.add(table, draft.place, draft.form.was)
            lower_privileges(low, table, *draft.form.access(), draft.place)
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
    intent = Intent(low.was, values_was, low.using, low.backfill, low.removed)
    return Compiled(State(low.objects), intent, tuple(result), low.places, presentation=low.presentation)

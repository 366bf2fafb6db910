"""A schema folder of which most is as it was: only the domains that changed are lowered anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, cast

from fluxc.diagnostics import Severity
from fluxc.model import declared, types
from fluxc.model.check import check_earlier_names, check_references
from fluxc.model.claims import claims, unique_columns, unique_keys
from fluxc.model.column import Column
from fluxc.model.compiled import Compiled, Domain
from fluxc.model.constraint import PrimaryKey
from fluxc.model.domain_files import Read, read_files
from fluxc.model.draft import ColumnDraft, TableDraft
from fluxc.model.extension import Extension
from fluxc.model.findings import OLDEST, Findings, Place
from fluxc.model.known import digest_of, head_of, is_plain, presented
from fluxc.model.load import lower_rows
from fluxc.model.lower_enums import lower_enums
from fluxc.model.lower_extensions import known_types
from fluxc.model.lower_tables import draft_tables, lower_tables
from fluxc.model.lowering import Lowering
from fluxc.model.scope import Scope
from fluxc.model.sequence import Sequence as FreeSequence
from fluxc.model.shortform import Spec
from fluxc.model.state import State
from fluxc.model.table import Table, TableDeclaration

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from fluxc.model.claims import Claim
    from fluxc.model.known import Known, KnownDomain
    from fluxc.model.state import Object
    from fluxc.source.tree import DomainSource, Tree

_NOTHING: Final[dict[str, Any]] = {}


def reload(tree: Tree, known: Known, target: int = OLDEST) -> Compiled | None:
    """Return what `load` would, made of what is known and of the domains that changed.

    None where only a load of everything can tell: something is wrong, or others may depend on what changed.
    """
    anew = [source for source in tree.domains if not known.holds(source)]
    if not _comparable(tree, known, anew):
        return None
    low = _lowering(tree, known, target)
    reads = [Read(source.name, read_files(source.documents, low.findings)) for source in anew]
    shared = read_files(tree.shared, low.findings, shared=True)
    values_was = lower_enums(low, reads, shared)
    draft_tables(low, reads, shared)
    if any(_is_tied(draft) for read in reads for draft in low.scope.tables[read.name].values()):
        return None
    made = lower_tables(low, reads, values_was)
    if low.findings.diagnostics or low.scope.drawn or not is_plain(made.state):
        return None
    domains = {domain.name: _remade(domain, known.domains[domain.name], made) for domain in made.domains}
    state = _state(known, domains)
    if state is None or not all(_unseen(known.domains[name], domain, state) for name, domain in domains.items()):
        return None
    check_references(low, state, chain.from_iterable(domain.tables for domain in domains.values()))
    check_earlier_names(low, state)
    seeds = lower_rows(low, state, reads)
    if low.findings.diagnostics:
        return None
    everything = tuple(_domain(domains.get(name, domain)) for name, domain in known.domains.items())
    shown = (domains.get(name, domain).presentation for name, domain in known.domains.items())
    return Compiled(state, made.intent, everything, low.places, seeds, dict(chain.from_iterable(shown)))


def _is_tied(draft: TableDraft) -> bool:
    """Return whether a table shares with others what it holds, or has a sequence of which more is said."""
    return bool(draft.serials or draft.form.inherits or draft.form.partition_by is not None)


def _comparable(tree: Tree, known: Known, anew: Sequence[DomainSource]) -> bool:
    """Return whether the same domains lie there under the same heads, most of them as they were."""
    return (
        not any(item.severity is Severity.ERROR for item in tree.diagnostics)
        and 2 * len(anew) <= len(tree.domains)
        and digest_of(tree.shared) == known.shared
        and [source.name for source in tree.domains] == list(known.domains)
        and all(head_of(source.documents) == known.domains[source.name].head for source in anew)
    )


def _lowering(tree: Tree, known: Known, target: int) -> Lowering:
    """Return an empty lowering in whose scope everything known is found."""
    scope = Scope(Findings(target), {domain.name: domain.namespace for domain in known.domains.values()})
    low = Lowering(scope)
    for item in known.first:
        if isinstance(item, Extension):
            brought = (*known_types(item.name), *_said_types(tree, item.name))
            scope.extension_types.update(dict.fromkeys(brought, item.namespace))
        elif isinstance(item, FreeSequence):
            for name, space in scope.domains.items():
                if space == item.place[0]:
                    scope.sequences[name] = {**scope.sequences.get(name, {}), item.name: item}
    for document in tree.shared:
        scope.know_types("", document.data.get("namespace") or "", document.data)
    for source in tree.domains:
        domain = known.domains[source.name]
        for document in source.documents:
            scope.know_types(source.name, domain.namespace, document.data)
        scope.enums[source.name] = {enum.name: enum for enum in domain.enums}
        scope.tables[source.name] = _KnownTables(low, domain, Place(source.documents[0], ()))
    return low


def _said_types(tree: Tree, extension: str) -> Iterator[str]:
    """Yield the types that files, known to be right, say that an extension brings."""
    for document in chain(tree.shared, *(source.documents for source in tree.domains)):
        said = document.data.get("extensions")
        known = cast("dict[str, Any]", said) if isinstance(said, dict) else _NOTHING
        yield from (known.get(extension) or _NOTHING).get("types", ())


class _KnownTables(Mapping[str, TableDraft]):
    """The tables of a domain as references see them, each made when it is asked for."""

    def __init__(self, low: Lowering, domain: KnownDomain, place: Place) -> None:
        self._low = low
        self._domain = domain
        self._place = place

    def __getitem__(self, name: str) -> TableDraft:
        path = (self._domain.namespace, name)
        items = [item for item in self._domain.tables if item.place == path]
        if not items and name not in iter(self):
            raise KeyError(name)
        keys = [(declared.Key(list(item.columns)), self._place) for item in items if isinstance(item, PrimaryKey)]
        draft = TableDraft(
            self._domain.name, path, self._place, TableDeclaration.model_construct(**_NOTHING), keys=keys
        )
        for item in items:
            if isinstance(item, Column):
                spec = Spec(item.declared_type, identity=item.identity)
                draft.columns[item.name] = ColumnDraft(item.name, spec, self._place)
                self._low.types[path, item.name] = types.parse(item.type)
        return draft

    def __iter__(self) -> Iterator[str]:
        return (item.name for item in self._domain.tables if isinstance(item, Table))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _remade(domain: Domain, known: KnownDomain, made: Compiled) -> KnownDomain:
    state = made.state
    tables = [item for key in domain.tables for item in (state.objects[key], *state.under(key.path))]
    enums = tuple(enum for enum in known.enums if state.get(enum.key) == enum and len(domain.enums) == len(known.enums))
    shown = presented(tables, made.presentation)
    return known._replace(enums=enums, tables=tuple(tables), doc=domain.doc, presentation=shown)


def _state(known: Known, domains: Mapping[str, KnownDomain]) -> State | None:
    """Return the whole state in the order of a load; None where two domains make the same object."""
    now = [domains.get(name, domain) for name, domain in known.domains.items()]
    objects: list[Object] = [*known.first]
    objects += chain.from_iterable(domain.enums for domain in now)
    objects += known.common
    objects += chain.from_iterable(domain.tables for domain in now)
    state = State(objects)
    return state if len(state) == len(objects) else None


def _unseen(old: KnownDomain, new: KnownDomain, state: State) -> bool:
    """Return whether no other domain can tell the new domain from the old but by looking at what was added."""
    if old.enums != new.enums or not _offers(old.tables) <= _offers(new.tables):
        return False
    more = Counter(_claims(new.tables)) - Counter(_claims(old.tables))
    return not more or sum(claim in more for claim in _claims(state)) == len(more)


def _offers(items: Collection[Object]) -> set[tuple[object, ...]]:
    """Return what references and constraints of others rest on: tables, typed columns, and keys."""
    found: set[tuple[object, ...]] = {
        (*item.place, item.name, item.type if isinstance(item, Column) else "")
        for item in items
        if isinstance(item, Column | Table)
    }
    found |= {(*item.place, frozenset(unique_columns(item)), item.kind) for item in unique_keys(items)}
    return found


def _claims(items: Iterable[Object]) -> list[Claim]:
    return [claim for item in items for claim in claims(item)]


def _domain(known: KnownDomain) -> Domain:
    tables = tuple(item.key for item in known.tables if isinstance(item, Table))
    return Domain(known.name, known.namespace, known.doc, tuple(enum.key for enum in known.enums), tables)

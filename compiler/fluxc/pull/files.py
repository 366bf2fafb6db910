"""A whole state as the files of a new project."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fluxc.model.aggregate import Aggregate
from fluxc.model.collation import Collation
from fluxc.model.composite import Composite
from fluxc.model.domain_type import DomainType
from fluxc.model.enum import Enum
from fluxc.model.namespace import Namespace, namespace_key
from fluxc.model.privileges import Privileges
from fluxc.model.publication import Publication
from fluxc.model.range_type import RangeType
from fluxc.model.raw import Raw
from fluxc.model.routine import Function, Procedure
from fluxc.model.sequence import Sequence
from fluxc.model.set_on_update import is_brought
from fluxc.model.table import Table
from fluxc.model.text_search import TextSearchConfiguration, TextSearchDictionary
from fluxc.model.view import MaterializedView, View
from fluxc.pull.collation import collation_form
from fluxc.pull.composite import composite_form
from fluxc.pull.domain_type import domain_type_form
from fluxc.pull.emit import Block, Spaced, document
from fluxc.pull.enum import enum_form
from fluxc.pull.extension import extensions_form
from fluxc.pull.homes import domain_names, file_names
from fluxc.pull.mixins import with_mixins
from fluxc.pull.privileges import access_form
from fluxc.pull.publication import publication_form
from fluxc.pull.queried import materialized_view_form, view_form
from fluxc.pull.range_type import range_type_form
from fluxc.pull.raw import raw_form
from fluxc.pull.routine import aggregate_form, function_form, procedure_form, routine_key
from fluxc.pull.sequence import said_at_column, sequence_form
from fluxc.pull.sight import Homes, Sight
from fluxc.pull.table import table_form
from fluxc.pull.text_search import configuration_form, dictionary_form

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxc.model.state import Object, State

SHARED: Final = "_shared.yaml"
_REST: Final = "_domain"
PUBLIC: Final = "public"


def _own_name(item: Object, _sight: Sight) -> str:
    return item.name


class Section(NamedTuple):
    """A key of a domain's file that holds the objects of one kind; ``named`` gives the key of each."""

    key: str
    kind: type[Object]
    form: Callable[[Any, Sight], object]
    spaced: bool = False
    named: Callable[[Any, Sight], str] = _own_name


SECTIONS: Final = (
    Section("collations", Collation, collation_form),
    Section("enums", Enum, enum_form),
    Section("domain_types", DomainType, domain_type_form),
    Section("composites", Composite, composite_form),
    Section("range_types", RangeType, range_type_form),
    Section("sequences", Sequence, sequence_form),
    Section("text_search_dictionaries", TextSearchDictionary, dictionary_form),
    Section("text_search_configurations", TextSearchConfiguration, configuration_form),
    Section("tables", Table, table_form, spaced=True),
    Section("views", View, view_form, spaced=True),
    Section("materialized_views", MaterializedView, materialized_view_form, spaced=True),
    Section("functions", Function, function_form, spaced=True, named=routine_key),
    Section("procedures", Procedure, procedure_form, spaced=True, named=routine_key),
    Section("aggregates", Aggregate, aggregate_form, named=routine_key),
    Section("raw", Raw, raw_form, spaced=True),
)
"""In the order in which a file says them."""


class Layout(NamedTuple):
    """How the files of a new project are cut: a file for each table, groups of columns as mixins, for which servers."""

    file_per_table: bool = False
    mixins: bool = True
    target: int = 18


def files(state: State, layout: Layout = Layout()) -> dict[str, str]:  # noqa: B008  # it is immutable
    """Return the text of each file by its name within ``schema/``; to load them gives the state again."""
    domains = domain_names(namespaces(state) or {PUBLIC})  # a project is not to be without any file
    sight = Sight(state, Homes(domains, target=layout.target), "", "")
    datas = {domain: domain_data(sight, namespace) for namespace, domain in sorted(domains.items())}
    tables = [table for data in datas.values() for table in data.get("tables", {}).values()]
    mixins = with_mixins(tables) if layout.mixins else {}
    extensions = extensions_form(state)
    shared = {"extensions": extensions} if extensions is not None else {}
    shared |= _roles(state)
    shared |= {"mixins": Spaced(mixins)} if mixins else {}
    publications = _publications(state, Homes(domains, target=layout.target))
    shared |= {"publications": publications} if publications else {}
    shared |= _defaults(state, None, layout.target)
    found = {SHARED: document(shared, head())} if shared else {}
    for domain, data in datas.items():
        if layout.file_per_table and data.get("tables"):
            found |= _folder(domain, data)
        else:
            found[f"{domain}.yaml"] = document(data or {"tables": {}}, head())
    return found


def _roles(state: State) -> dict[str, Any]:
    """Return the section of roles."""
    if not any(key.kind == "role" for key in state.objects):
        return {}
    from fluxc.pull.role import roles_form  # read where they are asked for

    return {"roles": roles_form(state)}


def _publications(state: State, homes: Homes) -> Block:
    """Return the publications of a database, which name tables by their domains."""
    sight = Sight(state, homes, "", "")
    return Block({item.name: publication_form(item, sight) for item in state.of(Publication)})


def _defaults(state: State, namespace: str | None, target: int) -> dict[str, Any]:
    """Return the section of default privileges in a namespace, or of the whole database."""
    if not any(key.kind == "default_privileges" for key in state.objects):
        return {}
    from fluxc.pull.default_privileges import default_privileges_form  # few databases have any

    found = default_privileges_form(state, namespace, target)
    return {"default_privileges": Block(found)} if found is not None else {}


def head(depth: int = 1) -> str:
    """Return the line that tells an editor what a file may say, ``depth`` folders below the project."""
    return f"# yaml-language-server: $schema={'../' * depth}.fluxc/schema.json"


def namespaces(state: State) -> set[str]:
    """Return the namespaces in which anything lies, and those that are empty."""
    named = {item.name for item in state if not item.place and isinstance(item, Namespace | Privileges)}
    return named | {item.place[0] for item in state if item.place}


def domain_data(anywhere: Sight, namespace: str, default: str | None = None) -> dict[str, Any]:
    """Return what the file of a new domain says; ``default`` is the namespace of domains that do not say theirs."""
    state, homes = anywhere.state, anywhere.homes
    domain = homes.namespaces[namespace]
    sight = anywhere.within(domain, namespace)
    item = state.get(namespace_key(namespace))
    data: dict[str, Any] = {"namespace": namespace} if (default or domain) != namespace else {}
    data |= {"doc": item.doc} if item is not None and item.doc is not None else {}
    data |= access_form(Namespace(name=namespace), sight)
    data |= _defaults(state, namespace, homes.target)
    items: dict[type[Object], list[Object]] = {}
    for item in state.under((namespace,)):
        if item.key.path in homes.shared or is_elsewhere(item, sight):
            continue
        if isinstance(item, Table) and item.partition_of:
            continue  # it is said below its table
        items.setdefault(type(item), []).append(item)
    for section in SECTIONS:
        if section.kind in items:
            layout = Spaced if section.spaced else Block
            data[section.key] = layout(
                {section.named(item, sight): section.form(item, sight) for item in items[section.kind]}
            )
    return data


def is_elsewhere(item: Object, sight: Sight) -> bool:
    """Return whether a column says an object that lies in a namespace: its sequence, or what assigns it."""
    if isinstance(item, Sequence):
        return said_at_column(item, sight)
    return isinstance(item, Function) and is_brought(item, sight.state)


def _folder(domain: str, data: dict[str, Any]) -> dict[str, str]:
    rest = {key: value for key, value in data.items() if key != "tables"}
    found = {f"{domain}/{_REST}.yaml": document(rest, head(2))} if rest else {}
    tables: dict[str, Any] = data["tables"]
    for table, name in file_names(tables, [_REST]).items():
        found[f"{domain}/{name}.yaml"] = document({"tables": Spaced({table: tables[table]})}, head(2))
    return found

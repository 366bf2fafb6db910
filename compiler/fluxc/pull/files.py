"""A whole state as the files of a new project."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fluxc.model.enum import Enum
from fluxc.model.namespace import Namespace
from fluxc.model.privileges import Privileges
from fluxc.model.publication import Publication
from fluxc.model.routine import Function
from fluxc.model.sequence import Sequence
from fluxc.model.set_on_update import is_brought
from fluxc.model.table import Table
from fluxc.model.text_search import TextSearchConfiguration, TextSearchDictionary
from fluxc.pull.emit import Block, Spaced, document
from fluxc.pull.enum import enum_form
from fluxc.pull.extension import extensions_form
from fluxc.pull.homes import domain_names, file_names
from fluxc.pull.mixins import with_mixins
from fluxc.pull.privileges import access_form
from fluxc.pull.publication import publication_form
from fluxc.pull.sequence import sequence_form
from fluxc.pull.sight import Homes, Sight
from fluxc.pull.table import table_form
from fluxc.pull.text_search import configuration_form, dictionary_form

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxc.model.state import Object, State

SHARED: Final = "_shared.yaml"
_REST: Final = "_domain"
_PUBLIC: Final = "public"


class Section(NamedTuple):
    """A key of a domain's file that holds the objects of one kind by name."""

    key: str
    kind: type[Object]
    form: Callable[[Any, Sight], object]
    spaced: bool = False


SECTIONS: Final = (
    Section("enums", Enum, enum_form),
    Section("sequences", Sequence, sequence_form),
    Section("text_search_dictionaries", TextSearchDictionary, dictionary_form),
    Section("text_search_configurations", TextSearchConfiguration, configuration_form),
    Section("tables", Table, table_form, spaced=True),
)
"""In the order in which a file says them."""


class Layout(NamedTuple):
    """How the files of a new project are cut: a file for each table, groups of columns as mixins, for which servers."""

    file_per_table: bool = False
    mixins: bool = True
    target: int = 18


def files(state: State, layout: Layout = Layout()) -> dict[str, str]:  # noqa: B008  # it is immutable
    """Return the text of each file by its name within ``schema/``; to load them gives the state again."""
    domains = domain_names(namespaces(state))
    datas = {
        domain: domain_data(state, Homes(domains, target=layout.target), namespace)
        for namespace, domain in sorted(domains.items())
    }
    mixins = (
        with_mixins([table for data in datas.values() for table in data.get("tables", {}).values()])
        if (layout.mixins)
        else {}
    )
    extensions = extensions_form(state)
    shared = {"extensions": extensions} if extensions is not None else {}
    shared |= {"mixins": Spaced(mixins)} if mixins else {}
    publications = _publications(state, Homes(domains, target=layout.target))
    shared |= {"publications": publications} if publications else {}
    found = {SHARED: document(shared, head())} if shared else {}
    for domain, data in datas.items():
        if layout.file_per_table and data.get("tables"):
            found |= _folder(domain, data)
        else:
            found[f"{domain}.yaml"] = document(data or {"tables": {}}, head())
    return found


def _publications(state: State, homes: Homes) -> Block:
    """Return the publications of a database, which name tables by their domains."""
    sight = Sight(state, homes, "", "")
    return Block({item.name: publication_form(item, sight) for item in state.of(Publication)})


def head(depth: int = 1) -> str:
    """Return the line that tells an editor what a file may say, ``depth`` folders below the project."""
    return f"# yaml-language-server: $schema={'../' * depth}.fluxc/schema.json"


def namespaces(state: State) -> set[str]:
    """Return the namespaces in which anything lies, and those that are empty."""
    named = {item.name for item in state if not item.place and isinstance(item, Namespace | Privileges)}
    return named | {item.place[0] for item in state if item.place}


def domain_data(state: State, homes: Homes, namespace: str, default: str | None = None) -> dict[str, Any]:
    """Return what the file of a new domain says; ``default`` is the namespace of domains that do not say theirs."""
    domain = homes.namespaces[namespace]
    sight = Sight(state, homes, domain, namespace)
    docs = [item.doc for item in state.of(Namespace) if item.name == namespace and item.doc is not None]
    data: dict[str, Any] = {"namespace": namespace} if (default or domain) != namespace else {}
    data |= {"doc": docs[0]} if docs else {}
    data |= access_form(Namespace(name=namespace), sight)
    items: dict[type[Object], list[Object]] = {}
    for item in state.under((namespace,)):
        if item.key.path in homes.shared or (isinstance(item, Function) and is_brought(item, state)):
            continue
        items.setdefault(type(item), []).append(item)
    for section in SECTIONS:
        if section.kind in items:
            layout = Spaced if section.spaced else Block
            data[section.key] = layout({item.name: section.form(item, sight) for item in items[section.kind]})
    return data


def _folder(domain: str, data: dict[str, Any]) -> dict[str, str]:
    rest = {key: value for key, value in data.items() if key != "tables"}
    found = {f"{domain}/{_REST}.yaml": document(rest, head(2))} if rest else {}
    tables: dict[str, Any] = data["tables"]
    for table, name in file_names(tables, [_REST]).items():
        found[f"{domain}/{name}.yaml"] = document({"tables": Spaced({table: tables[table]})}, head(2))
    return found

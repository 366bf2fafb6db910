"""What an earlier load made of each domain, as a text that the next one takes it from."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from fluxc.model.domain import DomainFile
from fluxc.model.enum import Enum
from fluxc.model.lines import parse_line
from fluxc.model.names import split_name
from fluxc.model.presentation import Presentation
from fluxc.model.sequence import Sequence
from fluxc.model.state import Key
from fluxc.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Sequence as List

    from fluxc.model.compiled import Compiled, Domain
    from fluxc.model.state import Object, State
    from fluxc.source.document import Document
    from fluxc.source.tree import DomainSource, Tree


class KnownDomain(NamedTuple):
    """A domain as it was.

    ``digest`` stands for its files and ``head`` for what they say of their namespace; ``plain`` says that nothing in it
    has an intent, so that its objects are all that it means.
    """

    name: str
    digest: str
    head: str
    plain: bool
    namespace: str
    doc: str | None
    enums: tuple[Enum, ...]
    tables: tuple[Object, ...]
    presentation: tuple[tuple[Key, Presentation], ...]


class Known(NamedTuple):
    """A whole schema folder as it was; ``settings`` and ``shared`` stand for what every domain depends on."""

    settings: str
    shared: str
    first: tuple[Object, ...]
    common: tuple[Object, ...]
    domains: Mapping[str, KnownDomain]

    def holds(self, source: DomainSource) -> bool:
        """Return whether the domain still means what it meant."""
        known = self.domains.get(source.name)
        return known is not None and known.plain and known.digest == digest_of(source.documents)


def known_text(tree: Tree, compiled: Compiled, settings: str) -> str:
    """Return what tells a later load of a faultless schema what this one made; empty where it could not tell all."""
    state, intended = compiled.state, set(_intended(compiled))
    if not is_plain(state):
        return ""
    lines = [f"{item.key_text}\t{item.attributes}" for item in state]
    documents = {source.name: source.documents for source in tree.domains}
    said = [_said(domain, documents[domain.name], compiled, intended) for domain in compiled.domains]
    first = next((number for number, item in enumerate(state) if isinstance(item, Enum | Table)), len(lines))
    common = len(lines) - first - sum(domain["enums"] + domain["tables"] for domain in said)
    enums_end = first + sum(domain["enums"] for domain in said)
    if intended:
        paths = [item.key.path for item in state]
        if not intended.isdisjoint((*paths[:first], *paths[enums_end : enums_end + common])):
            return ""
    head = {"settings": settings, "shared": digest_of(tree.shared), "first": first, "common": common, "domains": said}
    body = "\n".join([json.dumps(head), *lines])
    return f"{_digest(body)}\n{body}"


def is_plain(state: State) -> bool:
    """Return whether a state holds no more than tables of its domains and what they are commonly made of."""
    return all(item.kind in _PLAIN and not (item.kind in _RELATED and _related(item)) for item in state)


def _related(item: Object) -> bool:
    """Return whether an object is tied to another one than those that it lies in."""
    if isinstance(item, Sequence):
        return bool(item.owned_by)
    return isinstance(item, Table) and bool(item.parents or item.partition_by)


_RELATED: Final = frozenset({"sequence", "table"})


_PLAIN: Final = frozenset(
    {"namespace", "extension", "sequence", "enum", "table", "column", "index"}
    | {"primary_key", "unique", "check", "foreign_key", "exclusion"}
)


def _said(
    domain: Domain, documents: List[Document], compiled: Compiled, intended: set[tuple[str, ...]]
) -> dict[str, Any]:
    state = compiled.state
    tables = [item for key in domain.tables for item in (state.objects[key], *state.under(key.path))]
    enums = [state.objects[key] for key in domain.enums]
    return {
        "name": domain.name,
        "digest": digest_of(documents),
        "head": head_of(documents),
        "plain": not intended or intended.isdisjoint(item.key.path for item in (*enums, *tables)),
        "namespace": domain.namespace,
        "doc": domain.doc,
        "enums": len(enums),
        "tables": len(tables),
        "presentation": presented(tables, compiled.presentation),
    }


def presented(
    items: Iterable[Object], presentation: Mapping[Key, Presentation]
) -> tuple[tuple[Key, Presentation], ...]:
    """Return what Python sees of these objects in a way of their own."""
    return tuple((item.key, presentation[item.key]) for item in items if item.key in presentation)


def _intended(compiled: Compiled) -> Iterator[tuple[str, ...]]:
    """Yield the paths of objects about which more was said than what they shall be."""
    intent = compiled.intent
    for said in (intent.was, intent.values_was, intent.using, intent.backfill, intent.removed, intent.made):
        for key in said:
            yield key.path
    yield from (*intent.online, *intent.phased, *intent.timeouts)


def known_from(text: str, settings: str) -> Known | None:
    """Return what `known_text` said under the same settings; None where the text is another or damaged."""
    digest, _, body = text.partition("\n")
    if digest != _digest(body):
        return None
    first_line, *lines = body.split("\n")
    head: dict[str, Any] = json.loads(first_line)
    if head["settings"] != settings:
        return None
    objects = _objects(lines)
    first, common = head["first"], head["common"]
    enums_end = first + sum(domain["enums"] for domain in head["domains"])
    domains: dict[str, KnownDomain] = {}
    enums_at, tables_at = first, enums_end + common
    for said in head["domains"]:
        enums, tables, shown = said.pop("enums"), said.pop("tables"), said.pop("presentation")
        domains[said["name"]] = KnownDomain(
            **said,
            enums=tuple(item for item in objects[enums_at : enums_at + enums] if isinstance(item, Enum)),
            tables=tuple(objects[tables_at : tables_at + tables]),
            presentation=tuple((Key(kind, tuple(path)), Presentation(*each)) for (kind, path), each in shown),
        )
        enums_at, tables_at = enums_at + enums, tables_at + tables
    return Known(
        settings, head["shared"], tuple(objects[:first]), tuple(objects[enums_end : enums_end + common]), domains
    )


def _objects(lines: Iterable[str]) -> list[Object]:
    models: dict[tuple[str, str], Object] = {}
    found: list[Object] = []
    for line in lines:
        key, _, attributes = line.rpartition("\t")
        kind, _, name = key.partition(" ")
        model = models.get((kind, attributes))
        if model is None:
            item = models[kind, attributes] = parse_line(key, f"{key} {attributes}")
            vars(item)["attributes"] = attributes
        else:
            item = model.at(*(split_name(name) if '"' in name else name.split(".")))
        vars(item)["key_text"] = key
        found.append(item)
    return found


def head_of(documents: Iterable[Document]) -> str:
    """Return what the files of a domain say of its namespace, and of what has no part in any table."""
    return json.dumps([[*(document.data.get(key) for key in _HEAD), dict(document.bodies)] for document in documents])


_IN_TABLES_AND_ENUMS: Final = frozenset({"tables", "enums", "mixins", "lint"})
_HEAD: Final = tuple(sorted(DomainFile.model_fields.keys() - _IN_TABLES_AND_ENUMS))


def digest_of(documents: Iterable[Document]) -> str:
    """Return what stands for the content of documents; empty where one of them has no digest."""
    digests = [(document.file, document.digest) for document in documents]
    return _digest(repr(digests)) if all(digest for _, digest in digests) else ""


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=_SIZE).hexdigest()


_SIZE: Final = 20

"""The files of domains as declared, and the namespaces that they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from fluxc.model.domain import validate
from fluxc.model.draft import listed
from fluxc.model.findings import Findings, Place
from fluxc.model.lower_privileges import lower_privileges
from fluxc.model.namespace import Namespace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fluxc.model.domain import AnyFile
    from fluxc.model.lowering import Lowering
    from fluxc.source.document import Document

PUBLIC: Final = "public"
Files = list[tuple["AnyFile", Place]]


class Read(NamedTuple):
    """A domain and its files as declared."""

    name: str
    files: Files


def read_files(documents: Iterable[Document], findings: Findings, *, shared: bool = False) -> Files:
    """Return the files as declared, those that can be read; record what is wrong with the others."""
    read = [(validate(document, shared=shared, findings=findings), Place(document, ())) for document in documents]
    return [(declared, place) for declared, place in read if declared is not None]


def namespace_of(read: Read, default: str, findings: Findings) -> str:
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


def lower_namespaces(low: Lowering, domains: list[Read], names: Mapping[str, str], shared: Files) -> None:
    """Take in the namespaces that files are about, but for ``public``, and what roles may do there."""
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

"""Declared extensions into objects, and their types into the scope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.extension import Extension, ExtensionDeclaration
from fluxc.model.type_table import EXTENSION_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.model.domain import AnyFile
    from fluxc.model.findings import Place
    from fluxc.model.lowering import Lowering


def lower_extensions(low: Lowering, files: Iterable[tuple[AnyFile, Place]]) -> None:
    """Take in the extensions of all files, each once however many files name it."""
    found: dict[str, tuple[Extension, Place]] = {}
    for file, place in files:
        for name, said, where in _declared(file, place / "extensions"):
            if not low.findings.name(name, "extension", where):
                continue
            item = Extension(name=name, namespace=said.namespace, version=said.version)
            known, _ = found.setdefault(name, (item, where))
            if known != item:
                message = f"extension {name} is declared in two ways"
                low.findings.add("name-clash", message, where, "say its namespace and its version in one file")
            low.scope.extension_types.update(dict.fromkeys((*known_types(name), *said.types), said.namespace))
    for item, where in found.values():
        low.add(item, where)


def known_types(extension: str) -> list[str]:
    """Return the names of the types that a well-known extension brings."""
    return [kind for kind, brought_by in EXTENSION_TYPES.items() if brought_by == extension]


def _declared(file: AnyFile, place: Place) -> Iterator[tuple[str, ExtensionDeclaration, Place]]:
    if isinstance(file.extensions, dict):
        for name, said in file.extensions.items():
            yield name, said or ExtensionDeclaration(types=[]), place / name
    else:
        for number, name in enumerate(file.extensions):
            yield name, ExtensionDeclaration(types=[]), place / number

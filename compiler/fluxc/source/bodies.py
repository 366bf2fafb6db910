"""The SQL files that hold the bodies of routines, beside the schema file that names them."""

from __future__ import annotations

import os
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, cast

from fluxc.diagnostics import Diagnostic, InputError
from fluxc.source.excerpt import shown
from fluxc.source.reading import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.source.document import Document, Path

_SECTIONS = ("functions", "procedures")
_ENDING = ".sql"
_DIGEST_SIZE = 20


def with_bodies(document: Document, path: str | os.PathLike[str]) -> Document:
    """Return the document with the texts of the SQL files that it names; raise InputError with all that is wrong.

    ``path`` is where the document itself lies.
    """
    folder = os.path.dirname(path)  # noqa: PTH120  # a file name, of which a Path is not needed
    bodies: dict[str, str] = {}
    found: list[Diagnostic] = []
    for place, name in _named(document):
        if not name.endswith(_ENDING) or "/" in name or "\\" in name or "\0" in name or name.startswith("."):
            message = f"`{shown(name)}` is no SQL file beside this one"
            advice = "write the plain name of a file that ends in .sql and lies in the same folder"
            found.append(Diagnostic("bad-body-file", message, document.span(place), advice))
        elif name not in bodies:
            try:
                bodies[name] = read_text(os.path.join(folder, name), shown(_beside(document.file, name)))  # noqa: PTH118
            except InputError as error:
                found += (each._replace(span=document.span(place)) for each in error.diagnostics)
    if found:
        raise InputError(found)
    if not bodies:
        return document
    digest = document.digest and _digest(document.digest, bodies)
    return replace(document, bodies=bodies, digest=digest)


def _named(document: Document) -> Iterator[tuple[Path, str]]:
    """Yield where a routine names a file, and the name."""
    for section in _SECTIONS:
        routines = document.data.get(section)
        if not isinstance(routines, dict):
            continue
        for key, said in cast("dict[str, Any]", routines).items():
            name = cast("dict[str, Any]", said).get("file") if isinstance(said, dict) else None
            if isinstance(name, str):
                yield (section, key, "file"), name


def _beside(file: str, name: str) -> str:
    folder, slash, _ = file.rpartition("/")
    return f"{folder}{slash}{name}"


def _digest(own: str, bodies: dict[str, str]) -> str:
    return blake2b(repr((own, sorted(bodies.items()))).encode(), digest_size=_DIGEST_SIZE).hexdigest()

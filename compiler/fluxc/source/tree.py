"""The schema folder as domains of documents; every file is read and every fault is gathered before it returns."""

from __future__ import annotations

import keyword
import os
import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from fluxc.diagnostics import Diagnostic, InputError, Severity, Span
from fluxc.source.cache import Cache, digest_of
from fluxc.source.document import Document
from fluxc.source.excerpt import shown
from fluxc.source.files import SCHEMA_SUFFIXES, entries, is_folder
from fluxc.source.reading import decode, read_bytes, unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxc.source.document import Places

_DOMAIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_SILENT_SUFFIXES = (".sql", ".md")
_MAX_PATH = 4096
BODY_SECTIONS = ("functions", "procedures")
"""The sections whose entries may name an SQL file by `file`."""


class DomainSource(NamedTuple):
    """A domain: its name and its documents in the order of their file names."""

    name: str
    documents: tuple[Document, ...]


class Tree(NamedTuple):
    """All that the schema folder says; a document with an error is left out and its errors are in ``diagnostics``."""

    domains: tuple[DomainSource, ...]
    shared: tuple[Document, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_tree(schema: Path, root: Path, cache: Path | None = None) -> Tree:
    """Return the documents of the folder ``schema``, their files named relative to ``root``; never raises.

    ``cache`` is a file that saves the next reading from parsing what did not change; a folder is made for it.
    """
    known = Cache(cache) if cache is not None else None
    reader = _Reader(schema, root, known)
    reader.read()
    if known is not None:
        known.save()
    domains = tuple(DomainSource(name, tuple(documents)) for name, documents in sorted(reader.domains.items()))
    return Tree(domains, tuple(reader.shared), tuple(reader.found))


def read_document(path: str | os.PathLike[str], file: str, known: Cache | None = None) -> Document:
    """Return the document of one schema file, called ``file`` in messages; raise InputError with all its errors."""
    language = os.path.splitext(path)[1]  # noqa: PTH122  # a Path for each of a thousand files costs as much as reading them
    raw = read_bytes(path, file)
    text = decode(raw, file)
    if known is None:
        return _with_bodies(parse(file, text, language), path)
    digest = digest_of(raw, language)
    again = partial(_locate, file, language)  # who is handed the document needs no parser as long as all is well
    if (data := known.find(file, digest)) is not None:
        return _with_bodies(Document(file, data, text, {}, again, digest), path)
    document = replace(parse(file, text, language), locate=again, digest=digest)
    known.keep(digest, document)
    return _with_bodies(document, path)


def _with_bodies(document: Document, path: str | os.PathLike[str]) -> Document:
    """Return the document with the SQL files that its routines name, if there are any."""
    if document.data.keys().isdisjoint(BODY_SECTIONS):
        return document
    from fluxc.source.bodies import with_bodies  # many schemas have no routines

    return with_bodies(document, path)


def parse(file: str, text: str, language: str) -> Document:
    """Return the document that ``text`` writes in the language of an ending such as ``.yaml``; raise InputError."""
    document = _reader_of(language)(file, text)
    if document.data is None:
        return replace(document, data={})
    if not isinstance(document.data, dict):
        advice = "write keys such as `tables:` at the top"
        raise InputError([Diagnostic("not-a-mapping", "the file is not a mapping of keys", document.span(()), advice)])
    return document


def _locate(file: str, language: str, text: str) -> Places:
    # Only parsing tells which reader understood the text, and so which one finds its places.
    return parse(file, text, language).locate(text)


def _reader_of(language: str) -> Callable[[str, str], Document]:
    # A project in one language does not wait for the other's parser to load.
    if language == ".toml":
        from fluxc.source.toml import read
    else:
        from fluxc.source.yaml import read
    return read


class _Reader:
    def __init__(self, schema: Path, root: Path, known: Cache | None) -> None:
        self.known = known
        self.base = os.fspath(schema)
        self.prefix = Path(os.path.relpath(schema, root)).as_posix()
        self.domains: dict[str, list[Document]] = {}
        self.shared: list[Document] = []
        self.found: list[Diagnostic] = []
        self.origins: dict[str, str] = {}

    def read(self) -> None:
        for entry in self._entries(self.base, missing=(FileNotFoundError, NotADirectoryError)):
            if is_folder(entry):
                self._folder(entry)
            else:
                self._file(entry)
        if not (self.domains or self.shared or self.has_errors()):
            file = self._name(self.base)
            message = f"there are no schema files in `{file}`"
            self._say("no-schema", message, file, "run `fluxc init` to begin a project")

    def has_errors(self) -> bool:
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.found)

    def _file(self, entry: os.DirEntry[str]) -> None:
        if not self._counts(entry):
            return
        stem = entry.name.rpartition(".")[0]
        if stem.startswith("_"):
            self._document(entry, self.shared)
        else:
            self._document(entry, self._domain(stem, entry))

    def _folder(self, entry: os.DirEntry[str]) -> None:
        file = self._name(entry.path)
        if entry.is_symlink() and Path(self.base).resolve().is_relative_to(Path(entry.path).resolve()):
            message = f"the link `{file}` leads back to a folder that holds it"
            self._say("unreadable-file", message, file, "take the link away")
            return
        documents: list[Document] | None = None
        for inner in self._entries(entry.path):
            if is_folder(inner):
                message = f"`{self._name(inner.path)}` is a folder inside the folder of a domain"
                self._say(
                    "nested-folder", message, self._name(inner.path), "move its files into the folder of the domain"
                )
            elif self._counts(inner):
                documents = self._domain(entry.name, entry) if documents is None else documents
                self._document(inner, documents)

    def _domain(self, name: str, entry: os.DirEntry[str]) -> list[Document]:
        """Return the list for the documents of a domain, said to be wrong where its name is."""
        file = self._name(entry.path)
        if not _DOMAIN_NAME.fullmatch(name) or keyword.iskeyword(name):
            advice = "rename it to letters, digits and `_`; an unusual PostgreSQL schema is set by `namespace:` inside"
            self._say("invalid-domain-name", f"`{shown(name)}` cannot be the name of a domain", file, advice)
            return []
        # Two names that differ only in case would be one file of generated Python on many machines.
        first = self.origins.setdefault(name.casefold(), file)
        if first != file:
            message = f"the domain `{name}` is written twice, as `{first}` and as `{file}`"
            self._say("domain-twice", message, file, "merge one into the other; a domain is one file or one folder")
            return []
        return self.domains.setdefault(name, [])

    def _document(self, entry: os.DirEntry[str], documents: list[Document]) -> None:
        try:
            documents.append(read_document(entry.path, self._name(entry.path), self.known))
        except InputError as error:
            self.found.extend(error.diagnostics)

    def _counts(self, entry: os.DirEntry[str]) -> bool:
        if entry.name.endswith(SCHEMA_SUFFIXES):
            return True
        if not entry.name.endswith(_SILENT_SUFFIXES):
            file = self._name(entry.path)
            advice = "give it the ending .yaml or .toml if it is part of the schema, or move it away"
            self._say("ignored-file", f"`{file}` is not read", file, advice, Severity.WARNING)
        return False

    def _entries(self, folder: str, missing: tuple[type[OSError], ...] = ()) -> list[os.DirEntry[str]]:
        try:
            return entries(folder)
        except missing:
            return []
        except OSError as error:
            self.found.append(unreadable(self._name(folder), error))
            return []

    def _name(self, path: str) -> str:
        return shown(self.prefix + path[len(self.base) :].replace(os.sep, "/"), _MAX_PATH)

    def _say(self, code: str, message: str, file: str, advice: str, severity: Severity = Severity.ERROR) -> None:
        self.found.append(Diagnostic(code, message, Span(file), advice, severity))

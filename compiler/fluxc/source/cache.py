"""The data of schema files kept from one build to the next, in a file that may be thrown away at any time."""

from __future__ import annotations

import json
import os
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, cast

from fluxc import __version__
from fluxc.diagnostics import InputError
from fluxc.source.reading import MAX_BYTES, read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from fluxc.source.document import Document

FORM = 1
"""To be raised with every change that makes a parser return other data for the same bytes."""

# 617 digits: fewer than the least number that Python can be told to refuse.
_MAX_BITS = 2048
_DIGEST_SIZE = 20
_ENCODER = json.JSONEncoder(separators=(",", ":"), check_circular=False)


class Cache:
    """What the last reading knew, and what this one knows: for each file the digest of its bytes and its data.

    The file holds a digest of its second line and then, in that line, ``{"form", "fluxc", "files": {name: [digest,
    data]}}``; a file of another form or version, or one that somebody edited, counts as empty.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._before = _load(path)
        self._after: dict[str, list[Any]] = {}

    def find(self, file: str, digest: str) -> dict[str, Any] | None:
        """Return the data of a file whose content has this digest, or None where it has to be parsed."""
        entry = self._before.get(file)
        if entry is None or entry[0] != digest:
            return None
        self._after[file] = entry
        data: dict[str, Any] = entry[1]
        return data

    def keep(self, digest: str, document: Document) -> None:
        """Remember a document that was parsed without a fault, if it comes back from JSON exactly as it is."""
        if not document.comments and survives(document.data):
            self._after[document.file] = [digest, document.data]

    def save(self) -> None:
        """Write what is known if it has changed; a disk that refuses is no fault, the next build parses again."""
        if self._after == self._before:
            return
        body = _ENCODER.encode({"form": FORM, "fluxc": __version__, "files": self._after}).encode()
        if len(body) < MAX_BYTES - 2 * _DIGEST_SIZE:
            _write(self._path, _digest(body).encode() + b"\n" + body)


def digest_of(raw: bytes, suffix: str) -> str:
    """Return what stands for the content of a file, written in the language that ``suffix`` names."""
    return _digest(raw, suffix.encode())


def survives(value: object) -> bool:
    """Tell whether JSON gives back exactly this value; no reader of schema files lets half a surrogate pair through."""
    kind = type(value)
    if kind is dict:
        return all(type(key) is str and survives(inner) for key, inner in cast("dict[object, object]", value).items())
    if kind is list:
        return all(map(survives, cast("list[object]", value)))
    if kind is int:
        return cast("int", value).bit_length() <= _MAX_BITS
    return kind is str or kind is float or kind is bool or value is None


def _digest(raw: bytes, person: bytes = b"") -> str:
    return blake2b(raw, digest_size=_DIGEST_SIZE, person=person).hexdigest()


def _load(path: Path) -> dict[str, list[Any]]:
    try:
        check, _, body = read_bytes(path, path.name).partition(b"\n")
        content: object = json.loads(body) if check == _digest(body).encode() else None
    except (InputError, ValueError, RecursionError):
        return {}
    if not isinstance(content, dict):
        return {}
    return _files(cast("Mapping[str, object]", content))


def _files(content: Mapping[str, object]) -> dict[str, list[Any]]:
    files = content.get("files")
    if (content.get("form"), content.get("fluxc")) != (FORM, __version__) or not isinstance(files, dict):
        return {}
    entries = cast("dict[str, list[Any]]", files)
    return entries if all(map(_is_entry, entries.values())) else {}


def _is_entry(entry: Any) -> bool:
    return type(entry) is list and list(map(type, cast("list[object]", entry))) == [str, dict]


def _write(path: Path, content: bytes) -> None:
    """Put a whole file in the place of the old one, so that a build at the same time reads one or the other."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(exist_ok=True)
        with temporary.open("xb") as file:
            file.write(content)
        temporary.replace(path)
    except OSError:
        _discard(temporary)


def _discard(temporary: Path) -> None:
    try:
        temporary.unlink(missing_ok=True)
    except OSError:
        return

"""TOML text to the same plain data as YAML; dates and times become ISO text."""

from __future__ import annotations

import re
import tomllib
from datetime import date, time
from typing import TYPE_CHECKING, Any, cast

from fluxc.diagnostics import Diagnostic, InputError, Span
from fluxc.source.document import Document
from fluxc.source.excerpt import Lines
from fluxc.source.limits import MAX_DEPTH, not_text, too_deep, too_large
from fluxc.source.scalars import exact_float
from fluxc.source.toml_places import locate
from fluxc.source.toml_tokens import excess

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.source.document import Path

MAX_LENGTH = 2 * 1024 * 1024
"""The parser is pure Python and takes seconds for more."""

_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")
_TWICE = ("Cannot declare", "Cannot overwrite", "Cannot mutate", "Cannot redefine", "Duplicate")


def read(file: str, text: str) -> Document:
    """Return the document that ``text`` writes; raise InputError with what is wrong in it."""
    if len(text) > MAX_LENGTH:
        message = f"`{file}` is longer than {MAX_LENGTH // 1024**2} MiB, the most for TOML"
        advice = "split it into a folder of several files"
        raise InputError([Diagnostic("file-too-large", message, Span(file), advice)])
    raw = _parse(file, text)
    plain = _Plain()
    document = Document(file, plain.value(raw, ()), text, {}, locate)
    if plain.found is not None:
        path, problem = plain.found
        span = document.span(path)
        escape = Diagnostic("control-character", problem, span, "take the escape out of the text")
        raise InputError([escape if problem else too_deep(span)])
    return document


def _parse(file: str, text: str) -> dict[str, Any]:
    if (beyond := excess(text)) is not None:
        code, at = beyond
        span = Lines(text).span(file, at, at + 1)
        raise InputError([too_deep(span) if code == "too-deep" else too_large(span)])
    try:
        return tomllib.loads(text, parse_float=exact_float)
    except ValueError as error:
        raise InputError([_explain(str(error), file, text)]) from None


def _explain(problem: str, file: str, text: str) -> Diagnostic:
    place = _PLACE.search(problem)
    reason = problem[: place.start()] if place else problem
    span = _span(place, file, text)
    if reason.startswith(_TWICE):
        return Diagnostic("duplicate-key", f"a key is written twice: {reason}", span, "keep one of the two")
    advice = "quote the text, or write the value as TOML does"
    return Diagnostic("toml-syntax", f"this is not TOML: {reason[:1].lower()}{reason[1:]}", span, advice)


def _span(place: re.Match[str] | None, file: str, text: str) -> Span:
    lines = Lines(text)
    if place is None or place["line"] is None:
        return lines.span(file, len(text), len(text))
    return lines.at(file, int(place["line"]), int(place["column"]))


class _Plain:
    """Turns parsed TOML into plain data and keeps the first path whose value is no such data, with the reason."""

    def __init__(self) -> None:
        self.found: tuple[Path, str] | None = None

    def value(self, value: Any, path: Path) -> Any:
        if isinstance(value, str):
            return self.text(value, path)
        if isinstance(value, date | time):
            return value.isoformat()
        return self.container(value, path) if isinstance(value, dict | list) else value

    def container(self, value: Any, path: Path) -> Any:
        if len(path) >= MAX_DEPTH:
            self.found = path, ""
            return None
        if isinstance(value, list):
            return [self.value(inner, (*path, index)) for index, inner in enumerate(cast("Iterable[Any]", value))]
        return {self.text(key, path): self.value(inner, (*path, key)) for key, inner in value.items()}

    def text(self, text: str, path: Path) -> str:
        if problem := not_text(text):
            self.found = path, problem
        return text

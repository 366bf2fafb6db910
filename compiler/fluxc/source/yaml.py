# pyright: basic
"""YAML text to plain data in one reading of its events; anything but mappings, lists and scalars is refused."""

from __future__ import annotations

import re
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, NoReturn

from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from fluxc.diagnostics import Diagnostic, InputError
from fluxc.source.document import Document
from fluxc.source.events import can_be_lenient, event_reader, lenient_event_reader
from fluxc.source.excerpt import Lines, shown
from fluxc.source.limits import MAX_DEPTH, MAX_FINDINGS, MAX_NODES, not_text, too_deep, too_large
from fluxc.source.scalars import resolve
from fluxc.source.yaml_errors import explain
from fluxc.source.yaml_places import locate

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxc.diagnostics import Span
    from fluxc.source.document import Path

_AFTER_VALUE = re.compile(r"[ \t]+(#[^\n]*)")
_AFTER_KEY = re.compile(r"[ \t]*:[ \t]+(#[^\n]*)")


def read(file: str, text: str) -> Document:
    """Return the document that ``text`` writes; raise InputError with all that is wrong in it."""
    try:
        return _read(file, text, event_reader)
    except InputError as error:
        if error.diagnostics[-1].code != "yaml-syntax" or not can_be_lenient(text):
            raise
    return _read(file, text, lenient_event_reader)


def _read(file: str, text: str, reader: Callable[[str], Callable[[], Any]]) -> Document:
    data, comments = compose(file, text, reader)
    return Document(file, data, text, comments, partial(locate, reader=reader))


def compose(
    file: str, text: str, reader: Callable[[str], Callable[[], Any]] = event_reader
) -> tuple[Any, dict[Path, str]]:
    """Return the data and the comments behind plain scalars; raise InputError with all that is wrong in ``text``."""
    composer = _Composer(file, text)
    try:
        data = composer.document(reader(text))
    except YAMLError as error:
        composer.stop(explain(error, file, text))
    if composer.found:
        raise InputError(composer.found)
    return data, composer.comments


class _Composer:
    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.found: list[Diagnostic] = []
        self.comments: dict[Path, str] = {}
        self.has_comments = "#" in text
        self.nodes = 0

    def document(self, take: Callable[[], Any]) -> Any:
        self.take = take
        take()
        start = take()
        if type(start) is StreamEndEvent:
            return None
        self._refuse_directives(start)
        data = self._node(take(), ())
        take()
        self._refuse_another(take())
        return data

    def _node(self, event: Any, path: Path) -> Any:
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is AliasEvent or event.anchor is not None or event.ctag is not None:
            self._refuse_properties(event)
        if kind is AliasEvent:
            return None
        if len(path) >= MAX_DEPTH:
            self.stop(too_deep(self._span(event)))
        return self._mapping(path) if kind is MappingStartEvent else self._sequence(path)

    def _scalar(self, event: Any) -> Any:
        if event.anchor is not None or event.ctag is not None:
            self._refuse_properties(event)
        return self._text(event) if event.style else resolve(event.value)

    def _sequence(self, path: Path) -> list[Any]:
        take = self.take
        items: list[Any] = []
        while type(event := take()) is not SequenceEndEvent:
            self._count(event)
            here = (*path, len(items))
            items.append(self._node(event, here))
            if self.has_comments:
                self._note_comment(here, event, _AFTER_VALUE, event)
        return items

    def _mapping(self, path: Path) -> dict[str, Any]:
        take = self.take
        mapping: dict[str, Any] = {}
        keys: list[Any] = []
        while type(event := take()) is not MappingEndEvent:
            self._count(event)
            key = self._key(event)
            if key in mapping:
                self._refuse_duplicate(key, keys[list(mapping).index(key)], event)
            else:
                keys.append(event)
            value = take()
            mapping[key] = self._scalar(value) if type(value) is ScalarEvent else self._node(value, (*path, key))
            if self.has_comments:
                # The pure parser puts the end of an empty value behind the comment: look from the key.
                empty = type(value) is ScalarEvent and not value.value
                self._note_comment((*path, key), value, *((_AFTER_KEY, event) if empty else (_AFTER_VALUE, value)))
        return mapping

    def _count(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.stop(too_large(self._span(event)))

    def _key(self, event: Any) -> str:
        if type(event) is AliasEvent:
            self._refuse_properties(event)
            return f"*{event.anchor}"
        if type(event) is not ScalarEvent:
            self._say(event, "yaml-key", "a list or a mapping is used as a key", "write the key as plain text")
            raise InputError(self.found)
        if event.anchor is not None or event.ctag is not None:
            self._refuse_properties(event)
        if not event.style:
            if not event.value:
                self._say(event, "yaml-key", "a `:` has no key before it", "write a key, or quote the text")
            return str(event.value)
        return self._text(event)

    def _text(self, event: Any) -> str:
        text: str = event.value
        if event.style == '"' and (problem := not_text(text)):
            self._say(event, "control-character", problem, "take the escape out of the text")
        return text

    def _note_comment(self, path: Path, event: Any, pattern: re.Pattern[str], behind: Any) -> None:
        if type(event) is ScalarEvent and not event.style:
            comment = pattern.match(self.text, behind.end_mark.index)
            if comment is not None:
                self.comments[path] = comment[1]

    def _refuse_duplicate(self, key: str, first: Any, again: Any) -> None:
        line = self._span(first).line
        message = (
            f"the key `{shown(key)}` is written twice: first in line {line}, then in line {self._span(again).line}"
        )
        self._say(again, "duplicate-key", message, "keep one of the two")

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            sign, kind = ("*", "alias") if type(event) is AliasEvent else ("&", "anchor")
            advice = f"use a mixin to say a thing once; quote the value if the `{sign}` belongs to it"
            self._say(event, "yaml-anchor", f"the {kind} `{sign}{shown(event.anchor)}` is not allowed", advice)
        if (tag := getattr(event, "ctag", None)) is not None:
            advice = "take the tag away; quote the value if the `!` belongs to it"
            self._say(event, "yaml-tag", f"the tag `{shown(str(tag))}` is not allowed", advice)

    def _refuse_directives(self, start: Any) -> None:
        if start.version is not None or start.tags:
            advice = "take the line away; schema files are always YAML 1.2"
            self._say(start, "yaml-directive", "a `%` directive is not allowed", advice)

    def _refuse_another(self, event: Any) -> None:
        if type(event) is DocumentStartEvent:
            message = "a second document begins here"
            self._say(event, "yaml-several-documents", message, "put it into a file of its own")

    def _say(self, event: Any, code: str, message: str, advice: str) -> None:
        self.found.append(Diagnostic(code, message, self._span(event), advice))
        if len(self.found) >= MAX_FINDINGS:
            raise InputError(self.found)

    def stop(self, diagnostic: Diagnostic) -> NoReturn:
        raise InputError([*self.found, diagnostic])

    def _span(self, event: Any) -> Span:
        return self.lines.span(self.file, event.start_mark.index, event.end_mark.index)

    @cached_property
    def lines(self) -> Lines:
        return Lines(self.text)

"""Where each key of a TOML text stands; the text is known to be valid and not to nest deeply."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, NamedTuple

from fluxc.source.document import Places
from fluxc.source.toml_tokens import Token, tokens

if TYPE_CHECKING:
    from fluxc.source.document import Path


def locate(text: str) -> Places:
    """Return the places of the keys; a value has the place of its key, an element that of its table's header."""
    return _Reader(text).read()


class Statement(NamedTuple):
    """A header, or a key with its value: where it stands, the path it gives, and that of the header it stands below."""

    path: Path
    start: int
    end: int
    below: Path
    header: bool


def statements(text: str) -> tuple[list[Statement], Places]:
    """Return the statements in their order, and the places as ``locate`` gives them."""
    reader = _Reader(text)
    reader.read()
    return reader.statements, reader.places


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [*tokens(text), Token("\n", len(text), len(text))]
        self.at = 0
        self.places = Places()
        self.lengths: dict[Path, int] = {}
        self.statements: list[Statement] = []

    def read(self) -> Places:
        table: Path = ()
        while self.at < len(self.tokens):
            kind, start, _ = self.tokens[self.at]
            if kind == "[":
                table = path = self._header()
            elif kind == "key":
                path = self._pair(table)
            else:
                self.at += 1
                continue
            self.statements.append(Statement(path, start, self.tokens[self.at - 1].end, table, kind == "["))
        return self.places

    def _header(self) -> Path:
        brackets = 2 if self.tokens[self.at + 1].kind == "[" else 1
        self.at += brackets
        path = self._key(())
        last = self.tokens[self.at - 1]
        self.at += brackets
        if brackets == 1:
            return path
        index = self.lengths.get(path, 0)
        self.lengths[path] = index + 1
        self.places.keys[*path, index] = last.start, last.end
        return (*path, index)

    def _pair(self, path: Path) -> Path:
        path = self._key(path)
        self.at += 1
        self._value(path)
        return path

    def _key(self, path: Path) -> Path:
        while (token := self.tokens[self.at]).kind in ("key", "."):
            self.at += 1
            if token.kind == "key":
                if path in self.lengths:
                    path = (*path, self.lengths[path] - 1)
                path = (*path, _unquoted(self.text[token.start : token.end]))
                self.places.keys.setdefault(path, (token.start, token.end))
        return path

    def _value(self, path: Path) -> None:
        first = self.tokens[self.at]
        if first.kind == "[":
            self._array(path)
        elif first.kind == "{":
            self._inline_table(path)
        else:
            while self.tokens[self.at].kind in ("key", ".", "text"):
                self.at += 1
        self.places.values[path] = first.start, self.tokens[self.at - 1].end

    def _array(self, path: Path) -> None:
        self.at += 1
        index = 0
        while (kind := self.tokens[self.at].kind) != "]":
            if kind in (",", "\n"):
                self.at += 1
                index += kind == ","
            else:
                self._value((*path, index))
        self.at += 1

    def _inline_table(self, path: Path) -> None:
        self.at += 1
        while (kind := self.tokens[self.at].kind) != "}":
            if kind == "key":
                self._pair(path)
            else:
                self.at += 1
        self.at += 1


def _unquoted(key: str) -> str:
    return next(iter(tomllib.loads(f"{key}=0"))) if key[0] in "\"'" else key

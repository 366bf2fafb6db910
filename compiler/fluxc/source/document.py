"""One schema file as plain data that knows where each of its values was written."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from fluxc.source.excerpt import Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from fluxc.diagnostics import Span

Path = tuple[str | int, ...]
"""The way from the top of a document to a value: keys and indexes."""

Place = tuple[int, int]
"""The offsets of the first character and of the one behind the last."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the values and the keys of a document stand in its text."""

    values: dict[Path, Place] = field(default_factory=dict[Path, Place])
    keys: dict[Path, Place] = field(default_factory=dict[Path, Place])


@dataclass(frozen=True, eq=False)
class Document:
    """The data of one file.

    ``file`` is the path for messages; ``data`` is made of dict (all keys text), list, str, int, float, bool and None;
    ``comments`` maps each plain scalar that ends in a comment on its own line to that comment, ``#`` included.
    ``locate`` finds the places in ``text``; it runs only when somebody asks for a span.  ``digest`` stands for the
    content of the file; it is empty where nobody had a use for it.  ``bodies`` are the texts of the SQL files that the
    data names, by these names; the digest stands for them too.
    """

    file: str
    data: Any
    text: str
    comments: Mapping[Path, str]
    locate: Callable[[str], Places]
    digest: str = ""
    bodies: Mapping[str, str] = field(default_factory=dict[str, str])

    @cached_property
    def _places(self) -> Places:
        return self.locate(self.text)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)

    def span(self, path: Path, *, key: bool = False) -> Span:
        """Return where the value at ``path`` is written, or its key, or else the nearest ancestor that has a place.

        Elements that are not in the data, such as the tags of a union, are skipped.
        """
        known = self._known(path)
        kinds = (self._places.keys, self._places.values) if key else (self._places.values, self._places.keys)
        heads = (known[:end] for end in range(len(known), -1, -1))
        start, end = next((kind[head] for head in heads for kind in kinds if head in kind), (0, 0))
        return self._lines.span(self.file, start, end)

    def _known(self, path: Path) -> Path:
        data, known = self.data, list[str | int]()
        for element in path:
            if _holds(data, element):
                data = data[element]
                known.append(element)
        return tuple(known)


def _holds(data: Any, element: str | int) -> bool:
    try:
        data[element]
    except (LookupError, TypeError):
        return False
    return isinstance(data, dict | list)

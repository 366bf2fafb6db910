"""``[lint]`` of ``fluxc.toml``: levels of rules, for the project and for parts of it; only `fluxc lint` reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from fluxc.diagnostics import Diagnostic, InputError, Severity, Span, did_you_mean
from fluxc.source.tree import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.project.layout import Layout
    from fluxc.source.document import Document, Path

LEVELS: Final[Mapping[str, Severity | None]] = {"error": Severity.ERROR, "warning": Severity.WARNING, "off": None}
_KEYS: Final = ("levels", "overrides")
_OVERRIDE_KEYS: Final = ("files", "objects", "levels")


class Setting(NamedTuple):
    """The level of a rule, None for off, and where it is set."""

    rule: str
    level: Severity | None
    span: Span


class Pattern(NamedTuple):
    """A pattern of file names or of objects' names, and where it is written."""

    text: str
    span: Span


class Override(NamedTuple):
    """Levels for what is declared in certain files and has certain names, both by patterns; without any, for all."""

    files: tuple[Pattern, ...]
    objects: tuple[Pattern, ...]
    levels: tuple[Setting, ...]


class LintSettings(NamedTuple):
    """Levels for the project, and overrides of which a later one counts more."""

    levels: tuple[Setting, ...] = ()
    overrides: tuple[Override, ...] = ()


def read_lint_settings(layout: Layout) -> LintSettings:
    """Return the settings; raises InputError with everything that is wrong with their form."""
    reader = _Reader(read_document(layout.config, layout.shown(layout.config)))
    settings = reader.settings()
    if reader.found:
        raise InputError(reader.found)
    return settings


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.found: list[Diagnostic] = []

    def settings(self) -> LintSettings:
        data = self._table(self.document.data.get("lint", {}), ("lint",), _KEYS)
        levels = tuple(self._levels(data.get("levels", {}), ("lint", "levels")))
        path = ("lint", "overrides")
        overrides = self._list(data.get("overrides", []), path)
        return LintSettings(levels, tuple(self._override(item, (*path, at)) for at, item in enumerate(overrides)))

    def _override(self, value: Any, path: Path) -> Override:
        data = self._table(value, path, _OVERRIDE_KEYS)
        files, objects = (self._patterns(data.get(key, []), (*path, key)) for key in ("files", "objects"))
        if not (files or objects) and isinstance(value, dict):
            self._say("missing-key", "an override says neither `files` nor `objects`", path, "say what it is for")
        return Override(files, objects, tuple(self._levels(data.get("levels", {}), (*path, "levels"))))

    def _levels(self, value: Any, path: Path) -> Iterator[Setting]:
        for rule, word in self._table(value, path).items():
            where = (*path, rule)
            if isinstance(word, str) and word in LEVELS:
                yield Setting(rule, LEVELS[word], self.document.span(where, key=True))
            else:
                self._say("bad-value", f"the level of `{rule}` is {word!r}", where, 'write "error", "warning" or "off"')

    def _table(self, value: Any, path: Path, known: tuple[str, ...] | None = None) -> dict[str, Any]:
        if not isinstance(value, dict):
            self._say("bad-value", f"`{path[-1]}` is no table", path, f"write `[{path[0]}]` and its settings below")
            return {}
        table = cast("dict[str, Any]", value)
        for key in table if known else ():
            if key not in (known or ()):
                cure = did_you_mean(key, known or ()) or f"known are {', '.join(known or ())}"
                self._say("unknown-key", f"unknown setting `{key[:70]}`", (*path, key), cure)
        return table

    def _list(self, value: Any, path: Path) -> list[object]:
        if isinstance(value, list):
            return cast("list[object]", value)
        self._say("bad-value", f"`{path[-1]}` is no list", path, f"write `[[{'.'.join(map(str, path))}]]`")
        return []

    def _patterns(self, value: Any, path: Path) -> tuple[Pattern, ...]:
        items = cast("list[object]", value) if isinstance(value, list) else [None]
        found = [
            Pattern(item, self.document.span((*path, at))) for at, item in enumerate(items) if isinstance(item, str)
        ]
        if len(found) == len(items):
            return tuple(found)
        self._say("bad-value", f"`{path[-1]}` is no list of patterns", path, f'write `{path[-1]} = ["app.*"]`')
        return ()

    def _say(self, code: str, message: str, path: Path, cure: str) -> None:
        self.found.append(Diagnostic(code, message, self.document.span(path, key=True), cure))

"""``[breaking]`` of ``fluxc.toml``: which classes count, and what is wanted; only `fluxc breaking` reads it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from fluxc.diagnostics import Diagnostic, InputError, did_you_mean
from fluxc.source.tree import read_document

if TYPE_CHECKING:
    from fluxc.diagnostics import Span
    from fluxc.project.layout import Layout
    from fluxc.source.document import Document, Path

CLASSES: Final = ("READ", "WRITE", "MODEL", "STREAM", "OPS")
_SECTION: Final = "breaking"
_KEYS: Final = ("classes", "ignore")
_IGNORE_KEYS: Final = ("object", "code", "reason", "until")


class Ignore(NamedTuple):
    """A finding that is wanted: the pattern of its object, its code, why, and the last day on which that counts."""

    object: str
    code: str
    reason: str
    until: date | None
    span: Span


class BreakingSettings(NamedTuple):
    """The classes that count, and what is ignored."""

    classes: tuple[str, ...] = CLASSES
    ignores: tuple[Ignore, ...] = ()


def read_breaking_settings(layout: Layout) -> BreakingSettings:
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

    def settings(self) -> BreakingSettings:
        data = self._table(self.document.data.get(_SECTION, {}), (_SECTION,), _KEYS)
        classes = self._classes(data.get("classes", list(CLASSES)))
        path = (_SECTION, "ignore")
        ignores = data.get("ignore", [])
        if not isinstance(ignores, list):
            self._say("bad-value", "`ignore` is no list", path, "write `[[breaking.ignore]]`")
            ignores = []
        made = [self._ignore(item, (*path, at)) for at, item in enumerate(cast("list[object]", ignores))]
        return BreakingSettings(classes, tuple(ignore for ignore in made if ignore))

    def _classes(self, value: Any) -> tuple[str, ...]:
        path = (_SECTION, "classes")
        names = cast("list[object]", value) if isinstance(value, list) else []
        if not names:
            self._say("bad-value", "`classes` is no list of classes", path, 'write `classes = ["READ", "WRITE"]`')
        for at, name in enumerate(names):
            if name not in CLASSES:
                cure = did_you_mean(str(name).upper(), CLASSES) or f"known are {', '.join(CLASSES)}"
                self._say("bad-value", f"there is no class {name!r}", (*path, at), cure)
        return tuple(name for name in CLASSES if name in names)

    def _ignore(self, value: Any, path: Path) -> Ignore | None:
        data = self._table(value, path, _IGNORE_KEYS)
        said = {key: data.get(key) for key in ("object", "code", "reason")}
        for key, text in said.items():
            if not isinstance(text, str) or not text.strip():
                code = "missing-reason" if key == "reason" else "missing-key"
                cure = "say why the change is wanted" if key == "reason" else f'write `{key} = "…"`'
                self._say(code, f"the ignore gives no {key}", (*path, key), cure)
                return None
        until = self._day(data.get("until"), (*path, "until"))
        name, code, reason = map(str, said.values())
        return Ignore(name, code, reason, until, self.document.span((*path, "code")))

    def _day(self, value: object, path: Path) -> date | None:
        if value is None:
            return None
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self._say("bad-value", f"`until` is {value!r}", path, "write a day, such as `until = 2027-01-31`")
            return None

    def _table(self, value: Any, path: Path, known: tuple[str, ...]) -> dict[str, Any]:
        if not isinstance(value, dict):
            self._say("bad-value", f"`{path[-1]}` is no table", path, f"write `[{path[0]}]` and its settings below")
            return {}
        table = cast("dict[str, Any]", value)
        for key in table:
            if key not in known:
                cure = did_you_mean(key, known) or f"known are {', '.join(known)}"
                self._say("unknown-key", f"unknown setting `{key[:70]}`", (*path, key), cure)
        return table

    def _say(self, code: str, message: str, path: Path, cure: str) -> None:
        self.found.append(Diagnostic(code, message, self.document.span(path, key=True), cure))

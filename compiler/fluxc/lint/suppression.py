"""``lint:`` of a declaration: rules whose findings there are right as they are, each with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from fluxc.diagnostics import Diagnostic, Severity
from fluxc.lint.levels import unknown_rule
from fluxc.model.findings import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from fluxc.source.document import Document, Path

KEY: Final = "lint"
_MEMBERS: Final = ("columns", "unique", "checks", "foreign_keys", "exclude", "indexes")
_GROUPS: Final = ("tables", "mixins", "enums", "sequences", *_MEMBERS)


@dataclass(slots=True)
class Suppression:
    """A rule that a declaration suppresses, for itself and for all that lies in it."""

    rule: str
    reason: str
    declaration: Place
    used: bool = False

    @property
    def place(self) -> Place:
        """Return where it is written."""
        return self.declaration / KEY / self.rule


class Suppressions:
    """All suppressions of a schema folder, found by the declaration that makes them."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.known: dict[tuple[str, Path, str], Suppression] = {}
        for document in documents:
            if KEY in document.text:
                self._read(document)

    def _read(self, document: Document) -> None:
        for path, data in _declarations((), document.data):
            for rule, reason in cast("Mapping[str, str]", data.get(KEY) or {}).items():
                self.known[document.file, path, rule] = Suppression(rule, reason, Place(document, path))

    def of(self, rule: str, places: Iterable[Place]) -> Suppression | None:
        """Return the suppression nearest to an object, given its place and then its table's; it is now used."""
        for place in places:
            for end in range(len(place.path), -1, -1):
                found = self.known.get((place.document.file, place.path[:end], rule))
                if found is not None:
                    found.used = True
                    return found
        return None

    def wrong(self, rules: Iterable[str]) -> Iterator[Diagnostic]:
        """Yield an error for each that names no rule or gives no reason."""
        for item in self.known.values():
            if item.rule not in rules:
                yield unknown_rule(item.rule, rules, item.place.span(key=True))
            elif not item.reason.strip():
                message = f"the suppression of {item.rule} gives no reason"
                yield Diagnostic("missing-reason", message, item.place.span(key=True), "say why the finding is right")

    def unused(self, rules: Iterable[str]) -> Iterator[Diagnostic]:
        """Yield a warning for each of these rules' suppressions that met no finding."""
        for item in self.known.values():
            if not item.used and item.rule in rules:
                message = f"{item.rule} finds nothing here, so there is nothing to suppress"
                span = item.place.span(key=True)
                yield Diagnostic("unused-suppression", message, span, "take it out", Severity.WARNING)


def _declarations(path: Path, data: Mapping[str, Any]) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Yield the file and every declaration in it that has a long form, outermost first."""
    yield path, data
    inner = [((key, name), form) for key in _GROUPS for name, form in _items(data.get(key))]
    for more, form in (*inner, (("primary_key",), data.get("primary_key"))):
        if isinstance(form, dict):
            yield from _declarations((*path, *more), cast("Mapping[str, Any]", form))


def _items(group: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(group, dict):
        return cast("Mapping[str, Any]", group).items()
    return enumerate(cast("list[object]", group)) if isinstance(group, list) else ()

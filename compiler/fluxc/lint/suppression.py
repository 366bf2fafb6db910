"""``lint:`` of a declaration: rules whose findings there are right as they are, each with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final, cast

from fluxc.diagnostics import Diagnostic, Severity
from fluxc.lint.levels import unknown_rule
from fluxc.model.findings import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from fluxc.diagnostics import Span
    from fluxc.source.document import Document, Path

KEY: Final = "lint"
_MEMBERS: Final = ("columns", "unique", "checks", "foreign_keys", "exclude", "indexes")
_GROUPS: Final = ("tables", "mixins", "enums", "sequences", *_MEMBERS)
_UNTIL: Final = re.compile(r"\s+until\s+(\d{4}-\d{2}-\d{2})\s*$")


@dataclass(slots=True, kw_only=True)
class Allowance:
    """A rule that is suppressed somewhere for a reason, which may end ``until`` a day: from that day on it is none."""

    rule: str
    reason: str
    span: Callable[[], Span]
    met: bool = False

    @property
    def until(self) -> date | None:
        """Return the day on which it ends; raises ValueError for a day that no calendar has."""
        found = _UNTIL.search(self.reason)
        return date.fromisoformat(found[1]) if found else None

    def wrong(self, rules: Iterable[str]) -> Diagnostic | None:
        """Return the error of one that names no rule, gives no reason or ends on no day."""
        if self.rule not in rules:
            return unknown_rule(self.rule, rules, self.span())
        if not _UNTIL.sub("", f" {self.reason}").strip():
            message = f"the suppression of {self.rule} gives no reason"
            return Diagnostic("missing-reason", message, self.span(), "say why the finding is right")
        try:
            _ = self.until
        except ValueError:
            message = f"the suppression of {self.rule} ends on a day that is in no calendar"
            return Diagnostic("bad-value", message, self.span(), "end it with a day, such as `until 2027-01-31`")
        return None

    def meets(self, today: date) -> bool:
        """Return whether it silences a finding that it is for."""
        self.met = True
        return self.until is None or today < self.until

    def left(self, today: date) -> Diagnostic | None:
        """Return the warning of one that met nothing, or that met something when it was over."""
        if not self.met:
            message = f"{self.rule} finds nothing here, so there is nothing to suppress"
            return Diagnostic("unused-suppression", message, self.span(), "take it out", Severity.WARNING)
        if self.until is None or today < self.until:
            return None
        message = f"the suppression of {self.rule} has ended on {self.until}"
        cure = "mend what is found, or decide anew and write a later day"
        return Diagnostic("expired-suppression", message, self.span(), cure, Severity.WARNING)


class Suppressions:
    """All suppressions of a schema folder, found by the declaration that makes them."""

    def __init__(self, documents: Iterable[Document], today: date) -> None:
        self.today = today
        self.known: dict[tuple[str, Path, str], Allowance] = {}
        for document in documents:
            if KEY in document.text:
                self._read(document)

    def _read(self, document: Document) -> None:
        for path, data in _declarations((), document.data):
            for rule, reason in cast("Mapping[str, str]", data.get(KEY) or {}).items():
                place = Place(document, path) / KEY / rule
                made = Allowance(rule=rule, reason=reason, span=partial(place.span, key=True))
                self.known[document.file, path, rule] = made

    def of(self, rule: str, places: Iterable[Place]) -> Allowance | None:
        """Return the suppression nearest to an object, given its place and then its table's; it is now used."""
        for place in places:
            for end in range(len(place.path), -1, -1):
                found = self.known.get((place.document.file, place.path[:end], rule))
                if found is not None and found.meets(self.today):
                    return found
        return None

    def wrong(self, rules: Iterable[str]) -> Iterator[Diagnostic]:
        """Yield an error for each that is no suppression."""
        return (error for item in self.known.values() if (error := item.wrong(rules)) is not None)

    def left(self, rules: Iterable[str]) -> Iterator[Diagnostic]:
        """Yield a warning for each of these rules' suppressions that met no finding or is over."""
        known = (item for item in self.known.values() if item.rule in rules)
        return (warning for item in known if (warning := item.left(self.today)) is not None)


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

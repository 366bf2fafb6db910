"""Suppressions in SQL: `-- fluxc: allow RULE [OBJECT]: reason`, above a statement or in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Diagnostic
from fluxc.lint.suppression import Allowance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from fluxc.lint.sql.cut import Word
    from fluxc.source.excerpt import Lines

_MARK: Final = re.compile(r"(?:--|/\*)\s*fluxc\s*:\s*(?P<said>allow\b.*?)\s*(?:\*/)?\s*$", re.DOTALL)
_ALLOW: Final = re.compile(
    r'allow\s+(?P<rule>[A-Za-z0-9-]+)(?:\s+(?P<object>(?:"(?:[^"]|"")*"|[^\s":]+)+))?\s*:\s*(?P<reason>.*)', re.DOTALL
)


@dataclass(slots=True, kw_only=True)
class SqlAllowance(Allowance):
    """A suppression in SQL: for all that a rule finds in its statement, or for an ``object`` and what lies in it."""

    object: str = ""


class Allowances:
    """The suppressions of one statement."""

    def __init__(self, items: Iterable[SqlAllowance]) -> None:
        self.items = tuple(items)
        self._known: dict[tuple[str, str], SqlAllowance] = {}
        for item in self.items:
            self._known.setdefault((item.rule, item.object), item)

    def of(self, rule: str, names: Iterable[str], today: date) -> SqlAllowance | None:
        """Return what silences a finding about something of these names: itself, what it lies in, or all."""
        if not self._known:
            return None
        found = (self._known.get((rule, name)) for full in names for name in (*_outwards(full), ""))
        return next((item for item in found if item is not None and item.meets(today)), None)

    def left(self, today: date) -> Iterator[Diagnostic]:
        """Yield a warning for each that met nothing or is over."""
        return (left for item in self.items if (left := item.left(today)) is not None)


def _outwards(name: str) -> Iterator[str]:
    """Yield a name and what stands before each of its dots, longest first."""
    while name:
        yield name
        name = name.rpartition(".")[0]


def allowances(comments: Iterable[Word], file: str, lines: Lines) -> Iterator[SqlAllowance | Diagnostic]:
    """Yield the suppressions that comments make, and an error for each that is meant to and does not."""
    for comment in comments:
        mark = _MARK.match(comment.text) if "fluxc" in comment.text else None
        if mark is None:
            continue
        span = partial(lines.span, file, comment.start, comment.end)
        said = _ALLOW.fullmatch(mark["said"])
        if said is None:
            cure = "write `-- fluxc: allow RULE: reason` or `-- fluxc: allow RULE OBJECT: reason`"
            yield Diagnostic(
                "bad-suppression", "this comment is meant to suppress something, and does not say what", span(), cure
            )
        else:
            reason = " ".join(said["reason"].split())
            yield SqlAllowance(rule=said["rule"], reason=reason, object=said["object"] or "", span=span)

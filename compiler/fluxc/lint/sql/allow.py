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

    from fluxc.lint.sql.cut import Word
    from fluxc.source.excerpt import Lines

_MARK: Final = re.compile(r"(?:--|/\*)\s*fluxc\s*:\s*(?P<said>allow\b.*?)\s*(?:\*/)?\s*$", re.DOTALL)
_ALLOW: Final = re.compile(
    r'allow\s+(?P<rule>[A-Za-z0-9-]+)(?:\s+(?P<object>(?:"(?:[^"]|"")*"|[^\s":]+)+))?\s*:\s*(?P<reason>.*)', re.DOTALL
)


@dataclass(slots=True, kw_only=True)
class SqlAllowance(Allowance):
    """A suppression for one statement: for all that a rule finds there, or for an ``object`` and what lies in it."""

    object: str = ""

    def fits(self, rule: str, names: Iterable[str]) -> bool:
        """Return whether it is for what a rule finds of an object that goes by these names."""
        inside = not self.object or any(f"{name}.".startswith(f"{self.object}.") for name in names)
        return rule == self.rule and inside


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

"""The end of a lint as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Severity
from fluxc.report.build import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.commands.lint import LintResult


def summary(result: LintResult) -> str:
    """Return what follows the findings: what was changed, and how much was found."""
    return "\n".join(_lines(result))


def _lines(result: LintResult) -> Iterator[str]:
    yield from (f"✓ Fixed {file}" for file in result.fixed)
    errors = sum(item.severity is Severity.ERROR for item in result.diagnostics)
    warnings = len(result.diagnostics) - errors
    found = [count(number, noun) for number, noun in ((errors, "error"), (warnings, "warning")) if number]
    mark = "✗" if errors else "!" if warnings else "✓"
    suppressed = f", {len(result.suppressed)} suppressed" if result.suppressed else ""
    looked = ((result.tables, "table"), (result.statements, "statement"))
    seen = [count(number, noun) for number, noun in looked if number is not None]
    ran = f", ran {result.ran.statements} on PostgreSQL {result.ran.server}" if result.ran else ""
    yield f"{mark} Linted {' and '.join(seen)}{ran}: {', '.join(found) or 'nothing found'}{suppressed}"

"""``fluxc breaking``: the schema as it is against what it was."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from fluxc.commands.collector import no_collector

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxc.breaking.check import Broken
    from fluxc.breaking.order import Deployment
    from fluxc.commands.against import Against
    from fluxc.diagnostics import Diagnostic
    from fluxc.project.layout import Layout


class BreakingResult(NamedTuple):
    """What breaks and what of it is wanted, of which classes, against what; and warnings about ignores.

    ``deploy`` tells the order in which the migration and the code that goes with it are deployed.
    """

    against: Against
    classes: tuple[str, ...]
    found: tuple[Broken, ...]
    ignored: tuple[Broken, ...]
    warnings: tuple[Diagnostic, ...]
    deploy: Deployment


def breaking(layout: Layout, against: str, classes: Sequence[str] = (), today: date | None = None) -> BreakingResult:
    """Return what breaks between what ``against`` names and the schema as it is.

    ``against`` is a commit, a lock or the folder of a project; without ``classes`` those of the settings count.
    Raises InputError where either side does not compile or there is no other side, and OutsideError where git fails.
    """
    from fluxc.project.breaking import read_breaking_settings
    from fluxc.project.config import read_config

    settings = read_breaking_settings(layout)
    with no_collector():
        from fluxc.breaking.check import check
        from fluxc.breaking.comparison import Comparison
        from fluxc.breaking.order import deployment
        from fluxc.commands.against import earlier, present

        now = present(layout)
        other, before = earlier(layout, against, now)
        wanted = tuple(name for name in settings.classes if not classes) or tuple(dict.fromkeys(classes))
        day = today or datetime.now(tz=UTC).astimezone().date()
        judged = check(Comparison.of(before, now), wanted, settings.ignores, day)
        deploy = deployment(before, now, settings.ignores, day, read_config(layout).target)
    return BreakingResult(other, wanted, judged.found, judged.ignored, judged.warnings, deploy)


def as_json(result: BreakingResult) -> dict[str, Any]:
    """Return the documented JSON keys beside the diagnostics (docs/commands.md)."""
    return {
        "against": result.against._asdict(),
        "classes": list(result.classes),
        "deploy": result.deploy.order,
        "findings": [_entry(item) for item in result.found],
        "ignored": [
            {
                **_entry(item),
                "reason": item.ignore.reason,
                "until": str(item.ignore.until) if item.ignore.until else None,
            }
            for item in result.ignored
            if item.ignore
        ],
    }


def _entry(item: Broken) -> dict[str, Any]:
    span = item.span
    return {
        "code": item.code,
        "classes": list(item.classes),
        "object": item.object,
        "kind": item.kind,
        "message": item.message,
        "notices": item.notices,
        "help": item.help,
        "file": span.file if span else None,
        "line": span.line or None if span else None,
        "column": span.column or None if span else None,
        "gone": item.gone,
    }

"""The differences between a database and the state as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.report.build import count
from fluxc.report.diagnostics import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.commands.drift import Drift
    from fluxc.inspect import Difference

_SHOWN = 200
_LONGEST = 400


def drift_text(result: Drift) -> str:
    """Return the differences, one a line: ``-`` is missing, ``+`` was not declared, ``~`` is otherwise."""
    return "\n".join(_lines(result))


def _lines(result: Drift) -> Iterator[str]:
    found = result.differences
    if not found:
        yield "✓ No drift: the database is as the migrations make it"
        return
    yield from map(_line, found[:_SHOWN])
    if len(found) > _SHOWN:
        yield f"… and {len(found) - _SHOWN} more; --json lists all"
    yield f"✗ {count(len(found), 'difference')}"


def _line(item: Difference) -> str:
    mark = "~" if item.attribute else "-" if item.expected else "+"
    text = visible(item.text)
    return f"{mark} {text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}"

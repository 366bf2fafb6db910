"""What a pull wrote, and what it could not say, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.report.build import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.commands.pull import Pulled

_MANY = 12


def pulled_text(result: Pulled) -> str:
    """Return the files that were written, and the objects that are left to the reader."""
    return "\n".join(_lines(result))


def _lines(result: Pulled) -> Iterator[str]:
    for file in result.files[:_MANY]:
        yield f"✓ Wrote {file}"
    if len(result.files) > _MANY:
        yield f"✓ Wrote {count(len(result.files) - _MANY, 'more file')}"
    for table in result.taken_out[:_MANY]:
        yield f"- Took out table {table}, which the database lacks"
    if len(result.taken_out) > _MANY:
        yield f"- Took out {count(len(result.taken_out) - _MANY, 'more table')}"
    if not result.files:
        yield "✓ The schema says what the database holds."
    if result.unsaid:
        yield f"{count(len(result.unsaid), 'object')} cannot be said, and will be left alone:"
    for unsaid in result.unsaid:
        yield f"! {unsaid.object}"
        yield from (f"    {line}" for line in unsaid.definition.splitlines())

"""Seeds as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.model.names import qualified
from fluxc.report.build import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.seed.written import Seeded, Written


def seeded_text(seeded: Seeded) -> str:
    """Return what a seed did or would do, one table a line."""
    return "\n".join(_lines(seeded)) or _nothing(seeded)


def changes_text(seeded: Seeded) -> str:
    """Return what a seed did, empty for nothing."""
    return "\n".join(_lines(seeded))


def _lines(seeded: Seeded) -> Iterator[str]:
    head = "would seed" if seeded.dry_run else "✓ Seeded"
    for item in seeded.tables:
        if item.changed:
            yield f"{head} {qualified(*item.table)}: {_counts(item)}"
    verb = "would delete" if seeded.dry_run else "deleted"
    for table, number in seeded.along:
        yield f"    {verb} with them: {count(number, 'row')} of {qualified(*table)}"


def _counts(item: Written) -> str:
    said = ((item.inserted, "inserted"), (item.updated, "updated"), (item.deleted, "deleted"))
    return ", ".join(f"{number} {word}" for number, word in said if number)


def _nothing(seeded: Seeded) -> str:
    if not seeded.tables:
        return "Nothing to seed: no table declares rows."
    return f"Nothing to seed: {count(len(seeded.tables), 'table')} in step."

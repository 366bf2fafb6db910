"""The codes of hazards: what can go wrong on a table that holds rows and is in use."""

from __future__ import annotations

from typing import Final

HAZARDS: Final = (
    "deletes-data",
    "rewrites-table",
    "scans-table",
    "builds-index",
    "changes-access",
    "blocks-writes",
    "blocks-reads",
    "breaks-clients",
    "needs-backfill",
)

"""What the statements of a migration cost, in words and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxc.prove.database import Traced
    from fluxc.trace.cost import Cost


def cost_words(cost: Cost) -> Iterator[str]:
    """Yield what a statement costs: a lock in each line, and what it does to rows that are there."""
    for lock in cost.locks:
        yield f"{lock.mode.words} on {lock.kind} {lock.name}"
    for verb, names in _works(cost):
        yield f"{verb} {', '.join(names)}"
    if cost.waits:
        yield "waits for other transactions to end"


def _works(cost: Cost) -> Iterator[tuple[str, tuple[str, ...]]]:
    for verb, names in (
        ("rewrites", cost.rewrites),
        ("gives new, empty files to", cost.empties),
        ("scans", cost.scans),
        ("validates", cost.validates),
        ("builds", cost.builds),
    ):
        if names:
            yield verb, names


def cost_json(traced: Traced) -> dict[str, Any]:
    """Return the documented JSON keys of what a statement costs."""
    cost = traced.cost
    return {
        "step": traced.step.number,
        "statement": traced.text,
        "locks": [{"kind": lock.kind, "name": lock.name, "mode": lock.mode.words} for lock in cost.locks],
        "rewrites": list(cost.rewrites),
        "empties": list(cost.empties),
        "scans": list(cost.scans),
        "validates": list(cost.validates),
        "builds": list(cost.builds),
        "waits": cost.waits,
    }

"""What the statements of a migration cost, in words and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fluxc.trace.cost import Mode, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxc.prove.database import Traced
    from fluxc.trace.cost import Cost, Lock

_TOLD: Final = 5


def cost_words(cost: Cost) -> Iterator[str]:
    """Yield what a statement costs: a lock in each line, and what it does to rows that are there."""
    for lock in cost.locks:
        yield f"{lock.mode.words} on {lock.kind} {lock.name}"
    for verb, names in _works(cost):
        yield f"{verb} {', '.join(names)}"
    if cost.waits:
        yield "waits for other transactions to end"


def short_costs(costs: Iterable[Cost]) -> Iterator[str]:
    """Yield what statements cost together: the strongest lock on each relation, and what is done to rows."""
    locks: dict[tuple[str, str], Lock] = {}
    works: dict[str, dict[str, None]] = {}
    for cost in costs:
        for lock in cost.locks:
            known = locks.get((lock.kind, lock.name))
            locks[lock.kind, lock.name] = lock if known is None else max(known, lock, key=lambda item: item.mode)
        for verb, names in _works(cost):
            works.setdefault(verb, {}).update(dict.fromkeys(names))
    told = in_order(lock for lock in locks.values() if lock.mode >= Mode.SHARE_UPDATE_EXCLUSIVE)
    yield from (f"{lock.mode.words} on {lock.kind} {lock.name}" for lock in told[:_TOLD])
    if len(told) > _TOLD:
        yield f"… and locks on {len(told) - _TOLD} more"
    for verb, done in works.items():
        more = f" and {len(done) - _TOLD} more" if len(done) > _TOLD else ""
        yield f"{verb} {', '.join(list(done)[:_TOLD])}{more}"


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

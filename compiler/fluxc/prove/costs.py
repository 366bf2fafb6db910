"""What the statements of a migration cost: in words, which a certificate keeps, read back from them, and as JSON."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from fluxc.trace.cost import Lock, Mode, in_order
from fluxc.trace.measured import Measured

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LISTS: Final = {
    "rewrites": "rewrites ",
    "empties": "gives new, empty files to ",
    "scans": "scans ",
    "validates": "validates ",
    "builds": "builds ",
    "inserts": "inserts rows into ",
    "updates": "updates rows of ",
    "deletes": "deletes rows of ",
    "grows": "grows with the rows of ",
    "same": "is the same whatever the rows of ",
}
UNREAD: Final = "costs: not read, since it changes roles"
"""What a certificate says of a migration whose statements were not looked at."""
_TOLD: Final = 5
RELATIONS: Final = frozenset({"table", "index", "sequence", "view", "materialized view", "foreign table"})
_WAITS: Final = "waits for other transactions to end"
_STEP: Final = re.compile(r"step (\d{1,9}): (.*)", re.DOTALL)
_LONG_KINDS: Final = (
    "access method|composite type|default acl|domain constraint|event trigger|foreign table|foreign-data wrapper|"
    "large object|materialized view|operator class|operator family|publication namespace|publication relation|"
    "statistics object|table column|table constraint|text search (?:configuration|dictionary|parser|template)|"
    "user mapping|view column"
)
_MODES: Final = {mode.words: mode for mode in Mode}
_LOCK: Final = re.compile(rf"({'|'.join(_MODES)}) on ({_LONG_KINDS}|\S+) (.*)", re.DOTALL)
_WORD: Final = r'(?:"(?:[^"]|"")*"|[^\s".,])+'
QUALIFIED: Final = rf"{_WORD}(?:\.{_WORD})*"
_PART: Final = re.compile(rf"{QUALIFIED}(?: on ({QUALIFIED}))?")


def table_of(part: str) -> str:
    """Return the table of an index or a constraint that is followed by it; a table alone is itself."""
    found = _PART.fullmatch(part)
    return (found and found[1]) or part


def relations_of(cost: Measured) -> set[str]:
    """Return the relations of which a cost speaks, but indexes that a statement builds."""
    locked = {lock.name for lock in cost.locks if lock.kind in RELATIONS}
    return locked | {table_of(part) for field in _LISTS for part in getattr(cost, field)}


def cost_words(cost: Measured) -> Iterator[str]:
    """Yield what a statement costs: a lock in each line, what it does to rows that are there, and how that grows."""
    for lock in cost.locks:
        yield f"{lock.mode.words} on {lock.kind} {lock.name}"
    for field, verb in _LISTS.items():
        if names := getattr(cost, field):
            yield f"{verb}{', '.join(names)}"
    if cost.waits:
        yield _WAITS


def short_costs(costs: Iterable[Measured]) -> Iterator[str]:
    """Yield what statements cost together: the strongest lock on each relation, and what is done to rows."""
    locks: dict[tuple[str, str], Lock] = {}
    works: dict[str, dict[str, None]] = {}
    for cost in costs:
        for lock in cost.locks:
            known = locks.get((lock.kind, lock.name))
            locks[lock.kind, lock.name] = lock if known is None else max(known, lock, key=lambda item: item.mode)
        for field, verb in _LISTS.items():
            if field != "same":
                works.setdefault(verb, {}).update(dict.fromkeys(getattr(cost, field)))
    told = in_order(lock for lock in locks.values() if lock.mode >= Mode.SHARE_UPDATE_EXCLUSIVE)
    yield from (f"{lock.mode.words} on {lock.kind} {lock.name}" for lock in told[:_TOLD])
    if len(told) > _TOLD:
        yield f"… and locks on {len(told) - _TOLD} more"
    for verb, done in works.items():
        more = f" and {len(done) - _TOLD} more" if len(done) > _TOLD else ""
        if done:
            yield f"{verb}{', '.join(list(done)[:_TOLD])}{more}"


def cost_lines(costs: Iterable[Measured]) -> Iterator[str]:
    """Yield what a certificate says of costs, line by line."""
    for cost in costs:
        yield f"step {cost.step}: {cost.text}"
        yield from (f"  {words}" for words in cost_words(cost))


def read_costs(lines: Iterable[str]) -> tuple[Measured, ...]:
    """Return the costs that lines of a certificate tell; those that say something else are passed over."""
    costs: list[Measured] = []
    for said in lines:
        if head := _STEP.fullmatch(said):
            costs.append(Measured(int(head[1]), head[2]))
        elif costs and said.startswith("  "):
            costs[-1] = _with(costs[-1], said[2:])
    return tuple(costs)


def cost_json(cost: Measured) -> dict[str, Any]:
    """Return the documented JSON keys of what a statement costs."""
    lists = {field: list(getattr(cost, field)) for field in _LISTS}
    locks = [{"kind": lock.kind, "name": lock.name, "mode": lock.mode.words} for lock in cost.locks]
    return {"step": cost.step, "statement": cost.text, "locks": locks, **lists, "waits": cost.waits}


def _with(cost: Measured, words: str) -> Measured:
    """Return a cost to which a line is added."""
    if lock := _LOCK.fullmatch(words):
        return replace(cost, locks=(*cost.locks, Lock(lock[2], lock[3], _MODES[lock[1]])))
    for field, verb in _LISTS.items():
        if words.startswith(verb):
            names: dict[str, Any] = {field: tuple(found[0] for found in _PART.finditer(words, len(verb)))}
            return replace(cost, **names)
    return replace(cost, waits=cost.waits or words == _WAITS)

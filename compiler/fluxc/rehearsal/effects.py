"""What the rules of lint would say of a statement that was run: what was measured, told in their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.lint.sql.forms import ConstrainDomain
from fluxc.lint.sql.outcome import Effect
from fluxc.lint.sql.work_forms import Refresh
from fluxc.model.names import quote
from fluxc.rehearsal.losses import losses
from fluxc.rehearsal.rewriting import rewrites
from fluxc.trace.cost import Mode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fluxc.rehearsal.catalogue import Relation
    from fluxc.rehearsal.seen import Seen

_KEYS: Final = {"p": "primary key", "u": "unique constraint", "x": "exclusion constraint"}
_VALIDATED: Final = {"c": ("validating-check", "check"), "f": ("validating-foreign-key", "foreign key")}
_LATER: Final = "add it `not valid`, and validate it in a later transaction"
_NULLS: Final = "validate `check ({} is not null)` first, added `not valid`"
_CONCURRENTLY: Final = "build it `concurrently`, outside a transaction"
_REFRESH: Final = "refresh it `concurrently`, which needs a unique index"


def effects(seen: Seen, *, bounded: bool) -> tuple[Effect, ...]:
    """Return what is to be said of a statement; ``bounded`` tells that its waiting for locks ends by itself."""
    found = [*rewrites(seen), *_builds(seen), *_validations(seen), *_scans(seen), *losses(seen), *_work(seen)]
    return (*_once(found), *(() if bounded else _waits(seen)))


def _once(found: Sequence[Effect]) -> Iterator[Effect]:
    """Yield one of the effects of a rule on columns of one name: partitions have what their table has."""
    groups: dict[tuple[str, str | None], list[Effect]] = {}
    for effect in found:
        groups.setdefault((effect.code, effect.column), []).append(effect)
    for first, *others in groups.values():
        tables = {effect.table for effect in others} - {first.table}
        more = f"; so with {len(tables)} other {'table' if len(tables) == 1 else 'tables'}" if tables else ""
        yield first._replace(message=first.message + more)


def _builds(seen: Seen) -> Iterator[Effect]:
    """Tell of indexes that were built under a lock, but for those of a table that was written anew."""
    built = set(seen.cost.builds)
    for oid in seen.blocked(seen.touched):
        if seen.called[oid] in seen.cost.rewrites:
            continue
        for number, index in seen.indexes(oid):
            names = {index.name, seen.was[number].name if number in seen.was else index.name}
            if any(f"{name} on {seen.called[oid]}" in built for name in names):
                yield _built(seen, oid, number, index)


def _built(seen: Seen, oid: int, number: int, index: Relation) -> Effect:
    table, out = seen.name(oid), seen.keeps_out(oid)
    if number in seen.was and isinstance(seen.form, Refresh):
        return Effect("blocking-refresh", table, f"nobody can read {table} while it is computed", _REFRESH)
    if number in seen.was:
        retyped = [new.name for old, new in seen.columns(oid) if old and new and old.identified != new.identified]
        if retyped:
            column = retyped[0]
            message = f"the new type of {table}.{quote(column)} has index {index.name} built anew {out}"
            return Effect("rewriting-type-change", table, message, "change it at a quiet time", column)
        message = f"index {index.name} of {table} is built anew {out}"
        return Effect("blocking-reindex", table, message, "reindex it `concurrently`, outside a transaction")
    if index.key in {"p", "u"}:
        message = f"the index of a new {_KEYS[index.key]} of {table} is built {out}"
        cure = "build a unique index concurrently, then add the constraint `using index`"
        return Effect("blocking-unique-constraint", table, message, cure)
    if index.key:
        message = f"the index of a new {_KEYS[index.key]} of {table} is built {out}"
        cure = "add it at a quiet time, and say so above the statement"
        return Effect("blocking-exclusion-constraint", table, message, cure)
    return Effect("blocking-index-build", table, f"index {index.name} of {table} is built {out}", _CONCURRENTLY)


def _validations(seen: Seen) -> Iterator[Effect]:
    """Tell of constraints that were held against the rows under a lock."""
    validated = set(seen.cost.validates)
    for oid in seen.blocked(seen.touched):
        if oid not in seen.now:
            continue
        for name in seen.now[oid].constraints:
            if f"{name} on {seen.called[oid]}" in validated:
                yield from _validated(seen, oid, name)
        if seen.called[oid] in validated:
            yield from _refusing_null(seen, oid)


def _validated(seen: Seen, oid: int, name: str) -> Iterator[Effect]:
    table, out = seen.name(oid), seen.keeps_out(oid)
    made = seen.now[oid].constraints[name]
    if name in seen.was[oid].constraints:
        message = f"{table} is locked already, so its rows are held against {name} {out}"
        yield Effect("validating-under-lock", table, message, "commit before it")
    elif made.kind == "n":
        yield from _refusing_null(seen, oid)
    elif made.kind in _VALIDATED:
        code, noun = _VALIDATED[made.kind]
        message = f"all rows of {table} are held against the new {noun} {name} {out}"
        yield Effect(code, table, message, _LATER)


def _refusing_null(seen: Seen, oid: int) -> Iterator[Effect]:
    """Tell of a table that was read for nulls: for a key with its index there, or for columns."""
    table, out = seen.name(oid), seen.keeps_out(oid)
    had = seen.was[oid].constraints
    keys = [name for name, made in seen.now[oid].constraints.items() if made.kind == "p" and name not in had]
    columns = [new.name for old, new in seen.columns(oid) if new and new.not_null and old and not old.not_null]
    if keys and any(text.endswith(f" on {seen.called[oid]}") for text in seen.cost.builds):
        return  # the build of its index is told, and takes longer
    if keys and columns:
        message = f"the new primary key has all rows of {table} read for nulls {out}"
        yield Effect("scanning-primary-key", table, message, "make its columns `not null` first")
        return
    for column in columns:
        message = f"all rows of {table} are read for nulls in {quote(column)} {out}"
        yield Effect("blocking-not-null", table, message, _NULLS.format(quote(column)), column)


def _scans(seen: Seen) -> Iterator[Effect]:
    """Tell of tables that were read for a domain type, or to become a partition."""
    for oid in seen.blocked(seen.of(seen.cost.scans)):
        table = seen.name(oid)
        if isinstance(seen.form, ConstrainDomain):
            message = f"all rows of {table} are read {seen.keeps_out(oid)}, for they are of type {seen.form.object}"
            yield Effect("validating-domain", table, message, "add it `not valid`, and validate it later")
        elif oid in seen.now and seen.now[oid].parent not in (0, seen.was[oid].parent):
            message = f"all rows of {table} are read {seen.keeps_out(oid)}, to see that they belong there"
            cure = "validate a check that says the same as the bounds first"
            yield Effect("scanning-attach", table, message, cure)


def _work(seen: Seen) -> Iterator[Effect]:
    """Tell of rows that a statement works on whose text does not say so, while it keeps everybody out of a table."""
    shut = [oid for oid in seen.touched if seen.mode(oid) is Mode.ACCESS_EXCLUSIVE]
    anew = {*seen.cost.rewrites, *seen.cost.empties}
    changed = [work.relation for work in seen.cost.works if work.updated + work.deleted and work.relation not in anew]
    if seen.is_opaque and shut and changed:
        table = seen.name(shut[0])
        message = f"{table} is kept from everybody while rows of {changed[0]} are changed"
        cure = "do it in a transaction of its own, behind a commit"
        yield Effect("slow-work-under-lock", table, message, cure)


def _waits(seen: Seen) -> Iterator[Effect]:
    """Tell of a lock that others notice, and that may be waited for without end."""
    strong = {lock.name: lock.mode for lock in seen.cost.locks if lock.mode >= Mode.SHARE}
    for oid in seen.of(strong):
        if seen.was[oid].holds_rows:
            table, mode = seen.name(oid), strong[seen.called[oid]]
            message = f"nothing bounds how long this waits for a lock on {table} ({mode.words}), while others wait"
            yield Effect("missing-lock-timeout", table, message, "write `set lock_timeout = '5s';` above it")
            return

"""The order of migrations by their parents, and what can be wrong with it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from fluxc.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from fluxc.history.migration import Migration


def in_order(migrations: Iterable[Migration]) -> tuple[tuple[Migration, ...], tuple[Diagnostic, ...]]:
    """Return the migrations, parents before children, with what keeps them from being one chain.

    Where something does, the order is still the same on every machine.
    """
    by_number = sorted(migrations, key=lambda migration: (migration.number, migration.name))
    order = tuple(_walk(by_number))
    stranded = [migration for migration in by_number if migration not in order]
    findings = (
        *_twice(by_number, "duplicate-id", "id", lambda migration: migration.id),
        *_twice(by_number, "duplicate-number", "number", lambda migration: str(migration.number)),
        *_heads(by_number),
        *_missing(by_number),
        *_sealed_on_pending(by_number),
    )
    return (*order, *stranded), findings or tuple(map(_cycle, stranded[:1]))


def _walk(migrations: Sequence[Migration]) -> Iterator[Migration]:
    children: defaultdict[str | None, list[Migration]] = defaultdict(list)
    for migration in reversed(migrations):
        children[migration.parent].append(migration)
    known = {migration.id for migration in migrations}
    roots = [parent for parent in children if parent is None or parent not in known]
    waiting = [child for parent in roots for child in children.pop(parent)]
    while waiting:
        yield (migration := waiting.pop())
        waiting += children.pop(migration.id, [])


def _twice(
    migrations: Sequence[Migration], code: str, word: str, value: Callable[[Migration], str]
) -> Iterator[Diagnostic]:
    first: dict[str, Migration] = {}
    for migration in migrations:
        other = first.setdefault(value(migration), migration)
        if other is not migration:
            message = f"{other.file} and {migration.file} have the same {word} {value(migration)}"
            cure = f"give the younger file the next free number, or delete it and its down: {migration.file}"
            if code == "duplicate-id":
                cure = f"delete the copy and its down: {migration.file}"
            yield Diagnostic(code, message, Span(migration.file, 1), cure)


def _heads(migrations: Sequence[Migration]) -> Iterator[Diagnostic]:
    first: dict[str | None, Migration] = {}
    for migration in migrations:
        other = first.setdefault(migration.parent, migration)
        if other is not migration and other.id != migration.id:
            message = f"{other.file} and {migration.file} have the same parent {migration.parent or 'none'}"
            younger = _younger(other, migration)
            cure = (
                f"delete the younger one if no database has applied it ({younger.file} and {younger.down_file}), "
                "then run `fluxc build` to make it again on top of the other"
            )
            yield Diagnostic("two-heads", message, Span(younger.file, 1), cure)


def _younger(one: Migration, other: Migration) -> Migration:
    return one if one.sealed < other.sealed else other


def _missing(migrations: Sequence[Migration]) -> Iterator[Diagnostic]:
    known = {migration.id for migration in migrations}
    for migration in migrations:
        if migration.parent is not None and migration.parent not in known:
            message = f"the parent {migration.parent} of {migration.file} is missing"
            cure = "restore the missing migration and its down from version control"
            yield Diagnostic("missing-migration", message, Span(migration.file, 1), cure)


def _sealed_on_pending(migrations: Sequence[Migration]) -> Iterator[Diagnostic]:
    pending = {migration.id: migration for migration in migrations if not migration.sealed}
    for migration in migrations:
        parent = pending.get(migration.parent or "")
        if migration.sealed and parent:
            message = f"{migration.file} is sealed, but its parent {parent.file} is pending"
            yield Diagnostic("sealed-on-pending", message, Span(migration.file, 1), "seal the parent: `fluxc seal`")


def _cycle(migration: Migration) -> Diagnostic:
    message = f"{migration.file} is among its own ancestors"
    cure = f"restore the file from version control: git checkout -- {migration.file}"
    return Diagnostic("bad-migration", message, Span(migration.file, 1), cure)

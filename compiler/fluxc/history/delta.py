"""State deltas: what a migration takes out of the state and puts in, as lines of comment.

``-- - LINE`` takes a line out, ``-- ~ LINE`` replaces the line of the same key where it stands, ``-- > KEY => LINE``
replaces the line of another key where it stands (a rename), ``-- + LINE`` puts a line at the end.
All of them speak of the state before: their order among each other does not matter, but that of the added lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Diagnostic, InputError, Span
from fluxc.history.lines import KEY, arranged, key_of, moved, table_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from fluxc.history.migration import Up

_RENAME: Final = re.compile(rf"({KEY}) => (.*)")


@dataclass(slots=True)
class _Changes:
    """A delta taken apart; ``renamed`` maps an old key to the new key and line."""

    removed: dict[str, str] = field(default_factory=dict[str, str])
    replaced: dict[str, str] = field(default_factory=dict[str, str])
    renamed: dict[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    added: dict[str, str] = field(default_factory=dict[str, str])

    def place(self, mark: str) -> dict[str, str] | None:
        """Return where the lines of a mark are gathered, None for that of renames and for unknown ones."""
        match mark:
            case "-- + ":
                return self.added
            case "-- - ":
                return self.removed
            case "-- ~ ":
                return self.replaced
            case _:
                return None


class DeltaError(ValueError):
    """A delta that cannot be read or does not fit the state it is applied to; the text says why."""


def replay(migrations: Iterable[Up]) -> dict[str, str]:
    """Return the state after the migrations, key to line, in the order of the lock; raises InputError `bad-delta`."""
    lines: dict[str, str] = {}
    for migration in migrations:
        try:
            lines = _applied(lines, migration.delta)
        except DeltaError as error:
            message = f"the delta of {migration.file} does not fit the migrations before it: {error}"
            cure = f"restore the file from version control: git checkout -- {migration.file}"
            raise InputError([Diagnostic("bad-delta", message, Span(migration.file), cure)]) from error
    return arranged(lines)


def apply_delta(lines: Mapping[str, str], delta: str) -> dict[str, str]:
    """Return the state after one delta, in the order of the lock; raises DeltaError."""
    return arranged(_applied(lines, delta))


def delta_between(before: Mapping[str, str], after: Mapping[str, str], renames: Mapping[str, str] | None = None) -> str:
    """Return the delta text for which ``apply_delta(before, text)`` is ``after``, physical column order included.

    ``renames`` maps old keys to new ones; what lies below a renamed table follows it unless it is named itself.
    """
    if not before:
        return "".join(f"-- + {line}\n" for line in arranged(after).values())
    moves = _moves(before, after, renames or {})
    kept = {key: key for key in before if key in after and key not in moves} | {new: old for old, new in moves.items()}
    for key in _out_of_order(before, after, kept):
        del kept[key]
    stays = set(kept.values())
    gone = {key: line for key, line in before.items() if key not in stays}
    lines = [f"- {line}" for line in arranged(gone).values()]
    changed = {key: line for key, line in after.items() if before.get(key) != line or kept.get(key) != key}
    for key, line in arranged(changed).items():
        lines.extend(_change(before, key, line, kept.get(key)))
    return "".join(f"-- {line}\n" for line in lines)


def kept_keys(before: Mapping[str, str], delta: str) -> dict[str, str]:
    """Return the keys of what a delta leaves, with what each is called afterwards; raises DeltaError."""
    changes = _taken_apart(delta)
    renamed = {old: new for old, (new, _) in changes.renamed.items()}
    return {key: renamed.get(key, key) for key in before if key not in changes.removed}


def _change(before: Mapping[str, str], key: str, line: str, old: str | None) -> Iterator[str]:
    if old is None:
        yield f"+ {line}"
    elif old != key:
        yield f"> {old} => {line}"
    elif before[old] != line:
        yield f"~ {line}"


def _moves(before: Mapping[str, str], after: Mapping[str, str], renames: Mapping[str, str]) -> dict[str, str]:
    moves = {old: new for old, new in renames.items() if old in before and new in after}
    taken = set(moves.values())
    for key in before if moves else ():
        table = table_of(key)
        if table in moves and key not in moves and (new := moved(key, moves[table])) in after and new not in taken:
            moves[key] = new
    return moves


def _out_of_order(before: Mapping[str, str], after: Mapping[str, str], kept: Mapping[str, str]) -> list[str]:
    """Return the kept columns that come after a new one or before their elder: they were made anew."""
    place = {key: position for position, key in enumerate(before)}
    last: dict[str | None, float] = {}
    moved_keys: list[str] = []
    for key in _columns_of_interest(before, after, kept):
        table = table_of(key)
        position = place[kept[key]] if key in kept else float("inf")
        if position < last.get(table, -1):
            moved_keys.append(key)
            position = float("inf")
        last[table] = position
    return [key for key in moved_keys if key in kept]


def _columns_of_interest(before: Mapping[str, str], after: Mapping[str, str], kept: Mapping[str, str]) -> list[str]:
    """Return the columns in order: all where the order changed, else at least those of tables that have new ones."""
    columns = [key for key in after if key.startswith("column ")]
    stays = set(kept.values())
    elders = [key for key in before if key.startswith("column ") and key in stays]
    if [kept[key] for key in columns if key in kept] != elders:
        return columns
    growing = {_head(key) for key in columns if key not in kept}
    return [key for key in columns if _head(key) in growing] if growing else []


def _head(key: str) -> str:
    """Return what is the same for all columns of a table: its own key where the quick way could go wrong."""
    return str(table_of(key)) if '"' in key else key.rpartition(".")[0].replace("column", "table", 1)


def _applied(lines: Mapping[str, str], delta: str) -> dict[str, str]:
    changes = _taken_apart(delta)
    _check_fit(lines, changes)
    result: dict[str, str] = {}
    for key, line in lines.items():
        if key in changes.renamed:
            new, text = changes.renamed[key]
            result[new] = text
        elif key not in changes.removed:
            result[key] = changes.replaced.get(key, line)
    for key, line in changes.added.items():
        if key in result:
            raise DeltaError(f"`{key}` is there already")
        result[key] = line
    return result


def _check_fit(lines: Mapping[str, str], changes: _Changes) -> None:
    touched = (*changes.removed, *changes.replaced, *changes.renamed)
    for key in touched:
        if key not in lines:
            raise DeltaError(f"`{key}` is not there")
    if len(set(touched)) < len(touched):
        raise DeltaError("a key is said twice")
    for key, line in changes.removed.items():
        if lines[key] != line:
            raise DeltaError(f"`{key}` is not as the delta says")
    targets: set[str] = set()
    for new, _ in changes.renamed.values():
        if new in targets or (new in lines and new not in changes.renamed and new not in changes.removed):
            raise DeltaError(f"`{new}` is there already")
        targets.add(new)


def _taken_apart(delta: str) -> _Changes:
    changes = _Changes()
    for raw in delta.split("\n"):
        text = raw.rstrip("\r")
        if text.strip():
            _take(changes, text)
    return changes


def _take(changes: _Changes, text: str) -> None:
    mark, line = text[:5], text[5:]
    renamed = _RENAME.fullmatch(line) if mark == "-- > " else None
    place = changes.place(mark)
    key = key_of(renamed[2] if renamed else line)
    if key is None or (renamed is None and place is None):
        raise DeltaError(f"the line `{text[:80]}` is not understood")
    if renamed and renamed[1] not in changes.renamed:
        changes.renamed[renamed[1]] = (key, renamed[2])
    elif place is None or key in place:
        raise DeltaError(f"`{key}` is said twice")
    else:
        place[key] = line

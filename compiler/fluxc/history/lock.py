"""``out/schema.lock``: the state after all sealed migrations, one line an object."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Diagnostic, InputError, Span
from fluxc.history.folder import read_bytes, shown
from fluxc.history.lines import arranged, key_of
from fluxc.history.parse import conflict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FIRST_LINE: Final = "# fluxc lock 1: the state after all sealed migrations; written by fluxc, never edited"
_VERSION: Final = re.compile(r"# fluxc lock (\d{1,9})\b.*", re.ASCII)
_NAMED: Final = 5


def lock_text(lines: Mapping[str, str]) -> str:
    """Return the lock of a state; the columns of a table keep the order in which they come."""
    return "".join(f"{line}\n" for line in (FIRST_LINE, *arranged(lines).values()))


def read_lock(path: Path, root: Path) -> tuple[dict[str, str] | None, tuple[Diagnostic, ...]]:
    """Return the lines of a lock by key, None where there is no such file, and what is wrong with it."""
    if not path.exists():
        return None, ()
    file = shown(path, root)
    cure = f"delete {file} and run `fluxc build`, which makes it again from the sealed migrations"
    try:
        text = read_bytes(path, file).decode("utf-8-sig")
    except UnicodeDecodeError:
        return {}, (Diagnostic("bad-lock", f"{file} is not UTF-8", Span(file), cure),)
    except InputError as error:
        return {}, error.diagnostics
    if found := conflict(f"\n{text}", file, "lock-conflict", cure) or _other_version(text, file, cure):
        return {}, (found,)
    lines: dict[str, str] = {}
    findings = tuple(_gather(text, file, cure, lines))
    return lines, findings


def lock_disagreement(lock: Mapping[str, str], replayed: Mapping[str, str], file: str) -> Diagnostic | None:
    """Return `stale-lock` where a lock is not the sum of the sealed migrations, naming the first keys that differ."""
    expected, found = arranged(replayed), arranged(lock)
    if list(found.items()) == list(expected.items()):
        return None
    differing = dict.fromkeys(key for key in (*expected, *found) if found.get(key) != expected.get(key))
    kind = "" if differing else "the order of "
    named = list(differing) or [key for key, other in zip(expected, found, strict=True) if key != other]
    rest = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    what = ", ".join(f"`{key}`" for key in named[:_NAMED])
    message = f"{file} does not agree with the sealed migrations: {kind}{what}{rest}"
    cure = (
        "a migration may have been deleted: restore it from version control; "
        f"if the migrations are right, delete {file} and run `fluxc build`"
    )
    return Diagnostic("stale-lock", message, Span(file), cure)


def _other_version(text: str, file: str, cure: str) -> Diagnostic | None:
    found = _VERSION.match(text)
    if found is None:
        return Diagnostic("bad-lock", f"{file} does not begin with `# fluxc lock 1`", Span(file, 1), cure)
    if int(found[1]) == 1:
        return None
    message = f"{file} is a lock of form {found[1]}, which a newer fluxc wrote"
    return Diagnostic("future-lock", message, Span(file, 1), "upgrade fluxc: pip install --upgrade fluxc")


def _gather(text: str, file: str, cure: str, lines: dict[str, str]) -> Iterator[Diagnostic]:
    for number, raw in enumerate(text.split("\n")[1:], 2):
        line = raw.rstrip("\r")
        if not line:
            continue
        key = key_of(line)
        if key is None:
            yield Diagnostic("bad-lock", f"line {number} of {file} is no state line", Span(file, number), cure)
        elif key in lines:
            message = f"`{key}` stands twice in {file}"
            yield Diagnostic("lock-duplicate-key", message, Span(file, number), cure)
        else:
            lines[key] = line

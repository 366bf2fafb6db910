"""``make facts SERVERS="DIR …"``: measures servers of every major version and writes the shipped table of casts."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psycopg

import fluxc.plan
from fluxc.project.config import TARGETS
from fluxc.server.scratch import scratch_server
from tests.facts.measure import SAMPLES, Measured, measured

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FILE: Final = Path(fluxc.plan.__file__).parent / "cast_table.py"
_HEAD: Final = '''\
"""What PostgreSQL casts, by version: measured on servers and written by ``make facts``; not edited by hand."""

from __future__ import annotations

from typing import Final
'''
_NOTES: Final = {
    "STRINGS": "Types to which each is assigned, and which are cast to each when asked: first and last version.",
    "CASTS": "Every other cast: old type, new type, context, and the first and last version where it is so.",
    "FREE": "Changes for which no version writes the table anew, where the new type is no array and has no modifiers.",
    "READ": "By type the types without a cast from it as which some value of it, written out as text, is read.",
}


def main(directories: list[str]) -> int:
    """Measure the servers whose programs lie in these directories and write the table; return the exit code."""
    found = dict(_measured(Path(directory)) for directory in directories)
    if missing := set(TARGETS) - found.keys():
        sys.stderr.write(f"no server of version {', '.join(map(str, sorted(missing)))} among SERVERS\n")
        return 2
    FILE.write_text(text(found), encoding="utf-8")
    return 0


def _measured(directory: Path) -> tuple[int, Measured]:
    os.environ["FLUXC_PG_HOME"] = str(directory.resolve().parent)
    with scratch_server() as server, psycopg.connect(server.url(), autocommit=True) as connection:
        return server.engine.major, measured(connection)


def text(found: Mapping[int, Measured]) -> str:
    """Return the module that holds what was measured, by version."""
    free = sorted(pair for pair in found[TARGETS[0]].free if all(pair in one.free for one in found.values()))
    parts = [
        _HEAD,
        _table("STRINGS", "dict[str, tuple[int, int]]", (f"{name!r}: {span}" for name, span in strings(found)), "{|}"),
        _table("CASTS", "tuple[tuple[str, str, str, int, int], ...]", map(repr, casts(found)), "(|)"),
        _table("FREE", "frozenset[tuple[str, str]]", map(repr, free), "frozenset({|})"),
        _table("READ", "dict[str, tuple[str, ...]]", (f"{old!r}: {new!r}" for old, new in read(found)), "{|}"),
    ]
    return "\n".join(parts)


def _table(name: str, kind: str, rows: Iterable[str], brackets: str) -> str:
    left, right = brackets.split("|")
    body = "".join(f"    {row},\n" for row in rows)
    return f'{name}: Final[{kind}] = {left}\n{body}{right}\n"""{_NOTES[name]}"""\n'


def strings(found: Mapping[int, Measured]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the types that behave as strings towards every other type, with the versions in which they do."""
    for name in sorted(next(iter(found.values())).types):
        versions = [version for version, one in found.items() if _is_string(name, one)]
        if versions:
            yield name, (min(versions), max(versions))


def _is_string(name: str, one: Measured) -> bool:
    """Tell whether a type is in the server's category of strings, some pairs of which have a cast of their own."""
    others = one.types - {name}
    assigned = sum(one.contexts.get((other, name)) == "assignment" for other in others)
    return assigned > len(others) * 0.9 and all((name, other) in one.contexts for other in others)


def casts(found: Mapping[int, Measured]) -> Iterator[tuple[str, str, str, int, int]]:
    """Yield the casts that are not just those of every string."""
    rows: dict[tuple[str, str, str], list[int]] = {}
    for version, one in found.items():
        of_strings = {name for name in one.types if _is_string(name, one)}
        for (old, new), context in one.contexts.items():
            if context != ("assignment" if new in of_strings else "explicit" if old in of_strings else None):
                rows.setdefault((old, new, context), []).append(version)
    for row, versions in sorted(rows.items()):
        assert len(versions) == max(versions) - min(versions) + 1, f"{row} comes and goes"
        yield (*row, min(versions), max(versions))


def read(found: Mapping[int, Measured]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the types as which values of a type can be read, each in every version that has no cast for it."""
    every = frozenset[tuple[str, str]]().union(*(one.by_text for one in found.values()))
    sure = [
        pair for pair in sorted(every) if all(pair in one.by_text or pair in one.contexts for one in found.values())
    ]
    yield from ((old, tuple(new for one, new in sure if one == old)) for old in sorted(SAMPLES))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

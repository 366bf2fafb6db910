"""Measure `fluxc lint FILE.sql` against squawk on files of many statements, and print a table; always exits 0."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from process import Contender, in_turn

if TYPE_CHECKING:
    from collections.abc import Iterator

BIN: Final = Path(sys.executable).parent
TYPES: Final = ("bigint not null", "text", "timestamptz default now()", "numeric(12, 2)", "boolean not null")
FILES: Final = {
    "1999 tables of 9 columns": (1999, 8, "", ""),
    "the same, with nothing to find": (1999, 8, "if not exists ", ""),
    "1000 tables of 16 columns, an index each": (1000, 15, "", "create index"),
    "these, with nothing to find": (1000, 15, "if not exists ", "create index concurrently if not exists"),
}
"""How many tables and columns beside the key, what is said to be robust, and how an index begins, if there are any."""
AS_FOUND: Final = ("sh", "-c", '"$@" || [ $? = 1 ]', "sh")
"""Either leaves with 1 where it finds something."""


def main() -> None:
    """Print how long both take."""
    squawk = BIN / "squawk"
    if not squawk.exists():
        sys.stdout.write("squawk is not there: `make` installs it from requirements.lock\n")
        return
    sys.stdout.write("| file | squawk | fluxc | ratio |\n| --- | ---: | ---: | ---: |\n")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.sql"
        for name, (tables, columns, robust, index) in FILES.items():
            path.write_text("".join(_statements(tables, columns, robust, index)), encoding="utf-8")
            sides = [
                Contender("squawk", (*AS_FOUND, squawk, path), Path(folder)),
                Contender("fluxc", (*AS_FOUND, BIN / "fluxc", "lint", path), Path(folder)),
            ]
            found = in_turn(sides, rounds=5, seconds=60)
            one, other = found["squawk"], found["fluxc"]
            sys.stdout.write(f"| {name} | {one.wall:.2f} s | {other.wall:.2f} s | {other.ratio(one):.2f} |\n")
            sys.stdout.flush()


def _statements(tables: int, columns: int, robust: str, index: str) -> Iterator[str]:
    yield "set lock_timeout = '5s';\nset statement_timeout = 0;\n"
    said = "".join(f",\n  c{number} {TYPES[number % len(TYPES)]}" for number in range(columns))
    for number in range(tables):
        yield f"create table {robust}app.t{number} (\n  id bigint generated always as identity primary key{said}\n);\n"
        if index:
            yield f"{index} t{number}_idx on app.t{number} (c0, c1);\n"


if __name__ == "__main__":
    main()

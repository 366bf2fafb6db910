"""Measure fluxc as whole processes against floors and peers of the same run, and print a table; always exits 0."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from beds import Bed
from peers import RESULTS, drizzle_kit
from table import as_json, growth, line, table

from cases import Failure, Means, Outcome, cases, program, start
from fluxc.server.scratch import scratch_server

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (10, 100, 1000)
FULL = 5000


def main() -> None:
    """Run the benchmark that the command line asks for."""
    options = _options()
    RESULTS.mkdir(exist_ok=True)
    outcomes: list[Outcome | Failure] = []
    for outcome in _measured(options):
        sys.stderr.write(f"{line(outcome)}\n")
        outcomes.append(outcome)
    text = f"\n{_machine()}\n\n{table(outcomes)}\n\n{growth(outcomes)}"
    sys.stdout.write(f"{text.rstrip()}\n")
    if options.json:
        options.json.write_text(json.dumps(as_json(outcomes), indent=1) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help=f"measure {FULL} tables too")
    parser.add_argument("--tables", type=int, nargs="+", metavar="N", help="measure these numbers of tables alone")
    parser.add_argument("--rounds", type=int, default=7, help="runs of each command, fewer for slow ones")
    parser.add_argument("--seconds", type=float, default=20, help="after this long a case makes no fourth round")
    parser.add_argument("--no-peers", action="store_true", help="measure against floors alone")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every sample there")
    return parser.parse_args()


def _measured(options: argparse.Namespace) -> Iterator[Outcome | Failure]:
    kit, name = (None, "peers are left out") if options.no_peers else drizzle_kit()
    with scratch_server() as server, tempfile.TemporaryDirectory(dir=RESULTS, prefix="work-") as folder:
        means = Means(kit, name, program("psql"), program("pg_dump"), server, options.rounds, options.seconds)
        yield from start(means, Path(folder))
        for count in options.tables or (*SIZES, *([FULL] if options.full else [])):
            yield from cases(means, Bed(count, Path(folder)))


def _machine() -> str:
    python = platform.python_version()
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return f"Python {python}, {os.cpu_count()} processors, load {load} at the end; medians of the wall clock."


if __name__ == "__main__":
    main()

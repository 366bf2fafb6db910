"""Measure how long readers and writers of a table wait for each form of edit, and for it built with `online = false`.

Run as a module: `.venv/bin/python -m benchmarks.waits`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import psycopg
from tests.waits.forms import FORMS
from tests.waits.project import Project
from tests.waits.traffic import Traffic, beds

from fluxc.run.apply import migrate
from fluxc.run.event import Retrying, StepDone
from fluxc.server.scratch import scratch_server

if TYPE_CHECKING:
    from tests.waits.forms import Form

    from fluxc.run.event import Event
    from fluxc.server.scratch import Scratch

_ROLES = ("app_reader", "app_owner")


class Outcome(NamedTuple):
    """What a migration did to others, in seconds; ``again`` counts the attempts that did not get their locks."""

    read: float
    write: float
    step: float
    again: int

    def __str__(self) -> str:
        cells = (f"{value * 1000:.0f}" for value in (self.read, self.write, self.step))
        return " | ".join(cells) + (f" ({self.again} again)" if self.again else "")


def main() -> None:
    """Print a row for each form: the longest reading, writing and step, in milliseconds, both ways."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=300_000, help="of every table")
    parser.add_argument(
        "--rounds", type=int, default=2, help="of which the best counts, since others may be at work here"
    )
    parser.add_argument("--target", type=int, default=18, help="the oldest server to build for")
    parser.add_argument(
        "--only", default="", metavar="WORDS", help="measure forms with these words in their names alone"
    )
    options = parser.parse_args()
    sys.stdout.write("| edit | is | reads | writes | step | reads, plainly | writes | step |\n")
    sys.stdout.write("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n")
    with scratch_server() as server:
        with psycopg.connect(server.url(), autocommit=True) as connection:
            for role in _ROLES:
                connection.execute(f"create role {role}".encode())
        for form in FORMS:
            if options.only in form.name and form.on(options.target):
                sys.stdout.write(f"{_row(form, server, options)}\n")
                sys.stdout.flush()


def _row(form: Form, server: Scratch, options: argparse.Namespace) -> str:
    with tempfile.TemporaryDirectory() as folder:
        as_built, plainly = (
            Project(Path(folder) / str(online), {"app": form}, options.target, online=online)
            for online in (True, False)
        )
        for project in (as_built, plainly):
            project.before()
            project.after()
        first, second = (project.history().migrations[-1].steps for project in (as_built, plainly))
        alike = [step.text for step in first] == [step.text for step in second]
        other = "| | |" if alike else f"{_best(plainly, form, server, options)} |"
        return f"| {form.name} | {form.on(options.target)} | {_best(as_built, form, server, options)} | {other}"


def _best(project: Project, form: Form, server: Scratch, options: argparse.Namespace) -> Outcome:
    """Return the least of each figure over some rounds."""
    found = [_measured(project, form, server, options.rows) for _ in range(options.rounds)]
    return Outcome(*(min(values) for values in zip(*found, strict=True)))


def _measured(project: Project, form: Form, server: Scratch, rows: int) -> Outcome:
    """Apply a migration in a database of its own while others are at work."""
    server.drop("waits")
    url = server.create("waits")
    history = project.history()
    found = beds(project.before_state)
    migrate(url, history, to=history.migrations[0].id)
    with psycopg.connect(url, autocommit=True) as connection:
        for bed in found:
            connection.execute(bed.insertion(1, rows).encode())
        connection.execute("vacuum analyze")
        connection.execute("checkpoint")
    events: list[Event] = []
    with Traffic(url, found) as traffic:
        migrate(url, history, on_event=events.append)
    if traffic.failed:
        sys.stderr.write(f"{form.name}: {traffic.failed[0]}\n")
    steps = [event.seconds for event in events if isinstance(event, StepDone)]
    again = sum(isinstance(event, Retrying) for event in events)
    return Outcome(traffic.longest["read"], traffic.longest["write"], max(steps, default=0), again)


if __name__ == "__main__":
    main()

"""Every form of edit is proved to hold others up only where it says so, and goes through while they are at work."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import psycopg
import pytest

from fluxc.prove.bases import Bases
from fluxc.prove.blocking import blocking
from fluxc.prove.nothing import states
from fluxc.prove.prover import Prover
from fluxc.render.environment import environment
from fluxc.run.apply import migrate
from fluxc.run.event import Retrying
from fluxc.run.waiting import Rule
from tests.waits.forms import FORMS, PHASED, PLAINLY_FILLED, Form, Wait
from tests.waits.project import Project
from tests.waits.traffic import FIRST_NEW, Traffic, beds

if TYPE_CHECKING:
    from pathlib import Path

    from fluxc.history.migration import Migration
    from fluxc.prove.proof import Proof
    from fluxc.run.event import Event
    from fluxc.server.scratch import Scratch

_ROWS: Final = 200
_MANY_ROWS: Final = 50_000
_BLOCKS: Final = frozenset({"blocks-reads", "blocks-writes", "rewrites-table"})
_LONG: Final = frozenset({"scans-table", "builds-index", "needs-backfill"}) | _BLOCKS


def named(target: int, *waits: Wait) -> dict[str, Form]:
    """Return the forms of some kinds for servers from ``target`` on, by the names of their domains."""
    return {f"f{number:03}": form for number, form in enumerate(FORMS) if form.on(target) in waits}


def objects(migration: Migration, codes: frozenset[str]) -> set[str]:
    """Return the domains of what is struck by hazards of these codes."""
    return {hazard.object.partition(".")[0] for hazard in migration.hazards if hazard.code in codes}


def held_up(proof: Proof) -> set[str]:
    """Return the domains of the tables that were measured to be held up."""
    return {name.partition(".")[0] for _, name in blocking(proof.costs)}


@pytest.mark.parametrize("target", [14, 18])
@pytest.mark.parametrize("waits", [(Wait.FREE, Wait.ONLINE), (Wait.BLOCKING,)], ids=["others", "blocking"])
def test_forms(waits: tuple[Wait, ...], target: int, server: Scratch, database: str, tmp_path: Path) -> None:
    """The header names those that hold others up, a proof measures the same, and all go through under traffic."""
    if server.major < target:
        pytest.skip(f"the forms are for PostgreSQL {target}")
    forms = named(target, *waits)
    project = Project(tmp_path, forms, target)
    made = project.before()
    migrate(database, project.history())
    with psycopg.connect(database, autocommit=True) as connection:
        for bed in (found := beds(made.plan.after)):
            connection.execute(bed.insertion(1, _ROWS).encode())
    project.after()
    history = project.history()
    told = {name: f"{name}: {form.name}" for name, form in forms.items()}
    wanted = {name for name, form in forms.items() if form.on(target) is Wait.BLOCKING}
    long = {name for name, form in forms.items() if form.on(target) is not Wait.FREE}

    with Bases(server, history.migrations) as bases, Prover(bases, environment(tmp_path)) as prover:
        proof = [prover.prove(number, *pair) for number, pair in enumerate(states(history))][-1]
    assert (proof.proved, proof.findings) == (True, ())
    last = history.migrations[-1]
    assert sorted(told[name] for name in objects(last, _BLOCKS) ^ wanted) == []
    assert sorted(told[name] for name in objects(last, _LONG) ^ long) == []
    assert sorted(told[name] for name in held_up(proof) ^ wanted) == []

    assert len(found) >= 2 * len(forms)
    with Traffic(database, found) as traffic:
        migrate(database, history)
    assert traffic.failed == []


@pytest.mark.parametrize("target", [14, 18])
def test_phases(target: int, server: Scratch, database: str, tmp_path: Path) -> None:
    """Code of before meets the expand, and code of after both, beside that and alone; nothing of either fails."""
    if server.major < target:
        pytest.skip(f"the forms are for PostgreSQL {target}")
    project = Project(tmp_path, {f"f{number:03}": form for number, form in enumerate(PHASED)}, target)
    old = beds(project.before().plan.after)
    migrate(database, project.history())
    with psycopg.connect(database, autocommit=True) as connection:
        for bed in old:
            connection.execute(bed.insertion(1, _ROWS).encode())
    new, history = beds(project.after().plan.after), project.history()
    _, expand, contract = history.migrations
    assert (expand.phase, contract.phase) == ("expand", "contract")

    with Bases(server, history.migrations) as bases, Prover(bases, environment(tmp_path)) as prover:
        proofs = [prover.prove(number, *pair) for number, pair in enumerate(states(history)) if number]
    assert [(proof.proved, proof.findings, held_up(proof)) for proof in proofs] == [(True, (), set())] * 2
    assert not objects(expand, _BLOCKS) | objects(contract, _BLOCKS)

    with Traffic(database, old, expected=()) as before:
        assert migrate(database, history, rule=Rule()).wait is not None
        with Traffic(database, new, expected=(), first=2 * FIRST_NEW) as behind:
            done = dict(before.done)
            while any(before.done[kind] < done[kind] + len(old) for kind in done):
                time.sleep(0.01)
            before.stop()
            migrate(database, history)
    assert (before.failed, behind.failed) == ([], [])


def test_rows_that_are_filled_plainly_are_nobody_elses(database: str, tmp_path: Path) -> None:
    """The table is locked before its first row is: whoever waited for a row would keep its lock from us."""
    form = Form("filled plainly", Wait.BLOCKING, {}, PLAINLY_FILLED)
    project = Project(tmp_path, {"app": form}, 14)
    found = beds(project.before().plan.after)
    migrate(database, project.history())
    with psycopg.connect(database, autocommit=True) as connection:
        for bed in found:
            connection.execute(bed.insertion(1, _MANY_ROWS).encode())
    project.after()
    heard: list[Event] = []
    with Traffic(database, found) as traffic:
        migrate(database, project.history(), on_event=heard.append)
    assert (traffic.failed, [event for event in heard if isinstance(event, Retrying)]) == ([], [])

"""What is to be done, told from ledger rows and a folder alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.history.project import Project

from fluxc.run.decide import Decision, Row, decide

if TYPE_CHECKING:
    from pathlib import Path

    from fluxc.history.migration import History, Migration


@pytest.fixture
def history(tmp_path: Path) -> History:
    """Return three sealed migrations, the second of two steps, and a pending one."""
    project = Project(tmp_path)
    project.add("one", "select 1;")
    project.add("two", "select 2;", "select 2;")
    project.add("three", "select 3;")
    project.add("four", "select 4;", sealed=False)
    return project.history()


def rows(*migrations: Migration, steps: int = 99) -> list[Row]:
    """Return the ledger after applying these migrations, of the last of them only so many steps."""
    found: list[Row] = []
    for migration in migrations:
        for step in migration.steps[: steps if migration is migrations[-1] else None]:
            row = Row(
                migration.id,
                step.number,
                len(migration.steps),
                len(found) + 1,
                migration.name,
                migration.parent,
                migration.sealed,
                migration.checksum,
                migration.raw_sha256,
                "done",
                "0.1.0",
            )
            found.append(row)
    return found


def planned(decision: Decision) -> list[tuple[int, tuple[int, ...]]]:
    """Return what is to be applied, as number and steps."""
    return [(work.migration.number, tuple(step.number for step in work.steps)) for work in decision.to_apply]


def test_everything_is_applied_to_an_empty_database(history: History) -> None:
    """Without a ledger every step of every migration is to be applied, in chain order."""
    decision = decide([], history)

    assert planned(decision) == [(1, (1,)), (2, (1, 2)), (3, (1,)), (4, (1,))]
    assert not decision.idle


def test_to_is_an_upper_bound(history: History) -> None:
    """Only the named migration and its ancestors are applied."""
    assert planned(decide([], history, history.migrations[1])) == [(1, (1,)), (2, (1, 2))]


def test_nothing_is_done_twice(history: History) -> None:
    """A ledger that equals the folder leaves nothing to do."""
    decision = decide(rows(*history.migrations), history)

    assert decision == Decision((), (), (), (), (), (), ())
    assert decision.idle


def test_a_half_applied_migration_is_completed(history: History) -> None:
    """Only the steps without a row are to be applied."""
    decision = decide(rows(*history.migrations[:2], steps=1), history)

    assert planned(decision)[0] == (2, (2,))
    assert [item.name for item in decision.half] == ["0002_two"]


def test_a_migration_merged_late_still_runs(history: History) -> None:
    """A set decides, not the highest number: what is missing below an applied one is found and called late."""
    one, two, three, four = history.migrations
    decision = decide(rows(one, three), history)

    assert planned(decision) == [(2, (1, 2)), (4, (1,))]
    assert decision.late == (two,)
    assert four not in decision.late


def test_an_applied_sealed_migration_that_is_gone_is_unknown(history: History) -> None:
    """A database that is ahead of the folder is noticed."""
    shorter = history._replace(migrations=history.migrations[:2])
    decision = decide(rows(*history.migrations[:3]), shorter)

    assert [item.name for item in decision.unknown] == ["0003_three"]
    assert decision.idle


@pytest.mark.parametrize("change", ["checksum", "steps"])
def test_an_applied_sealed_migration_that_differs_is_changed(history: History, change: str) -> None:
    """Other statements, or another number of steps, under an applied sealed id are a contradiction."""
    one = history.migrations[0]
    row = rows(one)[0]
    other = replace(row, checksum="0" * 64) if change == "checksum" else replace(row, steps=2)
    decision = decide([other], history)

    assert decision.changed == (one,)
    assert one not in [work.migration for work in decision.to_apply]


def test_an_applied_pending_that_is_gone_or_differs_is_stale(history: History) -> None:
    """Stale ones are taken back newest first, and what the folder has under the same id is applied anew."""
    one, two, three, four = history.migrations
    changed = [replace(row, checksum="0" * 64) for row in rows(four)]
    gone = [replace(row, id="f" * 16, sealed=False, ordinal=row.ordinal + 50) for row in rows(two)]
    standing = [replace(row, ordinal=row.ordinal - 9) for row in rows(one, two, three)]
    decision = decide([*standing, *changed, *gone], history)

    assert [item.id for item in decision.stale] == ["f" * 16, four.id]
    assert planned(decision) == [(4, (1,))]
    assert (decision.unknown, decision.changed) == ((), ())


def test_sealing_only_refreshes_the_ledger(history: History) -> None:
    """Applied pending and now sealed, or in a file that got a licence header: same statements, nothing to apply."""
    four = history.migrations[-1]
    applied = rows(*history.migrations)
    unsealed = [replace(row, sealed=False) if row.step == 1 and row.name == "0001_one" else row for row in applied]
    reworded = [replace(row, file_sha256="0" * 64) if row.id == four.id else row for row in applied]

    assert decide(unsealed, history).refresh == history.migrations[:1]
    assert decide(reworded, history).refresh == (four,)
    assert planned(decide(reworded, history)) == []

"""A partition that is detached while others are at work, where that is cut off half way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import psycopg
import pytest
from tests.laws.schemas import compiled

from fluxc.history.statements import statements
from fluxc.model.compiled import Intent
from fluxc.model.state import State
from fluxc.plan.decisions import Decisions
from fluxc.plan.planning import plan
from fluxc.render.environment import environment
from fluxc.render.migration import steps_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.conftest import NewDatabase

    from fluxc.plan.planning import Plan
    from fluxc.plan.steps import Step

COLUMNS: Final = {"id": "bigint", "day": "integer"}
PARTITIONS: Final = {"log_1": "from (0) to (10)", "log_2": "from (10) to (20)"}
CHECKS: Final = {"kept": "day is not null and day >= 0"}
LOG: Final[dict[str, Any]] = {
    "columns": COLUMNS,
    "checks": CHECKS,
    "partition_by": "range (day)",
    "partitions": PARTITIONS,
}


def leaving(target: int = 14, **more: Any) -> tuple[State, Plan]:
    """Return the state before, and the plan by which a partition leaves its table."""
    tables = {**more.get("tables", {}), "log": {**LOG, "partitions": {**PARTITIONS, **more.get("partitions", {})}}}
    left = {**tables["log"], "partitions": {**tables["log"]["partitions"]}}
    del left["partitions"]["log_1"]
    after = {**tables, "log": left, "log_1": {"columns": COLUMNS, "checks": CHECKS}}
    was, now = (compiled({"app": {"tables": item}}, target) for item in (tables, after))
    assert was is not None
    assert now is not None
    return was.state, plan(was.state, now.state, now.intent, Decisions(), target)


@pytest.mark.parametrize("back", [False, True])
def test_it_is_brought_to_an_end(new_database: NewDatabase, *, back: bool) -> None:
    """By the next step, or by the way back; the check that the server leaves goes, the one that says more stays."""
    before, made = leaving()
    url = new_database()
    with psycopg.connect(url, autocommit=True) as connection, psycopg.connect(url) as other:
        run(connection, plan(State(), before, Intent(), Decisions(), 14).steps)
        other.execute("select from app.log")
        connection.execute("set statement_timeout = '200ms'")
        with pytest.raises(psycopg.errors.QueryCanceled):
            connection.execute(b"alter table app.log detach partition app.log_1 concurrently")
        connection.execute("reset statement_timeout")
        assert attached(connection) == [(True,), (False,)]
        other.rollback()
        run(connection, made.back[-1:] if back else made.steps[1:])
        found = attached(connection)
        checks = connection.execute(
            "select conname from pg_constraint where conrelid = 'app.log_1'::regclass and contype = 'c'"
        ).fetchall()

    assert found == ([(False,), (False,)] if back else [(False,)])
    assert checks == [("kept",)]


def test_it_is_detached_plainly_where_the_server_cannot() -> None:
    """Beside a partition that takes what no other one takes, and where others refer to the table."""
    plain, beside = (leaving(partitions=said)[1] for said in ({}, {"rest": "default"}))

    assert [step.outside for step in plain.steps] == [True, False]
    assert [step.outside for step in beside.steps] == [False]


def attached(connection: psycopg.Connection[Any]) -> list[tuple[bool]]:
    """Return whether partitions are half taken out, in the order in which they were made."""
    query = "select inhdetachpending from pg_inherits where inhparent = 'app.log'::regclass order by inhrelid"
    return connection.execute(query).fetchall()


def run(connection: psycopg.Connection[Any], steps: Iterable[Step]) -> None:
    """Run steps as psql does."""
    for _, statement in statements(steps_text(steps, environment())):
        connection.execute(statement.encode())

"""What statements cost, on the server of the tests: as the manual says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from tests.trace.forms import FORMS, OUTSIDE, Form

from fluxc.trace.step import trace

if TYPE_CHECKING:
    import psycopg

    from fluxc.server.scratch import Scratch
    from fluxc.trace.cost import Cost


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.statement)
def test_costs_what_the_manual_says(
    pair: tuple[psycopg.Connection[Any], psycopg.Connection[Any]], server: Scratch, form: Form
) -> None:
    """The locks on each relation, and what is rewritten, scanned, validated, built and emptied, are as they should."""
    if not form.since <= server.engine.major <= form.until:
        pytest.skip("other versions do it otherwise")
    connection, second = pair
    costs = trace(connection, f"begin; set local search_path = app; {form.statement}; rollback;", second)
    assert _told(costs) == _expected(form)


@pytest.mark.parametrize("form", OUTSIDE, ids=lambda form: form.statement)
def test_costs_the_same_outside_a_transaction(shared: psycopg.Connection[Any], form: Form) -> None:
    """What cannot run in a transaction is watched from beside; it waits for transactions that are under way."""
    (cost,) = trace(shared, f"set lock_timeout = '10s'; {form.statement};")
    assert _told((cost,)) == _expected(form)
    assert (cost.statement, cost.waits) == (1, True)


def _told(costs: tuple[Cost, ...]) -> dict[str, str]:
    """Return the costs of the statements by their kind, in the words of a form."""
    locks = ", ".join(sorted(f"{lock.name} {lock.mode.words}" for cost in costs for lock in cost.locks))
    fields = ("rewrites", "empties", "scans", "validates", "builds")
    others = {field: " ".join(name for cost in costs for name in getattr(cost, field)) for field in fields}
    others["builds"] = re.sub(r" on \S+", "", others["builds"])
    return {kind: names.replace("app.", "") for kind, names in {"locks": locks, **others}.items() if names}


def _expected(form: Form) -> dict[str, str]:
    said = (costs.partition(" ") for costs in form.costs.split("; "))
    return {
        kind: names for kind, _, names in (("locks", " ", ", ".join(sorted(form.locks.split(", ")))), *said) if names
    }

"""What holds between any two schemas, as values and on a real server."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Self

import psycopg
import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from fluxc.history.statements import statements
from fluxc.inspect import compare, read
from fluxc.model.state import State
from fluxc.model.table import Table
from fluxc.plan.decisions import Decisions
from fluxc.plan.namespaces import CreateNamespace
from fluxc.plan.phases import phases
from fluxc.plan.planning import Plan, evolve, plan
from fluxc.render.environment import environment
from fluxc.render.migration import steps_text
from tests.laws.renaming import renamed
from tests.laws.schemas import compiled, schemas, without_intent

if TYPE_CHECKING:
    from fluxc.inspect import Catalogue
    from fluxc.model.compiled import Compiled
    from fluxc.server.scratch import Scratch

JINJA = environment()
CHECKS = [
    HealthCheck.filter_too_much,
    HealthCheck.too_slow,
    HealthCheck.data_too_large,
    HealthCheck.function_scoped_fixture,
]


class Everything(frozenset[str]):
    """Contains whatever is asked for: every drop is decided."""

    def __contains__(self, item: object) -> bool:
        return True


def planned(before: State, after: Compiled, target: int = 18) -> Plan:
    """Return the plan with every question answered."""
    result = plan(before, after.state, after.intent, Decisions(Everything(), no_renames=True), target)
    assume(not result.questions)
    return result


def drawn(data: st.DataObject, target: int = 18) -> Compiled:
    found = compiled(data.draw(schemas()), target)
    assume(found is not None)
    assert found is not None
    return found


@settings(max_examples=150, deadline=None, suppress_health_check=CHECKS)
@given(st.data())
def test_operations_lead_there_and_back(data: st.DataObject) -> None:
    """The operations evolve the first state into the second, their reverses back, and no change needs none."""
    before, after = drawn(data), drawn(data)

    result = planned(before.state, after, data.draw(st.sampled_from([14, 18])))

    assert evolve(before.state, result.operations) == after.state
    assert evolve(after.state, [item for step in result.back for item in step.operations]) == before.state
    assert planned(after.state, after).steps == ()


@pytest.mark.xdist_group("laws")
@settings(
    max_examples=100,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    deadline=None,
    suppress_health_check=[
        HealthCheck.filter_too_much,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
@given(st.data())
def test_the_server_agrees(server: Scratch, data: st.DataObject) -> None:
    """Migrated up, a database equals one built afresh; down it equals the one before; and up again."""
    newest = server.engine.major
    before, after = drawn(data, newest), drawn(data, newest)
    target = data.draw(st.sampled_from([14, newest]))
    check_on_server(server, before, after, planned(before.state, after, target))


@pytest.mark.xdist_group("laws")
@settings(
    max_examples=150,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    deadline=None,
    suppress_health_check=[
        HealthCheck.filter_too_much,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
@given(st.data())
def test_renames_keep_everything(server: Scratch, data: st.DataObject) -> None:
    """A schema whose names change by `was` alone loses nothing: nothing is created, dropped or asked."""
    schema = data.draw(schemas())
    before, after = (compiled(one, server.engine.major) for one in (schema, data.draw(renamed(schema))))
    assume(before is not None and after is not None)
    assert before is not None
    assert after is not None

    there = plan(before.state, after.state, after.intent, Decisions())

    assert not there.questions
    assert {type(item) for item in there.operations if item.sign != "~"} <= {CreateNamespace}
    assert plan(after.state, after.state, after.intent, Decisions()).steps == ()
    check_on_server(server, before, after, there)


@pytest.mark.xdist_group("laws")
@settings(
    max_examples=100,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    deadline=None,
    suppress_health_check=CHECKS,
)
@given(st.data())
def test_unattended_asks_nothing(server: Scratch, data: st.DataObject) -> None:
    """Any schema becomes any other without a question where nobody is to be asked, and empty tables bear it out."""
    drafts = [without_intent(data.draw(schemas())) for _ in range(2)]
    before, after = (compiled(draft, server.engine.major) for draft in drafts)
    assume(before is not None and after is not None)
    assert before is not None
    assert after is not None

    there = plan(before.state, after.state, after.intent, Decisions(unattended=True))
    again = Decisions(assumed=frozenset(said.removeprefix("assume ") for said in there.decisions))

    assert there.questions == ()
    assert evolve(before.state, there.operations) == after.state
    assert plan(before.state, after.state, after.intent, again) == there
    check_on_server(server, before, after, there)


@pytest.mark.xdist_group("laws")
@settings(
    max_examples=25,
    derandomize=True,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    deadline=None,
    suppress_health_check=CHECKS,
)
@given(st.data())
def test_phases_lead_there_and_back(server: Scratch, data: st.DataObject) -> None:
    """Of tables that are in use the migrations lead to the same end, through a state that is one like any other."""
    newest = server.engine.major
    schema = data.draw(schemas())
    drafts = schema, data.draw(st.one_of(renamed(schema), schemas()))
    before, after = (compiled(draft, newest) for draft in drafts)
    assume(before is not None and after is not None)
    assert before is not None
    assert after is not None
    intent = replace(after.intent, phased=frozenset(table.key.path for table in after.state.of(Table)))
    decided = Decisions(Everything(), no_renames=True)

    found = phases(before.state, after.state, intent, decided, data.draw(st.sampled_from([14, newest]))).phases
    assume(len(found) > 1)

    expand, contract = (phase.plan for phase in found)
    assert evolve(before.state, expand.operations) == expand.after
    assert evolve(expand.after, contract.operations) == contract.after == after.state
    between = after._replace(state=expand.after)
    check_on_server(server, before, between, expand)
    check_on_server(server, between, after, contract)


def check_on_server(server: Scratch, before: Compiled, after: Compiled, there: Plan) -> None:
    """Migrate up, down and up again, and compare each time with a database built afresh."""
    with Databases(server) as databases:
        migrated, fresh, old = (databases.made() for _ in range(3))
        for connection in (migrated, old):
            apply(connection, steps_text(planned(State(), before).steps, JINJA))
        apply(fresh, steps_text(planned(State(), after).steps, JINJA))

        apply(migrated, up := steps_text(there.steps, JINJA))
        assert_same(migrated, read(fresh))
        apply(migrated, steps_text(there.back, JINJA))
        assert_same(migrated, read(old))
        apply(migrated, up)
        assert_same(migrated, read(fresh))


class Databases:
    """Databases of one example, gone after it."""

    def __init__(self, server: Scratch) -> None:
        self.server = server
        self.connections: list[tuple[str, psycopg.Connection]] = []

    def __enter__(self) -> Self:
        return self

    def made(self) -> psycopg.Connection:
        """Return a connection to an empty database."""
        name = f"law_{len(self.connections)}"
        self.connections.append((name, psycopg.connect(self.server.create(name), autocommit=True)))
        return self.connections[-1][1]

    def __exit__(self, *_: object) -> None:
        for name, connection in self.connections:
            connection.close()
            self.server.drop(name)


def apply(connection: psycopg.Connection, text: str) -> None:
    """Run the text of steps as psql would; PostgreSQL's own error and the SQL on failure."""
    if text.strip():
        try:
            for _, statement in statements(text) if "no transaction" in text else [(0, text)]:
                connection.execute(statement.encode())
        except psycopg.Error as error:
            error.add_note(text)
            raise


def assert_same(connection: psycopg.Connection, expected: Catalogue) -> None:
    """Check that a database holds what is expected, in words."""
    assert [item.text for item in compare(connection, expected, read(connection))] == []

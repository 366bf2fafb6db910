"""A database read as a state: it is what was compiled, and leads to an equal database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.case_project import Case, Project, all_cases, skip_without
from tests.laws.test_plan import Databases, drawn

from fluxc.commands.answers import Answers
from fluxc.inspect import compare, read, read_state
from fluxc.model.column import Column
from fluxc.model.compiled import Intent
from fluxc.model.constraint import Check, Exclusion
from fluxc.model.extension import Extension
from fluxc.model.index import Index
from fluxc.model.privileges import Privileges
from fluxc.model.role import Role
from fluxc.model.sequence import Sequence, SequenceOptions
from fluxc.model.state import State
from fluxc.model.table import Table
from fluxc.plan.decisions import Decisions
from fluxc.plan.planning import plan
from fluxc.render.environment import environment
from fluxc.render.migration import steps_text
from fluxc.run.apply import migrate

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import NewDatabase

    from fluxc.inspect import Reading
    from fluxc.model.index import IndexPart
    from fluxc.model.state import Object
    from fluxc.server.scratch import Scratch

    Connection = psycopg.Connection[Any]

JINJA = environment()
UNREAD = frozenset({"raw"})
"""Folders of cases with kinds that are not read as objects."""
WORDED = frozenset(
    {"view", "materialized_view", "rule", "policy", "trigger", "function", "procedure", "aggregate", "publication"}
    | {"domain_type", "collation"}
)
"""Kinds that are mostly texts in the server's words; that they mean the same is told by the way back."""
MIGRATING = [pytest.param(case, id=case.name) for case in all_cases() if case.migrates and case.kind not in UNREAD]


@pytest.mark.parametrize("case", MIGRATING)
@pytest.mark.usefixtures("new_enough")
def test_a_migrated_database_reads_as_what_was_compiled(case: Case, new_database: NewDatabase, tmp_path: Path) -> None:
    """The state read is the state compiled, but for the server's words, and makes an equal database."""
    project = Project(tmp_path, case)
    project.write("after")
    compiled = project.build(Answers("fresh", seal=True)).plan.after
    url = new_database()
    with open_to(url) as connection, open_to(new_database()) as other:
        skip_without(other, compiled)
        migrate(url, project.history())
        found = read_state(connection)
        assert found.unsaid == ()
        assert said(found.state) == said(compiled)
        check_leads_back(connection, other, found)


@pytest.mark.xdist_group("laws")
@settings(
    max_examples=15,
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
def test_any_schema_reads_as_what_was_compiled(server: Scratch, data: st.DataObject) -> None:
    """The same of generated schemas."""
    compiled = drawn(data, server.engine.major).state
    with Databases(server) as databases:
        one, other = databases.made(), databases.made()
        apply(one, compiled)
        found = read_state(one)
        assert found.unsaid == ()
        assert said(found.state) == said(compiled)
        check_leads_back(one, other, found)


def check_leads_back(connection: Connection, empty: Connection, found: Reading) -> None:
    """Check that the state read from one database makes an equal one, which reads the same."""
    apply(empty, found.state)
    assert [item.text for item in compare(empty, read(connection), read(empty))] == []
    assert said(read_state(empty).state) == said(found.state)


def apply(connection: Connection, state: State) -> None:
    """Make everything in a state."""
    version = connection.info.server_version // 10000
    text = steps_text(plan(State(), state, Intent(), Decisions(), version).steps, JINJA)
    if text:
        connection.execute(text.encode())


def open_to(url: str) -> Connection:
    return psycopg.connect(url, autocommit=True)


def said(state: State) -> dict[str, object]:
    """Return what is in a state, whatever the words of expressions and whether it says what goes without saying.

    Roles are the server's: a pull asks for them by a query of its own.
    """
    items = [item for item in state if not isinstance(item, Role) and (not isinstance(item, Privileges) or item.grants)]
    return {item.key_text: item.doc if item.kind in WORDED else _plainly(item) for item in items}


def _plainly(item: Object) -> Object:
    update: dict[str, Any]
    match item:
        case Column():
            update = {
                "default": _there(item.default),
                "generated": _there(item.generated),
                "collation": _collation(item.collation),
                "counting": _counting(item.counting, item.type),
                "sequence_name": item.sequence,
            }
        case Table():  # the server forgets what is said of a side table that it does not need
            update = {
                "parameters": tuple(pair for pair in item.parameters if not pair[0].startswith("toast.")),
                "method": None if item.method == "heap" else item.method,  # the usual one goes without saying
                "rolling": None,  # no server knows of rules
            }
        case Privileges():
            update = {"owner": None}  # who owns a thing is the server's affair
        case Extension():
            update = {"version": None}  # the server's own choice goes without saying
        case Check():
            update = {"expression": ""}
        case Sequence():
            update = {"counting": _counting(item.counting, item.type)}
        case Index() | Exclusion():
            update = {"where": _there(item.where), "parts": tuple(map(_part, item.parts))}
        case _:
            return item
    return item.model_copy(update=update)


def _there(text: str | None) -> str | None:
    return None if text is None else ""


def _collation(text: str | None) -> str | None:
    return None if text is None else text.removeprefix("pg_catalog.")


def _part(part: IndexPart) -> IndexPart:
    update = {"expression": _there(part.expression), "collation": _collation(part.collation)}
    return part.model_copy(update=update)


def _counting(options: SequenceOptions | None, type_name: str) -> SequenceOptions:
    """Return every option, also those that the server chooses."""
    options = options or SequenceOptions()
    largest = 2 ** {"smallint": 15, "integer": 31, "bigint": 63}.get(type_name, 0)
    lowest, highest = (-largest, -1) if options.down else (1, largest - 1)
    return SequenceOptions(
        start=options.first,
        increment=options.increment or 1,
        minimum=lowest if options.minimum is None else options.minimum,
        maximum=highest if options.maximum is None else options.maximum,
        cache=options.cache or 1,
        cycle=options.cycle,
    )

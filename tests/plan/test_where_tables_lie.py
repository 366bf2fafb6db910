"""Where and how tables are kept, changed in place on a server: what a case cannot have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg

from fluxc.inspect import read_state
from fluxc.model.compiled import Intent
from fluxc.model.state import State
from fluxc.model.table import Table
from fluxc.plan.decisions import Decisions
from fluxc.plan.planning import plan
from fluxc.render.environment import environment
from fluxc.render.migration import steps_text

if TYPE_CHECKING:
    from tests.conftest import NewDatabase

    Connection = psycopg.Connection[Any]

JINJA = environment()


def test_a_table_moves_and_is_kept_otherwise(new_database: NewDatabase) -> None:
    """Another tablespace and another access method, for the table and its index, there and back."""
    with psycopg.connect(new_database(), autocommit=True) as connection:
        space = f"space_{connection.info.backend_pid}"
        for text in (
            "set allow_in_place_tablespaces = on",
            f"create tablespace {space} location ''",
            "create access method pile type table handler heap_tableam_handler",
            "create schema app create table log (id integer primary key, at date) create index on log (at)",
        ):
            connection.execute(text.encode())
        try:
            before = read_state(connection).state
            after = State(kept(item, space) for item in before)
            back = changed(connection, before, after)
            assert read_state(connection).state == after
            connection.execute(back)
            assert read_state(connection).state == before
        finally:
            connection.execute("drop schema app cascade")
            connection.execute(f"drop tablespace {space}".encode())


def kept(item: Any, space: str) -> Any:
    """Return a table or an index as it is kept elsewhere."""
    update: dict[str, Any] = {"tablespace": space} if item.kind in {"table", "index", "primary_key"} else {}
    if isinstance(item, Table):
        update["method"] = "pile"
    return item.model_copy(update=update)


def changed(connection: Connection, before: State, after: State) -> bytes:
    """Bring a database from one state to the other and return what takes it back."""
    made = plan(before, after, Intent(), Decisions(), connection.info.server_version // 10000)
    connection.execute(steps_text(made.steps, JINJA).encode())
    return steps_text(made.back, JINJA).encode()

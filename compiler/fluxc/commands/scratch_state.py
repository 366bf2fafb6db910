"""What a server makes of a declared state: built on a throw-away server, and read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Diagnostic, OutsideError
from fluxc.model.compiled import Intent
from fluxc.model.default_privileges import DefaultPrivileges
from fluxc.model.privileges import Privileges
from fluxc.model.state import State

if TYPE_CHECKING:
    import psycopg

    from fluxc.plan.planning import Plan
    from fluxc.project.layout import Layout

_NAME = "declared"


def reading_of(layout: Layout, declared: State, target: int) -> State:
    """Return the state that is read from a database which was made of the declared one.

    Raises OutsideError where there is no server, and `database-failed` where it refuses a statement.
    """
    from fluxc.inspect import read_state
    from fluxc.plan.decisions import Decisions
    from fluxc.plan.planning import plan
    from fluxc.server.connect import connect
    from fluxc.server.scratch import scratch_server

    # roles belong to the server, and a throw-away one has none
    wanted = State(item for item in declared if not isinstance(item, Privileges | DefaultPrivileges))
    planned = plan(State(), wanted, Intent(), Decisions(), target)
    with scratch_server() as server, connect(server.create(_NAME)) as connection:
        _apply(connection, layout, planned)
        return read_state(connection).state


def _apply(connection: psycopg.Connection, layout: Layout, planned: Plan) -> None:
    import psycopg

    from fluxc.render.environment import environment
    from fluxc.render.migration import steps_text

    try:
        connection.execute(steps_text(planned.steps, environment(layout.root)).encode(), prepare=False)
    except psycopg.Error as error:
        message = f"the declared schema could not be built on a throw-away server: {error}"
        raise OutsideError(Diagnostic("database-failed", message)) from error

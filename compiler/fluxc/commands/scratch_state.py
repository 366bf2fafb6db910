"""What a server makes of a declared state: built on a throw-away server, and read back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Diagnostic, OutsideError
from fluxc.model.compiled import Intent
from fluxc.model.default_privileges import DefaultPrivileges
from fluxc.model.privileges import Privileges
from fluxc.model.state import State

if TYPE_CHECKING:
    import psycopg

    from fluxc.project.layout import Layout

_NAME: Final = "declared"
_ROLE: Final = re.compile(r'role "(.+)" does not exist')


def reading_of(layout: Layout, declared: State, target: int) -> State:
    """Return the state that is read from a database which was made of the declared one.

    Raises OutsideError where there is no server, and `database-failed` where it refuses a statement.
    """
    from psycopg import sql

    from fluxc.inspect import read_state
    from fluxc.plan.decisions import Decisions
    from fluxc.plan.planning import plan
    from fluxc.render.environment import environment
    from fluxc.render.migration import steps_text
    from fluxc.server.connect import connect
    from fluxc.server.scratch import scratch_server

    # roles belong to the server, and a throw-away one has none: those that raw SQL names are made
    wanted = State(
        item for item in declared if not isinstance(item, Privileges | DefaultPrivileges) and item.kind != "role"
    )
    planned = plan(State(), wanted, Intent(), Decisions(), target)
    text = steps_text(planned.steps, environment(layout.root))
    made: set[str] = set()
    with scratch_server() as server:
        while True:
            with connect(server.create(f"{_NAME}_{len(made)}")) as connection:
                lacking = _lacking(connection, text)
                if lacking is None:
                    return read_state(connection, raw=lambda _: True).state
                if lacking in made:
                    raise _failed(f'role "{lacking}" does not exist')
                made.add(lacking)
                connection.execute("rollback")
                connection.execute(sql.SQL("create role {}").format(sql.Identifier(lacking)))


def _lacking(connection: psycopg.Connection, text: str) -> str | None:
    """Run a migration; return the role that it wants and the server lacks, None where it is done."""
    import psycopg

    try:
        connection.execute(text.encode(), prepare=False)
    except psycopg.Error as error:
        role = _ROLE.search(error.diag.message_primary or "")
        if role is None or connection.closed:
            raise _failed(str(error)) from error
        return role[1]
    return None


def _failed(said: str) -> OutsideError:
    message = f"the declared schema could not be built on a throw-away server: {said}"
    return OutsideError(Diagnostic("database-failed", message))

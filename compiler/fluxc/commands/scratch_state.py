"""What a server makes of a declared state: built on a throw-away server, and read back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxc.diagnostics import Diagnostic, OutsideError
from fluxc.model.default_privileges import DefaultPrivileges
from fluxc.model.privileges import Privileges
from fluxc.model.state import State

if TYPE_CHECKING:
    from fluxc.project.layout import Layout

_NAME: Final = "declared"


def reading_of(layout: Layout, declared: State, target: int) -> State:
    """Return the state that is read from a database which was made of the declared one.

    Raises OutsideError where there is no server, and `database-failed` where it refuses a statement.
    """
    from fluxc.commands.templates import templates
    from fluxc.inspect import Outside
    from fluxc.prove.database import Database
    from fluxc.prove.nothing import from_nothing
    from fluxc.server.scratch import scratch_server

    # roles belong to the server, and a throw-away one has none: those that raw SQL names are made
    wanted = State(
        item for item in declared if not isinstance(item, Privileges | DefaultPrivileges) and item.kind != "role"
    )
    texts = from_nothing(wanted, target, templates(layout))
    with scratch_server() as server, Database(server.create(_NAME), server.make_role) as database:
        error = database.run(texts)
        if error is not None:
            raise _failed(error.message)
        return database.both(Outside())[1]


def _failed(said: str) -> OutsideError:
    message = f"the declared schema could not be built on a throw-away server: {said}"
    return OutsideError(Diagnostic("database-failed", message))

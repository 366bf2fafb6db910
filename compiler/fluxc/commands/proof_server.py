"""The server for proofs, which starts while what proves is loaded."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Final

from fluxc.commands.address import server_for_proofs
from fluxc.history.certificate import read_certificate
from fluxc.history.lines import NAME
from fluxc.model.names import split_name
from fluxc.prove.bases import Bases
from fluxc.prove.proof import ABOUT_ROLES
from fluxc.server.kept import kept_server
from fluxc.server.scratch import scratch_server

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from fluxc.history.migration import Migration
    from fluxc.project.layout import Layout
    from fluxc.server.borrowed import Borrowed
    from fluxc.server.scratch import Scratch

_ROLES: Final = re.compile(rf"^-- (?:[-+~] |> role {NAME} => )role ({NAME}) ", re.MULTILINE)


@contextmanager
def bases_for(
    layout: Layout, url: str | None, history: Sequence[Migration], number: int
) -> Generator[Callable[[], Bases]]:
    """Run the server to prove a history on, and make what the proof behind the first ``number`` migrations begins with.

    A thread does that while the caller loads what proves; what is given waits for it and raises what goes wrong:
    OutsideError, InputError (settings) or psycopg.Error. The databases are the caller's to close.
    """
    with ExitStack() as stack, ThreadPoolExecutor(1, "server") as thread:

        def begin() -> Bases:
            server = stack.enter_context(server_for(layout, url, history))
            bases = Bases(server, history, _certified(layout, history, server.major))
            bases.foresee(number)
            return bases

        yield thread.submit(begin).result


def server_for(
    layout: Layout, url: str | None, history: Sequence[Migration]
) -> AbstractContextManager[Scratch | Borrowed]:
    """Return the server to prove on: that of ``url`` or of the settings, else the embedded one.

    The embedded one remembers from one command to the next what migrations have led to, where it can.
    """
    named = url or server_for_proofs(layout)
    if named is None:
        # roles are the server's, and would outlive the databases
        about_roles = any(ABOUT_ROLES.search(item.delta) for item in history)
        return scratch_server() if about_roles else kept_server(layout.root)
    from fluxc.server.borrowed import borrowed_server  # most prove on the embedded server

    return borrowed_server(named, {split_name(role)[0] for item in history for role in _ROLES.findall(item.delta)})


def _certified(layout: Layout, history: Sequence[Migration], major: int) -> set[str]:
    """Return the ids of the migrations that are certified on a server of a major version."""
    return {migration.id for migration in history if major in certified_on(layout, migration)}


def certified_on(layout: Layout, migration: Migration) -> Mapping[int, str]:
    """Return what the certificate of a migration says, by the server, nothing where it is about other statements."""
    with suppress(OSError, UnicodeDecodeError):
        kept = read_certificate(layout.certificate(migration.file).read_text(encoding="utf-8"))
        if kept is not None and kept.covers(migration):
            return kept.servers
    return {}

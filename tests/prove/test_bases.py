"""The database that follows a history, and what of it the next proof finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.history.folder import read_folder
from fluxc.prove.bases import ROWS, Bases
from fluxc.server.kept import kept_server

if TYPE_CHECKING:
    from tests.prove.conftest import Bench


def test_what_was_made_ahead_is_the_copy(bench: Bench) -> None:
    """Once, and where the server kept what it is a copy of; otherwise nothing is."""
    history = read_folder(bench.layout.out, bench.layout.root)[0].migrations
    root, ids = bench.layout.root, [migration.id for migration in history]
    with kept_server(root) as server, Bases(server, history, ids) as bases:
        bases.foresee(1)
        assert server.names() == set()
        bases.reach(1)
    with kept_server(root) as server:
        (kept,) = server.names()
        with Bases(server, history, ids):  # somebody stops it before it begins
            pass
        assert server.names() == {kept}
        with Bases(server, history, ids) as bases:
            bases.foresee(1)
            assert server.names() == {kept, ROWS}
            numbers: list[str] = []
            for _ in range(2):
                with bases.copy(ROWS) as copy:
                    copy.connection.execute("create table public.mine ()")
                    numbers += copy.connection.execute("select 'app.users'::regclass::oid::text").fetchone() or ()
            assert (len(numbers), len(set(numbers))) == (2, 1)
            assert bases.reach(2) is None
            with bases.copy(ROWS) as copy:
                assert copy.connection.execute("select age from app.users").fetchall() == []
        assert len(server.names()) == 1

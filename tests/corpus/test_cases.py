"""Cases of other tools: a database in one state is pulled, brought to the other state, and back."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Final

import psycopg
import pytest

from fluxc.commands.answers import Answers
from fluxc.commands.build import build
from fluxc.commands.pull import Source, pull
from fluxc.history.folder import read_folder
from fluxc.project.layout import Layout
from fluxc.run.apply import migrate
from fluxc.run.rollback import rollback
from fluxc.run.stop import Stopped
from tests.corpus.loading import CORPUS, WHOLE, load, make_roles
from tests.corpus.score import added, compared

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fluxc.commands.pull import Unsaid
    from fluxc.history.migration import History
    from fluxc.server.scratch import Scratch
    from tests.conftest import NewDatabase
    from tests.corpus.score import Score

CASES: Final = CORPUS / "cases"

pytestmark = pytest.mark.skipif(
    not (CASES.is_dir() and os.environ.get(WHOLE)), reason="`make corpus` runs the cases of other tools"
)


def _folders() -> list[Path]:
    return sorted(path.parent for path in CASES.glob("*/*/meta.json")) if os.environ.get(WHOLE) else []


@pytest.mark.parametrize("folder", _folders(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_migration_leads_there_and_back(
    folder: Path,
    server: Scratch,
    new_database: NewDatabase,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    """The old database is pulled and made anew, becomes the new one, and the old one again; each time it is equal."""
    urls = {state: _loaded(folder, state, server, new_database()) for state in ("old", "new")}
    copy, layout = new_database(), Layout(tmp_path / "project")
    scores: list[Score] = []
    told: list[str] = []

    def check(state: str, unsaid: tuple[Unsaid, ...]) -> None:
        with psycopg.connect(urls[state], autocommit=True) as one, psycopg.connect(copy, autocommit=True) as other:
            differences, score = compared(one, other, unsaid)
        scores.append(score)
        told.extend(f"{state}: {difference}" for difference in differences)

    try:
        left = pull(layout, Source(urls["old"])).unsaid
        build(layout, Answers("old", seal=True))
        migrate(copy, _history(layout))
        check("old", left)
        count = len(_history(layout).migrations)
        coming = pull(layout, Source(urls["new"])).unsaid
        build(layout, Answers("new", seal=True, unattended=True))
        migrate(copy, _history(layout))
        check("new", (*left, *coming))
        assert not build(layout, check=True).changed
        if _history(layout).migrations[count:] and _taken_back(copy, _history(layout)):
            check("old", (*left, *coming))
    finally:
        record_property("case", added(scores))
    assert told == []


def _loaded(folder: Path, state: str, server: Scratch, url: str) -> str:
    """Make a database of one state, or skip the case where this server does not take it."""
    meta: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    make_roles(url, meta["roles"])
    setup = [path for path in (folder / "setup.sql",) if path.exists()]
    if refused := load(server, url, [*setup, folder / f"{state}.sql"], stop=True):
        pytest.skip(f"PostgreSQL {server.engine.major} does not take it: {refused.splitlines()[0][-200:]}")
    return url


def _history(layout: Layout) -> History:
    history, found = read_folder(layout.out, layout.root)
    assert found == ()
    return history


def _taken_back(url: str, history: History) -> bool:
    """Take the last migration back, and return whether there was a way."""
    try:
        rollback(url, history, count=1, accept_loss=True)
    except Stopped as stopped:
        assert [item.code for item in stopped.diagnostics] == ["irreversible"]
        return False
    return True

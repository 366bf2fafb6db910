"""What hangs on tables, and what else lies beside them, comes back from a server as files that say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest
from tests.case_project import Case, Project, all_cases
from tests.pull.test_law import differences

from fluxc.commands.answers import Answers
from fluxc.inspect import compare, read, read_both
from fluxc.model.load import load
from fluxc.pull.files import Layout, files
from fluxc.run.apply import migrate
from fluxc.source.tree import read_tree

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import NewDatabase

KINDS = {"policies", "publications", "statistics", "text_search", "triggers"}
CASES = [pytest.param(case, id=case.name) for case in all_cases() if case.kind in KINDS and case.migrates]


@pytest.mark.parametrize("case", CASES)
def test_a_database_is_pulled_as_it_is(case: Case, new_database: NewDatabase, tmp_path: Path) -> None:
    """The state that is read is the one that the files mean, and a database that they make is equal to the first."""
    project, pulled = Project(tmp_path / "case", case), Project(tmp_path / "pulled", case)
    project.fresh()
    first, second = new_database(), new_database()
    migrate(first, project.history())
    with psycopg.connect(first, autocommit=True) as connection:
        catalogue, reading = read_both(connection)
    assert reading.unsaid == ()

    pulled.layout.schema.mkdir()
    for name, text in files(reading.state, Layout()).items():
        (pulled.layout.schema / name).write_text(text)
    meant, diagnostics = load(read_tree(pulled.layout.schema, pulled.layout.root), None, 18)
    pulled.build(Answers("pulled", seal=True))
    migrate(second, pulled.history())

    assert diagnostics == ()
    assert differences(reading.state, meant.state) == []
    with psycopg.connect(second, autocommit=True) as connection:
        assert [item.text for item in compare(connection, catalogue, read(connection))] == []

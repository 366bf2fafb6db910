"""Cases of many tables and kinds of constraint get their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import psycopg
import pytest
from tests.case_project import Project, all_cases

from fluxc.run.apply import migrate
from fluxc.sample import contents, fill

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.conftest import NewDatabase

WITHOUT: Final[Mapping[str, set[str]]] = {
    "columns/sequences": set(),
    "domain_types/create_change_drop": set(),
    "enums/carried_columns": set(),
    "exclusions/add_change_drop": set(),
    "foreign_keys/self_and_mutual": set(),
    "mixed/everything_at_once": set(),
    "partitions/copy_names": {"alone", "fresh"},
    "partitions/create": {"cities_sub", "cities_sub_small"},
    "partitions/identity": set(),
    "partitions/local_keys": set(),
    "tables/inherits": set(),
}
"""The tables of a case that have no rows: partitions for what upper case is not, or for what no row refers to."""


@pytest.mark.parametrize("name", WITHOUT)
def test_a_case_has_rows(name: str, new_database: NewDatabase, tmp_path: Path) -> None:
    """In all of its tables but those that can have none, and as many as it says."""
    case = next(case for case in all_cases() if case.name == name)
    project = Project(tmp_path / "project", case)
    project.fresh()
    migrate(url := new_database(), project.history())
    with psycopg.connect(url, autocommit=True) as connection:
        if connection.info.server_version < 10000 * case.target:
            pytest.skip(f"the case is for PostgreSQL {case.target}")
        filled = fill(connection)

        assert {table[1] for table in filled.unmade} == WITHOUT[name]
        assert all(reason.startswith("no values were found for which ") for reason in filled.unmade.values())
        assert {table: there.rows.total() for table, there in contents(connection, filled.made).items()} == filled.made

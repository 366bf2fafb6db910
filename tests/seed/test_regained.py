"""Rows that seeds put back are no loss when the development database is taken back and forward again."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import psycopg
import pytest

from fluxc.commands.applying import migrate
from fluxc.commands.build import build
from fluxc.commands.seeding import regained
from fluxc.run.stop import Stopped

if TYPE_CHECKING:
    from tests.seed.conftest import Garden

SCHEMA = """
tables:
  roles:
    columns: {id: bigint primary key identity, code: text unique, name: "text?", note: "text?", at: timestamptz = now()}
    seed:
      columns: [code, name]
      rows: [[admin, Administrator], {code: guest}]
  grants:
    columns: {role_id: -> roles, what: text}
    primary_key: [role_id, what]
    seed: [{role_id: {of: admin}, what: all}]
  notes:
    columns: {text: text}
"""


def names(garden: Garden) -> list[str]:
    with psycopg.connect(garden.url, autocommit=True) as connection:
        return sorted(table[-1] for table in regained(garden.layout, connection))


def test_declared_rows_come_back(garden: Garden) -> None:
    """A table counts as long as each of its rows is there as declared, and nothing else is in it."""
    garden.grow(SCHEMA)
    assert names(garden) == ["grants", "roles"], "empty tables too"
    garden.seed()
    assert names(garden) == ["grants", "roles"]
    assert garden.ask("select count(*) from app.roles") == [2]


@pytest.mark.parametrize(
    "change",
    [
        "insert into app.roles (code) values ('mine')",
        "update app.roles set name = 'Chief' where code = 'admin'",
        "update app.roles set name = 'Guest' where code = 'guest'",
        "update app.roles set note = 'mine' where code = 'guest'",
        "alter table app.roles add more text; update app.roles set more = 'x'",
        "alter table app.roles drop name",
    ],
)
def test_what_a_person_wrote_does_not_come_back(garden: Garden, change: str) -> None:
    """A row more, another value, or a value in a column that the seed leaves out counts as loss."""
    garden.grow(SCHEMA)
    garden.seed()
    garden.ask(change)
    assert names(garden) == ["grants"]


def test_a_column_more_is_no_difference(garden: Garden) -> None:
    """The schema has a column that the database lacks, as after most edits."""
    garden.grow(SCHEMA)
    garden.seed()
    garden.ask("alter table app.roles drop note")
    assert names(garden) == ["grants", "roles"]


def test_a_changed_pending_migration_is_taken_back_without_asking(garden: Garden) -> None:
    """On the development database declared rows do not stand in the way; one row more does."""
    database = replace(garden.database, development=True)
    back = partial(regained, garden.layout)
    garden.write(SCHEMA)
    build(garden.layout)
    migrate(garden.layout, database)
    garden.seed()
    garden.write(SCHEMA.replace("at: timestamptz = now()", "at: timestamptz = now(), more: 'text?'"))
    build(garden.layout)
    with pytest.raises(Stopped, match=r"lose the rows of app\.grants, the rows of app\.roles$"):
        migrate(garden.layout, database)
    garden.ask("insert into app.notes values ('mine')")
    with pytest.raises(Stopped, match=r"lose the rows of app\.notes$"):
        migrate(garden.layout, database, regained=back)
    garden.ask("delete from app.notes")
    done = migrate(garden.layout, database, regained=back).migrated
    assert len(done.taken_back) == len(done.applied) == 1
    assert garden.counts() == {"roles": (2, 0, 0), "grants": (1, 0, 0)}

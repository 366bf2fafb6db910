"""What of a database a proof looks at, and that nothing else escapes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.prove.conftest import BEFORE

from fluxc.history.folder import read_folder
from fluxc.model.names import qualified
from fluxc.prove.nothing import states
from fluxc.prove.portion import portion, tables_with_rows

if TYPE_CHECKING:
    from tests.prove.conftest import Bench

    from fluxc.prove.portion import Portion

OTHER = "  other:\n    columns:\n      id: bigint identity\n      note: text?\n"
SCHEMA = """
enums:
  state: [draft, sent]
tables:
  users:
    columns:
      id: bigint primary key identity
      name: text
    indexes: [name]
  orders:
    columns:
      id: bigint primary key identity
      user_id: -> app.users
      state: state
  lines:
    columns:
      id: bigint primary key identity
      order_id: -> app.orders
  alone:
    columns:
      id: bigint primary key identity
views:
  names:
    query: select u.name from app.users as u
  more_names:
    query: select n.name from app.names as n
"""


def about(bench: Bench, before: str, after: str) -> tuple[Portion, set[str], set[str]]:
    """Return the portion that a change of the schema is about, its names, and the tables that get rows."""
    bench.write(before, "first")
    bench.write(after, "second")
    history = read_folder(bench.layout.out, bench.layout.root)[0]
    was, now = list(states(history))[1]
    found = portion(was.lines, now.lines, now.state)
    assert found is not None
    rows = tables_with_rows(found, was.lines, now.lines)
    return found, {qualified(*path) for path in found.names}, {qualified(*name) for name in rows}


def test_a_new_column_is_about_its_table_and_what_is_read_from_it(empty: Bench) -> None:
    """What refers to the table notices nothing; views may, and what is read from them."""
    found, names, rows = about(
        empty, SCHEMA, SCHEMA.replace("      name: text\n", "      name: text\n      age: int?\n")
    )
    assert names == {"app.users", "app.users_id_seq", "app.names", "app.more_names"}
    assert rows == {"app.users"}
    made = {key.object for key in found.state.objects if key.kind == "table"}
    assert made == {"app.users"}


def test_a_new_table_needs_what_it_refers_to(empty: Bench) -> None:
    """Of the tables that it refers to the columns and the key are made along, and they get rows."""
    new = "  notes:\n    columns:\n      id: bigint primary key identity\n      order_id: -> app.orders\n"
    found, names, rows = about(empty, SCHEMA, SCHEMA.replace("views:\n", f"{new}views:\n"))
    assert names == {"app.notes", "app.notes_id_seq"}
    assert rows == {"app.orders", "app.users"}
    made = {key.text for key in found.state.objects if key.path[:2] == ("app", "orders")}
    assert made == {
        "table app.orders",
        "column app.orders.id",
        "column app.orders.user_id",
        "column app.orders.state",
        "primary_key app.orders.orders_pkey",
    }


def test_a_key_that_changes_is_about_all_that_refer_to_it(empty: Bench) -> None:
    """A foreign key rests on the column, and its table with it."""
    other = SCHEMA.replace("id: bigint primary key identity\n      name", "id: numeric primary key\n      name")
    _, names, _ = about(empty, SCHEMA, other)
    assert {"app.users", "app.orders"} <= names
    assert not {"app.lines", "app.alone"} & names


def test_an_enum_that_changes_is_about_the_tables_with_columns_of_it(empty: Bench) -> None:
    """A column that is of it is of another type afterwards."""
    _, names, _ = about(empty, SCHEMA, SCHEMA.replace("[draft, sent]", "[draft, sent, lost]"))
    assert {"app.state", "app.orders"} <= names
    assert "app.users" not in names


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("alter table app.other add column x integer;", "wrong-up: 0002_second: column app.other.x is not expected"),
        ("drop table app.other;", "wrong-up: 0002_second: table app.other is missing"),
        ("create index on app.other (note);", "wrong-up: 0002_second: index app.other_note_idx is not expected"),
        ("comment on column app.other.note is 'x';", "wrong-up: 0002_second: column app.other.note: comment is x"),
        ("grant select on app.other to app_writer;", "wrong-up: 0002_second: privileges on table app.other"),
        ("create table app.more (id integer);", "wrong-up: 0002_second: table app.more is not expected"),
        ("create type app.more as enum ();", "wrong-up: 0002_second: enum app.more is not expected"),
        ("delete from app.other;", "loses-rows: 0002_second does not keep its rows: app.other"),
        ("truncate app.other;", "loses-rows: 0002_second does not keep its rows: app.other"),
    ],
)
def test_what_is_touched_beside_is_found_out(empty: Bench, statement: str, said: str) -> None:
    """A migration that does more than its lines tell is seen, though its portion leaves the other table out."""
    empty.write(f"{BEFORE}{OTHER}", "first")
    empty.write(f"{BEFORE}{OTHER}".replace("varchar(40)\n", "varchar(40)\n      age: integer?\n"), "second")
    empty.spoil("0002_second", "add column age integer;", f"add column age integer;\n{statement}")
    _, findings = empty.last()
    assert any(finding.startswith(said) for finding in findings), findings

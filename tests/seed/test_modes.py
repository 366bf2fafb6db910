"""What each mode does to rows that are there, that differ, and that nobody declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxc.run.stop import Stopped

if TYPE_CHECKING:
    from tests.seed.conftest import Garden

ROLES = """
tables:
  roles:
    columns: {{id: bigint primary key identity, code: varchar(20) unique, name: "text?", note: "text?"}}
    seed:
      mode: {mode}
      rows:
        - {{code: admin, name: Administrator}}
        - {{code: guest, name: Guest}}
"""
OTHERS = "insert into app.roles (code, name, note) values ('guest', 'A guest', 'kept'), ('old', 'Old', null)"
ROWS = "select code, name, note from app.roles order by code"


@pytest.mark.parametrize(
    ("mode", "counts", "rows"),
    [
        ("insert", (1, 0, 0), [("admin", "Administrator", None), ("guest", "A guest", "kept"), ("old", "Old", None)]),
        ("upsert", (1, 1, 0), [("admin", "Administrator", None), ("guest", "Guest", "kept"), ("old", "Old", None)]),
        ("exact", (1, 1, 1), [("admin", "Administrator", None), ("guest", "Guest", "kept")]),
    ],
)
def test_a_mode_says_what_may_happen(
    garden: Garden, mode: str, counts: tuple[int, int, int], rows: list[object]
) -> None:
    """Insert adds, upsert updates declared columns too, exact deletes as well; undeclared columns stay."""
    garden.grow(ROLES.format(mode=mode))
    garden.ask(OTHERS)

    assert garden.counts() == {"roles": counts}
    assert garden.ask(ROWS) == rows

    before = garden.ask("select xmin::text, ctid::text from app.roles order by code")
    assert garden.counts() == {"roles": (0, 0, 0)}
    assert garden.ask("select xmin::text, ctid::text from app.roles order by code") == before, "no row was written"


def test_only_rows_that_differ_are_written(garden: Garden) -> None:
    """A row that is as declared gets no new version, and no trigger sees it."""
    garden.grow(ROLES.format(mode="upsert"))
    garden.seed()
    garden.ask("update app.roles set name = 'other' where code = 'guest'")
    before = garden.ask("select xmin::text from app.roles where code = 'admin'")

    assert garden.counts() == {"roles": (0, 1, 0)}
    assert garden.ask("select xmin::text from app.roles where code = 'admin'") == before


def test_equality_is_that_of_what_is_stored(garden: Garden) -> None:
    """Types without an equality of their own are compared too, and what prints differently differs."""
    garden.grow("""
tables:
  t:
    columns: {id: integer primary key, j: json, b: jsonb, n: numeric, f: double precision, a: "json[]"}
    seed:
      mode: upsert
      rows: [{id: 1, j: {b: 1, a: [x, null]}, b: [1.0], n: 1.50, f: .nan, a: [{a: 1}]}]
""")
    assert garden.counts() == {"t": (1, 0, 0)}
    assert garden.counts() == {"t": (0, 0, 0)}
    garden.ask("update app.t set n = 1.500")
    assert garden.counts() == {"t": (0, 1, 0)}


def test_deletions_wait_for_a_decision(garden: Garden) -> None:
    """Without consent nothing at all is written; the count names rows that go on cascade as well."""
    garden.grow(
        ROLES.format(mode="exact")
        + "  holders:\n    columns: {role_id: -> roles on delete cascade, name: text}\n    primary_key: [name]\n"
    )
    garden.ask(OTHERS)
    garden.ask("insert into app.holders select id, n from app.roles, (values ('a'), ('b')) as v (n) where code = 'old'")
    before = garden.ask(ROWS)

    with pytest.raises(Stopped) as stopped:
        garden.seed(accept_loss=False)
    assert [item.message for item in stopped.value.diagnostics] == [
        "seeding would delete 1 row of app.roles that the schema does not declare",
        "seeding would delete 2 rows of app.holders that go with rows of other tables",
    ]
    assert garden.ask(ROWS) == before

    planned = garden.seed(dry_run=True, accept_loss=False)
    assert planned.dry_run
    assert planned.along == ((("app", "holders"), 2),)
    assert garden.ask(ROWS) == before

    assert garden.seed().along == planned.along
    assert garden.ask("select count(*) from app.holders") == [0]


def test_no_rows_declared_exactly_means_no_rows(garden: Garden) -> None:
    """An empty list under `exact` empties the table; under `insert` it does nothing."""
    text = "tables:\n  t:\n    columns: {id: integer primary key}\n    seed: {mode: MODE, rows: []}\n"
    garden.grow(text.replace("MODE", "insert"))
    garden.ask("insert into app.t values (1), (2)")
    assert garden.counts() == {"t": (0, 0, 0)}
    garden.write(text.replace("MODE", "exact"))
    assert garden.counts() == {"t": (0, 0, 2)}


def test_a_unique_value_moves_from_a_row_that_goes(garden: Garden) -> None:
    """The old row is in the way of the new one, so deletions are made first."""
    text = """
tables:
  roles:
    columns: {{id: bigint primary key identity, code: text unique, name: text unique}}
    seed: {{mode: exact, key: code, rows: [{{code: {code}, name: Administrator}}]}}
"""
    garden.grow(text.format(code="admin"))
    garden.seed()
    garden.write(text.format(code="administrator"))
    assert garden.counts() == {"roles": (1, 0, 1)}
    assert garden.ask("select code, name from app.roles") == [("administrator", "Administrator")]


def test_a_row_moves_to_another_parent_before_its_own_goes(garden: Garden) -> None:
    """What is declared is not deleted on cascade along with what it referred to until now."""
    text = """
tables:
  teams:
    columns: {{id: bigint primary key identity, code: text unique}}
    seed: {{mode: exact, rows: [{{code: {team}}}]}}
  users:
    columns: {{code: text primary key, team_id: -> teams on delete cascade, note: "text?"}}
    seed: {{mode: exact, rows: [{{code: ada, team_id: {{of: {team}}}}}]}}
"""
    garden.grow(text.format(team="one"))
    garden.seed()
    garden.ask("update app.users set note = 'kept'")
    garden.write(text.format(team="two"))
    assert garden.counts() == {"teams": (1, 0, 1), "users": (0, 1, 0)}
    assert garden.ask("select u.note, t.code from app.users u join app.teams t on t.id = team_id") == [("kept", "two")]


def test_rows_of_different_columns(garden: Garden) -> None:
    """A column that a row leaves out takes its default when the row is new, and is left alone when it is not."""
    garden.grow("""
tables:
  t:
    columns: {id: integer primary key, a: text = 'default', b: "text?"}
    seed:
      mode: upsert
      columns: [id, a]
      rows:
        - [1, x]
        - {id: 2, b: y}
        - [3, z]
        - {id: 4}
""")
    assert garden.counts() == {"t": (4, 0, 0)}
    rows = "select id, a, b from app.t order by id"
    assert garden.ask(rows) == [(1, "x", None), (2, "default", "y"), (3, "z", None), (4, "default", None)]
    garden.ask("update app.t set a = 'mine', b = 'mine' where id in (2, 3)")
    assert garden.counts() == {"t": (0, 2, 0)}
    assert garden.ask(rows)[1:3] == [(2, "mine", "y"), (3, "z", "mine")]


def test_a_sequence_goes_on_behind_declared_numbers(garden: Garden) -> None:
    """The next row that the application inserts does not meet a number that a seed took; a dry run moves nothing."""
    garden.grow("""
tables:
  t:
    columns: {id: serial primary key, "n\\"o": {type: integer, identity: by default, unique: true}}
    seed:
      key: id
      rows: [{id: 7, "n\\"o": 70}, {id: 3, "n\\"o": 30}]
""")
    garden.seed(dry_run=True)
    garden.ask("insert into app.t default values")
    assert garden.ask("select * from app.t") == [(1, 1)]
    garden.seed()
    garden.ask("insert into app.t default values")
    assert garden.ask('select max(id), max("n""o") from app.t') == [(8, 71)]


def test_more_rows_than_fit_a_statement(garden: Garden) -> None:
    """Thousands of rows go in batches."""
    names = [f"c{number}" for number in range(80)]
    rows = "".join(f"        - [{', '.join([str(number)] * 80)}]\n" for number in range(1700))
    columns = ", ".join(f"{name}: integer" for name in names)
    garden.grow(
        f"tables:\n  t:\n    columns: {{{columns}}}\n    primary_key: c0\n"
        f"    seed:\n      mode: upsert\n      columns: [{', '.join(names)}]\n      rows:\n{rows}"
    )
    assert garden.counts() == {"t": (1700, 0, 0)}
    assert garden.ask("select count(*), sum(c39) from app.t") == [(1700, sum(range(1700)))]
    assert garden.counts() == {"t": (0, 0, 0)}


def test_the_key_may_need_a_newer_server(garden: Garden) -> None:
    """The schema is read for the target of the project, as by a build."""
    garden.grow("""
tables:
  t:
    columns: {a: "text?", b: text}
    unique: [{columns: [a, b], nulls_not_distinct: true}]
    seed: {mode: upsert, rows: [{a: x, b: y}]}
""")
    assert garden.counts() == {"t": (1, 0, 0)}


def test_named_tables_alone_are_written(garden: Garden) -> None:
    """`fluxc seed TABLE` leaves the others alone."""
    garden.grow("""
tables:
  a: {columns: {id: integer primary key}, seed: [{id: 1}]}
  b: {columns: {id: integer primary key}, seed: [{id: 1}]}
""")
    assert garden.counts("app.b") == {"b": (1, 0, 0)}
    assert garden.ask("select count(*) from app.a") == [0]

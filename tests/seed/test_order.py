"""Tables in the order of their references, and circles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxc.diagnostics import InputError, OutsideError

if TYPE_CHECKING:
    from tests.seed.conftest import Garden


def test_what_is_referred_to_comes_first(garden: Garden) -> None:
    """Tables are written parents first and emptied children first, whatever their order in the file."""
    text = """
tables:
  c: {{columns: {{a: -> a, b: -> b(code)}}, primary_key: [a], seed: {{mode: exact, rows: [{c}]}}}}
  b: {{columns: {{code: text primary key, a: -> a}}, seed: {{mode: exact, rows: [{b}]}}}}
  a: {{columns: {{id: integer primary key}}, seed: {{mode: exact, rows: [{a}]}}}}
"""
    garden.grow(text.format(a="{id: 1}", b="{code: x, a: 1}", c="{a: 1, b: x}"))
    assert garden.counts() == {"a": (1, 0, 0), "b": (1, 0, 0), "c": (1, 0, 0)}
    garden.write(text.format(a="", b="", c=""))
    assert garden.counts() == {"a": (0, 0, 1), "b": (0, 0, 1), "c": (0, 0, 1)}


def test_rows_are_found_by_what_they_are_known_by(garden: Garden) -> None:
    """`of` gives the key of a row, also through two references, of rows that are new in the same run."""
    garden.grow("""
tables:
  members:
    columns: {team_id: -> teams, name: text}
    primary_key: [team_id, name]
    seed:
      - {team_id: {of: {org_id: {of: {code: acme}}, name: "it's"}}, name: ada}
  teams:
    columns: {id: bigint primary key identity, org_id: -> orgs, name: text}
    unique: [[org_id, name]]
    seed: [{org_id: {of: acme}, name: "it's"}, {org_id: {of: beta}, name: "it's"}]
  orgs:
    columns: {id: bigint primary key identity, code: text unique}
    seed: [{code: beta}, {code: acme}]
""")
    assert garden.counts() == {"orgs": (2, 0, 0), "teams": (2, 0, 0), "members": (1, 0, 0)}
    query = "select o.code from app.members m join app.teams t on t.id = m.team_id join app.orgs o on o.id = t.org_id"
    assert garden.ask(query) == ["acme"]
    assert set(garden.counts().values()) == {(0, 0, 0)}


@pytest.mark.parametrize("mode", ["insert", "exact"])
def test_a_tree_refers_to_itself(garden: Garden, mode: str) -> None:
    """Rows of one table may name each other in any order where the reference may be null."""
    text = f"""
tables:
  places:
    columns: {{id: bigint primary key identity, code: text unique, within: -> places?, note: "text?"}}
    seed:
      mode: {mode}
      rows:
        - {{code: room, within: {{of: house}}}}
        - {{code: house, within: {{of: {{code: street}}}}}}
        - {{code: street, within: null}}
"""
    garden.grow(text)
    tree = "select p.code, q.code from app.places p left join app.places q on q.id = p.within order by 1"
    assert garden.counts() == {"places": (3, 0, 0)}
    assert garden.ask(tree) == [("house", "street"), ("room", "house"), ("street", None)]
    assert garden.counts() == {"places": (0, 0, 0)}
    garden.ask("update app.places set within = null, note = 'kept' where code = 'room'")
    garden.write(text.replace("of: house", "of: street"))
    assert garden.counts() == {"places": (0, 0 if mode == "insert" else 1, 0)}
    assert garden.ask(tree)[1] == ("room", None if mode == "insert" else "street")
    assert garden.ask("select note from app.places where code = 'room'") == ["kept"]


def test_two_tables_in_a_circle(garden: Garden) -> None:
    """The reference that may be null is written last."""
    garden.grow("""
tables:
  teams:
    columns: {id: bigint primary key identity, code: text unique, lead_id: -> people?}
    seed: {mode: upsert, rows: [{code: core, lead_id: {of: ada}}]}
  people:
    columns: {id: bigint primary key identity, name: text unique, team_id: -> teams}
    seed: {mode: upsert, rows: [{name: ada, team_id: {of: core}}]}
""")
    assert garden.counts() == {"people": (1, 0, 0), "teams": (1, 0, 0)}
    query = "select t.code, p.name from app.teams t join app.people p on p.id = t.lead_id and p.team_id = t.id"
    assert garden.ask(query) == [("core", "ada")]
    assert garden.counts() == {"people": (0, 0, 0), "teams": (0, 0, 0)}


def test_a_circle_that_no_null_opens(garden: Garden) -> None:
    """It is named before anything is written."""
    garden.grow("""
tables:
  a: {columns: {id: integer primary key, b: -> b}, seed: [{id: 1, b: 1}]}
  b: {columns: {id: integer primary key, a: -> a}, seed: [{id: 1, a: 1}]}
  c: {columns: {id: integer primary key}, seed: [{id: 1}]}
""")
    with pytest.raises(InputError, match=r"rows of app\.a, app\.b refer to each other in a circle") as found:
        garden.seed()
    assert found.value.diagnostics[0].code == "seed-circle"
    assert garden.counts("app.c") == {"c": (1, 0, 0)}


def test_a_circle_of_references_that_wait(garden: Garden) -> None:
    """A reference that is checked at the end of the transaction needs no order."""
    garden.grow("""
tables:
  a:
    columns: {id: integer primary key, b: {references: {target: b, deferrable: true}}}
    seed: {mode: exact, rows: [{id: 1, b: 1}]}
  b: {columns: {id: integer primary key, a: -> a}, seed: {mode: exact, rows: [{id: 1, a: 1}]}}
""")
    assert garden.counts() == {"a": (1, 0, 0), "b": (1, 0, 0)}
    garden.write((garden.layout.schema / "app.yaml").read_text(encoding="utf-8").replace("b: 1}", "b: 2}"))
    for dry_run in (True, False):
        with pytest.raises(OutsideError, match="a_b_fkey") as found:
            garden.seed(dry_run=dry_run)
        assert found.value.diagnostic.code == "seed-failed"


def test_plain_values_within_a_table_need_no_order(garden: Garden) -> None:
    """All rows of a table are inserted by one statement, at whose end references are checked."""
    garden.grow("""
tables:
  t: {columns: {id: integer primary key, up: -> t}, seed: [{id: 1, up: 2}, {id: 2, up: 1}]}
""")
    assert garden.counts() == {"t": (2, 0, 0)}


def test_a_reference_to_nothing(garden: Garden) -> None:
    """The row that refers to what is not there is shown, and nothing is written."""
    garden.grow("""
tables:
  roles: {columns: {id: bigint primary key identity, code: text unique}, seed: [{code: admin}]}
  grants:
    columns: {role_id: -> roles?, what: text primary key}
    seed:
      - {role_id: {of: admin}, what: read}
      - {role_id: {of: amdin}, what: write}
      - {role_id: null, what: none}
""")
    with pytest.raises(OutsideError) as found:
        garden.seed()
    diagnostic = found.value.diagnostic
    assert diagnostic.code == "missing-reference"
    assert diagnostic.span is not None
    assert (diagnostic.span.file, diagnostic.span.line) == ("schema/app.yaml", 8)
    assert garden.ask("select count(*) from app.roles") == [0]

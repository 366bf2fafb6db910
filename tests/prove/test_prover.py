"""A migration that does not do what it says is found out, and the finding names the object."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.prove.conftest import AFTER, BEFORE

from fluxc.commands.answers import Answers
from fluxc.commands.build import build
from fluxc.history.seal import stamp
from fluxc.prove.costs import cost_words
from fluxc.prove.proof import Truth

if TYPE_CHECKING:
    from tests.prove.conftest import Bench

ALL = [str(truth) for truth in Truth]


def test_what_a_build_writes_is_proved(bench: Bench) -> None:
    """Of every migration the same is tried; before the first there are no rows."""
    without_rows = tuple(truth for truth in Truth if truth is not Truth.ROWS)
    assert [proof.truths for proof in bench.proofs()] == [without_rows, tuple(Truth)]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("add column age integer", "add column age bigint", "column app.users.age: type is bigint, expected integer"),
        ("add column age integer", "add column age integer, drop column id", "column app.users.id is missing"),
        (
            "create index concurrently users_age_idx on app.users (age);",
            "select 1;",
            "index app.users_age_idx is missing",
        ),
        ("(age);", "(age desc);", "index app.users_age_idx: definition is"),
        ("grant select on table app.users", "grant insert on table app.users", "privileges on table app.users"),
        ("'People who may log in.'", "null", "table app.users: comment is none, expected People"),
        ("add column age integer", "alter name type text, add column age integer", "column app.users.name: type is"),
    ],
)
def test_a_migration_that_leads_elsewhere_is_found_out(bench: Bench, old: str, new: str, said: str) -> None:
    """Whatever the statements lack or do beside is a difference from the state after, made from nothing."""
    bench.spoil("0002_second", old, new)
    truths, findings = bench.last()
    assert "up" not in truths
    assert any(said in finding for finding in findings), findings
    assert all(finding.startswith(("wrong-up: 0002_second: ", "wrong-down: ", "loses-rows: ")) for finding in findings)


def test_columns_in_another_order_are_found_out(bench: Bench) -> None:
    """The lock says in which order they stand, and a later build rests on that."""
    bench.swap("0002_second", "add column age integer", "add column height integer")
    truths, findings = bench.last()
    assert truths == ["pull", "rows", "down", "up again"]
    said = "the columns of app.users are in the order id, name, height, age, expected id, name, age, height"
    assert findings == [f"wrong-up: 0002_second: {said}"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("drop column age", "alter column age set default 1", "column app.users.age is not expected"),
        ("revoke select on table app.users", "revoke insert on table app.users", "privileges on table app.users"),
        (
            "comment on table app.users is null;",
            "select 1;",
            "table app.users: comment is People who may log in., expected none",
        ),
        ("drop column age", "drop column age, drop constraint users_name_check", "users_name_check is missing"),
    ],
)
def test_a_wrong_way_back_is_found_out(bench: Bench, old: str, new: str, said: str) -> None:
    """What is left of a migration behind its way back, or gone with it, is a difference from the state before."""
    bench.spoil("0002_second", old, new, down=True)
    truths, findings = bench.last()
    assert truths == ["up", "pull", "rows"]
    assert any(said in finding for finding in findings), findings
    assert all(finding.startswith("wrong-down: 0002_second.down: ") for finding in findings)


def test_statements_that_fail_are_found_out(bench: Bench) -> None:
    """The server's words, the file and the line are told; what follows is not tried."""
    bench.spoil("0002_second", "drop column age", "drop column old", down=True)
    truths, findings = bench.last()
    assert truths == ["up", "pull", "rows"]
    assert "wrong-down: out/migrations/0002_second.down.sql:" in findings[0]
    assert 'column "old" of relation "users" does not exist' in findings[0]

    bench.spoil("0002_second", "add column age integer", "add column age numbers")
    truths, findings = bench.last()
    assert truths == []
    assert 'type "numbers" does not exist' in findings[0]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("add column age integer;", "add column age integer; update app.users set name = 'x';", "is gone; the row"),
        ("add column age integer;", "add column age integer; delete from app.users where id = 2;", "the row id 2, "),
    ],
)
def test_a_migration_that_loses_rows_is_found_out(bench: Bench, old: str, new: str, said: str) -> None:
    """One of the rows that are not there any more is told, and what is there in its place."""
    bench.spoil("0002_second", old, new)
    truths, findings = bench.last()
    assert truths == ["up", "pull"]
    assert findings[0].startswith("loses-rows: 0002_second does not keep its rows: app.users: the row id ")
    assert said in findings[0]
    assert findings[1].startswith("loses-rows: 0002_second.down (exact) does not give back its rows: app.users: ")


def test_a_way_back_that_loses_rows_and_claims_to_be_exact_is_found_out(bench: Bench) -> None:
    """What it says of itself is held against the rows."""
    bench.spoil("0002_second", "drop column age;", "drop column age; delete from app.users;", down=True)
    truths, findings = bench.last()
    assert truths == ["up", "pull", "rows"]
    assert findings[0].startswith("loses-rows: 0002_second.down (exact) does not give back its rows: app.users: ")


def test_rows_that_a_migration_cannot_take_are_shown(bench: Bench) -> None:
    """It is a warning, since databases may hold none like it; the rest is tried without rows."""
    bench.write(AFTER.replace("[name <> '']", "[name <> '', id > 1000]"), "third")
    proof = bench.proofs()[-1]
    assert proof.proved
    assert [str(truth) for truth in proof.truths] == ["up", "pull", "down", "up again"]
    (finding,) = proof.findings
    assert (finding.code, finding.severity) == ("fails-on-rows", "warning")
    assert 'check constraint "users_id_check" of relation "users" is violated by some row' in finding.message
    assert "\nsuch a row: id 1, name " in finding.message


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("varchar(40)", "varchar(5)", "value too long for type character varying(5)"),
        ("bigint", "smallint", "smallint out of range"),
        ("numeric(12,2)", "numeric(5,2)", "numeric field overflow"),
    ],
)
def test_a_row_that_a_narrower_type_does_not_hold_is_shown(empty: Bench, old: str, new: str, said: str) -> None:
    """The server names neither the row nor the column; the statement is tried on one row after the other."""
    text = "tables:\n  t:\n    columns:\n      a: varchar(40)\n      b: bigint\n      c: numeric(12,2)\n"
    empty.write(text, "first")
    empty.write(text.replace(old, new), "second")
    (finding,) = empty.proofs()[-1].findings
    assert finding.code == "fails-on-rows"
    assert f"fails where the rows are like the sample's: {said}" in finding.message
    assert "\nsuch a row: a " in finding.message
    assert ", b 9223372036854775" in finding.message


def test_values_may_change_where_their_type_does(empty: Bench) -> None:
    """A cast keeps which values are null; what others become is its own matter."""
    empty.write(f"{BEFORE}  other:\n    columns:\n      one: integer?\n      two: smallint\n", "first")
    empty.write(f"{BEFORE}  other:\n    columns:\n      one: numeric(12,2)?\n      two: bigint\n", "second")
    proof = empty.proofs()[-1]
    assert (proof.truths, proof.findings) == (tuple(Truth), ())
    assert (proof.sample.rows, proof.sample.tables, dict(proof.sample.without)) == (4, 1, {})


def test_what_statements_cost_is_told(bench: Bench) -> None:
    """Locks and what is done to rows, of statements on what is there; of the first migration there is nothing."""
    first, second = bench.proofs()
    assert first.costs == ()
    told = {item.text: list(cost_words(item)) for item in second.costs}
    assert told["alter table app.users add column age integer"] == [
        "ACCESS EXCLUSIVE on table app.users",
        "is the same whatever the rows of app.users",
    ]
    assert told["create index concurrently users_age_idx on app.users (age)"] == [
        "SHARE UPDATE EXCLUSIVE on table app.users",
        "scans app.users",
        "builds app.users_age_idx on app.users",
        "grows with the rows of app.users",
        "waits for other transactions to end",
    ]


def test_what_statements_cost_is_told_where_rows_are_refused(bench: Bench) -> None:
    """The step is run again without rows."""
    bench.write(AFTER.replace("[name <> '']", "[name <> '', id > 1000]"), "third")
    proof = bench.proofs()[-1]
    assert [item.text.partition(" check")[0] for item in proof.costs] == [
        "alter table app.users add constraint users_id_check",
        "alter table app.users validate constraint users_id_check",
    ]


def test_a_migration_that_cannot_be_repeated_is_found_out(bench: Bench) -> None:
    """What a way back leaves behind where no catalogue tells of it may keep the migration from running again."""
    bench.spoil("0002_second", "add column age integer;", "add column age integer;\nselect lo_create(4711);")
    truths, findings = bench.last()
    assert truths == ["up", "pull", "rows", "down"]
    assert [finding.partition(":")[0] for finding in findings] == ["not-repeatable"]


def test_what_the_server_lacks_is_no_fault_of_the_migration(empty: Bench) -> None:
    """It is said that it was not proved, why, and where it can be."""
    empty.write("extensions: [postgis]\n", "first")
    (proof,) = empty.proofs()
    assert (proof.proved, proof.truths, proof.findings) == (False, (), ())
    assert proof.lacking is not None
    assert proof.lacking.code == "not-proved"
    assert "postgis" in proof.lacking.message
    assert "has no `postgis`" in proof.lacking.help


def test_no_way_back_is_not_tried(empty: Bench) -> None:
    """Where the down is impossible, the truths are fewer."""
    empty.write("functions:\n  f:\n    returns: integer\n    language: sql\n    body: select 1\n", "first")
    path = empty.layout.migrations / "0001_first.down.sql"
    text = path.read_text(encoding="utf-8").replace("label: exact", "label: impossible\n-- reason: it is so")
    up = (empty.layout.migrations / "0001_first.sql").read_text(encoding="utf-8")
    path.write_text(stamp(up, text[: text.index("-- step")])[1], encoding="utf-8")
    assert [proof.truths for proof in empty.proofs()] == [(Truth.UP, Truth.PULL)]


def test_a_table_that_is_made_anew_keeps_no_rows(empty: Bench) -> None:
    """That its rows go is what the migration says itself."""
    events = "tables:\n  events:\n    columns:\n      kind: text\n"
    empty.write(events + "  odd_events:\n    columns:\n      kind: text\n", "first")
    parts = "    partition_by: list (kind)\n    partitions:\n      odd_events: in ('odd')\n"
    (empty.layout.schema / "app.yaml").write_text(events + parts, encoding="utf-8")
    assert build(empty.layout, Answers("second", seal=True, unattended=True)).migrations
    proof = empty.proofs()[-1]
    assert proof.proved, proof.findings
    assert proof.sample.rows == 8


def test_how_work_grows_is_told(empty: Bench) -> None:
    """All rows grow with the rows; a look at one does not, nor what an index finds; a `do` has no secrets."""
    for name, text in (("first", BEFORE), ("second", AFTER)):
        empty.write(text.replace("bigint identity", "bigint primary key identity"), name)
    one = "do 'begin update app.users set name = name where id = 2; end'"
    empty.spoil(
        "0002_second", "(age);", f"(age); {one}; update app.users set name = name; select from app.users limit 1;"
    )
    told = {item.text.partition(" ")[0]: item for item in empty.proofs()[-1].costs}
    assert (told["do"].updates, told["do"].grows, told["do"].same) == (("app.users",), (), ("app.users",))
    assert (told["update"].updates, told["update"].grows) == (("app.users",), ("app.users",))
    assert (told["select"].grows, told["select"].same) == ((), ("app.users",))


def test_rows_that_only_many_have_are_shown(bench: Bench) -> None:
    """What the first rows do not break may be broken by more of them; then nothing is said of growth."""
    bench.write(AFTER.replace("[name <> '']", "[name <> '', id < 7]"), "third")
    proof = bench.proofs()[-1]
    assert (proof.proved, proof.truths) == (True, tuple(Truth))
    (finding,) = proof.findings
    assert (finding.code, finding.severity) == ("fails-on-rows", "warning")
    assert {(item.grows, item.same) for item in proof.costs} == {((), ())}


def test_a_step_that_holds_others_up_has_to_say_so(bench: Bench) -> None:
    """What was measured is held against the hazards of the header; the lock of an earlier statement counts too."""
    bench.spoil(
        "0002_second", "add column height integer;", "add column height integer;\nupdate app.users set name = name;"
    )
    findings = [item for item in bench.proofs()[-1].findings if item.code == "hazard-not-said"]
    assert [item.message for item in findings] == [
        "0002_second holds up reads of app.users for longer the more rows there are, and does not say so"
    ]

"""What a change of a table in use is told in, as steps: the sentences of operations, a list for each step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import psycopg
import pytest
from tests.laws.schemas import compiled

from fluxc.history.statements import statements
from fluxc.model.compiled import Intent
from fluxc.model.state import Key, State
from fluxc.plan.columns import AddColumn, DropColumn
from fluxc.plan.decisions import Decisions
from fluxc.plan.lifted import lifted
from fluxc.plan.online import Scene
from fluxc.plan.online_columns import column_moves
from fluxc.plan.phases import phases
from fluxc.plan.planning import Plan, plan
from fluxc.plan.timeouts import held
from fluxc.plan.views import CreateView, DropView
from fluxc.project.timeouts import USUAL, Timeouts
from fluxc.render.environment import environment
from fluxc.render.migration import steps_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.conftest import NewDatabase

    from fluxc.model.column import Column
    from fluxc.model.view import View
    from fluxc.plan.operation import Operation
    from fluxc.plan.steps import Step

BEFORE: dict[str, Any] = {
    "users": {
        "columns": {"id": "bigint primary key", "name": "text", "email": "text?", "team": "integer?"},
        "indexes": {"users_name": {"on": "name"}},
        "checks": {"named": "name <> ''"},
    }
}


def changed(
    update: dict[str, Any], target: int = 18, *, online: bool = True, timeouts: Timeouts = USUAL, **more: Any
) -> Plan:
    """Return the plan of a change of the keys of the one table there is, and of its columns."""
    columns = {**BEFORE["users"]["columns"], **more}
    after = {"users": {**BEFORE["users"], "columns": columns, **update}}
    was, now = (compiled({"app": {"tables": tables}}, target) for tables in (BEFORE, after))
    assert was is not None
    assert now is not None
    return held(plan(was.state, now.state, now.intent, Decisions(), target, online=online), now.intent, timeouts)


def between(before: dict[str, Any], after: dict[str, Any], target: int = 18) -> Plan:
    """Return the plan from one state of a domain to another."""
    was, now = (compiled({"app": domain}, target) for domain in (before, after))
    assert was is not None
    assert now is not None
    return plan(was.state, now.state, now.intent, Decisions(), target)


def told(made: Plan) -> list[list[str]]:
    return [[operation.describe() for operation in step.operations] for step in made.steps]


INDEX = {"indexes": {"users_name": {"on": ["name"]}, "users_email": {"on": ["email"]}}}


@pytest.mark.parametrize(
    ("update", "online", "outside"),
    [
        (INDEX, True, [True]),
        (INDEX, False, [False]),
        (INDEX | {"online": False}, True, [False]),
        (INDEX | {"online": True}, False, [True]),
    ],
)
def test_a_table_may_say_whether_it_is_in_use(update: dict[str, Any], online: bool, outside: list[bool]) -> None:
    """Its word counts more than that of the project."""
    assert [step.outside for step in changed(update, online=online).steps] == outside


@pytest.mark.parametrize("target", [14, 18])
def test_nulls_are_refused_once_rows_are_filled(target: int) -> None:
    """Rows that are there must be free to change until then; from 18 on no check is needed for it."""
    steps = told(changed({}, target, email={"type": "text", "backfill": "name"}))
    filled = "Fill the nulls of column app.users.email, some pages at a time"
    again = "Fill the nulls that came meanwhile of column app.users.email, some pages at a time"
    seen = ["Check that no row has a null in column app.users.email"]
    expected = [[filled], ["Refuse nulls in column app.users.email, of rows to come"], [again], seen]

    assert steps == (expected if target == 18 else [*expected, ["Refuse nulls in column app.users.email"]])


def test_nulls_are_refused_by_a_check_where_the_name_is_taken() -> None:
    """PostgreSQL would call the not-null constraint otherwise."""
    taken = {"checks": {"named": "name <> ''", "users_email_not_null": "id > 0"}}
    columns = {**BEFORE["users"]["columns"], "email": "text"}
    states = ({"users": {**BEFORE["users"], **taken}}, {"users": {**BEFORE["users"], **taken, "columns": columns}})
    before, after = (compiled({"app": {"tables": tables}}, 18) for tables in states)
    assert before is not None
    assert after is not None
    text = steps_text(plan(before.state, after.state, after.intent, Decisions(), 18).steps, environment())

    assert "add constraint email_not_null check (email is not null) not valid;" in text


def test_what_looks_at_all_rows_does_so_once() -> None:
    """Several constraints are validated together; an index is built by itself."""
    steps = told(changed({"checks": {"named": "name <> ''", "teamed": "team > 0"}, **INDEX}, email="text"))

    assert steps == [
        [
            "Refuse nulls in column app.users.email, of rows to come",
            "Add check app.users.teamed, for rows to come",
        ],
        ["Check the rows of table app.users: users_email_not_null, teamed"],
        ["Create index app.users_email while others read and write the table"],
    ]


def test_the_way_back_undoes_every_step_once() -> None:
    """What has nothing of its own to take back goes along with what was before it; steps at the front have one."""
    made = changed(
        {"checks": {"named": "name <> ''", "teamed": "team > 0"}, **INDEX}, email={"type": "text", "backfill": "''"}
    )

    assert sorted(number for step in made.back for number in step.undoes) == [step.number for step in made.steps]
    assert made.back[-1].operations == ()
    assert "no transaction" in steps_text(made.back, environment())


def test_the_hazards_of_the_way_back_are_told() -> None:
    """Of what it does to what is there then: a table that it makes again has no rows that others wait for."""
    table = {"columns": {"id": "bigint primary key", "n": "integer"}, "indexes": ["n"], "checks": {"few": "n < 9"}}
    other = {"columns": {"id": "bigint", "n": "bigint"}}
    states = ({"gone": table, "others": other}, {"others": {**other, "columns": {"id": "bigint", "more": "text?"}}})
    before, after = (compiled({"app": {"tables": tables}}) for tables in states)
    assert before is not None
    assert after is not None
    drops = Decisions(drops=frozenset({"app.gone", "app.others.n"}), no_renames=True)
    made = plan(before.state, after.state, after.intent, drops, 18)

    assert made.hazards_back == (("deletes-data", "app.others.more"),)
    came = plan(State(), before.state, before.intent, Decisions(), 18)
    assert set(came.hazards_back) == {("deletes-data", "app.gone"), ("deletes-data", "app.others")}
    assert changed({"checks": {}}).hazards_back == (("scans-table", "app.users.named"),)


def test_an_index_gives_way_where_what_it_is_about_goes() -> None:
    """The new one is built before the column of the old one is dropped, and the old one is dropped then as well."""
    was = {**BEFORE["users"], "indexes": {"users_name": {"on": ["name", "team"]}}}
    now = {**BEFORE["users"], "columns": {key: text for key, text in was["columns"].items() if key != "team"}}
    before, after = (compiled({"app": {"tables": {"users": table}}}, 18) for table in (was, now))
    assert before is not None
    assert after is not None
    steps = told(plan(before.state, after.state, after.intent, Decisions(drops=frozenset({"app.users.team"})), 18))

    assert [sentence for step in steps for sentence in step] == [
        "Create index app.users_name_new while others read and write the table",
        "Rename index app.users_name to users_name_old",
        "Rename index app.users_name_new to users_name",
        "Drop index app.users_name_old while others read and write the table",
        "Drop column app.users.team",
    ]


VIEW = {"shown": {"query": "select name, email from users"}}


def remade(after: dict[str, Any], view: str, **more: Any) -> Plan:
    """Return the plan of a change of columns that comes with another query of a view."""
    columns = {**BEFORE["users"]["columns"], **after}
    said = {"tables": {"users": {**BEFORE["users"], "columns": columns, **more}}, "views": {"shown": {"query": view}}}
    was, now = (compiled({"app": data}) for data in ({"tables": BEFORE, "views": VIEW}, said))
    assert was is not None
    assert now is not None
    return plan(was.state, now.state, now.intent, Decisions(no_renames=True), 18)


def test_rows_are_filled_before_a_view_goes_for_a_moment() -> None:
    """The view reads the column when it is back; until it goes it has nothing to do with it."""
    filled = {"type": "text", "backfill": "upper(name)"}
    made = remade({"plain": "text?", "loud": filled, "email": filled}, "select loud, email, plain from users")
    steps = told(made)
    sentences = [sentence for step in steps for sentence in step]
    away = next(step for step in steps if "Drop view app.shown" in step)

    assert away == ["Drop view app.shown", "Create view app.shown"]
    assert sentences[:2] == ["Add column app.users.plain", "Add column app.users.loud"]
    assert [text for text in sentences if text.startswith("Fill the nulls of")] == [
        f"Fill the nulls of column app.users.{name}, some pages at a time" for name in ("loud", "email")
    ]
    assert "rewrites-table" not in dict(made.hazards)


def test_rows_are_filled_meanwhile_where_that_rests_on_what_is_done_then() -> None:
    """Such as what gives a name free, or what is read by the expression; the rest comes before."""
    columns = {"name": "text", "email": "integer", "loud": "text", "own": "text"}
    users = {"users": {**BEFORE["users"], "columns": {"id": "bigint primary key", **columns}}}
    was, now = (compiled({"app": {"tables": tables, "views": VIEW}}) for tables in (BEFORE, users))
    assert was is not None
    assert now is not None
    view = Key("view", ("app", "shown"))
    keys = {name: Key("column", ("app", "users", name)) for name in columns}
    old, new = was.state.objects, now.state.objects
    loud = AddColumn(cast("Column", new[keys["loud"]]), "upper(name)")
    bound = [
        DropColumn(cast("Column", old[keys["email"]])),
        AddColumn(cast("Column", new[keys["email"]]), "length(name)"),
        AddColumn(cast("Column", new[keys["own"]]), "upper(email)"),
    ]
    away, back = DropView(cast("View", old[view])), CreateView(cast("View", new[view]))
    operations = [away, *bound, loud, back]
    scene = Scene(operations, was.state, now.state, 18, {}, online=True)

    def moves(operation: Operation, scene: Scene) -> list[tuple[int, Operation]] | None:
        assert isinstance(operation, AddColumn)
        return column_moves(operation, scene)

    assert lifted(operations, scene, moves) == [loud, away, *bound, back]


def test_a_key_goes_before_its_column_takes_nulls() -> None:
    """What needs the old one to be gone does not wait for the new one."""
    was = {"columns": {"a": "integer", "b": "integer"}, "primary_key": ["a"]}
    now = {"columns": {"a": "integer?", "b": "integer"}, "primary_key": ["b"]}
    before, after = (compiled({"app": {"tables": {"t": table}}}, 18) for table in (was, now))
    assert before is not None
    assert after is not None
    steps = told(plan(before.state, after.state, after.intent, Decisions(), 18))
    sentences = [sentence for step in steps for sentence in step]

    assert sentences.index("Drop primary key app.t.t_pkey") < sentences.index("Take nulls in column app.t.a")


PARTED: dict[str, Any] = {
    "columns": {"id": "bigint", "day": "integer"},
    "partition_by": "range (day)",
    "partitions": {"log_1": "from (0) to (10)", "log_2": "from (10) to (20)"},
}


def test_a_key_of_a_partitioned_table_is_made_of_those_of_its_partitions() -> None:
    """Each of them is built by itself; an attempt that did not come to one leaves alone what is called like it."""
    made = between({"tables": {"log": PARTED}}, {"tables": {"log": {**PARTED, "unique": [["id", "day"]]}}})

    assert told(made) == [
        ["Create index app.log_1_id_day_key while others read and write the partition"],
        ["Create index app.log_2_id_day_key while others read and write the partition"],
        ["Add unique constraint app.log_1.log_1_id_day_key by its index"],
        ["Add unique constraint app.log_2.log_2_id_day_key by its index"],
        ["Create unique constraint app.log.log_id_day_key of what its partitions have"],
    ]
    assert [(step.undoes, [operation.describe() for operation in step.operations]) for step in made.back] == [
        ((5,), ["Drop unique constraint app.log.log_id_day_key"]),
        ((4, 3, 2), ["Drop unique constraint app.log_2.log_2_id_day_key, where it became part of none"]),
        ((1,), ["Drop unique constraint app.log_1.log_1_id_day_key, where it became part of none"]),
    ]
    assert {code for code, _ in made.hazards} == {"builds-index"}


def test_a_foreign_key_comes_to_each_partition_where_the_server_wants_it_valid() -> None:
    """The one of the table finds those of its partitions, which have looked at their rows; from 18 on it need not."""
    kinds = {"columns": {"id": "bigint primary key"}}
    table = {**PARTED, "foreign_keys": {"of_kind": {"columns": ["id"], "references": "kinds", "index": False}}}
    before, after = ({"tables": {"kinds": kinds, "log": item}} for item in (PARTED, table))
    old, new = (between(before, after, target) for target in (17, 18))

    assert told(old) == [
        ["Add foreign key app.log_1.of_kind, for rows to come"],
        ["Add foreign key app.log_2.of_kind, for rows to come"],
        ["Validate foreign key app.log_1.of_kind"],
        ["Validate foreign key app.log_2.of_kind"],
        ["Create foreign key app.log.of_kind of what its partitions have"],
    ]
    assert told(new) == [
        ["Add foreign key app.log.of_kind, for rows to come"],
        ["Validate foreign key app.log.of_kind"],
    ]
    assert {code for code, _ in old.hazards} == {"scans-table"}


def test_a_foreign_key_to_its_own_table_waits_for_the_key() -> None:
    """Which is built first, since both come in the same migration."""
    was = {"columns": {"id": "integer", "above": "integer?"}}
    key = {"columns": ["above"], "references": "t", "index": False}
    made = between(
        {"tables": {"t": was}}, {"tables": {"t": {**was, "primary_key": ["id"], "foreign_keys": {"up": key}}}}
    )

    assert told(made)[-2:] == [
        ["Add primary key app.t.t_pkey by its index", "Add foreign key app.t.up, for rows to come"],
        ["Validate foreign key app.t.up"],
    ]


@pytest.mark.parametrize("form", ["bigserial", {"type": "bigint", "identity": {"start": 100, "increment": 5}}])
def test_a_column_that_counts_goes_on_behind_the_rows(new_database: NewDatabase, form: Any) -> None:
    """Those that are there draw their numbers some pages at a time, as those do that come meanwhile."""
    before, after = ({"tables": {"t": {"columns": columns}}} for columns in ({"a": "text"}, {"a": "text", "n": form}))
    was = compiled({"app": before})
    assert was is not None
    made = between(before, after, 14)
    with psycopg.connect(new_database(), autocommit=True) as connection:
        run(connection, plan(State(), was.state, Intent(), Decisions(), 14).steps)
        connection.execute("insert into app.t values ('one'), ('two')")
        run(connection, made.steps[:1])
        connection.execute("insert into app.t values ('meanwhile')")
        run(connection, made.steps[1:])
        connection.execute("insert into app.t values ('then')")
        rows = connection.execute("select a, n from app.t order by n").fetchall()
        run(connection, made.back)
        left = connection.execute("select count(*) from pg_class where relkind = 'S'").fetchall()

    numbers = (1, 2, 3, 4) if form == "bigserial" else (100, 105, 110, 115)
    assert rows == list(zip(("meanwhile", "one", "two", "then"), numbers, strict=True))
    assert left == [(0,)]
    assert {code for code, _ in made.hazards} == {"needs-backfill", "scans-table"}


def test_what_was_replaced_comes_back_as_it_went() -> None:
    """A key by its index, a check for rows to come, each in the statement in which the other goes."""
    columns = {"a": "integer", "b": "integer"}
    was = {"columns": columns, "unique": {"once": ["a"]}, "checks": {"sound": "a > 0"}}
    now = {"columns": columns, "unique": {"once": ["a", "b"]}, "checks": {"sound": "a > 1"}}
    made = between({"tables": {"t": was}}, {"tables": {"t": now}})
    text = steps_text(made.back, environment())

    assert "drop constraint once, add constraint once unique using index once_new;" in text
    assert "drop constraint sound, add constraint sound check (a > 0) not valid;" in text
    assert [[operation.describe() for operation in step.operations] for step in made.back] == [
        ["Put unique constraint app.t.once back while others read and write the table"],
        ["Drop the index of unique constraint app.t.once, where it did not become that"],
        ["Put check app.t.sound back while others read and write the table"],
    ]


def test_a_table_is_written_anew_once() -> None:
    """What does not tell of one another comes in one statement, and goes back in one."""
    was = {"columns": {"a": "integer", "b": "integer", "c": "text"}}
    length = {"type": "integer", "using": "length(c) + a"}
    now = {
        "columns": {
            "a": "bigint",
            "b": "bigint",
            "c": length,
            "twice": {"type": "integer", "generated": "b::integer * 2"},
        }
    }
    made = between({"tables": {"t": was}}, {"tables": {"t": now}})

    changes = [f"hange the type of column app.t.{name} from integer to bigint" for name in "ab"]
    assert told(made) == [
        [
            f"C{changes[0]}; c{changes[1]}",
            "Add column app.t.twice; change the type of column app.t.c from text to integer",
        ]
    ]
    assert made.hazards == (("rewrites-table", "app.t"), ("blocks-reads", "app.t"))


def test_a_constant_is_written_into_no_row() -> None:
    """It is the default of the moment in which the column is added."""
    made = changed({}, mood={"type": "text", "backfill": "'fine'", "default": "unknown"})
    text = steps_text(made.steps, environment())

    assert "add column mood text default 'fine' not null;" in text
    assert "alter column mood set default 'unknown';" in text
    assert "update" not in text


def test_locks_are_waited_for_as_long_as_the_project_says() -> None:
    """But where nobody has to wait behind it, without end."""
    text = steps_text(changed(INDEX, timeouts=Timeouts("750ms", "9s"), mood="text?").steps, environment())

    assert "set local lock_timeout = '750ms';\nset local statement_timeout = '9s';" in text
    assert "no transaction, lock_timeout 0, statement_timeout 0" in text


def times(before: dict[str, Any], after: dict[str, Any]) -> tuple[list[Timeouts], list[Timeouts]]:
    """Return the timeouts of the steps of an edit of tables, there and back."""
    was, now = (compiled({"app": {"tables": tables}}) for tables in (before, after))
    assert was is not None
    assert now is not None
    made = held(plan(was.state, now.state, now.intent, Decisions(), 18), now.intent, USUAL)
    return [step.timeouts for step in made.steps], [step.timeouts for step in made.back]


def test_a_step_takes_what_is_said_of_its_table() -> None:
    """Under the name that it comes to have; a partition follows its table, and of two the shorter times count."""
    key = {"columns": {"id": "bigint primary key"}}
    parts = {"partition_by": "list (id)", "partitions": {"logs_1": "in (1)"}}
    short, shorter = ({"lock_timeout": f"{n}s", "statement_timeout": f"1{n}s"} for n in (2, 1))
    before = {"users": key, "teams": key, "logs": {"columns": {"id": "bigint", "n": "integer"}, **parts}}
    after = {
        "people": {"columns": {**key["columns"], "team_id": "-> teams?", "name": "text?"}, "was": "users", **short},
        "teams": {**key, **shorter},
        "logs": {"columns": {"id": "bigint", "n": "integer = 5"}, **parts, "statement_timeout": 0},
    }
    there, back = times(before, after)

    assert there[0] == Timeouts("2s", "12s"), "renamed"
    assert Timeouts("1s", "11s") in there, "a foreign key locks both"
    assert Timeouts("5s", "0") in there, "the table has no end"
    assert set(back) <= set(there) | {Timeouts("1s", "0")}
    assert Timeouts("2s", "12s") in back


def test_a_table_that_is_renamed_in_phases_is_known_by_both_names() -> None:
    """Of the new one is told how long it may be held."""
    key = {"columns": {"id": "bigint primary key"}}
    people = {**key, "was": "users", "online": True, "lock_timeout": "2s"}
    was, now = (compiled({"app": {"tables": tables}}) for tables in ({"users": key}, {"people": people}))
    assert was is not None
    assert now is not None
    made = phases(was.state, now.state, now.intent, Decisions(), 18).phases

    assert [phase.name for phase in made] == ["expand", "contract"]
    told = [step for phase in made for step in held(phase.plan, now.intent, USUAL).steps]
    assert {step.timeouts.lock for step in told if any(item.key.kind == "table" for item in step.operations)} == {"2s"}


def test_only_short_steps_come_to_an_end() -> None:
    """What takes longer the more rows there are does not, nor what makes something new."""
    there, back = times({}, {"users": {"columns": {"id": "bigint"}, "lock_timeout": "1s"}})
    assert (there, back) == ([Timeouts("5s", "0")], [Timeouts("1s", "1min")])

    plain = {"users": {"columns": {"id": "bigint", "n": "integer"}, "online": False}}
    long = {"users": {"columns": {"id": "bigint", "n": "bigint"}, "online": False}}
    assert times(plain, long)[0] == [Timeouts("5s", "0")]


@pytest.mark.parametrize("parted", [False, True])
def test_rows_on_all_pages_are_filled(new_database: NewDatabase, *, parted: bool) -> None:
    """However many there are, in a table or in its partitions, and whatever else is filled before."""
    sparse: dict[str, Any] = {"storage": {"fillfactor": 10}}
    parts = {f"log_{number}": {"values": f"with (modulus 2, remainder {number})", **sparse} for number in (0, 1)}
    more: dict[str, Any] = {"partition_by": "hash (id)", "partitions": parts} if parted else sparse
    was = {"columns": {"id": "integer", "note": "text?"}, **more}
    now = {
        "columns": {
            "id": "integer",
            "note": {"type": "text", "backfill": "id::text"},
            "key": "uuid = gen_random_uuid()",
        },
        **more,
    }
    before, after = (compiled({"app": {"tables": {"log": table}}}, 18) for table in (was, now))
    assert before is not None
    assert after is not None
    with psycopg.connect(new_database(), autocommit=True) as connection:
        run(connection, plan(State(), before.state, Intent(), Decisions(), 14).steps)
        connection.execute("insert into app.log select generate_series(1, 60000)")
        run(connection, plan(before.state, after.state, after.intent, Decisions(), 14).steps)
        query = "select count(*), count(note), count(distinct key), max(ctid)::text from app.log"
        rows, notes, keys, last = connection.execute(query).fetchall()[0]

    assert (rows, notes, keys) == (60000, 60000, 60000)
    assert int(last[1:].partition(",")[0]) > 1000


def run(connection: psycopg.Connection[Any], steps: Iterable[Step]) -> None:
    """Run steps as psql does."""
    for _, statement in statements(steps_text(steps, environment())):
        connection.execute(statement.encode())

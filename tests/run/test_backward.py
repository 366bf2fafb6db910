"""Taking migrations back: rollback, and stale pendings on a development database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.history.project import Down

from fluxc.diagnostics import InputError, OutsideError
from fluxc.run.apply import migrate
from fluxc.run.event import TakenBack
from fluxc.run.rollback import RolledBack, rollback
from fluxc.run.status import status
from fluxc.run.stop import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.history.project import Project
    from tests.run.conftest import Ask

    from fluxc.run.event import Event


def names(result: RolledBack) -> list[str]:
    """Return the names of the migrations that were taken back."""
    return [done.name for done in result.rolled_back]


def stopped(error: pytest.ExceptionInfo[Stopped]) -> list[str]:
    """Return the codes a stop carries."""
    return [finding.code for finding in error.value.diagnostics]


@pytest.fixture
def three(project: Project, database: str) -> Project:
    """Return a project of three tables, applied."""
    for name in "abc":
        project.table(name)
    migrate(database, project.history())
    return project


def test_rolling_back_everything_leaves_nothing(
    project: Project, database: str, ask: Ask, tables: Callable[[], list[str]]
) -> None:
    """After all downs only the empty ledger is left, and everything can be applied again."""
    down = Down({2: "drop table app.t;", 1: "drop type app.mood;\ndrop schema app;"}, loses=(("app", "t"),))
    project.add("one", "create schema app;\ncreate type app.mood as enum ('so');", "create table app.t ();", down=down)
    project.table("users")
    migrate(database, project.history())
    heard: list[Event] = []
    result = rollback(database, project.history(), to="0", on_event=heard.append)

    assert names(result) == ["0002_add_users", "0001_one"]
    assert [event.done for event in heard if isinstance(event, TakenBack)] == list(result.rolled_back)
    assert tables() == []
    assert ask("select count(*) from fluxc.migrations") == [0]
    assert len(migrate(database, project.history()).applied) == 2


@pytest.mark.parametrize(
    ("wishes", "left"),
    [
        ({}, "ab"),
        ({"count": 2}, "a"),
        ({"count": 9}, ""),
        ({"count": 0}, "abc"),
        ({"to": "2"}, "ab"),
        ({"to": "add_a"}, "a"),
        ({"to": "0003_add_c"}, "abc"),
    ],
)
def test_count_and_to_say_how_far(
    three: Project, database: str, tables: Callable[[], list[str]], wishes: dict[str, str | int], left: str
) -> None:
    """By count from the newest, or all that come after the named one; one where nothing is said."""
    to, count = wishes.get("to"), wishes.get("count")
    rollback(database, three.history(), to=str(to) if to else None, count=int(count) if count is not None else None)

    assert tables() == list(left)


def test_a_dry_run_of_a_rollback_touches_nothing(
    three: Project, database: str, tables: Callable[[], list[str]]
) -> None:
    """It names what would be taken back."""
    result = rollback(database, three.history(), count=2, dry_run=True)

    assert (names(result), result.dry_run) == (["0003_add_c", "0002_add_b"], True)
    assert tables() == ["a", "b", "c"]


def test_the_downs_of_the_ledger_are_used(three: Project, database: str, tables: Callable[[], list[str]]) -> None:
    """A migration that the checkout lacks, or whose down was edited, is taken back as it was recorded."""
    three.edit("0002_add_b.down.sql", "drop table b", "drop table elsewhere")
    three.remove("0003_add_c")
    rollback(database, three.history(), count=2)

    assert tables() == ["a"]


def test_what_was_applied_last_goes_first(project: Project, database: str) -> None:
    """A late migration, applied after its descendant, is taken back before it."""
    first = project.table("a")
    project.table("c")
    migrate(database, project.history())
    late = project.table("b")
    project.edit("0003_add_b.sql", f"-- parent: {project.history().migrations[1].id}", f"-- parent: {first}")
    project.edit("0002_add_c.sql", f"-- parent: {first}", f"-- parent: {late}")
    migrate(database, project.history())

    assert names(rollback(database, project.history(), to="1")) == ["0003_add_b", "0002_add_c"]


def test_an_unknown_or_unapplied_target_is_refused(three: Project, database: str) -> None:
    """The target must stand in the database; both at once is a mistake of the caller."""
    three.table("d")
    for word, code in (("0009_x", "unknown-migration"), ("0004_add_d", "not-applied")):
        with pytest.raises(InputError) as caught:
            rollback(database, three.history(), to=word)
        assert [finding.code for finding in caught.value.diagnostics] == [code]
    with pytest.raises(ValueError, match="either"):
        rollback(database, three.history(), to="1", count=1)


def test_an_impossible_down_stops_before_anything_is_touched(
    project: Project, database: str, tables: Callable[[], list[str]]
) -> None:
    """It says impossible and why, although newer migrations could be taken back, loss accepted or not."""
    project.add("one", "create table a ();", down=Down({}, "impossible", ("rows were merged",)))
    project.table("b")
    migrate(database, project.history())
    with pytest.raises(Stopped, match=r"0001_one is impossible: rows were merged") as caught:
        rollback(database, project.history(), count=2, accept_loss=True)

    assert stopped(caught) == ["irreversible"]
    assert tables() == ["a", "b"]


def test_rows_are_not_lost_unasked(three: Project, database: str, ask: Ask, tables: Callable[[], list[str]]) -> None:
    """A down that would drop rows that are there now stops, names them, and goes on when that is accepted."""
    ask("insert into public.b values (1)")
    with pytest.raises(Stopped, match=r"0002_add_b back would lose the rows of public.b") as caught:
        rollback(database, three.history(), count=2)
    assert stopped(caught) == ["would-lose-rows"]
    assert tables() == ["a", "b", "c"]

    rollback(database, three.history(), count=2, accept_loss=True)
    assert tables() == ["a"]


def test_values_of_a_column_are_not_lost_unasked(project: Project, database: str, ask: Ask) -> None:
    """Only values that are there count, in columns and tables of any name."""
    name = 'we"ird; --'
    down = Down({1: 'alter table public.a drop column "we""ird; --";'}, loses=(("public", "a", name), ("no", "such")))
    project.add("one", 'alter table public.a add column "we""ird; --" int;', down=down)
    ask("create table public.a (id int)")
    ask("insert into public.a values (1)")
    migrate(database, project.history())
    assert names(rollback(database, project.history())) == ["0001_one"]

    migrate(database, project.history())
    ask('update public.a set "we""ird; --" = 1')
    with pytest.raises(Stopped, match=r'the values of public\.a\."we'):
        rollback(database, project.history())


def test_rows_behind_a_policy_count(project: Project, database: str, ask: Ask) -> None:
    """Where row security hides rows from this user, they are taken to be there."""
    project.table("a")
    migrate(database, project.history())
    ask("create role cashier login")
    try:
        ask("alter table public.a owner to cashier")
        ask("grant all on schema fluxc, public to cashier; grant all on fluxc.migrations to cashier")
        ask("alter table public.a enable row level security; alter table public.a force row level security")
        ask("insert into public.a values (1)")
        url = database.replace("://postgres@", "://cashier@")
        with pytest.raises(Stopped, match="may not see"):
            rollback(url, project.history())
    finally:
        ask("drop owned by cashier")
        ask("drop role cashier")


def test_structure_only_needs_a_yes(project: Project, database: str) -> None:
    """A down that cannot bring deleted data back stops with the reasons, and runs when that is accepted."""
    reasons = ("the values of a.name are gone", "so are those of a.age")
    project.add("one", "create table a ();", down=Down({1: "drop table a;"}, "structure only", reasons))
    migrate(database, project.history())
    with pytest.raises(Stopped, match=r"structure only: .* are gone; so are those") as caught:
        rollback(database, project.history())

    assert stopped(caught) == ["structure-only"]
    assert names(rollback(database, project.history(), accept_loss=True)) == ["0001_one"]


def test_a_half_applied_migration_is_taken_back_by_its_steps(
    project: Project, database: str, tables: Callable[[], list[str]]
) -> None:
    """Only the steps of the down that undo something applied are run."""
    down = Down({3: "drop table c;", 2: "drop table b;", 1: "drop table a;"})
    project.add("one", "create table a ();", "create table b ();", "select 1 / 0;", down=down)
    with pytest.raises(OutsideError):
        migrate(database, project.history())
    assert tables() == ["a", "b"]

    assert names(rollback(database, project.history())) == ["0001_one"]
    assert tables() == []


def test_steps_that_are_undone_together(project: Project, database: str, ask: Ask) -> None:
    """A down step for two steps takes back what there is of them: the second builds on what the first brought in."""
    text = "drop table a;\ndrop table if exists b;"
    project.add(
        "one",
        "create table a ();",
        "select 1 / (select count(*) from pg_class where false);",
        down=Down({1: text, 2: text}),
    )
    file = "0001_one.down.sql"
    second = project.file(file).read_text().index("-- step 2")
    project.file(file).write_text(project.file(file).read_text()[:second])
    project.edit(file, "undoes 1, ", "undoes 2 1, ")
    restamped(project, "0001_one")
    with pytest.raises(OutsideError):
        migrate(database, project.history())

    assert [done.name for done in rollback(database, project.history()).rolled_back] == ["0001_one"]
    assert ask("select to_regclass('a'), (select count(*) from fluxc.migrations)") == [(None, 0)]


def restamped(project: Project, name: str) -> None:
    """Give a migration that was edited on purpose its right checksums."""
    from fluxc.history.seal import stamp

    files = [project.file(f"{name}{suffix}") for suffix in (".sql", ".down.sql")]
    for file, text in zip(files, stamp(*(file.read_text() for file in files)), strict=True):
        file.write_text(text)


def test_a_failing_down_keeps_what_it_did_not_undo(project: Project, database: str, ask: Ask) -> None:
    """The failure names the step; the ledger tells exactly what is still applied."""
    down = Down({2: "drop table b;", 1: "drop table nowhere;"})
    project.add("one", "create table a ();", "create table b ();", down=down)
    migrate(database, project.history())
    with pytest.raises(OutsideError, match=r"0001_one.down.sql:\d+: step 2 of 0001_one failed") as caught:
        rollback(database, project.history())

    assert caught.value.diagnostic.code == "migration-failed"
    assert ask("select step from fluxc.migrations") == [1]


def test_a_damaged_ledger_is_not_run(three: Project, database: str, ask: Ask, tables: Callable[[], list[str]]) -> None:
    """A kept down that was changed, or is gone, is not executed."""
    for change in ("replace(down, 'drop table c', 'drop table a')", "down || 'x'", "null"):
        ask(f"update fluxc.migrations set down = {change} where name = '0003_add_c'")
        with pytest.raises(OutsideError) as caught:
            rollback(database, three.history())
        assert caught.value.diagnostic.code == "bad-ledger"
    assert tables() == ["a", "b", "c"]


def test_a_changed_pending_is_taken_back_and_applied_anew(
    three: Project, database: str, tables: Callable[[], list[str]]
) -> None:
    """On a development database the down in the ledger runs, whatever the folder says now, then the new up."""
    old = three.table("draft", sealed=False)
    migrate(database, three.history())
    three.remove("0004_add_draft")
    three.parent, three.number = three.history().migrations[-1].id, 3
    new = three.table("final", sealed=False)
    planned = migrate(database, three.history(), development=True, dry_run=True)
    result = migrate(database, three.history(), development=True)

    assert [done.id for done in planned.taken_back] == [old]
    assert [done.id for done in result.taken_back] == [old]
    assert [done.id for done in result.applied] == [new]
    assert tables() == ["a", "b", "c", "final"]
    assert status(database, three.history()).up_to_date


def test_a_pending_that_went_away_is_taken_back(three: Project, database: str, tables: Callable[[], list[str]]) -> None:
    """Nothing to apply is still something to take back."""
    three.table("draft", sealed=False)
    migrate(database, three.history())
    three.remove("0004_add_draft")
    migrate(database, three.history(), development=True)

    assert tables() == ["a", "b", "c"]


def test_a_changed_pending_elsewhere_is_a_decision(
    three: Project, database: str, tables: Callable[[], list[str]]
) -> None:
    """A database that is not for development is never taken back by migrate."""
    three.table("draft", sealed=False)
    migrate(database, three.history())
    three.remove("0004_add_draft")
    with pytest.raises(Stopped, match="0004_add_draft") as caught:
        migrate(database, three.history())

    assert stopped(caught) == ["changed-pending"]
    assert tables() == ["a", "b", "c", "draft"]


def test_rows_in_a_changed_pending_are_not_lost_unasked(
    three: Project, database: str, ask: Ask, tables: Callable[[], list[str]]
) -> None:
    """Rows that were put into what the pending made stop the run until their loss is accepted."""
    three.table("draft", sealed=False)
    migrate(database, three.history())
    ask("insert into public.draft values (1)")
    three.remove("0004_add_draft")
    with pytest.raises(Stopped) as caught:
        migrate(database, three.history(), development=True)
    assert stopped(caught) == ["would-lose-rows"]

    migrate(database, three.history(), development=True, accept_loss=True)
    assert tables() == ["a", "b", "c"]


def test_a_changed_pending_without_a_way_back_is_a_decision(project: Project, database: str) -> None:
    """An impossible down stops a development database too."""
    project.add("draft", "create table a ();", down=Down({}, "impossible", ("why",)), sealed=False)
    migrate(database, project.history())
    project.remove("0001_draft")
    with pytest.raises(Stopped, match="impossible: why") as caught:
        migrate(database, project.history(), development=True, accept_loss=True)

    assert stopped(caught) == ["irreversible"]


def test_a_half_applied_pending_is_taken_back(project: Project, database: str, tables: Callable[[], list[str]]) -> None:
    """A pending that failed half-way and was mended is taken back by half and applied whole."""
    down = Down({2: "drop table b;", 1: "drop table a;"})
    project.add("draft", "create table a ();", "select wrong;", down=down, sealed=False)
    with pytest.raises(OutsideError):
        migrate(database, project.history(), development=True)
    project.edit("0001_draft.sql", "select wrong;", "create table b ();")
    restamped(project, "0001_draft")
    result = migrate(database, project.history(), development=True)

    assert (len(result.taken_back), len(result.applied)) == (1, 1)
    assert tables() == ["a", "b"]

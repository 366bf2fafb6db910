"""Steps that fail: what remains, and what is said."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from fluxc.diagnostics import OutsideError
from fluxc.run.apply import migrate
from fluxc.run.event import Retrying

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.history.project import Project
    from tests.run.conftest import Ask

    from fluxc.diagnostics import Diagnostic
    from fluxc.run.event import Event


def failure(project: Project, database: str) -> Diagnostic:
    """Return the diagnostic of a run that must fail."""
    with pytest.raises(OutsideError) as caught:
        migrate(database, project.history())
    return caught.value.diagnostic


CASES = {
    "syntax error, told by the server": ("select 1;\n\nselect 'ä',\n  ,;", "  ,;", "42601"),
    "missing table in a later statement": (
        "create table a (id int);\n\ninsert into nowhere\nvalues (1);",
        "insert into nowhere",
        "42P01",
    ),
    "no position from the server": (
        "select ';'; -- a;\n\ncreate table a ();\ncreate table a ();",
        "create table a ();",
        "42P07",
    ),
    "after a function with statements inside": (
        "create function f() returns int begin atomic select 1; select 2; end;\nselect 1 / 0;",
        "select 1 / 0;",
        "22012",
    ),
    "row that breaks a constraint": (
        "create table a (n int check (n > 0));\ninsert into a\nvalues (-1);",
        "insert into a",
        "23514",
    ),
    "failing at commit": (
        "create table a (n int unique deferrable initially deferred);\ninsert into a values (1), (1);",
        "commit;",
        "23505",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_failure_names_file_and_line(
    project: Project, database: str, tables: Callable[[], list[str]], case: str
) -> None:
    """The line of the statement is named, whether the server says its position or not; nothing of the step remains."""
    body, excerpt, sqlstate = CASES[case]
    project.add("fine", "create table before ();")
    project.add("wrong", "select 1;", body)
    found = failure(project, database)
    lines = project.file("0002_wrong.sql").read_text().split("\n")
    expected = max(number for number, line in enumerate(lines, 1) if line == excerpt)

    assert found.code == "migration-failed"
    assert found.span
    assert (found.span.file, found.span.line, found.span.excerpt) == (
        "out/migrations/0002_wrong.sql",
        expected,
        excerpt,
    )
    assert f"out/migrations/0002_wrong.sql:{expected}: step 2 of 0002_wrong failed" in found.message
    assert f"(SQLSTATE {sqlstate})" in found.message
    assert found.help
    assert tables() == ["before"]


def test_detail_and_hint_are_told(project: Project, database: str) -> None:
    """What the server adds in other fields is part of the message, and the cure fits the kind of error."""
    body = "do $$ begin raise exception 'no' using detail = 'the detail', hint = 'the hint', errcode = '42501'; end $$;"
    project.add("wrong", body)
    found = failure(project, database)

    assert "failed: no (SQLSTATE 42501)\ndetail: the detail\nhint: the hint" in found.message
    assert "owner" in found.help


def test_a_later_run_goes_on_with_the_failed_step(project: Project, database: str, ask: Ask) -> None:
    """Steps before the failure stay applied and are not repeated."""
    project.add(
        "two", "create table a ();", "create table b (id int);\ninsert into c values (1);", "create table d ();"
    )
    found = failure(project, database)
    assert ask("select step from fluxc.migrations") == [1]

    ask("create table public.c (n int)")
    result = migrate(database, project.history())
    assert [done.name for done in result.applied] == ["0001_two"]
    assert ask("select step, n from fluxc.migrations, public.c order by ordinal") == [(1, 1), (2, 1), (3, 1)]
    assert found.span


def test_a_refused_lock_is_tried_again(
    project: Project, database: str, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A step that does not get its lock is sent again after a pause, and goes through when the blocker is gone."""
    monkeypatch.setattr("fluxc.run.step.PAUSES", (0.01, 0.01))
    ask("create table a (id int)")
    project.add("one", "alter table public.a add n int;", lock_timeout="100ms")
    heard: list[Event] = []
    with psycopg.connect(database, application_name="the blocker") as blocker:
        blocker.execute("lock table a")

        def hear(event: Event) -> None:
            heard.append(event)
            if len([event for event in heard if isinstance(event, Retrying)]) == 2:  # the last try
                blocker.rollback()

        migrate(database, project.history(), on_event=hear)

    retries = [event for event in heard if isinstance(event, Retrying)]
    assert [bool(retry.blockers) for retry in retries] == [False, True]
    assert "the blocker" in retries[1].blockers[0]
    assert ask("select count(n) from a") == [0]


def test_a_lock_that_is_never_granted_names_its_holder(
    project: Project, database: str, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the last try the sessions in the way are named with their pids."""
    monkeypatch.setattr("fluxc.run.step.PAUSES", (0.01,))
    ask("create table a (id int)")
    project.add("one", "alter table public.a add n int;", lock_timeout="150ms")
    with psycopg.connect(database, application_name="the blocker") as blocker:
        blocker.execute("select * from a")
        found = failure(project, database)

        assert found.code == "lock-timeout"
        assert f"blocked by pid {blocker.info.backend_pid} (the blocker, user " in found.message
    assert ask("select count(*) from fluxc.migrations") == [0]


def test_a_deadlock_is_tried_again(project: Project, database: str, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The victim of a deadlock lost nothing but time."""
    monkeypatch.setattr("fluxc.run.step.PAUSES", (0.01,))
    ask("create sequence turn")
    raising = "if nextval('public.turn') = 1 then raise deadlock_detected; end if;"
    project.add("one", f"do $$ begin {raising} end $$;")

    assert len(migrate(database, project.history()).applied) == 1


def test_a_lost_connection_is_said_as_such(project: Project, database: str, ask: Ask) -> None:
    """When the server ends the session in the middle of a step, nothing of it remains and the cure is to go on."""
    project.add("one", "create table a ();\nselect pg_terminate_backend(pg_backend_pid());")
    found = failure(project, database)

    assert found.code == "connection-lost"
    assert ask("select count(*) from fluxc.migrations") == [0]


def test_copy_from_the_client_is_refused(project: Project, database: str, ask: Ask) -> None:
    """There is nobody to feed it: the step fails instead of waiting for ever."""
    ask("create table a (id int)")
    project.add("one", "copy public.a from stdin;")
    found = failure(project, database)

    assert "cannot COPY" in found.message
    assert ask("select count(*) from fluxc.migrations") == [0]


def test_a_secret_is_not_told(project: Project, database: str) -> None:
    """A URL with a password appears in no message, whatever fails."""
    project.add("one", "select wrong;")
    url = make_conninfo(database, password="hunter2")  # noqa: S106
    with pytest.raises(OutsideError) as caught:
        migrate(url, project.history())
    assert "hunter2" not in f"{caught.value.diagnostic} {caught.value.__cause__} {caught.value.__context__}"


def test_a_lost_runner_lock_stops_before_the_next_step(project: Project, database: str, ask: Ask) -> None:
    """The lock is verified before each step."""
    project.add("one", "create table a ();", "create table b ();")

    def hear(event: Event) -> None:
        if type(event).__name__ == "StepDone":
            ask("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'fluxc lock'")
            ask("select pg_sleep(0.05)")

    with pytest.raises(OutsideError) as caught:
        migrate(database, project.history(), on_event=hear)

    assert caught.value.diagnostic.code == "lock-lost"
    assert ask("select step from fluxc.migrations") == [1]


def test_a_long_step_is_sent_whole(project: Project, database: str, ask: Ask) -> None:
    """Several megabytes with notices on the way neither stall nor break."""
    noise = "do $$ begin raise notice '%', repeat('x', 2000); end $$;\n" * 300
    project.add("one", f"{noise}create table a (id int);\n-- {'y' * 4_000_000}\ninsert into a values (1);")
    runner = threading.Thread(target=migrate, args=(database, project.history()))
    runner.start()
    runner.join(60)

    assert not runner.is_alive()
    assert ask("select id from a") == [1]

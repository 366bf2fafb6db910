"""What an environment says of timeouts counts more than what files say, which stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest
from tests.history.project import Down

from fluxc.diagnostics import OutsideError
from fluxc.history.migration import Apart, Step
from fluxc.history.seal import stamp
from fluxc.history.statements import statements
from fluxc.project.timeouts import UNSAID, USUAL, Timeouts, milliseconds, timeouts_of
from fluxc.run.apart import run_apart
from fluxc.run.apply import migrate
from fluxc.run.rollback import rollback
from fluxc.run.timeouts import under

if TYPE_CHECKING:
    from tests.history.project import Project
    from tests.run.conftest import Ask

NOTE = "insert into public.seen values (current_setting('lock_timeout'), current_setting('statement_timeout'));"
SEEN = "select lock, statement from public.seen"


@pytest.fixture
def noting(project: Project, ask: Ask) -> Project:
    """Return a project with a table into which steps can write under which timeouts they run."""
    ask("create table public.seen (lock text, statement text)")
    return project


@pytest.mark.parametrize(
    ("said", "held"),
    [
        (UNSAID, ("5s", "1min")),
        (Timeouts("1s"), ("1s", "1min")),
        (Timeouts("1s", "30s"), ("1s", "30s")),
        (Timeouts(statement="4s"), ("2s", "4s")),
        (Timeouts("90s"), ("90s", "3min")),
        (Timeouts(statement="0"), ("5s", "0")),
    ],
)
def test_a_step_runs_under_what_the_environment_says(
    noting: Project, database: str, ask: Ask, said: Timeouts, held: tuple[str, str]
) -> None:
    """There and back, and what else the step says of settings holds; the files and the ledger say what they said."""
    noting.add("one", NOTE, down=Down({1: NOTE}), statement_timeout="1min")
    history = noting.history()

    migrate(database, history, timeouts=said)
    assert ask(SEEN) == [held]
    assert ask("select checksum from fluxc.migrations") == [history.migrations[0].checksum]
    rollback(database, noting.history(), timeouts=said)
    assert ask(SEEN)[1] == (said.lock or "5s", "0")


def test_what_takes_long_stays_without_an_end(noting: Project, database: str, ask: Ask) -> None:
    """The mark says 0 where a step waits without holding others up, or does what needs its time."""
    noting.add("one", NOTE, f"-- done when: select false\n{NOTE}")

    migrate(database, noting.history(), timeouts=Timeouts("1s", "30s"))
    assert ask(SEEN) == [("1s", "0"), ("0", "0")]


def test_an_error_is_found_in_the_file(noting: Project, database: str) -> None:
    """What is said in addition moves nothing to another line."""
    noting.add("one", "select 1;\nselect nothing;", statement_timeout="1min")
    found = [failure(noting, database, timeouts) for timeouts in (UNSAID, Timeouts("1s", "30s"))]

    assert found[0] == found[1]
    assert "select nothing;" in found[0]


def failure(project: Project, database: str, timeouts: Timeouts) -> str:
    with pytest.raises(OutsideError) as caught:
        migrate(database, project.history(), timeouts=timeouts)
    return str(caught.value.diagnostic)


def test_a_lock_is_waited_for_as_long_as_the_environment_says(
    noting: Project, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long the file would wait."""
    monkeypatch.setattr("fluxc.run.step.PAUSES", ())
    noting.add("one", "lock table public.seen;", lock_timeout="10min")
    with psycopg.connect(database) as blocker:
        blocker.execute("lock table public.seen")
        with pytest.raises(OutsideError, match="did not get its locks in time"):
            migrate(database, noting.history(), timeouts=Timeouts("100ms"))


def test_a_step_outside_a_transaction_sets_what_the_environment_says(noting: Project, database: str, ask: Ask) -> None:
    """In the place of each time that it sets, but of none where it waits without one; in what cleans up as well."""
    del noting
    text = f"""set lock_timeout = '5s';
SET session statement_timeout TO 60000; -- a minute
{NOTE}
set lock_timeout = 0;
set statement_timeout = '0';
{NOTE}
set lock_timeout = '5s';
{NOTE}
do $$
begin
set lock_timeout = '7s';
end
$$;
{NOTE}
"""
    cleanup = "set lock_timeout = '5s'; select 1; reset lock_timeout"
    step = Step(1, text, 1, apart=Apart("select null", cleanup), timeouts=USUAL)
    found = under(step, Timeouts("2s", "9s"))

    assert under(step, UNSAID) is step
    assert found.text.count("\n") == text.count("\n")
    assert [part.strip() for _, part in statements(found.text)].count(NOTE) == 4
    assert found.apart == Apart("select null", "set lock_timeout = '2s'; select 1; reset lock_timeout")
    with psycopg.connect(database, autocommit=True) as connection:
        assert run_apart(connection, found, Apart("select null")) is None
    assert ask(SEEN) == [("2s", "9s"), ("0", "0"), ("2s", "0"), ("7s", "0")]


def test_a_function_that_sets_a_timeout_is_left_alone(noting: Project, database: str, ask: Ask) -> None:
    """The settings of a step stand at its top; what comes below is what it does."""
    body = "\nbegin\nset local lock_timeout = '5s';\nreturn 1;\nend\n"
    noting.add("one", f"create function public.f() returns int language plpgsql as $${body}$$;\n{NOTE}")

    migrate(database, noting.history(), timeouts=Timeouts("1s"))
    assert ask("select prosrc from pg_proc where proname = 'f'") == [body]
    assert ask(SEEN) == [("1s", "0")]


def test_settings_are_found_where_a_person_wrote_them(noting: Project, database: str, ask: Ask) -> None:
    """With comments, in capitals; where the mark says nothing of a timeout the environment does."""
    name = "0001_one"
    noting.add("one", NOTE, sealed=False)
    noting.edit(f"{name}.sql", "transaction, lock_timeout 5s, statement_timeout 0", "transaction")
    noting.edit(f"{name}.sql", "set local lock_timeout = '5s'", "-- it's short\n  SET LOCAL lock_timeout TO '5s'")
    files = [noting.file(f"{name}{ending}") for ending in (".sql", ".down.sql")]
    for file, text in zip(files, stamp(*(file.read_text() for file in files)), strict=True):
        file.write_text(text)

    migrate(database, noting.history(), timeouts=Timeouts("1s", "8s"))
    assert ask(SEEN) == [("1s", "8s")]


@pytest.mark.parametrize(
    ("said", "complaints"),
    [
        ({"lock_timeout": "1s", "statement_timeout": "1500ms"}, []),
        ({"lock_timeout": "596h", "statement_timeout": 0}, []),
        ({"lock_timeout": "597h"}, ["lock_timeout"]),
        ({"lock_timeout": "0"}, ["lock_timeout"]),
        ({"lock_timeout": 5, "statement_timeout": False}, ["lock_timeout", "statement_timeout"]),
        ({"lock_timeout": "5", "statement_timeout": "1 min"}, ["lock_timeout", "statement_timeout"]),
        ({"lock_timeout": "5S", "statement_timeout": "1m"}, ["lock_timeout", "statement_timeout"]),
        ({"lock_timeout": "1min", "statement_timeout": "60s"}, ["statement_timeout"]),
    ],
)
def test_times_are_those_of_the_server(said: dict[str, object], complaints: list[str], database: str) -> None:
    """What is taken is taken by a server as well; a statement ends behind its wait for a lock."""
    found: list[str] = []
    timeouts = timeouts_of(said, lambda key, message, cure: found.append(key if message and cure else ""))

    assert found == complaints
    with psycopg.connect(database) as connection:
        for key, value in (("lock_timeout", timeouts.lock), ("statement_timeout", timeouts.statement)):
            if value and not found:
                connection.execute("select set_config(%s, %s, true)", (key, value))
                row = connection.execute("select setting from pg_settings where name = %s", (key,)).fetchone()
                assert row == (str(milliseconds(value)),)


def test_what_fills_rows_is_told_to_pause(noting: Project, database: str, ask: Ask) -> None:
    """There and back, by a setting of the session; without a word it has no value, at which nobody pauses."""
    pause = "insert into public.seen values (current_setting('fluxc.pause', true), 'pause');"
    noting.add("one", pause, down=Down({1: pause}))

    migrate(database, noting.history(), pause=0.25)
    rollback(database, noting.history())
    assert ask(SEEN) == [("0.25", "pause"), (None, "pause")]

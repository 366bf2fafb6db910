"""Every case: what a build of the edit says and writes, and that a real server agrees."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any, ClassVar

import psycopg
import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from fluxc.commands.answers import Answers
from fluxc.diagnostics import OutsideError
from fluxc.history.delta import replay
from fluxc.history.migration import Label
from fluxc.inspect import compare, qualified, read, read_state
from fluxc.model.lines import KINDS
from fluxc.model.member_copy import MemberCopy
from fluxc.prove.bases import Bases
from fluxc.prove.nothing import states
from fluxc.prove.proof import Truth
from fluxc.prove.prover import Prover
from fluxc.render.environment import environment, template_name, template_root
from fluxc.report.diagnostics import diagnostics_text
from fluxc.run.apply import migrate
from fluxc.run.outside import left_out
from fluxc.run.rollback import rollback
from fluxc.run.stop import Stopped
from tests.case_project import INPUTS, Case, Project, all_cases, outputs, skip_without

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion
    from syrupy.location import PyTestLocation
    from syrupy.types import SnapshotIndex

    from fluxc.inspect import Catalogue
    from fluxc.server.scratch import Scratch
    from tests.conftest import NewDatabase

    Connection = psycopg.Connection[Any]

EVERY = [pytest.param(case, id=case.name) for case in all_cases()]
MIGRATING = [pytest.param(case, id=case.name) for case in all_cases() if case.migrates]
WITH_ROWS = [
    pytest.param(case, id=case.name)
    for case in all_cases()
    if case.migrates and case.files & {"rows.sql", "refused.txt"}
]
NEVER = {("raw", "~"), *((kind, sign) for kind in ("trigger_copy", "member_copy") for sign in "+-")}
"""Raw SQL that changes is taken away and made again; what partitions say of copies can only change."""
CHECKS = {"assumed.sql.j2", "check_no_rows.sql.j2", "check_castable.sql.j2", "check_unused.sql.j2"}
BEGUN = "select 1 from fluxc.migrations where id = %s"
BY_PSQL = [
    pytest.param(case, id=case.name)
    for case in all_cases()
    if case.kind in {"names", "unattended"} and case.migrates and "refused.txt" not in case.files
]


class GoldenFile(SingleFileSnapshotExtension):
    """Keep a snapshot as a plain file, under its own name, in the folder of its case."""

    _write_mode = WriteMode.TEXT
    folder: ClassVar[Path]

    @classmethod
    def get_location(cls, *, test_location: PyTestLocation, index: SnapshotIndex = 0) -> str:
        """Return where the golden of this name lies."""
        del test_location
        return str(cls.folder / str(index))


@pytest.fixture
def golden(snapshot: SnapshotAssertion, case: Case) -> SnapshotAssertion:
    """Compare with the files of the case by their names: `up.sql`, `down.sql` and so on."""
    return snapshot.use_extension(type("CaseFile", (GoldenFile,), {"folder": case.folder}))


@pytest.mark.parametrize("case", EVERY)
def test_the_build_writes_the_goldens(case: Case, golden: SnapshotAssertion, tmp_path: Path) -> None:
    """What the edit gives is what lies in the folder, and nothing else lies there."""
    found = outputs(case, tmp_path)

    for name, text in found.items():
        assert text == golden(name=name)
    held = {"refused.txt", "rows.txt"} & case.files if "rows.sql" in case.files else set[str]()
    assert case.files == (case.files & INPUTS) | found.keys() | held


@pytest.mark.parametrize("case", MIGRATING)
@pytest.mark.usefixtures("new_enough")
def test_the_case_is_proved(case: Case, server: Scratch, database: str, tmp_path: Path) -> None:
    """Up gives what a fresh build gives, down what was there, up again the same; and then there is nothing to build."""
    project = Project(tmp_path, case)
    project.before()
    made = project.after()
    with open_to(database) as connection:
        skip_without(connection, made.compiled.state)
    history = project.history()
    with Bases(server, history.migrations) as bases, Prover(bases, environment(tmp_path)) as prover:
        for number, (before, after) in enumerate(states(history)):
            migration, proof = history.migrations[number], prover.prove(number, before, after)
            assert (proof.proved, [item.message for item in proof.findings if item.code != "fails-on-rows"]) == (
                True,
                [],
            )
            expected = (
                set(Truth) if migration.down.label is not Label.IMPOSSIBLE else {Truth.UP, Truth.PULL, Truth.ROWS}
            )
            assert expected - {Truth.ROWS} <= set(proof.truths) <= expected
    again = project.build(Answers())
    assert (again.plan.operations, again.written) == ((), ())
    assert replay(project.history().migrations) == {
        key.text: item.line() for key, item in made.plan.after.objects.items()
    }


@pytest.mark.parametrize("case", WITH_ROWS)
@pytest.mark.usefixtures("new_enough")
def test_rows_come_through(case: Case, golden: SnapshotAssertion, database: str, tmp_path: Path) -> None:
    """The runner takes rows along and back, or refuses them and keeps whole steps, which can be taken back."""
    project = Project(tmp_path, case)
    with open_to(database) as connection:
        project.before()
        migrate(database, project.history())
        connection.execute(case.input("rows.sql").encode())
        before, rows = look(connection, project), rows_of(connection)
        made = project.after()
        if "refused.txt" in case.files:
            with pytest.raises(OutsideError) as refused:
                migrate(database, project.history())
            assert diagnostics_text([refused.value.diagnostic], color=False) + "\n" == golden(name="refused.txt")
            assert rows_of(connection) == rows
            if connection.execute(BEGUN, [project.history().migrations[-1].id]).fetchone():
                rollback(database, project.history(), count=1, accept_loss=True)
            assert apart(connection, before, read(connection)) == []
            return
        migrate(database, project.history())
        expected = look(connection, project)
        assert "".join(f"{row}\n" for row in rows_of(connection)) == golden(name="rows.txt")
        if not made.written:
            return
        labels = {migration.down.label for migration in project.history().migrations[-len(made.written) :]}
        if Label.IMPOSSIBLE in labels:
            with pytest.raises(Stopped) as stopped:
                rollback(database, project.history(), count=1, accept_loss=True)
            assert stopped.value.diagnostics[0].code == "irreversible"
            return
        rollback(database, project.history(), count=len(made.written), accept_loss=True)
        assert apart(connection, before, look(connection, project, last=-len(made.written))) == []
        assert labels != {Label.EXACT} or rows_of(connection) == rows
        migrate(database, project.history())
        assert apart(connection, expected, look(connection, project)) == []


@pytest.mark.parametrize("case", BY_PSQL)
@pytest.mark.usefixtures("new_enough")
def test_psql_does_the_same(case: Case, server: Scratch, new_database: NewDatabase, tmp_path: Path) -> None:
    """The files run by psql leave what the runner leaves, up and down."""
    project = Project(tmp_path, case)
    project.before()
    project.after()
    urls = new_database(), new_database()
    migrate(urls[0], project.history())
    for migration in project.history().migrations:
        psql(server, urls[1], tmp_path / migration.file)
    with open_to(urls[0]) as one, open_to(urls[1]) as other:
        assert apart(other, read(one), read(other)) == []
        rollback(urls[0], project.history(), count=1, accept_loss=True)
        psql(server, urls[1], tmp_path / project.history().migrations[-1].down_file)
        assert apart(other, read(one), read(other)) == []


def test_cases_cover_the_glossary(tmp_path: Path) -> None:
    """Every operation stands in some case, there or back, and every kind of object is made, changed and dropped."""
    done: set[str] = set()
    signs: set[tuple[str, str]] = set()
    for number, case in enumerate(case for case in all_cases() if case.migrates):
        project = Project(tmp_path / str(number), case)
        project.before()
        for plan in [item.plan for item in project.after().written]:
            for operation in plan.operations:
                done.add(template_name(type(operation)).removeprefix("sql/"))
                signs.add((operation.key.kind, operation.sign))
            done |= {template_name(type(item)).removeprefix("sql/") for step in plan.back for item in step.operations}

    files = {path.name for path in (template_root() / "sql").glob("*.sql.j2")}
    parts = {"_parts.sql.j2", "_view_parts.sql.j2", "_types.sql.j2", "_routine.sql.j2", "_roles.sql.j2"}
    assert files - done == {*parts, "steps.sql.j2", "migration.sql.j2", "down.sql.j2", *CHECKS}
    assert {(kind, sign) for kind in KINDS for sign in "+-~"} - signs == NEVER


def open_to(url: str) -> Connection:
    return psycopg.connect(url, autocommit=True)


def look(connection: Connection, project: Project, last: int | None = None) -> Catalogue:
    """Return the catalogue of a database, as far as migrations of a project do not leave it to the clock."""
    return read(connection, outside=left_out(project.history().migrations[:last]))


def apart(connection: Connection, expected: Catalogue, found: Catalogue) -> list[str]:
    return [item.text for item in compare(connection, expected, found)]


def rows_of(connection: Connection) -> list[str]:
    """Return every row of every declared table as JSON, in an order of its own."""
    found: list[str] = []
    declared = "schemaname !~ '^(pg_|information_schema$|fluxc$)'"
    query = f"select schemaname, tablename from pg_tables where {declared} order by 1, 2"
    for path in connection.execute(query).fetchall():
        name = qualified(*path)
        rows = connection.execute(f"select to_jsonb(t)::text from {name} t order by 1".encode()).fetchall()
        found += [f"{name} {row[0]}" for row in rows]
    return found


def psql(server: Scratch, url: str, file: Path) -> None:
    program = str(server.engine.program("psql"))
    command = [program, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", url, "-f", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_copies_bear_the_names_that_are_said(new_database: NewDatabase, tmp_path: Path) -> None:
    """A partition's indexes and constraints are called as it says, up and down; no catalogue tells them by that."""
    project = Project(tmp_path, next(case for case in all_cases() if case.name == "partitions/copy_names"))
    with open_to(database := new_database()) as connection:

        def called() -> set[str]:
            return {f"{item.place[-1]}.{item.name} {item.own}" for item in read_state(connection).state.of(MemberCopy)}

        project.before()
        migrate(database, project.history())
        before = called()
        assert {"leaf.events_kind_fkey leaf_kind", "goes.events_pkey goes_pk", "plain.anew_code plain_code"} <= before
        assert len(before) == 9
        project.after()
        migrate(database, project.history())
        assert called() == {
            "alone.events_by_code alone_lower",
            "alone.events_pkey alone_pk",
            "calls_1.calls_mine mine",
            "deep.events_by_code deep_other",
            "fresh.events_kind_fkey fresh's kind",
            "fresh.events_once fresh_once",
            "leaf.events_kind_fkey leaf_kind",
            "leaf.events_pkey leaf_pk",
            "plain.anew_code plain_code",
        }
        rollback(database, project.history(), count=1, accept_loss=True)
        assert called() == before

"""Reading the folder of migrations, and what is said about a folder that is wrong."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from tests.history.project import Down, Project, down_text, up_text

from fluxc.diagnostics import OutsideError
from fluxc.history.folder import read_folder
from fluxc.history.migration import Hazard, Label, State
from fluxc.history.seal import seal, stamp

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_an_absent_folder_is_an_empty_history(tmp_path: Path) -> None:
    """A project without migrations has nothing wrong and starts at number 1."""
    history, problems = read_folder(tmp_path / "out", tmp_path)

    assert (history.migrations, history.head, history.next_number, problems) == ((), None, 1, ())


def test_a_migration_is_read_whole(project: Project) -> None:
    """Every word of the header, every step and the delta become fields."""
    first = project.table("users")
    extra = "-- decision: drop users.name\n-- decision: no renames\n-- hazard: deletes-data identity.users.name\n"
    down = Down(
        {2: "select 2;", 1: "select 1;"},
        "structure only",
        ("names are lost",),
        (("a", 'b"c'), ("a", "b", "c")),
        ('deletes-data a."b c"',),
    )
    texts = stamp(
        up_text("0002_two", ["select 'ä';", "select 3;"], first, delta="-- + enum a.b {}\n", target=18, extra=extra),
        down_text("0002_two", down),
    )
    for suffix, text in zip((".sql", ".down.sql"), texts, strict=True):
        project.file(f"0002_two{suffix}").write_text(text)
    history, problems = read_folder(project.out, project.root)
    one, two = history.migrations

    assert not problems
    assert (one.state, two.state) == (State.SEALED, State.PENDING)
    assert (two.number, two.name, two.file) == (2, "0002_two", "out/migrations/0002_two.sql")
    assert (two.parent, two.target, two.fluxc) == (one.id, 18, "0.1.0")
    assert two.decisions == ("drop users.name", "no renames")
    assert two.hazards == (Hazard("deletes-data", "identity.users.name"),)
    assert two.delta == "-- + enum a.b {}\n"
    assert two.raw_sha256 == hashlib.sha256(project.file("0002_two.sql").read_bytes()).hexdigest()
    assert [step.number for step in two.steps] == [1, 2]
    assert two.steps[0].text.startswith("begin;\n")
    assert "select 'ä';" in two.steps[0].text
    assert two.steps[0].text.endswith("\ncommit;")
    assert texts[0].split("\n")[two.steps[1].line - 1] == "begin;"
    assert (two.down.label, two.down.reasons) == (Label.STRUCTURE_ONLY, ("names are lost",))
    assert two.down.loses == (("a", 'b"c'), ("a", "b", "c"))
    assert two.down.hazards == (Hazard("deletes-data", 'a."b c"'),)
    assert [step.undoes for step in two.down.steps] == [(2,), (1,)]
    assert (history.head, history.pending, history.next_number) == (one, (two,), 3)


def test_order_is_that_of_the_chain(project: Project) -> None:
    """Parents come before children, whatever their numbers."""
    first = project.add("one", "select 1;", number=2)
    second = project.add("two", "select 2;", number=1)

    assert [migration.id for migration in project.history().migrations] == [first, second]


@pytest.mark.parametrize("word", ["0002_two", "two", "2", "0002", "0002_two.sql"])
def test_a_migration_is_found_by_any_of_its_names(project: Project, word: str) -> None:
    """Id, number with and without zeros, and name find it; nothing else does."""
    project.add("one", "select 1;")
    second = project.add("two", "select 2;")
    history = project.history()

    assert {getattr(history.find(word), "id", None), getattr(history.find(second), "id", None)} == {second}
    assert [history.find(other) for other in ("", "3", "0002_t", "9" * 5000, "²")] == [None] * 5


def test_comments_and_white_space_may_change_after_sealing(project: Project) -> None:
    """A licence header, other indentation and Windows line ends leave the checksum as it is."""
    project.add("one", "create table t (\n  id bigint\n);")
    file = project.file("0001_one.sql")
    text = file.read_text().replace("  id bigint", "\tid   bigint -- the key")
    file.write_bytes(b"\xef\xbb\xbf" + f"-- Licence: free\n\n{text}".replace("\n", "\r\n").encode())

    assert project.problems() == {}


EDITS = {
    "statement": ("select 1", "select 2"),
    "case of a word": ("select 1", "SELECT 1"),
    "timeout in the mark": ("lock_timeout 5s, ", "lock_timeout 9s, "),
    "broken string": ("select 1", "select '1"),
}


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("sealed", [True, False])
@pytest.mark.parametrize("suffix", [".sql", ".down.sql"])
def test_an_edited_statement_is_found(project: Project, edit: str, sealed: bool, suffix: str) -> None:
    """Up and down carry a checksum over their tokens and step marks."""
    project.add("one", "select 1;", sealed=sealed)
    project.edit(f"0001_one{suffix}", *EDITS[edit])
    problems = project.problems()

    assert list(problems) == ["sealed-edited" if sealed else "pending-edited"]
    cure = "git checkout -- " if sealed else "`fluxc seal`"
    assert cure in str(problems)
    assert f"out/migrations/0001_one{suffix}" in str(problems)


GARBLED = {
    "no title": ("-- fluxc migration", "-- fluxx migration"),
    "no id": ("-- id: ", "-- di: "),
    "bad id": ("-- id: ", "-- id: zz"),
    "two ids": ("-- id: ", "-- id: 0123456789abcdef\n-- id: "),
    "bad parent": ("-- parent: none", "-- parent: nobody"),
    "bad state": ("-- state: pending", "-- state: perhaps"),
    "bad target": ("-- target: 14", "-- target: new"),
    "no delta": ("-- delta\n", ""),
    "no step": ("-- step 1", "-- stop 1"),
    "step out of turn": ("-- step 1", "-- step 2"),
    "unknown mode": ("transaction,", "somehow,"),
    "unknown setting": ("statement_timeout 0", "work_mem 1"),
    "no begin": ("begin;\n", "start transaction;\n"),
    "no commit": ("\ncommit;", "\nend;"),
    "code after commit": ("\ncommit;", "\ncommit; drop table x;"),
    "code below commit": ("\ncommit;", "\ncommit;\ndrop table x;"),
    "code before the steps": ("-- step 1", "drop table x;\n-- step 1"),
    "code above begin": ("\nbegin;", "\ndrop table x;\nbegin;"),
    "code below the delta": ("-- delta\n", "-- delta\ndrop table x;\n"),
    "code hidden by a carriage return": ("-- delta\n", "-- delta\n-- + enum a.b {}\rdrop table x;\n"),
    "code before the title": ("-- fluxc migration", "drop table x;\n-- fluxc migration"),
}


@pytest.mark.parametrize("edit", GARBLED)
def test_a_garbled_file_is_no_migration(project: Project, edit: str) -> None:
    """What fluxc could not have written is refused with its file and the cure, and nothing psql would run slips by."""
    project.add("one", "select 1;", sealed=False)
    project.edit("0001_one.sql", *GARBLED[edit])
    problems = project.problems()

    assert list(problems) == ["bad-migration"]
    assert "git checkout -- out/migrations/0001_one.sql" in problems["bad-migration"]


def test_bytes_that_are_no_text_are_no_migration(project: Project) -> None:
    """A file that is not UTF-8 is reported, not raised."""
    project.add("one", "select 1;")
    project.file("0001_one.sql").write_bytes(b"-- fluxc migration \xff\n")

    assert list(project.problems()) == ["bad-migration"]


DOWN_GARBLED = {
    "bad label": ("-- label: exact", "-- label: maybe"),
    "impossible with steps": ("-- label: exact", "-- label: impossible"),
    "bad loss": ("-- label: exact", '-- label: exact\n-- loses: ["a"]'),
    "loss that is no JSON": ("-- label: exact", "-- label: exact\n-- loses: a.b"),
    "undoes nothing": ("undoes 1, ", ""),
    "undoes twice": ("undoes 1, ", "undoes 1 1, "),
}


@pytest.mark.parametrize("edit", DOWN_GARBLED)
def test_a_garbled_down_is_no_down(project: Project, edit: str) -> None:
    """A down must say what it gives back and which steps it undoes."""
    project.add("one", "select 1;")
    project.edit("0001_one.down.sql", *DOWN_GARBLED[edit])

    assert list(project.problems()) == ["bad-migration"]


def test_a_down_must_undo_every_step(project: Project) -> None:
    """A down that leaves a step out would take back less than it says."""
    project.add("one", "select 1;", "select 2;", down=Down({2: "select 1;"}))

    assert list(project.problems()) == ["foreign-down"]


def test_a_step_is_one_transaction(project: Project) -> None:
    """A statement that commits in the middle of a step is found, one inside a function body is none."""
    body = "create procedure p() language plpgsql as $$\nbegin\n  commit;\nend $$;\nsavepoint a; rollback to a;"
    sql_body = "create function f() returns int begin atomic\n select case when true then 1 end; end;"
    project.add("fine", body, sql_body)
    assert project.problems() == {}
    project.add("wrong", "select 1; commit; select 2;")
    problems = project.problems()

    assert list(problems) == ["split-transaction"]
    assert "0002_wrong.sql" in problems["split-transaction"]


@pytest.mark.parametrize("place", ["-- step 1: somehow, ", "-- step 1: "])
def test_a_file_of_a_newer_fluxc_is_not_called_garbled(project: Project, place: str) -> None:
    """What is not understood in a newer version's file is blamed on this version, and only then."""
    project.add("one", "select 1;")
    project.edit("0001_one.sql", "-- fluxc: 0.1.0", "-- fluxc: 99.1.0")
    project.edit("0001_one.sql", "-- step 1: ", place)
    expected = ["future-migration"] if "somehow" in place else ["sealed-edited"][:0]

    assert list(project.problems()) == expected


def test_a_down_of_a_newer_fluxc_is_not_called_garbled(project: Project) -> None:
    """A down carries no version of its own; that of its up counts."""
    project.add("one", "select 1;")
    project.edit("0001_one.sql", "-- fluxc: 0.1.0", "-- fluxc: 99.1.0")
    project.edit("0001_one.down.sql", "-- label", "-- zeal: 1\n-- label")

    assert list(project.problems()) == ["future-migration"]


def test_an_unfinished_merge_is_called_that(project: Project) -> None:
    """Conflict marks are named as such, with their line."""
    project.add("one", "select 1;")
    project.edit("0001_one.sql", "select 1;", "<<<<<<< HEAD\nselect 1;\n=======\nselect 2;\n>>>>>>> theirs")
    (problem,) = read_folder(project.out, project.root)[1]

    assert problem.code == "migration-conflict"
    assert problem.span
    assert project.file("0001_one.sql").read_text().split("\n")[problem.span.line - 1] == "<<<<<<< HEAD"


def test_two_heads_name_both_files_and_the_younger(project: Project) -> None:
    """Two children of one parent are reported with the one to delete, a pending one rather than a sealed one."""
    first = project.add("one", "select 1;")
    project.add("ours", "select 2;", sealed=False)
    project.add("theirs", "select 3;", parent=first)
    problems = project.problems()

    assert list(problems) == ["two-heads"]
    assert "0002_ours.sql and out/migrations/0003_theirs.sql" in problems["two-heads"]
    assert "(out/migrations/0002_ours.sql and" in problems["two-heads"]


def test_a_missing_parent_is_named(project: Project) -> None:
    """A hole in the chain is found from its child."""
    project.add("one", "select 1;")
    gone = project.add("two", "select 2;")
    project.add("three", "select 3;")
    project.remove("0002_two")
    problems = project.problems()

    assert list(problems) == ["missing-migration"]
    assert gone in problems["missing-migration"]


def test_numbers_and_ids_are_unique(project: Project) -> None:
    """The same number or id twice is reported."""
    project.add("one", "select 1;")
    project.add("two", "select 2;", number=1)
    for suffix in (".sql", ".down.sql"):
        text = project.file(f"0001_two{suffix}").read_text()
        project.file(f"0003_copy{suffix}").write_text(text.replace("0001_two", "0003_copy"))

    assert set(project.problems()) == {"duplicate-number", "duplicate-id"}


def test_an_endless_chain_is_found(project: Project) -> None:
    """A migration among its own ancestors is reported, and reading ends."""
    project.add("one", "select 1;", parent="0123456789abcdef")
    project.add("two", "select 2;")
    project.edit("0001_one.sql", "-- parent: 0123456789abcdef", f"-- parent: {project.parent}")

    assert list(project.problems()) == ["bad-migration"]


def test_nothing_sealed_stands_on_something_pending(project: Project) -> None:
    """Sealing goes from the root up."""
    project.add("one", "select 1;", sealed=False)
    project.add("two", "select 2;")

    assert list(project.problems()) == ["sealed-on-pending"]


def test_up_and_down_come_in_pairs(project: Project) -> None:
    """Each without the other is reported; the down of another migration is no down."""
    for words in ("one", "two", "three"):
        project.add(words, f"select '{words}';")
    project.file("0001_one.down.sql").write_text(
        project.file("0002_two.down.sql").read_text().replace("0002_two", "0001_one")
    )
    project.file("0002_two.down.sql").unlink()
    project.file("0003_three.sql").unlink()

    assert set(project.problems()) == {"foreign-down", "missing-down", "missing-migration"}


def test_file_names_are_numbers_and_words(project: Project) -> None:
    """Other SQL files, and files renamed without their first line, are reported; other files are let be."""
    project.add("one", "select 1;")
    for name in ("notes.txt", "0001_one.json", ".fluxc-tmp-x.sql"):
        project.file(name).write_text("")
    assert project.problems() == {}
    project.file("init.sql").write_text("")
    project.file("0001_one.sql").rename(project.file("0001_uno.sql"))
    project.file("0001_one.down.sql").rename(project.file("0001_uno.down.sql"))

    assert list(project.problems()) == ["misnamed-migration"]


def test_a_folder_that_cannot_be_read_is_the_disk_s_fault(project: Project) -> None:
    """A disk that refuses is an outside error with the file's name."""
    project.file("0001_one.sql").mkdir(parents=True)
    project.file("0001_one.down.sql").write_text("")

    with pytest.raises(OutsideError, match=r"cannot read out/migrations/0001_one.sql"):
        read_folder(project.out, project.root)


def test_a_mark_inside_a_literal_does_no_harm_where_it_can_be_told(project: Project) -> None:
    """A body that holds lines like `-- delta` and `commit;` is read whole."""
    project.add("one", "select $$\nbegin;\ncommit;\n-- delta\n-- + enum a.b {}\n$$;", delta="-- + enum c.d {}\n")

    assert project.problems() == {}
    assert project.last().delta == "-- + enum c.d {}\n"


def test_seal_turns_the_state_line_alone() -> None:
    """Sealing changes one word of the header, and nothing in a sealed file or in a statement."""
    text = up_text("0001_one", ["select $$\n-- state: pending\n$$;"])

    assert seal(text) == text.replace("-- state: pending", "-- state: sealed", 1)
    assert seal(seal(text)) == seal(text)


def test_the_id_is_made_of_parent_statements_and_delta() -> None:
    """Each of the three changes the id; comments, state and name do not."""

    def stamped(name: str = "0001_a", body: str = "select 1;", parent: str | None = None, delta: str = "") -> str:
        return stamp(up_text(name, [body], parent, delta=delta), "")[0].split("-- id: ")[1][:16]

    same = {stamped(), stamped(name="0009_b"), stamped(body="select 1; -- one")}
    others = {stamped(body="select 2;"), stamped(parent="0" * 16), stamped(delta="-- + enum a.b {}\n")}

    assert len(same) == 1
    assert len(others - same) == 3

"""Migrations and locks that somebody touched: told, with the way back, and never written over."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import COLUMNS

if TYPE_CHECKING:
    from tests.cli.program import Folder

Touch = Callable[["Folder"], object]
"""What somebody does to a project."""
LOCK = "out/schema.lock"
FIRST, SECOND = "out/migrations/0001_first", "out/migrations/0002_second"


@pytest.fixture
def history(fluxc: Folder) -> Folder:
    """Return a project with a sealed and a pending migration."""
    fluxc("build", "--name", "first", "--seal")
    fluxc.schema(f"{COLUMNS}\nemail: text?")
    fluxc("build", "--name", "second")
    return fluxc


def replaced(name: str, old: str, new: str) -> Touch:
    """Return an edit of a file by hand."""

    def edit(folder: Folder) -> None:
        text = folder.tree()[name].decode()
        assert old in text
        folder.write(name, text.replace(old, new))

    return edit


def deleted(*names: str) -> Touch:
    """Return the deletion of files by hand."""

    def delete(folder: Folder) -> None:
        for name in names:
            (folder.root / name).unlink()

    return delete


def marked(name: str) -> Touch:
    """Return an unfinished merge of a file."""

    def mark(folder: Folder) -> None:
        text = folder.tree()[name].decode()
        folder.write(name, f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> theirs\n")

    return mark


BAD: dict[str, tuple[Touch, str | None, str]] = {
    "a lock from the future": (replaced(LOCK, "fluxc lock 1", "fluxc lock 9"), "future-lock", "upgrade fluxc"),
    "a lock with merge marks": (marked(LOCK), "lock-conflict", "fluxc build"),
    "a lock that is binary": (lambda folder: folder.write(LOCK, b"\xff\xfe\x00"), "bad-lock", "fluxc build"),
    "a lock that is empty": (lambda folder: folder.write(LOCK, ""), "bad-lock", "fluxc build"),
    "a lock edited by hand": (replaced(LOCK, "text", "int"), "stale-lock", "restore"),
    "a sealed migration edited": (
        replaced(f"{FIRST}.sql", "create table", "create unlogged table"),
        "sealed-edited",
        "git",
    ),
    "a sealed down edited": (
        replaced(f"{FIRST}.down.sql", "drop table", "drop table if exists"),
        "sealed-edited",
        "git",
    ),
    "a pending migration edited": (
        replaced(f"{SECOND}.sql", "add column", "add column if not exists"),
        "pending-edited",
        "seal",
    ),
    "a merge in a migration": (marked(f"{FIRST}.sql"), "migration-conflict", "finish the merge"),
    "a deleted parent": (deleted(f"{FIRST}.sql", f"{FIRST}.down.sql"), "missing-migration", "restore"),
    "a deleted up": (deleted(f"{FIRST}.sql"), "missing-migration", "restore"),
    "a deleted down": (deleted(f"{FIRST}.down.sql"), "missing-down", "restore"),
    "everything deleted": (
        deleted(f"{FIRST}.sql", f"{FIRST}.down.sql", f"{SECOND}.sql", f"{SECOND}.down.sql"),
        "stale-lock",
        "restore",
    ),
    "a migration that is binary": (
        lambda folder: folder.write(f"{FIRST}.sql", b"\x00\xff"),
        "bad-migration",
        "restore",
    ),
    "a migration that is empty": (lambda folder: folder.write(f"{FIRST}.sql", b""), "bad-migration", "restore"),
    "a file of another name": (
        lambda folder: folder.write("out/migrations/notes.sql", "select 1;\n"),
        "misnamed-migration",
        "name it",
    ),
    "a migration that ends in the middle": (
        lambda folder: folder.write(f"{FIRST}.sql", folder.tree()[f"{FIRST}.sql"][:-200]),
        None,
        "",
    ),
}


@pytest.mark.parametrize("what", BAD)
def test_a_touched_history_stops_the_build(history: Folder, what: str) -> None:
    """The file is named with the cure, the exit code is 1, and nothing is mended silently."""
    touch, code, cure = BAD[what]
    touch(history)
    before = history.tree()
    ran = history("build", "--json", code=1)
    assert code is None or code in ran.codes
    assert all(item["help"] and item["file"].startswith("out/") for item in ran.json["diagnostics"])
    assert any(cure in item["help"] for item in ran.json["diagnostics"])
    assert history("build", "--check", "--json", code=1).codes == ran.codes
    assert history.tree() == before


def test_a_lock_comes_back_from_the_migrations(history: Folder) -> None:
    """A deleted lock is made again as it was: the cure of most of its faults works."""
    before = history.tree()
    marked(LOCK)(history)
    history("build", code=1)
    deleted(LOCK)(history)
    history("build")
    assert history.tree() == before


def test_a_pending_edited_by_hand_can_be_sealed_or_thrown_away(history: Folder) -> None:
    """Both cures that the message offers work; a seal keeps the statements of the person."""
    before = history.tree()
    edit = replaced(f"{SECOND}.sql", "add column", "ADD  column")
    replaced(f"{SECOND}.sql", "add column", "add column if not exists")(history)
    deleted(f"{SECOND}.sql", f"{SECOND}.down.sql")(history)
    history("build", "--name", "second")
    assert history.tree() == before
    edit(history)
    replaced(f"{SECOND}.sql", "ADD  column", "add column if not exists")(history)
    history("seal")
    assert b"if not exists" in history.tree()[f"{SECOND}.sql"]
    assert "Nothing changed" in history("build").out


def test_two_heads_are_told_with_both_files(history: Folder) -> None:
    """Two branches that each added a migration: both are named and neither is touched."""
    history("seal")
    theirs = {name: data for name, data in history.tree().items() if "second" in name}
    deleted(*theirs)(history)
    (history.root / LOCK).unlink()
    history.schema(f"{COLUMNS}\nage: int?")
    history("build", "--name", "third", "--seal")
    for name, data in theirs.items():
        history.write(name, data)
    before = history.tree()
    ran = history("build", "--json", code=1)
    assert "two-heads" in ran.codes
    said = " ".join(item["message"] for item in ran.json["diagnostics"])
    assert "0002_second" in said
    assert "0002_third" in said
    assert history("seal", "--json", code=1).codes == ran.codes
    assert history.tree() == before


def test_a_damaged_history_is_not_applied(history: Folder, database: str) -> None:
    """What a build would refuse is not run on a database either."""
    replaced(f"{FIRST}.sql", "create table", "create unlogged table")(history)
    ran = history("migrate", "--url", database, "--json", code=None)
    assert ran.code != 0
    assert "sealed-edited" in ran.codes

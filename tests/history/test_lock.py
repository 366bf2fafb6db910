"""The lock: its order, and what is said about one that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxc.history.lines import key_of
from fluxc.history.lock import FIRST_LINE, lock_disagreement, lock_text, read_lock

if TYPE_CHECKING:
    from pathlib import Path

LINES = [
    "namespace app {}",
    "namespace zoo {}",
    "enum app.z {}",
    "table app.a {}",
    "column app.a.z {}",
    "column app.a.b {}",
    "primary_key app.a.a_pkey {}",
    "check app.a.z {}",
    "index app.a.a_idx {}",
    'table app."a b" {}',
    'column app."a b"."c.d" {}',
    "table app.ab {}",
    "enum zoo.a {}",
]


def state(lines: list[str]) -> dict[str, str]:
    """Return lines by their keys."""
    return {key_of(line) or "": line for line in lines}


def found(path: Path, text: str) -> dict[str, str]:
    """Return the problems of a lock with this text, code to message and cure."""
    path.write_text(text)
    return {problem.code: f"{problem.message}\n{problem.help}" for problem in read_lock(path, path.parent)[1]}


def test_a_lock_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Writing, reading and writing again gives the same bytes, whatever order the lines came in."""
    columns = [line for line in LINES if line.startswith("column")]
    others = [line for line in LINES if not line.startswith("column")]
    text = lock_text(state([*reversed(others), *columns]))
    path = tmp_path / "schema.lock"
    path.write_text(text)
    lines, problems = read_lock(path, tmp_path)

    assert problems == ()
    assert lines is not None
    assert lock_text(lines) == text
    assert text.splitlines()[0] == FIRST_LINE
    expected = sorted(LINES, key=lambda line: LINES.index(line) if '"a b"' not in line else 2.5)
    assert text.splitlines()[1:] == expected


def test_no_lock_is_no_problem(tmp_path: Path) -> None:
    """An absent lock is None, which is not an empty one."""
    assert read_lock(tmp_path / "schema.lock", tmp_path) == (None, ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("# fluxc lock 2: new\ntable a.b {}\n", "future-lock"),
        ("table a.b {}\n", "bad-lock"),
        ("", "bad-lock"),
        (f"{FIRST_LINE}\ntable a.b\n", "bad-lock"),
        (f"{FIRST_LINE}\ntable a.b {{}}\ntable a.b {{}}\n", "lock-duplicate-key"),
        (f"{FIRST_LINE}\n<<<<<<< a\ntable a.b {{}}\n=======\n>>>>>>> b\n", "lock-conflict"),
    ],
)
def test_a_lock_that_cannot_be_read_is_reported(tmp_path: Path, text: str, code: str) -> None:
    """Each kind of damage has its code and its cure."""
    problems = found(tmp_path / "schema.lock", text)

    assert list(problems) == [code]
    assert ("upgrade fluxc" if code == "future-lock" else "delete schema.lock and run `fluxc build`") in problems[code]


def test_bytes_that_are_no_text_are_a_bad_lock(tmp_path: Path) -> None:
    """A lock that is not UTF-8 is reported, not raised."""
    (tmp_path / "schema.lock").write_bytes(b"# fluxc lock 1\n\xff")

    assert [problem.code for problem in read_lock(tmp_path / "schema.lock", tmp_path)[1]] == ["bad-lock"]


def test_a_stale_lock_names_what_differs() -> None:
    """Lines that are missing or other disagree, and columns in another order; other lines may stand in any order."""
    whole = state(LINES)
    less = state(LINES[:-1])
    other = whole | {"table app.a": 'table app.a {"n":1}'}
    columns = state([*LINES[:4], LINES[5], LINES[4], *LINES[6:]])
    messages = [lock_disagreement(lock, whole, "lock") for lock in (less, other, columns)]

    assert lock_disagreement(state([LINES[1], LINES[0], *LINES[2:]]), whole, "lock") is None
    assert [message.code for message in messages if message] == ["stale-lock"] * 3
    assert [message.message.split(": ")[1] for message in messages if message] == [
        "`enum zoo.a`",
        "`table app.a`",
        "the order of `column app.a.z`, `column app.a.b`",
    ]
    assert "a migration may have been deleted" in str(messages[0])
    assert "and 8 more" in str(lock_disagreement({}, whole, "lock"))

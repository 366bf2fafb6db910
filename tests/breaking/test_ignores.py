"""Classes and ignores: which findings count, which are wanted and until when, and settings that are wrong."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxc.diagnostics import InputError, Span
from fluxc.project.breaking import CLASSES, Ignore, read_breaking_settings
from fluxc.project.layout import Layout
from tests.breaking.states import TODAY, judged

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

BEFORE = "tables: {t: {columns: {a: text?, b: text?, c: text}, indexes: [c]}}"
AFTER = "tables: {t: {columns: {c: text}}}"


def ignore(name: str, code: str = "column-dropped", until: date | None = None) -> Ignore:
    return Ignore(name, code, "nobody reads it", until, Span("fluxc.toml", 1))


def outcome(ignores: Sequence[Ignore], classes: Sequence[str] = CLASSES) -> tuple[list[str], list[str], list[str]]:
    """Return what is found, what is ignored, and the codes of warnings."""
    result = judged(BEFORE, AFTER, ignores, classes)
    return [x.object for x in result.found], [x.object for x in result.ignored], [x.code for x in result.warnings]


def test_an_ignore_fits_by_name_pattern_and_code() -> None:
    """A name, a pattern of names, and nothing of another code."""
    everything = ["app.t.a", "app.t.b", "app.t.t_c_idx"]
    assert outcome([]) == (everything, [], [])
    assert outcome([ignore("app.t.a")]) == (["app.t.b", "app.t.t_c_idx"], ["app.t.a"], [])
    assert outcome([ignore("app.t.*")]) == (["app.t.t_c_idx"], ["app.t.a", "app.t.b"], [])
    assert outcome([ignore("*", "table-dropped")]) == (everything, [], ["unused-ignore"])
    assert outcome([ignore("app.t")]) == (everything, [], ["unused-ignore"])


def test_an_ignore_ends_with_its_last_day() -> None:
    """On the last day it still counts, from the next on it is told instead."""
    assert outcome([ignore("app.t.a", until=TODAY)])[1:] == (["app.t.a"], [])
    assert outcome([ignore("app.t.a", until=date(2026, 11, 26))])[1:] == ([], ["expired-ignore"])


def test_classes() -> None:
    """Only findings of a class count; an ignore of another class is used all the same."""
    assert outcome([], ["OPS"]) == (["app.t.t_c_idx"], [], [])
    assert outcome([], ["STREAM"]) == ([], [], [])
    assert outcome([ignore("app.t.*")], ["OPS"]) == (["app.t.t_c_idx"], [], [])
    assert outcome([ignore("app.t.*")], ["READ", "OPS"]) == (["app.t.t_c_idx"], ["app.t.a", "app.t.b"], [])


def test_an_ignore_of_nothing_that_there_is() -> None:
    """A misspelt code would ignore nothing, without a word."""
    with pytest.raises(InputError) as caught:
        judged(BEFORE, AFTER, [ignore("app.t.a", "column-droped")])
    assert caught.value.diagnostics[0][:2] == ("unknown-rule", "there is no breaking change `column-droped`")
    assert "column-dropped" in caught.value.diagnostics[0].help


ENTRY = '[[breaking.ignore]]\nobject = "a"\ncode = "b"\nreason = "c"\n'
WRONG = {
    "[breaking]\nclasses = 'READ'": "bad-value",
    "[breaking]\nclasses = []": "bad-value",
    '[breaking]\nclasses = ["READS"]': "bad-value",
    "[breaking]\nclass = ['READ']": "unknown-key",
    "[breaking.ignore]\nobject = 'a'": "bad-value",
    "breaking = 1": "bad-value",
    "[breaking]\nignore = [1]": "bad-value",
    ENTRY + "day = 1": "unknown-key",
    ENTRY + "until = 'soon'": "bad-value",
    ENTRY + "until = 1": "bad-value",
    ENTRY.replace('"c"', '" "'): "missing-reason",
    ENTRY.replace('"b"', "1"): "missing-key",
}


@pytest.mark.parametrize("text", WRONG)
def test_settings_that_are_wrong(tmp_path: Path, text: str) -> None:
    """What is wrong with the form of the settings is told at its place."""
    (tmp_path / "fluxc.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_breaking_settings(Layout(tmp_path))
    said = caught.value.diagnostics[0]
    assert (said.code, said.span is not None and said.span.line > 0) == (WRONG[text], True)


def test_settings(tmp_path: Path) -> None:
    """Classes in their own order, and a day as TOML or as text."""
    text = f'[breaking]\nclasses = ["WRITE", "READ"]\n{ENTRY}until = 2027-01-31\n{ENTRY}until = "2027-02-01"\n'
    (tmp_path / "fluxc.toml").write_text(text, encoding="utf-8")
    settings = read_breaking_settings(Layout(tmp_path))
    assert settings.classes == ("READ", "WRITE")
    assert [item.until for item in settings.ignores] == [date(2027, 1, 31), date(2027, 2, 1)]

"""Levels of rules: by default, by the project's settings, by files and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxc.diagnostics import InputError, Severity
from fluxc.project.layout import Layout
from fluxc.project.lint import LintSettings, read_lint_settings
from tests.lint.project import FILE, codes, linted

if TYPE_CHECKING:
    from pathlib import Path

BARE = "tables:\n  logs: {columns: {at: timestamp}}\n  users: {columns: {at: timestamp}}\n"
RULE = "timestamp-without-time-zone"


def settings(folder: Path, text: str) -> LintSettings:
    (folder / "fluxc.toml").write_text(text, encoding="utf-8")
    return read_lint_settings(Layout(folder))


def found(folder: Path, text: str) -> list[tuple[str, str, int]]:
    """Return code, severity and line of what is found in two tables without key, each with a naked time."""
    said = linted(BARE, settings=settings(folder, text)).diagnostics
    return [(item.code, str(item.severity), item.span.line) for item in said if item.span and item.span.file == FILE]


def test_without_a_word_the_rule_decides(tmp_path: Path) -> None:
    """A missing primary key is an error, most others are warnings, and some rules are off."""
    assert settings(tmp_path, "target = 17\n") == LintSettings()
    assert [(code, level) for code, level, _ in found(tmp_path, "")] == [
        ("missing-primary-key", "error"),
        (RULE, "warning"),
    ] * 2


def test_a_level_holds_for_the_project(tmp_path: Path) -> None:
    """Each of the three words is a level."""
    text = f'[lint.levels]\nmissing-primary-key = "off"\n{RULE} = "error"\nmissing-doc = "warning"\n'
    said = found(tmp_path, text)
    assert [(code, level) for code, level, _ in said if code != "missing-doc"] == [(RULE, "error")] * 2
    assert sum(code == "missing-doc" for code, _, _ in said) == 4


@pytest.mark.parametrize(
    ("area", "lines"),
    [
        ('objects = ["app.logs"]', {2}),
        ('objects = ["app.logs", "app.logs.*"]', {2}),
        ('objects = ["*.us*"]', {3}),
        ('files = ["schema/*.yaml"]', {2, 3}),
        ('files = ["schema/other.yaml"]', set[int]()),
        ('files = ["*"]\nobjects = ["app.users"]', {3}),
        ('files = ["schema/other.yaml"]\nobjects = ["app.users"]', set[int]()),
    ],
)
def test_an_override_is_for_files_and_names(tmp_path: Path, area: str, lines: set[int]) -> None:
    """Where both are given both must fit; what fits is off, the rest is as ever."""
    text = f'[[lint.overrides]]\n{area}\nlevels = {{missing-primary-key = "off"}}\n'
    assert {line for code, _, line in found(tmp_path, text) if code == "missing-primary-key"} == {2, 3} - lines


def test_a_later_override_counts_more(tmp_path: Path) -> None:
    """The order in the file decides, and a rule that is off otherwise may be on for a part."""
    text = (
        '[[lint.overrides]]\nobjects = ["app.*"]\nlevels = {missing-doc = "error"}\n'
        '[[lint.overrides]]\nobjects = ["app.*.*", "app.users"]\nlevels = {missing-doc = "off"}\n'
    )
    assert [(level, line) for code, level, line in found(tmp_path, text) if code == "missing-doc"] == [("error", 2)]


def test_a_pattern_that_nothing_fits_is_told(tmp_path: Path) -> None:
    """At its own place, beside others that fit."""
    text = '[[lint.overrides]]\nfiles = ["schema/*", "other/*"]\nobjects = ["app.logs.at", "app.log"]\nlevels = {}\n'
    said = [item for item in linted(BARE, settings=settings(tmp_path, text)).diagnostics if item.code[:2] == "un"]
    assert [(item.code, item.span.line, item.span.column) for item in said if item.span] == [
        ("unmatched-pattern", 2, 22),
        ("unmatched-pattern", 3, 27),
    ]
    assert {item.severity for item in said} == {Severity.WARNING}


def test_a_suppression_where_the_rule_is_off_is_not_called_unused(tmp_path: Path) -> None:
    """It met a finding, though nobody wanted to hear of it."""
    text = "tables: {t: {columns: {a: text}, lint: {missing-primary-key: a log}}}\n"
    said = linted(
        text, settings=settings(tmp_path, '[[lint.overrides]]\nobjects=["*"]\nlevels={missing-primary-key="off"}\n')
    )
    assert (codes(said), said.suppressed) == ([], ())


@pytest.mark.parametrize(
    ("text", "code", "line", "help_text"),
    [
        ("lint = 5\n", "bad-value", 1, "write `[lint]`"),
        ("[lint]\nlevel = {}\n", "unknown-key", 2, "did you mean `levels`?"),
        ("[lint]\nlevels = 5\n", "bad-value", 2, "below"),
        ('[lint.levels]\nmissing-doc = "warn"\n', "bad-value", 2, '"warning"'),
        ("[lint.levels]\nmissing-doc = true\n", "bad-value", 2, '"warning"'),
        ("[lint]\noverrides = 5\n", "bad-value", 2, "[[lint.overrides]]"),
        ("[lint]\noverrides = [5]\n", "bad-value", 2, "below"),
        ("[[lint.overrides]]\nlevels = {}\n", "missing-key", 1, "what it is for"),
        ('[[lint.overrides]]\nfile = ["a"]\nobjects = ["a"]\n', "unknown-key", 2, "files"),
        ('[[lint.overrides]]\nfiles = "a"\nobjects = ["a"]\n', "bad-value", 2, "files = ["),
        ('[[lint.overrides]]\nobjects = ["a", 5]\nfiles = ["a"]\n', "bad-value", 2, "objects = ["),
    ],
)
def test_a_wrong_setting_is_told_at_its_line(tmp_path: Path, text: str, code: str, line: int, help_text: str) -> None:
    """Code, line and cure."""
    with pytest.raises(InputError) as raised:
        settings(tmp_path, text)
    (item,) = raised.value.diagnostics
    assert item.span is not None
    assert (item.code, item.span.line) == (code, line)
    assert help_text in item.help


@pytest.mark.parametrize(
    "text",
    ['[lint.levels]\nmissing-docs = "off"\n', '[[lint.overrides]]\nfiles = ["*"]\nlevels.missing-docs = "off"\n'],
)
def test_a_rule_that_is_not_there_is_an_error(tmp_path: Path, text: str) -> None:
    """The nearest name is the cure."""
    with pytest.raises(InputError) as raised:
        linted(BARE, settings=settings(tmp_path, text))
    (item,) = raised.value.diagnostics
    assert (item.code, item.severity) == ("unknown-rule", Severity.ERROR)
    assert item.help.startswith("did you mean `missing-doc`")
    assert item.span is not None
    assert item.span.excerpt == text.splitlines()[item.span.line - 1]

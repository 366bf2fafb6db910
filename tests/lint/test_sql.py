"""SQL under the rules: how a script is cut, what keeps a finding quiet, and how levels hold for files of SQL."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fluxc.diagnostics import Severity
from fluxc.lint.rule import all_rules
from fluxc.lint.sql.cut import cut
from fluxc.lint.sql.source import Source
from fluxc.project.layout import Layout
from fluxc.project.lint import LintSettings, Setting, read_lint_settings
from tests.case_project import all_cases
from tests.lint.project import codes, linted, linted_sql, only

if TYPE_CHECKING:
    from pathlib import Path

DROP: Final = "alter table t drop column a;"
RULE: Final = "dropped-column"
TABLE: Final = "tables:\n  t: {columns: {id: bigint primary key identity}}\n"


def statements(text: str) -> list[str]:
    """Return the statements of a script, cut out of it."""
    return [text[item.start : item.end] for item in cut(text).statements]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a; b ;; c", ["a", "b", "c"]),
        ("a ';' $$ ; $$ \"b;\" /* ; /* ; */ ; */ -- ;\n; c", ["a ';' $$ ; $$ \"b;\"", "c"]),
        ("create rule r as on insert to t do (a; b); c", ["create rule r as on insert to t do (a; b)", "c"]),
        (
            "create function f() begin atomic select case when a then b end; select 1; end; c",
            ["create function f() begin atomic select case when a then b end; select 1; end", "c"],
        ),
        ("\\set x 'it''s\n\\connect a b;\na\\g\nb\\gexec\n\\restrict x\nc;", ["a", "b", "c"]),
        ("copy t (a) from stdin;\n'1\t(\n\\N;\n\\.\n\nb;", ["copy t (a) from stdin", "b"]),
        ("copy t from stdin with (format csv);\n\\.\ncopy u from stdin;\n", [
            "copy t from stdin with (format csv)", "copy u from stdin"]),
        ("\\copy t from pstdin\n'\n\\.\nb;", ["b"]),
        ("copy t from '/x'; b", ["copy t from '/x'", "b"]),
        ("", []),
        ("-- nothing\n", []),
    ],
)  # fmt: skip
def test_a_script_is_cut_as_psql_does(text: str, found: list[str]) -> None:
    """Commands of psql and rows of `copy` are no statements, and a semicolon inside something ends nothing."""
    assert cut(text).problem is None
    assert statements(text) == found


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("table a;\n  table 'c;\n", 2, 9),
        ('table a\n"b', 2, 1),
        ("a /* b", 1, 3),
        ("a $x$ b $$", 1, 3),
        ("create (\n[a;\nb", 1, 8),
        ("table a;\ntable b);\nc", 2, 8),
        ("a {{ b }}", 1, 3),
        ("create table t (a int]);", 1, 22),
        ("select 1;\ncraete table t (a int);", 2, 1),
    ],
)
def test_what_is_no_sql_is_an_error_at_its_place(text: str, line: int, column: int) -> None:
    """The rules still look at what stands before it."""
    said = linted_sql(DROP + text.replace("\n", "\n" + DROP, 1) if line > 1 else text)
    (error,) = [item for item in said.diagnostics if item.code == "not-sql"]
    assert error.severity is Severity.ERROR
    assert error.span is not None
    assert error.span.line == line
    if line == 1:
        assert error.span.column == column
    else:
        assert RULE in codes(said)


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="aA1 \n;()'\"$-/*\\.,", max_size=60))
def test_any_text_can_be_looked_at(text: str) -> None:
    """Whatever stands in a file, there are findings and errors, and none of them is ours."""
    for item in linted_sql(f"create table t ({text}; alter table {text}; create index {text}").diagnostics:
        assert item.span is not None
        assert item.span.line


WORDS: Final = re.findall(
    r"\S+",
    "create table t ( a int primary key not null default 1 , check unique references u on delete cascade ) ; alter"
    " table only add column drop set type using constraint foreign exclude with validate attach partition detach rename"
    " to index concurrently if exists view as select from update where insert into values begin commit vacuum full"
    " truncate domain enum value policy row level security enable function definer lock in mode reindex refresh",
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_words_can_be_looked_at(words: list[str]) -> None:
    """Words of statements in any order break no reader."""
    linted_sql(" ".join(words))


def test_what_migrations_hold_can_be_looked_at() -> None:
    """Every migration of the cases is SQL to the last bracket, up and down."""
    for case in all_cases():
        for name in case.files & {"up.sql", "down.sql"}:
            said = linted_sql((case.folder / name).read_text(encoding="utf-8"))
            assert not {"not-sql", "nested-transaction", "uncommitted-transaction"} & set(codes(said)), case.name


@pytest.mark.parametrize(
    "sql",
    [
        f"-- fluxc: allow {RULE}: nobody reads it\n{DROP}",
        f"select 1;\n/* fluxc: allow {RULE}:\n   nobody reads it */\n-- more\n{DROP}",
        f"alter table t -- fluxc: allow {RULE} t.a: nobody reads it\n  drop column a;",
        f"--fluxc:allow {RULE} t : nobody reads it\n{DROP}",
        f"{DROP}  -- fluxc: allow {RULE}: nobody reads it\nselect 1;",
    ],
)
def test_a_comment_gives_the_reason(sql: str) -> None:
    """Above the statement or inside it, for all of it or for an object and what lies in it."""
    said = linted_sql(sql, only(RULE))
    assert codes(said) == []
    assert [(item.object, item.reason, item.file) for item in said.suppressed] == [("t.a", "nobody reads it", "m.sql")]


@pytest.mark.parametrize(
    ("comment", "others"),
    [
        (f"allow {RULE} u.a: why", ["unused-suppression"]),
        (f"allow {RULE} t.ab: why", ["unused-suppression"]),
        ("allow renamed-column: why", []),
        (f"allow {RULE}: why until 2026-05-31", ["expired-suppression"]),
        (f"allow {RULE}: why until 2026-06-01", ["expired-suppression"]),
        (f"allow {RULE}: why until 2026-13-01", ["bad-value"]),
        (f"allow {RULE}: until 2027-01-01", ["missing-reason"]),
        (f"allow {RULE}:", ["missing-reason"]),
        ("allow dropped-colum: why", ["unknown-rule"]),
        ("allow", ["bad-suppression"]),
        (f"allow {RULE} because", ["bad-suppression"]),
    ],
)
def test_a_comment_that_silences_nothing_is_told(comment: str, others: list[str]) -> None:
    """The finding stays, and beside it stands what is wrong with the suppression; an off rule has none."""
    said = linted_sql(f"-- fluxc: {comment}\n{DROP}", only(RULE))
    assert [code for code in codes(said) if code != RULE] == others
    assert RULE in codes(said)
    assert said.suppressed == ()


def test_a_suppression_holds_until_its_day() -> None:
    """In SQL as in a schema the day before is the last one."""
    assert codes(linted_sql(f"-- fluxc: allow {RULE}: why until 2026-06-02\n{DROP}", only(RULE))) == []
    text = "tables: {t: {columns: {a: text}, lint: {missing-primary-key: a log until DAY}}}\n"
    assert codes(linted(text.replace("DAY", "2026-06-02"))) == []
    assert codes(linted(text.replace("DAY", "2026-06-01"))) == ["missing-primary-key", "expired-suppression"]


def test_an_index_may_be_named_by_its_table() -> None:
    """Its own name does as well."""
    rule, sql = "blocking-index-build", "create index i on s.t (a);"
    for name in ("s.i", "s.t", "s"):
        assert codes(linted_sql(f"-- fluxc: allow {rule} {name}: why\n{sql}", only(rule))) == []


def test_a_suppression_above_another_statement_is_none() -> None:
    """It holds for the next statement alone, and at the end of a script for none."""
    said = linted_sql(f"-- fluxc: allow {RULE}: why\nselect 1;\n{DROP}\n-- fluxc: allow {RULE}: why", only(RULE))
    assert codes(said) == ["unused-suppression", RULE, "unused-suppression"]


@pytest.mark.parametrize(
    ("area", "level"),
    [
        ('files = ["*.sql"]', None),
        ('files = ["other/*.sql"]', Severity.WARNING),
        ('objects = ["t.a"]', None),
        ('objects = ["u.*"]', Severity.WARNING),
    ],
)
def test_levels_hold_for_files_and_names(tmp_path: Path, area: str, level: Severity | None) -> None:
    """As for schemas; patterns that nothing fits are not told, since others may be looked at next time."""
    (tmp_path / "fluxc.toml").write_text(f'[[lint.overrides]]\n{area}\nlevels = {{{RULE} = "off"}}\n')
    said = linted_sql(f"set lock_timeout = 5;\n{DROP}", read_lint_settings(Layout(tmp_path)))
    assert [item.severity for item in said.diagnostics] == ([] if level is None else [level])


def test_a_file_that_its_tool_puts_into_a_transaction() -> None:
    """What is refused or does nothing there is found without a `begin`."""
    text = "create index concurrently a on t (b);\ncommit;\ncreate table u (id bigint primary key);"
    assert codes(linted_sql(text)) == ["nested-transaction"]
    assert codes(linted_sql(text, wrapped=True)) == ["concurrent-in-transaction", "nested-transaction"]


def test_a_pending_migration_is_looked_at_beside_its_schema() -> None:
    """Only by rules that do not look at the schema, with its suppressions, and without guessing what is rewritten."""
    sql = (
        "create table app.u (a timestamp);\nalter table app.t drop column a;\n"
        "alter table app.t alter b type bigint;\nalter table app.t alter c type bigint;\ndrop index app.x;"
    )
    pending = (Source("out/m.sql", f"set lock_timeout = 5;\n{sql}", rewritten=frozenset({"app.t.c"})),)
    said = linted(TABLE, pending=pending)
    assert [(item.code, item.span.line) for item in said.diagnostics if item.span] == [
        (RULE, 3),
        ("rewriting-type-change", 5),
        ("blocking-index-drop", 6),
    ]
    silent = TABLE.replace("columns", f"lint: {{{RULE}: unread, rewriting-type-change: small}}, columns")
    said = linted(silent, pending=pending)
    assert codes(said) == ["blocking-index-drop"]
    assert [item.reason for item in said.suppressed] == ["unread", "small"]


def test_every_rule_that_is_off_can_be_turned_on() -> None:
    """All of them together look at a script of many statements."""
    levels = (Setting(code, Severity.WARNING, None) for code in all_rules())  # type: ignore[arg-type]
    assert codes(linted_sql("do $$ begin end $$;", LintSettings(tuple(levels)))) == ["opaque-statement"]

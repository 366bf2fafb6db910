"""``lint:`` of a declaration: how far it reaches, and what is wrong with one."""

from __future__ import annotations

import pytest

from fluxc.diagnostics import InputError, Severity
from tests.lint.project import SHARED, codes, linted

MIXIN = "mixins:\n  stamps:\n    columns:\n      at: timestamp\n"
TWO = "tables:\n  a: {use: [stamps], columns: {id: bigint primary key}}\n"
RULE = "timestamp-without-time-zone"


@pytest.mark.parametrize(
    "text",
    [
        f"tables: {{t: {{columns: {{id: bigint primary key, at: {{type: timestamp, lint: {{{RULE}: why}}}}}}}}}}\n",
        f"tables: {{t: {{lint: {{{RULE}: why}}, columns: {{id: bigint primary key, at: timestamp}}}}}}\n",
        f"lint: {{{RULE}: why}}\ntables: {{t: {{columns: {{id: bigint primary key, at: timestamp}}}}}}\n",
    ],
    ids=["column", "table", "file"],
)
def test_it_holds_for_the_declaration_and_what_lies_in_it(text: str) -> None:
    """A column, its table or the file may give the reason."""
    said = linted(text)
    assert codes(said) == []
    assert [(item.object, item.reason) for item in said.suppressed] == [("app.t.at", "why")]


def test_a_constraint_of_a_column_is_silenced_there() -> None:
    """A reference, a check and a key that a column declares have its `lint`; a constraint of its own has its own."""
    text = (
        "tables:\n  o: {columns: {a: int, b: int}, primary_key: [a, b]}\n"
        "  t:\n    columns: {id: bigint primary key, a: int, b: 'int?'}\n    foreign_keys:\n"
        "    - {columns: [a, b], references: o, lint: {nullable-foreign-key: b comes later}}\n"
        "    checks: {aCheck: {expression: a > 0, lint: {not-snake-case: old}}}\n"
        "    unique: {aKey: {columns: a, lint: {not-snake-case: old}}}\n"
        "    indexes: [{on: b, name: bIndex, lint: {not-snake-case: old}}]\n"
        "    exclude: {aRange: {on: [a with =], using: btree, lint: {not-snake-case: old}}}\n"
        "sequences: {aSequence: {lint: {not-snake-case: old}}}\n"
    )
    said = linted(text)
    assert codes(said) == []
    assert len(said.suppressed) == 6


def test_a_mixin_gives_its_reason_once_for_all_tables() -> None:
    """The column of a mixin is declared there, and so is what silences it; the table may do it as well."""
    by_column = MIXIN.replace("timestamp", f"{{type: timestamp, lint: {{{RULE}: why}}}}")
    by_mixin = MIXIN.replace("    columns", f"    lint: {{{RULE}: why}}\n    columns")
    by_table = TWO.replace("use", f"lint: {{{RULE}: why}}, use")
    assert codes(linted(TWO, by_column)) == codes(linted(TWO, by_mixin)) == codes(linted(by_table, MIXIN)) == []


def test_the_line_of_a_mixin_is_reported_once() -> None:
    """However many tables take it; a table that has a reason is not counted."""
    others = "".join(f"  t{n}: {{use: [stamps], columns: {{id: bigint primary key}}}}\n" for n in range(3))
    (item,) = linted(TWO + others, MIXIN).diagnostics
    assert item.span is not None
    assert (item.span.file, item.span.line) == (SHARED, 4)
    assert item.message.endswith("; so in 3 other tables")
    less = linted(TWO + others.replace("use", f"lint: {{{RULE}: why}}, use", 1), MIXIN)
    assert less.diagnostics[0].message.endswith("; so in 2 other tables")


def test_the_nearest_one_counts_and_the_other_is_unused() -> None:
    """What met no finding is reported where it stands."""
    said = linted(
        f"tables:\n  t:\n    lint: {{{RULE}: far}}\n    columns:\n      id: bigint primary key\n"
        f"      at: {{type: timestamp, lint: {{{RULE}: near}}}}\n"
    )
    assert [item.reason for item in said.suppressed] == ["near"]
    (unused,) = said.diagnostics
    assert (unused.code, unused.severity) == ("unused-suppression", Severity.WARNING)
    assert unused.span is not None
    assert (unused.span.line, unused.span.column) == (3, 12)


def test_a_rule_that_is_off_leaves_its_suppressions_alone() -> None:
    """`missing-doc` is off: nobody asked, so nothing is unused."""
    assert codes(linted("tables: {t: {columns: {id: bigint primary key}, lint: {missing-doc: later}}}\n")) == []


@pytest.mark.parametrize(
    ("said", "code", "help_text"),
    [
        ("missing-docs: later", "unknown-rule", "did you mean `missing-doc`"),
        ("xyz: later", "unknown-rule", "docs/rules"),
        ("missing-doc: ' '", "missing-reason", "say why"),
        ("missing-doc: until 2027-01-01", "missing-reason", "say why"),
        ("missing-doc: later until 2027-02-30", "bad-value", "until 2027-01-31"),
    ],
)
def test_a_wrong_one_is_an_error(said: str, code: str, help_text: str) -> None:
    """A name that is no rule's, and an empty reason, are told at the name."""
    with pytest.raises(InputError) as raised:
        linted(f"tables:\n  t:\n    columns: {{id: bigint primary key}}\n    lint: {{{said}}}\n")
    (item,) = raised.value.diagnostics
    assert item.code == code
    assert help_text in item.help
    assert item.span is not None
    assert (item.span.line, item.span.column) == (4, 12)


def test_a_table_a_column_and_a_default_may_be_called_lint() -> None:
    """Only the key of a declaration suppresses."""
    text = (
        "enums: {lint: [a]}\nmixins: {lint: {columns: {tables: text}}}\n"
        "tables: {lints: {columns: {id: bigint primary key, lint: text, j: {type: jsonb, default: {lint: {a: b}}}}}}\n"
    )
    assert linted(text).diagnostics == ()

"""Every rule over SQL: what it finds, what it leaves alone, and that a reason silences it."""

from __future__ import annotations

from typing import Final

import pytest

from fluxc.lint.rule import all_rules
from tests.lint import sql_changes, sql_declared, sql_locks, sql_scans
from tests.lint.project import linted_sql, only

RULES: Final = {**sql_declared.RULES, **sql_locks.RULES, **sql_scans.RULES, **sql_changes.RULES}
FOUND: Final = [(code, sql) for code, looks in RULES.items() for sql in looks.found]
NOT_FOUND: Final = [(code, sql) for code, looks in RULES.items() for sql in looks.not_found]


def test_every_rule_is_tried() -> None:
    """A new rule brings what it finds and what it does not."""
    assert sorted(RULES) == [code for code, rule in all_rules().items() if rule.forms]
    assert all(all(looks) for looks in RULES.values())


@pytest.mark.parametrize(("code", "sql"), FOUND)
def test_it_is_found_at_its_place(code: str, sql: str) -> None:
    """One finding, in the line that the script marks, says what to do."""
    (item,) = linted_sql(sql, only(code)).diagnostics
    assert item.span is not None
    assert item.code == code
    assert item.help
    assert item.span.line == marked(sql)


@pytest.mark.parametrize(("code", "sql"), NOT_FOUND)
def test_it_is_left_alone(code: str, sql: str) -> None:
    """What is right is not found."""
    assert linted_sql(sql, only(code)).diagnostics == ()


@pytest.mark.parametrize("code", RULES)
def test_a_reason_silences_it(code: str) -> None:
    """Above the statement, or among its lines, and for the object that the finding is about."""
    sql = RULES[code].found[0]
    (item,) = linted_sql(sql, only(code)).found
    for about in {"", f" {item.object}".rstrip()}:
        said = linted_sql(allowed(sql, f"-- fluxc: allow {code}{about}: so it is"), only(code))
        assert said.diagnostics == ()
        assert [(one.diagnostic.code, one.reason) for one in said.suppressed] == [(code, "so it is")]


def marked(sql: str) -> int:
    """Return the number of the line that ends in an arrow; the last one without any."""
    lines = sql.rstrip("\n").split("\n")
    return next((number for number, line in enumerate(lines, 1) if line.endswith("--<")), len(lines))


def allowed(sql: str, comment: str) -> str:
    """Return a script with a comment above the line of its finding; at the end of a script that is its last line."""
    lines = sql.rstrip("\n").split("\n")
    at = marked(sql) - 1
    return "\n".join((*lines[:at], comment, *lines[at:]))

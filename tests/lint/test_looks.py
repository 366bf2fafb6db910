"""Every rule has what it finds, what it leaves alone, and what is suppressed, wherever it looks."""

from __future__ import annotations

from typing import Final

import pytest

from fluxc.lint.rule import all_rules
from tests.lint import test_rules, test_sql_rules

WHERE: Final = [
    (code, where)
    for code, rule in all_rules().items()
    for where, looks in (("schema", rule.kinds), ("SQL", rule.forms))
    if looks
]


def test_every_rule_looks_somewhere() -> None:
    """None is left out below, and nothing is tried that is no rule."""
    assert {code for code, _ in WHERE} == all_rules().keys() == {*test_rules.RULES, *test_sql_rules.RULES}


@pytest.mark.parametrize(("code", "where"), WHERE)
def test_a_rule_has_all_three(code: str, where: str) -> None:
    """The tests beside this one run them; in SQL what is found is suppressed by a comment above it."""
    if where == "SQL":
        scripts = test_sql_rules.RULES[code]
        assert scripts.found
        assert scripts.not_found
    else:
        looks = test_rules.RULES[code]
        assert looks.found
        assert looks.not_found
        assert f"{code}:" in looks.suppressed

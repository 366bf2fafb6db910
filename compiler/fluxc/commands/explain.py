"""``fluxc explain``: the page of a code, a rule's from its docstring, any other from ``templates/explain/CODE.md``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.diagnostics import Diagnostic, InputError, did_you_mean
from fluxc.render.environment import template_root

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxc.breaking.rule import Rule as BreakingRule
    from fluxc.lint.rule import Rule as LintRule


def codes() -> tuple[str, ...]:
    """Return every code of diagnostics, questions, hazards, rules and breaking changes."""
    return tuple(sorted((*_pages(), *_rules())))


def explain(code: str) -> str:
    """Return the page of a code; raises InputError for an unknown one."""
    if code in _pages():
        return (template_root() / "explain" / f"{code}.md").read_text(encoding="utf-8")
    rule = _rules().get(code)
    if rule is None:
        help_text = did_you_mean(code, codes()) or "`fluxc explain` lists all codes"
        raise InputError([Diagnostic("unknown-code", f"there is no code `{code[:70]}`", None, help_text)])
    return rule.page


def _rules() -> Mapping[str, LintRule | BreakingRule]:
    from fluxc.breaking.rule import all_rules as breaking_rules  # the page of another code does without
    from fluxc.lint.rule import all_rules as lint_rules

    return {**lint_rules(), **breaking_rules()}


def _pages() -> list[str]:
    return [path.stem for path in (template_root() / "explain").glob("*.md")]

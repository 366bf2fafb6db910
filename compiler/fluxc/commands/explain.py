"""``fluxc explain``: the page of a code, a rule's from its docstring, any other from ``templates/explain/CODE.md``."""

from __future__ import annotations

from fluxc.diagnostics import Diagnostic, InputError, did_you_mean
from fluxc.render.environment import template_root


def codes() -> tuple[str, ...]:
    """Return every code of diagnostics, questions, hazards and rules."""
    from fluxc.lint.rule import all_rules  # the page of another code does without

    return tuple(sorted((*_pages(), *all_rules())))


def explain(code: str) -> str:
    """Return the page of a code; raises InputError for an unknown one."""
    if code in _pages():
        return (template_root() / "explain" / f"{code}.md").read_text(encoding="utf-8")
    from fluxc.lint.rule import all_rules

    rule = all_rules().get(code)
    if rule is None:
        help_text = did_you_mean(code, codes()) or "`fluxc explain` lists all codes"
        raise InputError([Diagnostic("unknown-code", f"there is no code `{code[:70]}`", None, help_text)])
    return rule.page


def _pages() -> list[str]:
    return [path.stem for path in (template_root() / "explain").glob("*.md")]

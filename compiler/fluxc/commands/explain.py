"""``fluxc explain``: the page of a code, a rule's from its docstring, any other from ``templates/explain/CODE.md``."""

from __future__ import annotations

from fluxc.diagnostics import Diagnostic, InputError, did_you_mean
from fluxc.lint.rule import all_rules
from fluxc.render.environment import template_root


def codes() -> tuple[str, ...]:
    """Return every code of diagnostics, questions, hazards and rules."""
    pages = (path.stem for path in (template_root() / "explain").glob("*.md"))
    return tuple(sorted((*pages, *all_rules())))


def explain(code: str) -> str:
    """Return the page of a code; raises InputError for an unknown one."""
    rule = all_rules().get(code)
    if rule is not None:
        return rule.page
    known = codes()
    if code not in known:
        help_text = did_you_mean(code, known) or "`fluxc explain` lists all codes"
        raise InputError([Diagnostic("unknown-code", f"there is no code `{code[:70]}`", None, help_text)])
    return (template_root() / "explain" / f"{code}.md").read_text(encoding="utf-8")

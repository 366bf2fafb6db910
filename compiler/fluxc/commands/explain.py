"""``fluxc explain``: the page of a code, shipped as ``templates/explain/CODE.md``."""

from __future__ import annotations

from fluxc.diagnostics import Diagnostic, InputError, did_you_mean
from fluxc.render.environment import template_root


def codes() -> tuple[str, ...]:
    """Return every code of diagnostics, questions and hazards that has a page."""
    return tuple(sorted(path.stem for path in (template_root() / "explain").glob("*.md")))


def explain(code: str) -> str:
    """Return the page of a code; raises InputError for an unknown one."""
    known = codes()
    if code not in known:
        help_text = did_you_mean(code, known) or "`fluxc explain` lists all codes"
        raise InputError([Diagnostic("unknown-code", f"there is no code `{code[:70]}`", None, help_text)])
    return (template_root() / "explain" / f"{code}.md").read_text(encoding="utf-8")

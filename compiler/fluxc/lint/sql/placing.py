"""Where in a statement that stands which a server was seen to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxc.lint.sql.script import parts_of
from fluxc.lint.sql.table_forms import Constraint, OfColumn

if TYPE_CHECKING:
    from fluxc.lint.rule import Rule
    from fluxc.lint.sql.forms import Form
    from fluxc.lint.sql.outcome import Effect


def placed(form: Form, effect: Effect, rule: Rule) -> Form:
    """Return the part of a statement that a rule looks at and that an effect may come from, else all of it."""
    parts = (part for part in parts_of(form) if isinstance(part, rule.forms) and about(part, effect))
    return next(parts, form)


def about(part: Form, effect: Effect) -> bool:
    """Return whether a part of a statement can be about the column that an effect is about, if it is about one."""
    if isinstance(part, OfColumn):
        return effect.column in (None, part.column)
    if isinstance(part, Constraint) and part.inline:
        return effect.column in (None, *part.columns)
    return True

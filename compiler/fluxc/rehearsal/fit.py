"""Which statements of a file are not run: what is no matter of one database, and what psql does by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fluxc.lint.sql.cursor import words
from fluxc.lint.sql.work_forms import Setting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxc.lint.sql.cut import Statement
    from fluxc.lint.sql.forms import Form

_MAKING: Final = words("create alter drop")
_OF_SERVERS: Final = words("database tablespace subscription system")
_NEVER: Final = words("copy load discard listen unlisten notify checkpoint")
_TOLD_BY: Final = "client_min_messages"
_ROLES: Final = words("role user group")
_ABOUT_ROLES: Final = re.compile(r"\b(?:create|alter|drop)\s+(?:role|user|group)\b", re.IGNORECASE)


def is_run(statement: Statement, form: Form, *, with_roles: bool) -> bool:
    """Return whether a statement is one for a throw-away database; those about roles where the server is one, too."""
    first, second = [*(word.text for word in statement.words[:2]), ""][:2]
    if first in _NEVER or (first in _MAKING and second in _OF_SERVERS):
        return False
    if first == "prepare" and second == "transaction":
        return False
    if isinstance(form, Setting) and form.parameter == _TOLD_BY:
        return False
    return with_roles or not (first in _MAKING and second in _ROLES)


def about_roles(texts: Iterable[str]) -> bool:
    """Return whether texts may make roles, which outlive the databases of a server that is kept."""
    return any(_ABOUT_ROLES.search(text) for text in texts)

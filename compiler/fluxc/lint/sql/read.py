"""Reading a statement: its form, where it is one that rules know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fluxc.lint.sql import creating, others, writing
from fluxc.lint.sql.cursor import Cursor, words
from fluxc.lint.sql.forms import Other
from fluxc.lint.sql.tables import alter_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from fluxc.lint.sql.cut import Statement
    from fluxc.lint.sql.forms import Form

_COMMANDS: Final = words(
    "abort alter analyze analyse begin call checkpoint close cluster comment commit copy create deallocate"
    " declare delete discard do drop end execute explain fetch grant import insert listen load lock merge"
    " move notify prepare reassign refresh reindex release repack reset revoke rollback savepoint security"
    " select set show start table truncate unlisten update vacuum values wait with ("
)
"""Every word that can begin a statement of PostgreSQL 14 to 19."""


def is_command(statement: Statement) -> bool:
    """Return whether PostgreSQL has statements that begin so; what psql puts in place of a variable may be any."""
    return statement.words[0].text in _COMMANDS or statement.words[0].text == ":"


def read(statement: Statement) -> Form:
    """Return the form of a statement; `Other` where no rule knows it."""
    cursor = Cursor(statement.words)
    verb = cursor.step() if cursor.word != "(" else "("
    reader = _READERS.get(verb)
    form = reader(cursor, statement.start) if reader is not None else None
    return form or Other(start=statement.start, end=statement.words[0].end, word=verb)


def _alter(cursor: Cursor, start: int) -> Form | None:
    if cursor.take("table") or cursor.take("foreign", "table"):
        return alter_table(cursor, start)
    return others.alter(cursor, start)


def _transaction(word: Any) -> Callable[[Cursor, int], Form | None]:
    return lambda cursor, start: others.transaction(cursor, start, word)


_READERS: Final[Mapping[str, Callable[[Cursor, int], Form | None]]] = {
    "alter": _alter,
    "create": creating.create,
    "drop": others.drop,
    "reindex": others.reindex,
    "begin": _transaction("begin"),
    "start": _transaction("begin"),
    "commit": _transaction("commit"),
    "end": _transaction("commit"),
    "rollback": _transaction("rollback"),
    "abort": _transaction("rollback"),
    "prepare": others.prepare,
    "set": others.setting,
    "reset": others.reset,
    "select": others.set_config,
    "truncate": others.truncate,
    "vacuum": others.vacuum,
    "cluster": others.cluster,
    "refresh": others.refresh,
    "lock": others.lock,
    "grant": others.grant("grant"),
    "revoke": others.grant("revoke"),
    "do": others.opaque("do"),
    "call": others.opaque("call"),
    "execute": others.opaque("execute"),
    "insert": writing.insert,
    "update": writing.update,
    "delete": writing.delete,
}

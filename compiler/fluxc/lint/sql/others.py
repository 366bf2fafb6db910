"""Reading statements of other kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from fluxc.lint.sql.creating import policy
from fluxc.lint.sql.cursor import identifier, words
from fluxc.lint.sql.forms import AddValue, AttachIndex, ConstrainDomain, Drop, Rename, RenameValue
from fluxc.lint.sql.work_forms import (
    Grant,
    LockTable,
    Maintenance,
    Opaque,
    Refresh,
    Reindex,
    Setting,
    Transaction,
    Truncate,
    UpdateExtension,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxc.lint.sql.cursor import Cursor, Name
    from fluxc.lint.sql.forms import Form

_DROPPED: Final = words(
    "table view sequence index schema type domain extension database function procedure aggregate routine role"
)
_RENAMED: Final = frozenset({"schema", "type", "view"})


def alter(cursor: Cursor, start: int) -> Form | None:
    """Read what follows `alter`, but for tables."""
    if cursor.take("default", "privileges"):
        return Grant(start=start, end=cursor.end, verb="alter default privileges")
    if cursor.take("policy"):
        return policy(cursor, start, "alter")
    kind = "materialized view" if cursor.take("materialized", "view") else cursor.step()
    cursor.take("if", "exists")
    name = cursor.name()
    if name is None:
        return None
    if cursor.take("rename", "to"):
        to = identifier(cursor.word)
        known = kind in _RENAMED or kind == "materialized view"
        return Rename(start=start, end=name.end, name=name, kind=kind, to=to) if known and to else None
    if kind == "index" and cursor.take("attach", "partition"):
        attached = cursor.name()
        return attached and AttachIndex(start=start, end=cursor.end, name=name, attached=attached)
    if kind == "type":
        return _alter_type(cursor, start, name)
    if kind == "domain":
        return _alter_domain(cursor, start, name)
    if kind == "extension" and cursor.take("update"):
        return UpdateExtension(start=start, end=name.end, name=name)
    return None


def _alter_type(cursor: Cursor, start: int, name: Name) -> Form | None:
    if cursor.take("rename", "value"):
        return RenameValue(start=start, end=name.end, name=name, value=_string(cursor.word))
    if not cursor.take("add", "value"):
        return None
    guarded = cursor.take("if", "not", "exists")
    value = _string(cursor.step())
    placed = cursor.word in {"before", "after"}
    return AddValue(start=start, end=name.end, name=name, value=value, placed=placed, guarded=guarded)


def _alter_domain(cursor: Cursor, start: int, name: Name) -> Form | None:
    if not cursor.take("add") and not cursor.take("set", "not", "null"):
        return None
    return ConstrainDomain(start=start, end=name.end, name=name, valid=not cursor.find("not", "valid"))


def _string(word: str) -> str:
    return word.strip("'").replace("''", "'")


def drop(cursor: Cursor, start: int) -> Form | None:
    """Read what follows `drop`."""
    if cursor.take("policy"):
        return policy(cursor, start, "drop")
    cursor.take("foreign")
    kind = "materialized view" if cursor.take("materialized", "view") else cursor.take_any(_DROPPED)
    if not kind:
        return None
    concurrently = cursor.take("concurrently")
    guarded = cursor.take("if", "exists")
    names = cursor.names()
    if not names:
        return None
    cascade = cursor.find("cascade")
    return Drop(
        start=start,
        end=names[-1].end,
        kind=kind,
        names=names,
        guarded=guarded,
        cascade=cascade,
        concurrently=concurrently,
    )


def reindex(cursor: Cursor, start: int) -> Form | None:
    """Read what follows `reindex`."""
    options = cursor.inside()
    said = [word.text for word in options.words] if options else []
    concurrently = "concurrently" in said and said[-2:] not in (["concurrently", "false"], ["concurrently", "off"])
    kind = cursor.take_any({"index", "table", "schema", "database", "system"})
    if not kind:
        return None
    concurrently = cursor.take("concurrently") or concurrently
    name = cursor.name()
    return Reindex(start=start, end=cursor.end, kind=kind, name=name, concurrently=concurrently)


def transaction(cursor: Cursor, start: int, word: Literal["begin", "commit", "rollback"]) -> Form | None:
    """Read what follows a word that begins or ends a transaction."""
    if word == "begin":
        return Transaction(start=start, end=cursor.end, word=word)
    cursor.take_any({"work", "transaction"})
    ends = cursor.word not in {"to", "prepared"}
    chained = cursor.take("and", "chain")
    return Transaction(start=start, end=cursor.end, word=word, chained=chained) if ends else None


def prepare(cursor: Cursor, start: int) -> Form | None:
    """Read what follows `prepare`: a transaction that is handed over ends here."""
    handed_over = cursor.take("transaction")
    return Transaction(start=start, end=cursor.end, word="commit") if handed_over else None


def setting(cursor: Cursor, start: int) -> Form | None:
    """Read what follows `set`."""
    local = cursor.take("local")
    cursor.take("session")
    name = cursor.name()
    if name is None or not (cursor.take("=") or cursor.take("to")):
        return None
    value = "".join(word.text for word in cursor.words[cursor.at :])
    return Setting(start=start, end=cursor.words[-1].end, parameter=name.sql, value=_string(value), local=local)


def reset(cursor: Cursor, start: int) -> Form | None:
    """Read the parameter that `reset` names."""
    name = cursor.name()
    return name and Setting(start=start, end=name.end, parameter=name.sql, value="0", local=False)


def set_config(cursor: Cursor, start: int) -> Form | None:
    """Read a `select` of the function set_config alone."""
    cursor.take("pg_catalog", ".")
    if not cursor.take("set_config"):
        return None
    inner = cursor.inside()
    parts = inner.parts() if inner else []
    if len(parts) != 3:
        return None
    parameter, value, local = (part.word for part in parts)
    return Setting(
        start=start, end=cursor.end, parameter=_string(parameter), value=_string(value), local=local == "true"
    )


def truncate(cursor: Cursor, start: int) -> Form | None:
    """Read what follows `truncate`."""
    cursor.take("table")
    names: list[Name] = []
    while True:
        cursor.take("only")
        name = cursor.name()
        if name is None:
            break
        names.append(name)
        cursor.take("*")
        if not cursor.take(","):
            break
    return Truncate(start=start, end=cursor.end, names=tuple(names), cascade=cursor.find("cascade")) if names else None


def vacuum(cursor: Cursor, start: int) -> Form | None:
    """Read what follows `vacuum`."""
    options = cursor.inside()
    full = cursor.take("full")
    for option in options.parts() if options else ():
        full = (option.take("full") and option.word not in {"false", "off", "0"}) or full
    if not full:
        return None
    cursor.take_any({"freeze"})
    cursor.take_any({"verbose"})
    cursor.take_any({"analyze"})
    return Maintenance(start=start, end=cursor.end, word="vacuum full", names=cursor.names())


def cluster(cursor: Cursor, start: int) -> Form | None:
    """Read what follows `cluster`."""
    cursor.inside()
    cursor.take("verbose")
    return Maintenance(start=start, end=cursor.end, word="cluster", names=cursor.names()[:1])


def refresh(cursor: Cursor, start: int) -> Form | None:
    """Read what follows `refresh`."""
    if not cursor.take("materialized", "view"):
        return None
    concurrently = cursor.take("concurrently")
    name = cursor.name()
    if name is None:
        return None
    reads = not cursor.take("with", "no", "data")
    return Refresh(start=start, end=name.end, name=name, concurrently=concurrently, reads=reads)


def lock(cursor: Cursor, start: int) -> Form | None:
    """Read what follows `lock`."""
    cursor.take("table")
    cursor.take("only")
    names = cursor.names()
    mode = "access exclusive"
    if cursor.take("in"):
        mode = " ".join(word.text for word in cursor.until(frozenset({"mode"})))
    return LockTable(start=start, end=cursor.end, names=names, mode=mode) if names else None


def grant(verb: str) -> Callable[[Cursor, int], Form | None]:
    """Return what reads `grant` or `revoke`."""
    return lambda cursor, start: Grant(start=start, end=cursor.end, verb=verb)


def opaque(word: str) -> Callable[[Cursor, int], Form | None]:
    """Return what reads a statement that runs others."""
    return lambda cursor, start: Opaque(start=start, end=cursor.end, word=word)

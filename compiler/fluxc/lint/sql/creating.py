"""Reading `create`, but for tables."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from fluxc.lint.sql.cursor import Cursor, identifier, words
from fluxc.lint.sql.forms import Create, CreateDomain, CreateEnum, CreateIndex, CreateRoutine, CreateView, PolicyForm
from fluxc.lint.sql.tables import create_table

if TYPE_CHECKING:
    from fluxc.lint.sql.cursor import Name
    from fluxc.lint.sql.forms import Form

_KINDS: Final = words(
    "schema sequence type domain extension server role user database trigger rule publication subscription"
    " collation aggregate cast language tablespace statistics operator conversion"
)
_TRUE: Final = frozenset({"true", "on", "yes", "1", "'true'", "'on'", "'yes'", "'1'"})


def create(cursor: Cursor, start: int) -> Form | None:
    """Read what follows `create`."""
    replaced = cursor.take("or", "replace")
    temporary = _temporary(cursor)
    foreign = cursor.take("foreign", "table")
    if foreign or cursor.take("table"):
        return create_table(cursor, temporary=temporary, foreign=foreign)
    if cursor.word in {"unique", "index"}:
        return _index(cursor, start)
    cursor.take("recursive")
    if cursor.word == "view" or (cursor.word, cursor.ahead(1)) == ("materialized", "view"):
        return _view(cursor, start, replaced=replaced, temporary=temporary)
    if cursor.word in {"function", "procedure"}:
        return _routine(cursor, start, replaced=replaced)
    if cursor.take("policy"):
        return policy(cursor, start, "create")
    return _other(cursor, start, replaced=replaced)


def _temporary(cursor: Cursor) -> bool:
    cursor.take_any({"global", "local"})
    temporary = bool(cursor.take_any({"temporary", "temp"}))
    cursor.take("unlogged")
    return temporary


def _index(cursor: Cursor, start: int) -> Form | None:
    unique = cursor.take("unique")
    cursor.take("index")
    concurrently = cursor.take("concurrently")
    guarded = cursor.take("if", "not", "exists")
    label = None if cursor.word == "on" else cursor.name()
    if not cursor.take("on"):
        return None
    only = cursor.take("only")
    table = cursor.name()
    method = (identifier(cursor.step()) or "btree") if cursor.take("using") else "btree"
    keys = cursor.inside()
    if table is None or keys is None:
        return None
    include = cursor.word == "include"
    where = cursor.words[cursor.at :] if cursor.find("where") else ()
    return CreateIndex(
        start=start,
        end=table.end,
        table=table,
        label=label.last if label else None,
        columns=tuple(map(_key, keys.parts())),
        unique=unique,
        concurrently=concurrently,
        guarded=guarded,
        only=only,
        method=method,
        include=include,
        where=tuple(word.text for word in where),
    )


def _key(part: Cursor) -> str | None:
    """Return the column that a key is, None where it is anything more or other."""
    name = identifier(part.word)
    part.step()
    part.take("asc")
    return name if part.done else None


def _view(cursor: Cursor, start: int, *, replaced: bool, temporary: bool) -> Form | None:
    materialized = cursor.take("materialized")
    cursor.take("view")
    guarded = cursor.take("if", "not", "exists")
    name = cursor.name()
    if name is None:
        return None
    cursor.inside()
    invoker = cursor.take("with") and _is_invoker(cursor.inside())
    cursor.find("as")
    return CreateView(
        start=start,
        end=name.end,
        name=name,
        materialized=materialized,
        invoker=invoker,
        guarded=guarded or replaced,
        temporary=temporary,
        sources=_sources(cursor),
    )


def _is_invoker(options: Cursor | None) -> bool:
    for option in options.parts() if options else ():
        if option.take("security_invoker"):
            return option.done or (option.take("=") and option.word in _TRUE)
    return False


def _sources(cursor: Cursor) -> tuple[Name, ...]:
    """Return the names behind `from` and `join`, wherever they stand."""
    found: list[Name] = []
    rest = Cursor(cursor.words, cursor.at)
    while not rest.done:
        word = rest.word
        rest.at += 1
        if word in {"from", "join"}:
            rest.take("only")
            rest.take("lateral")
            name = rest.name()
            found += [name] if name is not None and rest.word != "(" else []
    return tuple(found)


def _routine(cursor: Cursor, start: int, *, replaced: bool) -> Form | None:
    cursor.step()
    name = cursor.name()
    if name is None:
        return None
    cursor.inside()
    definer = fixed = False
    while not cursor.done:
        definer = cursor.take("security", "definer") or definer
        fixed = cursor.take("set", "search_path") or fixed
        if cursor.take("begin", "atomic"):
            break
        cursor.step()
    return CreateRoutine(start=start, end=name.end, name=name, definer=definer, fixed=fixed, guarded=replaced)


def policy(cursor: Cursor, start: int, verb: str) -> Form | None:
    """Read what follows `create policy` and the like."""
    cursor.take("if", "exists")
    label = cursor.name()
    table = cursor.name() if cursor.take("on") else None
    if label is None or table is None:
        return None
    return PolicyForm(start=start, end=table.end, table=table, verb=verb, label=label.last)


def _other(cursor: Cursor, start: int, *, replaced: bool) -> Form | None:
    cursor.take("constraint")
    cursor.take("event")
    kind = cursor.take_any(_KINDS)
    guarded = cursor.take("if", "not", "exists") or replaced
    name = cursor.name()
    if not kind or name is None:
        return None
    if kind == "domain":
        return CreateDomain(start=start, end=name.end, name=name, constrained=_is_constrained(cursor))
    if kind == "type" and cursor.take("as", "enum"):
        return CreateEnum(start=start, end=name.end, name=name)
    return Create(start=start, end=name.end, name=name, kind=kind, guarded=guarded)


def _is_constrained(cursor: Cursor) -> bool:
    said = [word.text for word in cursor.words[cursor.at :]]
    return "check" in said or any(pair == ("not", "null") for pair in pairwise(said))

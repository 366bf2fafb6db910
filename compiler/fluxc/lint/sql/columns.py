"""Reading columns and constraints, as `create table` and `alter table` have them."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal

from fluxc.lint.sql.cursor import all_of, identifier, words
from fluxc.lint.sql.table_forms import Constraint, NewColumn
from fluxc.model.types import TypeTextError, builtin, take_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxc.lint.sql.cursor import Cursor, Name
    from fluxc.lint.sql.cut import Word

_ATTRIBUTES: Final = words(
    "constraint not null check default generated unique primary references collate deferrable initially"
    " storage compression enforced no options"
)
"""Words that begin what is said of a column behind its type, and end an expression."""


@lru_cache(maxsize=4096)
def canonical(text: str) -> tuple[str, bool]:
    """Return the canonical spelling of a built-in type and whether it is a serial; any other as it is written."""
    parts = take_apart(text)
    try:
        found = builtin(parts) if parts is not None else None
    except TypeTextError:
        found = None
    return (found.text, found.serial) if found is not None else (text, False)


def spelled(words: Sequence[Word]) -> str:
    """Return words as one text, with blanks only between those that would run together."""
    text = ""
    for word in words:
        part = word.text
        glued = not text or part[0] in ".,()[]" or text[-1] in ".,(["
        text += part if glued else f" {part}"
    return text


def read_type(cursor: Cursor) -> tuple[str, bool]:
    """Go over a type; return its spelling, and whether it is a serial."""
    return canonical(spelled(cursor.until(_ATTRIBUTES | {"using", ","})))


def begins_constraint(cursor: Cursor) -> bool:
    """Return whether a constraint of a table stands here, and no column."""
    word, next_word = cursor.word, cursor.ahead(1)
    if word in {"check", "exclude"}:
        return next_word in {"(", "using"}
    if word in {"primary", "foreign"}:
        return next_word == "key"
    if word == "unique":
        return next_word in {"(", "nulls", "using"}
    return word == "constraint" or (word == "not" and next_word == "null")


def read_column(cursor: Cursor, table: Name, *, added: bool = False, guarded: bool = False) -> NewColumn | None:
    """Go over a column with all that is said of it; None where none stands."""
    start, name = cursor.start, identifier(cursor.word)
    if name is None:
        return None
    cursor.step()
    kind, serial = read_type(cursor)
    said: dict[str, Any] = {}
    constraints: list[Constraint] = []
    while not cursor.done:
        found = _column_constraint(cursor, table, name, added=added)
        if found is not None:
            constraints.append(found)
        else:
            said |= _attribute(cursor)
    return NewColumn(
        start=start,
        end=cursor.end,
        table=table,
        column=name,
        type=kind,
        serial=serial,
        constraints=tuple(constraints),
        added=added,
        guarded=guarded,
        **said,
    )


def _attribute(cursor: Cursor) -> dict[str, Any]:
    if cursor.take("default"):
        return {"default": read_expression(cursor)}
    if not cursor.take("generated"):
        cursor.step()
        return {}
    cursor.take_any({"always"})
    cursor.take("by", "default")
    if cursor.take("as", "identity"):
        cursor.inside()
        return {"identity": True}
    cursor.take("as")
    cursor.inside()
    stored = cursor.take("stored")
    cursor.take("virtual")
    return {"generated": "stored" if stored else "virtual"}


def read_expression(cursor: Cursor) -> tuple[str, ...]:
    """Go over an expression behind `default`; return its words."""
    start = cursor.at
    cursor.step()
    cursor.until(_ATTRIBUTES)
    return tuple(word.text for word in cursor.words[start : cursor.at])


def _column_constraint(cursor: Cursor, table: Name, column: str, *, added: bool) -> Constraint | None:
    """Go over a constraint of a column, if one stands here."""
    at, start, label = cursor.at, cursor.start, _label(cursor)
    found: dict[str, Any] | None = None
    if cursor.take("not", "null"):
        found = {"kind": "not null"}
    elif cursor.take("check"):
        found = {"kind": "check", "words": _enclosed(cursor)}
    elif cursor.take("primary", "key"):
        found = {"kind": "primary key"}
    elif cursor.take("unique"):
        cursor.take("nulls", "not", "distinct")
        cursor.take("nulls", "distinct")
        found = {"kind": "unique"}
    elif cursor.take("references"):
        found = {"kind": "foreign key", **_reference(cursor)}
    if found is None:
        cursor.at = at if label is None else cursor.at
        return None
    end = cursor.end
    made = Constraint(
        start=start, end=end, table=table, columns=(column,), label=label, added=added, inline=True, **found
    )
    return _with_state(made, cursor)


def read_constraint(cursor: Cursor, table: Name, *, added: bool = False) -> Constraint | None:
    """Go over a constraint of a table; None where its kind is unknown."""
    start, label = cursor.start, _label(cursor)
    found = _kind(cursor)
    if found is None:
        return None
    made = Constraint(start=start, end=cursor.end, table=table, label=label, added=added, **found)
    return replace(_with_state(made, cursor), end=cursor.end)


def _kind(cursor: Cursor) -> dict[str, Any] | None:
    if cursor.take("check"):
        return {"kind": "check", "words": _enclosed(cursor)}
    if cursor.take("not", "null"):
        name = identifier(cursor.step())
        return {"kind": "not null", "columns": (name,) if name else ()}
    if cursor.take("foreign", "key"):
        return {"kind": "foreign key", "columns": _columns(cursor), **_reference_behind(cursor)}
    if cursor.take("exclude"):
        return {"kind": "exclude", "words": tuple(word.text for word in cursor.until(frozenset({"deferrable"})))}
    kind: Literal["primary key", "unique"]
    if cursor.take("primary", "key"):
        kind = "primary key"
    elif cursor.take("unique"):
        kind = "unique"
        cursor.take("nulls", "not", "distinct")
        cursor.take("nulls", "distinct")
    else:
        return None
    if cursor.take("using", "index"):
        return {"kind": kind, "index": identifier(cursor.step())}
    return {"kind": kind, "columns": _columns(cursor)}


def _reference_behind(cursor: Cursor) -> dict[str, Any]:
    return _reference(cursor) if cursor.take("references") else {}


def _reference(cursor: Cursor) -> dict[str, Any]:
    return {"target": cursor.name(), "target_columns": _columns(cursor)}


def _columns(cursor: Cursor) -> tuple[str, ...]:
    return all_of(cursor, lambda part: identifier(part.word))


def _enclosed(cursor: Cursor) -> tuple[str, ...]:
    inner = cursor.inside()
    return tuple(word.text for word in inner.words) if inner else ()


def _label(cursor: Cursor) -> str | None:
    return identifier(cursor.step()) if cursor.take("constraint") else None


def _with_state(made: Constraint, cursor: Cursor) -> Constraint:
    """Go over what is said behind a constraint, up to what belongs to something else."""
    valid = enforced = True
    while not cursor.done:
        if cursor.take("not", "valid"):
            valid = False
        elif cursor.take("not", "enforced"):
            enforced = False
        elif made.inline and (cursor.word in _OTHER or (cursor.word == "not" and cursor.ahead(1) == "null")):
            break
        else:
            cursor.step()
    return replace(made, valid=valid, enforced=enforced) if not (valid and enforced) else made


_OTHER: Final = words("constraint null check default generated unique primary references collate storage compression")

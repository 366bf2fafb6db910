"""The only place where names and text become SQL: filters for templates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from fluxc.history.marks import mark_inside
from fluxc.model.constraint import Constraint
from fluxc.model.literal import quoted
from fluxc.model.names import holds_control, qualified, quote, verbatim
from fluxc.model.parameters import parameters_sql
from fluxc.model.privileges import OWNER, PUBLIC
from fluxc.model.state import ROUTINES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from fluxc.model.column import Column
    from fluxc.model.default_privileges import DefaultPrivileges
    from fluxc.model.privileges import Privileges
    from fluxc.model.routine import Argument, Routine
    from fluxc.model.state import Object


def _idents(names: Iterable[str]) -> str:
    return ", ".join(map(quote, names))


def _name(path: Iterable[str]) -> str:
    return qualified(*path)


def _told(path: Iterable[str]) -> str:
    """Return a name as a string that the server reads as one, such as ``to_regclass`` takes it."""
    return quoted(".".join(verbatim(part) if holds_control(part) else quote(part) for part in path))


def _literals(values: Iterable[str]) -> str:
    return ", ".join(map(quoted, values))


def _option(text: str) -> str:
    """Return the value of an option: a number as it is, which the server tells from a string."""
    return text if _NUMBER.fullmatch(text) else quoted(text)


_NUMBER: Final = re.compile(r"[0-9]+(\.[0-9]+)?", re.ASCII)


def _dollar_quoted(text: str) -> str:
    """Return text as a dollar-quoted string that nothing in it can end, with escapes where a line looks like a mark."""
    if mark_inside(text):
        escaped = text.replace("\\", "\\\\").replace("'", "''").replace("\n", "\\n")
        return f"E'{escaped}'"
    mark = "$body$"
    while mark in text:
        mark = f"{mark[:-1]}_$"
    return f"{mark}{text}{mark}"


def commented(item: Object) -> str:
    """Return an object as ``comment on`` names it (manual, COMMENT)."""
    if isinstance(item, Constraint):
        return f"constraint {quote(item.name)} on {qualified(*item.place)}"
    if item.kind in {"policy", "trigger"}:
        return f"{item.kind} {quote(item.name)} on {qualified(*item.place)}"
    if item.kind in ROUTINES:
        return f"{item.noun} {routine_signature(cast('Routine', item))}"
    word = _COMMENTED.get(item.kind)
    if word is None:
        raise TypeError(f"nothing comments on a {item.noun}")
    return f"{word} {item.sql}"


_COMMENTED: Final = {
    **{kind: kind for kind in ("table", "column", "index", "sequence", "statistics", "collation", "publication")},
    **{kind: kind for kind in ("view", "rule")},
    **dict.fromkeys(("enum", "composite", "range_type"), "type"),
    "namespace": "schema",
    "domain_type": "domain",
    "materialized_view": "materialized view",
    "text_search_dictionary": "text search dictionary",
    "text_search_configuration": "text search configuration",
}


def routine_signature(item: Routine) -> str:
    """Return a routine as statements about it name it: with the types of its arguments."""
    if item.kind != "aggregate":
        return item.sql
    from fluxc.model.aggregate import Aggregate  # many schemas have none

    assert isinstance(item, Aggregate)
    before = ", ".join(_argument_type(each) for each in item.before_order)
    behind = ", ".join(_argument_type(each) for each in item.behind_order)
    ordered = f"{before} order by {behind}".lstrip() if behind else before or "*"
    return f"{item.head}({ordered})"


def _argument_type(item: Argument) -> str:
    return f"variadic {item.type}" if item.mode == "variadic" else item.type


def number(value: float) -> str:
    """Return a number as SQL writes it."""
    return str(int(value)) if value.is_integer() else repr(value)


_GRANTED: Final = {
    **dict.fromkeys(("table", "view", "materialized_view"), "table"),
    **dict.fromkeys(("enum", "domain_type", "composite", "range_type"), "type"),
    "namespace": "schema",
}
_OWNED: Final = {
    **dict.fromkeys(("enum", "composite", "range_type"), "type"),
    "domain_type": "domain",
    "namespace": "schema",
}


def granted(item: Privileges) -> str:
    """Return the object of privileges as ``grant`` names it (manual, GRANT); for a column it is its table."""
    if item.of == "column":
        return f"table {qualified(*item.place)}"
    if item.of in ROUTINES:
        return f"routine {item.sql}"
    return f"{_GRANTED.get(item.of, item.of)} {item.sql}"


def owned(item: Privileges) -> str:
    """Return the object of privileges as ``alter … owner`` names it."""
    if item.of in ROUTINES:
        return granted(item)
    return f"{_OWNED.get(item.of, item.of.replace('_', ' '))} {item.sql}"


def role(name: str) -> str:
    """Return a role as SQL names it: everybody and the owner, who is who migrates, have words of their own."""
    return {PUBLIC: "public", OWNER: "current_user"}.get(name) or quote(name)


def made_for(item: DefaultPrivileges, name: str) -> str:
    """Return a role as default privileges name it; the owner is the role that makes the objects."""
    return quote(item.by) if name == OWNER and item.by is not None else role(name)


class Definitions:
    """Column definitions, each the quoted name and what a macro says behind it.

    The macro is asked once for plain columns that are the same but for their names, of which there are thousands.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], str] = {}

    def __call__(self, columns: Iterable[Column], macro: Callable[[Column], str]) -> list[str]:
        """Return a definition for each column."""
        return [f"{quote(column.name)} {self._said(column, macro)}" for column in columns]

    def _said(self, column: Column, macro: Callable[[Column], str]) -> str:
        if not column.plain:
            return macro(column)
        key = (macro, column.type, column.serial, column.default, column.nullable)
        text = self._known.get(key)
        if text is None:
            text = self._known[key] = macro(column)
        return text


FILTERS: dict[str, Callable[..., str]] = {
    "ident": quote,
    "idents": _idents,
    "name": _name,
    "told": _told,
    "literal": quoted,
    "option": _option,
    "literals": _literals,
    "commented": commented,
    "granted": granted,
    "owned": owned,
    "role": role,
    "made_for": made_for,
    "dollar_quoted": _dollar_quoted,
    "signature": routine_signature,
    "number": number,
    "parameters": parameters_sql,
}

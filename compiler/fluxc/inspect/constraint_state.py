"""Constraints as a state has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fluxc.inspect.member_copy import copies, missing
from fluxc.inspect.parts import included, parts_of
from fluxc.inspect.unsaid import Unsaid
from fluxc.inspect.wording import expression_text, parameters_of
from fluxc.model.constraint import Check, Exclusion, ForeignKey, Indexed, PrimaryKey, Unique
from fluxc.model.literal import quoted
from fluxc.model.member_copy import COPIED
from fluxc.model.names import qualified, quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.column import Action
    from fluxc.model.constraint import Constraint
    from fluxc.model.member_copy import Copied
    from fluxc.model.state import Object

    Row = Mapping[str, Any]

_ACTIONS: Final[dict[str, Action]] = {
    "a": "no action",
    "r": "restrict",
    "c": "cascade",
    "n": "set null",
    "d": "set default",
}


def objects_of(row: Row) -> Iterator[Object | Unsaid]:
    """Yield the constraint that a row means, and what of it a state cannot say; one of a parent comes with that."""
    if row["inherited"] or not row["local"]:
        if row["inherited"] and row["type"] != "c":
            yield from copies(copied(row), row["own_name"])
            yield from missing(copied(row), row) if row["missing"] else ()
        return
    item = _MAKERS[row["type"]](row, _common(row))
    yield item
    if isinstance(item, Indexed):
        yield from _unsaid(row, item)
        yield from missing(copied(row), row) if row["missing"] else ()


def copied(row: Row) -> Copied:
    """Return a constraint that a partition has from its table, in the words of the partition."""
    item = _MAKERS[row["type"]](row, _common(row))
    assert isinstance(item, COPIED)
    return item


def _common(row: Row) -> dict[str, Any]:
    """Return the attributes that every constraint has."""
    return {"place": (row["namespace"], row["relation"]), "name": row["constraint"], "doc": row["comment"]}


def _deferring(row: Row) -> dict[str, Any]:
    return {"deferrable": row["deferrable"], "deferred": row["deferred"]}


def _indexed(row: Row) -> dict[str, Any]:
    return {
        **_deferring(row),
        "parameters": parameters_of(row["options"]),
        "clustered": row["clustered"],
        "identifying": row["replica_identity"],
        "tablespace": row["tablespace"],
        "include": included(row),
    }


def _primary_key(row: Row, common: dict[str, Any]) -> PrimaryKey:
    return PrimaryKey(**common, columns=tuple(row["columns"]), temporal=row["temporal"], **_indexed(row))


def _unique(row: Row, common: dict[str, Any]) -> Unique:
    distinct = not row["definition"].startswith("UNIQUE NULLS NOT DISTINCT ")
    return Unique(
        **common, columns=tuple(row["columns"]), nulls_distinct=distinct, temporal=row["temporal"], **_indexed(row)
    )


def _check(row: Row, common: dict[str, Any]) -> Check:
    return Check(
        **common,
        expression=expression_text(row["expression"]),
        inherit=not row["no_inherit"],
        valid=row["validated"],
        enforced=row["enforced"],
    )


def _foreign_key(row: Row, common: dict[str, Any]) -> ForeignKey:
    return ForeignKey(
        **common,
        columns=tuple(row["columns"]),
        target=(row["target_namespace"], row["target"]),
        target_columns=tuple(row["target_columns"]),
        on_delete=_ACTIONS[row["on_delete"]],
        on_update=_ACTIONS[row["on_update"]],
        on_delete_columns=tuple(row["on_delete_columns"]),
        match="full" if row["match"] == "f" else "simple",
        temporal=row["temporal"],
        valid=row["validated"],
        enforced=row["enforced"],
        **_deferring(row),
    )


def _exclusion(row: Row, common: dict[str, Any]) -> Exclusion:
    return Exclusion(
        **common,
        method=row["method"],
        parts=parts_of(row),
        operators=tuple(row["operators"]),
        where=expression_text(row["where"]) if row["where"] else None,
        **_indexed(row),
    )


_MAKERS: Final = {"p": _primary_key, "u": _unique, "c": _check, "f": _foreign_key, "x": _exclusion}


def _unsaid(row: Row, item: Constraint) -> Iterator[Unsaid]:
    index = qualified(item.place[0], item.name)
    if row["index_comment"]:
        head = f"comment on index {index} is"
        comment = f"{head} {quoted(row['index_comment'])};"
        yield Unsaid(item.key, comment, "comment of its index", f"{head} null;")


def definition_of(row: Row) -> str:
    """Return the SQL that makes a constraint."""
    table, name = qualified(row["namespace"], row["relation"]), quote(row["constraint"])
    return f"alter table {table} add constraint {name} {row['definition']};"

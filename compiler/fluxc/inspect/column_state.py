"""Columns as a state has them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from fluxc.inspect.counting import counting, is_serial
from fluxc.inspect.unsaid import Unsaid
from fluxc.inspect.wording import default_text, expression_text, name_text, parameters_of, type_text
from fluxc.model.column import Column, Compression, Identity, Storage
from fluxc.model.literal import quoted
from fluxc.model.names import qualified, quote, sequence_name
from fluxc.model.sequence_names import with_sequences
from fluxc.model.state import Key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import Object

    Row = Mapping[str, Any]

IDENTITY: Final[dict[str, Identity | None]] = {"": None, "a": "always", "d": "by default"}
GENERATION: Final = {"": None, "s": "stored", "v": "virtual"}
STORAGE: Final[dict[str | None, Storage | None]] = {
    None: None,
    "p": "plain",
    "e": "external",
    "m": "main",
    "x": "extended",
}
COMPRESSION: Final[dict[str | None, Compression | None]] = {None: None, "p": "pglz", "l": "lz4"}
"""How the server marks what a column says, and what that means."""


def nullability(row: Row) -> str:
    """Return in words whether a column takes null, and how its not-null constraint holds."""
    if not row["not_null"]:
        return "nullable"
    not_valid = ", not valid" if row["validated"] is False else ""
    no_inherit = ", no inherit" if row["no_inherit"] else ""
    return f"not null{not_valid}{no_inherit}"


_SAYABLE: Final = frozenset({"server", "extension", "e", "d", "c", "r", "m", "b"})
"""The sources of types that a state can say: the server, extensions, and what a schema declares, or raw SQL makes."""


def objects_of(row: Row) -> Iterator[Object | Unsaid]:
    """Yield the column that a row means, and what of it a state cannot say."""
    if not row["local"] and not _is_own(row):
        return  # comes with the one of the parent
    path = (row["namespace"], row["relation"], row["column"])
    key = Key(Column.kind, path)
    found = type_text(row["type"]) if row["type_source"] in _SAYABLE else None
    if found is None:
        yield Unsaid(key, definition_of(row))
        return
    yield _column(row, path, found)
    yield from _unsaid(row, key)


def _is_own(row: Row) -> bool:
    """Return whether more is said of an inherited column than the parent gives it."""
    return bool(row["differs"] or row["parameters"] or row["comment"] is not None or row["statistics"] is not None)


def _column(row: Row, path: tuple[str, ...], type_name: str) -> Column:
    expression, identity = row["expression"], IDENTITY[row["identity"]] if _counts(row) else None
    generated = expression_text(expression) if row["generated"] else None
    serial = default = None
    if expression is not None and generated is None:
        serial = row["not_null"] and is_serial(
            row, table=path[1], column=path[2], type_name=type_name, default=expression
        )
        default = None if serial else default_text(expression, type_text(row["base"] or "") or type_name)
        if default is not None and "nextval(" in default and '"' in default:
            default = with_sequences(default, lambda name: qualified(*name))
    counts: Any = counting(row) if identity else None  # frozen, so that it can be looked up
    return _like(
        row["comment"],
        type_name,
        not row["not_null"],
        default,
        identity,
        bool(serial),
        generated,
        row["generated"] == "v",
        name_text(*row["collation"]) if row["collation"] else None,
        STORAGE[row["storage"]],
        COMPRESSION[row["compression"]],
        row["statistics"],
        parameters_of(row["parameters"].split(", ")) if row["parameters"] else (),
        counts,
        row["sequence"] if identity and row["sequence"] != sequence_name(*path[1:]) else None,
    ).at(*path)


_ATTRIBUTES: Final = (
    *("doc", "type", "nullable", "default", "identity", "serial", "generated", "virtual", "collation", "storage"),
    *("compression", "statistics", "options", "counting", "sequence_name"),
)


@lru_cache(maxsize=4096)
def _like(*attributes: object) -> Column:
    """Return a column with these attributes: columns by the thousand differ in nothing but their names."""
    return Column.model_validate({"name": "like", **dict(zip(_ATTRIBUTES, attributes, strict=True))})


def _unsaid(row: Row, key: Key) -> Iterator[Unsaid]:
    """Yield what of a column a state cannot say."""
    comment: str | None = row["not_null_comment"]
    head = _head(row, key) if comment else ""
    if comment:
        yield Unsaid(key, f"{head} {quoted(comment)};", "comment of its not-null constraint", f"{head} null;")
    if row["identity"] and _counts(row):
        yield from _unsaid_sequence(row, key)


def _head(row: Row, key: Key) -> str:
    """Return how SQL begins that comments on the not-null constraint of a column."""
    return f"comment on constraint {quote(row['not_null_name'])} on {qualified(*key.path[:-1])} is"


def _counts(row: Row) -> bool:
    """Return whether the column has a sequence of its own: from 17 on partitions say identity too, without one."""
    return row["sequence"] is not None


def _unsaid_sequence(row: Row, key: Key) -> Iterator[Unsaid]:
    sequence = row["quoted_sequence"]
    if row["sequence_type"] != row["type"]:
        change = f"alter sequence {sequence} as"
        undo = f"{change} {row['type']};"
        yield Unsaid(key, f"{change} {row['sequence_type']};", "type of its sequence", undo)
    if row["persists_otherwise"]:
        change = "unlogged" if row["sequence_unlogged"] else "logged"
        undo = f"alter sequence {sequence} set {'logged' if row['sequence_unlogged'] else 'unlogged'};"
        yield Unsaid(key, f"alter sequence {sequence} set {change};", "persistence of its sequence", undo)
    if row["sequence_comment"] is not None:
        head = f"comment on sequence {sequence} is"
        said = f"{head} {quoted(row['sequence_comment'])};"
        yield Unsaid(key, said, "comment of its sequence", f"{head} null;")


def definition_of(row: Row) -> str:
    """Return the SQL that makes a column, empty where it comes from the parent of the table."""
    if not row["local"]:
        return ""  # comes from the parent
    table, column = qualified(row["namespace"], row["relation"]), quote(row["column"])
    said = [f"alter table {table} add column {column} {row['type']}"]
    if row["collation"]:
        said.append(f"collate {qualified(*row['collation'])}")
    if row["generated"]:
        said.append(f"generated always as ({row['expression']}) {GENERATION[row['generated']]}")
    elif row["expression"]:
        said.append(f"default {row['expression']}")
    if row["identity"]:
        said.append(f"generated {IDENTITY[row['identity']]} as identity")
    if row["not_null"]:
        said.append("not null")
    return " ".join(said) + ";"

"""Indexes and their parts as YAML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, cast

from fluxc.lexer import LexicalError
from fluxc.model import names, part_text
from fluxc.model.index import IndexPart
from fluxc.model.label import label
from fluxc.model.names import quote
from fluxc.pull.options import parameters_form, some

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from fluxc.model.index import Index
    from fluxc.pull.sight import Sight

_NUMBER: Final = re.compile(r"='(\d+)'")


def derived_index_name(item: Index) -> str:
    """Return the name that PostgreSQL would give an index."""
    return names.index_name(item.place[-1], labels(item.parts, item.include))


def labels(parts: Sequence[IndexPart], include: Sequence[str]) -> list[str | None]:
    """Return what names of indexes and exclusion constraints are made of."""
    return [*(part.column or label(part.expression or "") for part in parts), *include]


def index_form(item: Index, sight: Sight, columns: Collection[str]) -> object:
    """Return an index without its name: its only part, the list of parts, or the long form; ``columns`` are all."""
    long = long_index(item, sight, columns)
    if len(long) > 1:
        return long
    on = cast("str | dict[str, Any] | list[Any]", long["on"])
    return [on] if isinstance(on, dict) else on


def long_index(item: Index, sight: Sight, columns: Collection[str]) -> dict[str, Any]:
    """Return an index in the long form, without its name."""
    targets = dict(item.statistics)
    parts = [
        part_form(part, sight, columns, statistics=targets.get(number)) for number, part in enumerate(item.parts, 1)
    ]
    return some(
        on=parts if len(parts) > 1 else parts[0],
        unique=item.unique,
        nulls_not_distinct=not item.nulls_distinct,
        where=sight.sql(item.where) if item.where is not None else None,
        using=item.method if item.method != "btree" else None,
        include=list(item.include),
        **{"with": parameters_form(item.parameters) or None},
        tablespace=item.tablespace,
        doc=item.doc,
    )


def part_form(
    part: IndexPart, sight: Sight, columns: Collection[str], operator: str | None = None, statistics: int | None = None
) -> object:
    """Return one part: a column, text that reads like SQL, or a mapping where that text would mean something else."""
    if part.plain and operator is None and part.column in columns:
        return part.column
    key = quote(part.column) if part.column is not None else sight.sql(part.expression or "")
    text = key + _behind(part) + (f" with {operator}" if operator is not None else "")
    if (
        statistics is None
        and text not in columns
        and _read(text, columns, excluding=operator is not None) == (_seen(part, sight), operator)
    ):
        return text
    return some(
        column=part.column,
        expression=sight.sql(part.expression) if part.expression is not None else None,
        collation=sight.collation(part.collation) if part.collation is not None else None,
        opclass=part.opclass,
        order="desc" if part.descending else None,
        nulls=part.nulls,
        statistics=statistics,
        **{"with": operator},
    )


def _seen(part: IndexPart, sight: Sight) -> IndexPart:
    return part.model_copy(update={"expression": sight.sql(part.expression)}) if part.expression is not None else part


def _behind(part: IndexPart) -> str:
    words = (
        f"collate {part.collation}" if part.collation is not None else "",
        _NUMBER.sub(r"=\1", part.opclass) if part.opclass is not None else "",
        "desc" if part.descending else "",
        f"nulls {part.nulls}" if part.nulls is not None else "",
    )
    return "".join(f" {word}" for word in words if word)


def _read(text: str, columns: Collection[str], *, excluding: bool) -> tuple[IndexPart | None, str | None]:
    """Return what a text will be taken for."""
    try:
        taken = part_text.take_apart(text, excluding=excluding)
    except (part_text.PartTextError, LexicalError):
        return None, None
    column = taken.key if taken.key in columns else _unquoted(taken.key)
    nulls = None if taken.nulls == ("first" if taken.descending else "last") else taken.nulls
    expression = taken.key if column is None else None
    part = IndexPart(
        column=column,
        expression=expression,
        collation=taken.collation,
        opclass=taken.opclass,
        descending=taken.descending,
        nulls=nulls,
    )
    return part, taken.operator


def _unquoted(key: str) -> str | None:
    try:
        return names.unquote(key)
    except ValueError:
        return None

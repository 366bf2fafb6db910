"""Enum types with their values in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.scope import Kind
from fluxc.inspect.unsaid import Unsaid
from fluxc.model.enum import Enum
from fluxc.model.names import qualified
from fluxc.model.state import Key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import Object

_QUERY = """
select namespace.namespace, type.typname::text as type, comment.description as comment, (
    select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder)
    from pg_enum
    where enumtypid = type.oid
  ) as values, (
    select array_agg(enumlabel::text order by enumsortorder) from pg_enum where enumtypid = type.oid
  ) as labels
from pg_type as type
join namespace on namespace.oid = type.typnamespace
left join pg_description as comment on comment.classoid = 'pg_type'::regclass and comment.objoid = type.oid
where type.typtype = 'e'
  and not exists (
    select from pg_depend
    where classid = 'pg_type'::regclass and objid = type.oid and deptype = 'e'
  )
order by namespace.namespace collate "C", type.typname collate "C"
"""


def _fact(row: Mapping[str, Any]) -> Fact:
    return Fact("enum", (row["namespace"], row["type"]), {"values": row["values"], "comment": row["comment"]})


def _objects(row: Mapping[str, Any]) -> Iterator[Object | Unsaid]:
    path = (row["namespace"], row["type"])
    if row["labels"]:
        yield Enum(place=path[:-1], name=path[-1], doc=row["comment"], values=tuple(row["labels"]))
    else:
        yield Unsaid(Key(Enum.kind, path), _definition(row), undo=f"drop type {qualified(*path)};")


def _definition(row: Mapping[str, Any]) -> str:
    return f"create type {qualified(row['namespace'], row['type'])} as enum ({row['values'] or ''});"


ENUM = Kind(
    _QUERY, _fact, _objects, _definition, present="exists (select from pg_type where typtype = 'e' and oid >= 16384)"
)

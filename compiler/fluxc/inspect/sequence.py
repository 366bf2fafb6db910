"""Sequences with their parameters: free, owned by a column, or behind an identity column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, LiteralString

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.catalogue import qualified as shown
from fluxc.inspect.counting import COUNTED, DRAWING, PERSISTS, counting, is_serial
from fluxc.inspect.scope import Kind
from fluxc.model.names import qualified
from fluxc.model.sequence import Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import Object

_QUERY: Final[LiteralString] = f"""
select
  relation.namespace, relation.relation, class.relpersistence = 'u' as unlogged, {COUNTED},
  class.relname::text as sequence, {DRAWING} as drawing,
  owner_table.relnamespace = class.relnamespace and {PERSISTS.format(table="owner_table")}
    and comment.description is null as beside,
  format_type(owner_column.atttypid, null) as owner_type,
  case when owner_column.attnotnull and owner_column.attgenerated = '' then
    pg_get_expr(value.adbin, value.adrelid)
  end as owner_default,
  owner.deptype::text as dependency, owner_namespace.nspname::text as owner_namespace,
  owner_table.relname::text as owner_table, owner_column.attname::text as owner_column,
  comment.description as comment
from relation
join pg_class as class on class.oid = relation.oid
join pg_sequence as sequence on sequence.seqrelid = relation.oid
left join pg_depend as owner
  on owner.classid = 'pg_class'::regclass and owner.objid = relation.oid and owner.objsubid = 0
  and owner.refclassid = 'pg_class'::regclass and owner.refobjsubid > 0 and owner.deptype in ('a', 'i')
left join pg_class as owner_table on owner_table.oid = owner.refobjid
left join pg_namespace as owner_namespace on owner_namespace.oid = owner_table.relnamespace
left join pg_attribute as owner_column
  on owner_column.attrelid = owner.refobjid and owner_column.attnum = owner.refobjsubid
left join pg_attrdef as value on value.adrelid = owner.refobjid and value.adnum = owner.refobjsubid
left join pg_description as comment
  on comment.classoid = 'pg_class'::regclass and comment.objoid = relation.oid and comment.objsubid = 0
order by relation.namespace collate "C", relation.relation collate "C"
"""  # noqa: S608 - every piece is a literal of this program


def _fact(row: Mapping[str, Any]) -> Fact:
    name = (row["namespace"], row["relation"])
    parameters = {
        "type": row["sequence_type"],
        "start": row["start"],
        "increment": row["increment"],
        "minimum": row["minimum"],
        "maximum": row["maximum"],
        "cache": row["cache"],
        "cycle": row["cycle"],
        "unlogged": row["unlogged"],
        "comment": row["comment"],
    }
    if not row["dependency"]:
        return Fact("sequence", name, parameters)
    table = (row["owner_namespace"], row["owner_table"])
    column = (*table, row["owner_column"])
    if row["dependency"] == "i":
        return Fact("identity sequence", column, {"name": shown(*name), **parameters}, table)
    return Fact("sequence", name, {"owned by": shown(*column), **parameters}, table)


def _objects(row: Mapping[str, Any]) -> Iterator[Object]:
    if row["dependency"] == "i" or (row["dependency"] and _is_serial(row)):
        return  # part of its column
    owner = (row["owner_namespace"], row["owner_table"], row["owner_column"]) if row["dependency"] else ()
    yield Sequence(
        place=(row["namespace"],),
        name=row["relation"],
        doc=row["comment"],
        type=row["sequence_type"],
        counting=counting(row),
        owned_by=owner,
        unlogged=row["unlogged"],
    )


def _is_serial(row: Mapping[str, Any]) -> bool:
    return bool(row["owner_default"]) and is_serial(
        row,
        table=row["owner_table"],
        column=row["owner_column"],
        type_name=row["owner_type"],
        default=row["owner_default"],
    )


def _definition(row: Mapping[str, Any]) -> str:
    counted = (
        f"start with {row['start']} increment by {row['increment']} minvalue {row['minimum']} "
        f"maxvalue {row['maximum']} cache {row['cache']}{' cycle' if row['cycle'] else ''}"
    )
    return f"create sequence {qualified(row['namespace'], row['relation'])} as {row['sequence_type']} {counted};"


SEQUENCE = Kind(_QUERY, _fact, _objects, _definition)

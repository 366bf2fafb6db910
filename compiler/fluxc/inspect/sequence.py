"""Sequences with their parameters: free, owned by a column, or behind an identity column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Fact, qualified
from fluxc.inspect.scope import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

_QUERY = """
select
  relation.namespace, relation.relation, class.relpersistence = 'u' as unlogged,
  format_type(sequence.seqtypid, null) as type, sequence.seqstart as start, sequence.seqincrement as increment,
  sequence.seqmin as minimum, sequence.seqmax as maximum, sequence.seqcache as cache, sequence.seqcycle as cycle,
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
left join pg_description as comment
  on comment.classoid = 'pg_class'::regclass and comment.objoid = relation.oid and comment.objsubid = 0
"""


def _fact(row: Mapping[str, Any]) -> Fact:
    name = (row["namespace"], row["relation"])
    parameters = {
        "type": row["type"],
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
        return Fact("identity sequence", column, {"name": qualified(*name), **parameters}, table)
    return Fact("sequence", name, {"owned by": qualified(*column), **parameters}, table)


SEQUENCE = Kind(_QUERY, _fact)

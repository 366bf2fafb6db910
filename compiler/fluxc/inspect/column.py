"""Columns of tables, with their not-null constraints, which have no name of their own here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.scope import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

# Only PostgreSQL 18 keeps not-null constraints in pg_constraint; before, that join finds nothing. The statistics
# target "none set" is null from 17 on and -1 before. What few columns have is asked for by subqueries: where the
# catalogue was never analysed, joins to it are planned as if there were one column, and take quadratic time.
_QUERY = """
select
  relation.namespace, relation.relation, attribute.attname::text as column, attribute.attnum as position,
  format_type(attribute.atttypid, attribute.atttypmod) as type,
  attribute.attnotnull as not_null, not_null.convalidated as validated, not_null.connoinherit as no_inherit,
  attribute.attidentity::text as identity, attribute.attgenerated::text as generated,
  pg_get_expr(value.adbin, value.adrelid) as expression,
  case when attribute.attcollation <> type.typcollation then (
    select quote_ident(home.nspname) || '.' || quote_ident(collated.collname)
    from pg_collation as collated
    join pg_namespace as home on home.oid = collated.collnamespace
    where collated.oid = attribute.attcollation
  ) end as collation,
  case when attribute.attstorage <> type.typstorage then attribute.attstorage::text end as storage,
  nullif(attribute.attcompression::text, '') as compression,
  nullif(attribute.attstattarget::integer, -1) as statistics,
  (
    select string_agg(setting, ', ' order by setting collate "C")
    from unnest(attribute.attoptions) as setting
  ) as parameters,
  (
    select description
    from pg_description
    where classoid = 'pg_class'::regclass and objoid = relation.oid and objsubid = attribute.attnum
  ) as comment
from relation
join pg_attribute as attribute
  on attribute.attrelid = relation.oid and attribute.attnum > 0 and not attribute.attisdropped
join pg_type as type on type.oid = attribute.atttypid
left join pg_attrdef as value on value.adrelid = relation.oid and value.adnum = attribute.attnum
left join pg_constraint as not_null
  on not_null.conrelid = relation.oid and not_null.contype = 'n' and not_null.conkey[1] = attribute.attnum
where relation.relkind in ('r', 'p')
"""

_IDENTITY = {"": None, "a": "always", "d": "by default"}
_GENERATION = {"": None, "s": "stored", "v": "virtual"}
_STORAGE = {None: None, "p": "plain", "e": "external", "m": "main", "x": "extended"}
_COMPRESSION = {None: None, "p": "pglz", "l": "lz4"}


def _fact(row: Mapping[str, Any]) -> Fact:
    generated = bool(row["generated"])
    attributes = {
        "type": row["type"],
        "nullability": _nullability(row),
        "default": None if generated else row["expression"],
        "generated": row["expression"] if generated else None,
        "generation": _GENERATION[row["generated"]],
        "identity": _IDENTITY[row["identity"]],
        "collation": row["collation"],
        "storage": _STORAGE[row["storage"]],
        "compression": _COMPRESSION[row["compression"]],
        "statistics": row["statistics"],
        "parameters": row["parameters"],
        "comment": row["comment"],
    }
    table = (row["namespace"], row["relation"])
    return Fact("column", (*table, row["column"]), attributes, table, row["position"])


def _nullability(row: Mapping[str, Any]) -> str:
    if not row["not_null"]:
        return "nullable"
    not_valid = ", not valid" if row["validated"] is False else ""
    no_inherit = ", no inherit" if row["no_inherit"] else ""
    return f"not null{not_valid}{no_inherit}"


COLUMN = Kind(_QUERY, _fact)

"""Range types, with the names of their multirange types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.scope import Kind
from fluxc.inspect.unsaid import Unsaid
from fluxc.inspect.wording import name_text, type_text
from fluxc.model.names import multirange_name, qualified
from fluxc.model.range_type import RangeType
from fluxc.model.state import Key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import Object

_QUERY = """
select
  namespace.namespace, type.typname::text as type, format_type(range.rngsubtype, null) as subtype,
  case when not opclass.opcdefault then
    case when class_namespace.nspname = 'pg_catalog' then '' else quote_ident(class_namespace.nspname) || '.' end
      || quote_ident(opclass.opcname)
  end as opclass,
  case when range.rngcollation <> subtype.typcollation then
    quote_ident(collation_namespace.nspname) || '.' || quote_ident(collated.collname)
  end as collation,
  collation_namespace.nspname::text as collation_namespace, collated.collname::text as collation_name,
  nullif(range.rngcanonical, 0)::regproc::text as canonical,
  nullif(range.rngsubdiff, 0)::regproc::text as subtype_diff,
  multirange.typname::text as multirange, comment.description as comment
from pg_type as type
join namespace on namespace.oid = type.typnamespace
join pg_range as range on range.rngtypid = type.oid
join pg_type as subtype on subtype.oid = range.rngsubtype
join pg_type as multirange on multirange.oid = range.rngmultitypid
join pg_opclass as opclass on opclass.oid = range.rngsubopc
join pg_namespace as class_namespace on class_namespace.oid = opclass.opcnamespace
left join pg_collation as collated on collated.oid = range.rngcollation
left join pg_namespace as collation_namespace on collation_namespace.oid = collated.collnamespace
left join pg_description as comment on comment.classoid = 'pg_type'::regclass and comment.objoid = type.oid
where type.typtype = 'r'
  and not exists (
    select from pg_depend
    where classid = 'pg_type'::regclass and objid = type.oid and deptype = 'e'
  )
order by namespace.namespace collate "C", type.typname collate "C"
"""


def _fact(row: Mapping[str, Any]) -> Fact:
    told = ("subtype", "opclass", "collation", "canonical", "subtype_diff", "multirange", "comment")
    return Fact("range type", (row["namespace"], row["type"]), {name: row[name] for name in told})


def _objects(row: Mapping[str, Any]) -> Iterator[Object | Unsaid]:
    path = (row["namespace"], row["type"])
    found = type_text(row["subtype"])
    if found is None or row["canonical"]:
        yield Unsaid(Key(RangeType.kind, path), _definition(row), undo=f"drop type {qualified(*path)};")
        return
    yield RangeType(
        place=path[:-1],
        name=path[-1],
        doc=row["comment"],
        subtype=found,
        opclass=row["opclass"],
        collation=name_text(row["collation_namespace"], row["collation_name"]) if row["collation"] else None,
        subtype_diff=row["subtype_diff"],
        multirange=row["multirange"] if row["multirange"] != multirange_name(path[-1]) else None,
    )


def _definition(row: Mapping[str, Any]) -> str:
    namespace = row["namespace"]
    words = [("subtype", row["subtype"]), ("subtype_opclass", row["opclass"]), ("collation", row["collation"])]
    words += [("canonical", row["canonical"]), ("subtype_diff", row["subtype_diff"])]
    words += [("multirange_type_name", qualified(namespace, row["multirange"]))]
    said = ", ".join(f"{name} = {value}" for name, value in words if value)
    return f"create type {qualified(namespace, row['type'])} as range ({said});"


RANGE_TYPE = Kind(_QUERY, _fact, _objects, _definition, present="exists (select from pg_range where rngtypid >= 16384)")

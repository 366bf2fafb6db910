"""Composite types with their attributes in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.scope import Kind
from fluxc.inspect.unsaid import Unsaid
from fluxc.inspect.wording import name_text, type_text
from fluxc.model.composite import Attribute, Composite
from fluxc.model.names import qualified, quote
from fluxc.model.state import Key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import Object

_QUERY = """
select
  namespace.namespace, type.typname::text as type, comment.description as comment,
  members.names, members.types, members.collations, members.ordered, members.comments
from pg_type as type
join namespace on namespace.oid = type.typnamespace
join pg_class as class on class.oid = type.typrelid and class.relkind = 'c'
left join pg_description as comment on comment.classoid = 'pg_type'::regclass and comment.objoid = type.oid
left join lateral (
  select
    array_agg(member.attname::text order by member.attnum) as names,
    array_agg(format_type(member.atttypid, member.atttypmod) order by member.attnum) as types,
    array_agg(
      case when member.attcollation <> typed.typcollation then
        quote_ident(space.nspname) || '.' || quote_ident(collated.collname)
      end
      order by member.attnum
    ) as collations,
    array_agg(
      case when member.attcollation <> typed.typcollation then array[space.nspname::text, collated.collname::text]
      else array['', ''] end order by member.attnum
    ) as ordered,
    array_agg(said.description order by member.attnum) as comments
  from pg_attribute as member
  join pg_type as typed on typed.oid = member.atttypid
  left join pg_collation as collated on collated.oid = member.attcollation
  left join pg_namespace as space on space.oid = collated.collnamespace
  left join pg_description as said
    on said.classoid = 'pg_class'::regclass and said.objoid = class.oid and said.objsubid = member.attnum
  where member.attrelid = class.oid and member.attnum > 0 and not member.attisdropped
) as members on true
where not exists (
    select from pg_depend
    where classid = 'pg_type'::regclass and objid = type.oid and deptype = 'e'
  )
order by namespace.namespace collate "C", type.typname collate "C"
"""


def _fact(row: Mapping[str, Any]) -> Fact:
    names = row["names"] or ()
    types = row["types"] or ()
    attributes: dict[str, Any] = {"attributes": ", ".join(names), "comment": row["comment"]}
    for name, said, collation, comment in zip(
        names, types, row["collations"] or (), row["comments"] or (), strict=True
    ):
        attributes[f"attribute {name}"] = f"{said} collate {collation}" if collation else said
        attributes[f"comment of attribute {name}"] = comment
    return Fact("composite type", (row["namespace"], row["type"]), attributes)


def _objects(row: Mapping[str, Any]) -> Iterator[Object | Unsaid]:
    path = (row["namespace"], row["type"])
    found = [type_text(text) for text in row["types"] or ()]
    if None in found:
        yield Unsaid(Key(Composite.kind, path), _definition(row), undo=f"drop type {qualified(*path)};")
        return
    columns = (row[name] or () for name in ("names", "ordered", "comments"))
    members = tuple(
        Attribute(name=name, type=text or "", collation=name_text(*ordered) if ordered[1] else None, doc=doc)
        for text, (name, ordered, doc) in zip(found, zip(*columns, strict=True), strict=True)
    )
    yield Composite(place=path[:-1], name=path[-1], doc=row["comment"], members=members)


def _definition(row: Mapping[str, Any]) -> str:
    columns = zip(row["names"] or (), row["types"] or (), row["collations"] or (), strict=True)
    members = [
        f"{quote(name)} {said}{f' collate {collation}' if collation else ''}" for name, said, collation in columns
    ]
    return f"create type {qualified(row['namespace'], row['type'])} as ({', '.join(members)});"


COMPOSITE = Kind(
    _QUERY, _fact, _objects, _definition, present="exists (select from pg_class where relkind = 'c' and oid >= 16384)"
)

"""Publications, each as a whole and each of their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, LiteralString

from fluxc.inspect.catalogue import Fact, qualified
from fluxc.inspect.scope import Kind
from fluxc.inspect.wording import expression_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import Object

# Parts of tables and whole namespaces can be published from PostgreSQL 15 on. Whether generated columns are is known
# from 18 on; an older row has nothing of the name.
_OLD_PARTS: Final[LiteralString] = """, published as (
  select prpubid, prrelid, null::text[] as columns, null::text as condition from pg_publication_rel
), schemas as (
  select null::oid as publication, null::text as namespace where false
)"""
_PARTS: Final[LiteralString] = """, published as (
  select
    entry.prpubid, entry.prrelid, pg_get_expr(entry.prqual, entry.prrelid) as condition,
    (
      select array_agg(attribute.attname::text order by attribute.attname collate "C")
      from pg_attribute as attribute
      where attribute.attrelid = entry.prrelid and attribute.attnum = any (entry.prattrs::smallint[])
    ) as columns
  from pg_publication_rel as entry
), schemas as (
  select entry.pnpubid as publication, namespace.namespace
  from pg_publication_namespace as entry
  join namespace on namespace.oid = entry.pnnspid
)"""
_WHOLE: Final[LiteralString] = """
select
  publication.pubname::text as publication, publication.puballtables as everything,
  publication.pubinsert as insert, publication.pubupdate as update, publication.pubdelete as delete,
  publication.pubtruncate as truncate, publication.pubviaroot as via_root,
  coalesce(to_jsonb(publication) ->> 'pubgencols', 'n') = 's' as stored,
  (
    select array_agg(schemas.namespace order by schemas.namespace collate "C")
    from schemas where schemas.publication = publication.oid
  ) as namespaces,
  (
    select json_agg(
      json_build_array(relation.namespace, relation.relation, published.columns, published.condition)
      order by relation.namespace collate "C", relation.relation collate "C"
    )
    from published join relation on relation.oid = published.prrelid
    where published.prpubid = publication.oid
  ) as tables,
  comment.description as comment
from pg_publication as publication
left join pg_description as comment
  on comment.classoid = 'pg_publication'::regclass and comment.objoid = publication.oid and comment.objsubid = 0
where not exists (
  select from pg_depend
  where classid = 'pg_publication'::regclass and objid = publication.oid and deptype = 'e'
)
"""
_EACH: Final[LiteralString] = """
select publication.pubname::text as publication, relation.namespace, relation.relation, published.columns,
  published.condition
from pg_publication as publication
join published on published.prpubid = publication.oid
join relation on relation.oid = published.prrelid
"""


def _fact(row: Mapping[str, Any]) -> Fact:
    attributes = {
        "all tables": row["everything"],
        "schemas": ", ".join(map(qualified, row["namespaces"] or ())) or None,
        "publish": ", ".join(event for event in ("insert", "update", "delete", "truncate") if row[event]),
        "via root": row["via_root"],
        "stored generated columns": row["stored"],
        "comment": row["comment"],
    }
    return Fact("publication", (row["publication"],), attributes)


def _table_fact(row: Mapping[str, Any]) -> Fact:
    table = (row["namespace"], row["relation"])
    attributes = {
        "columns": ", ".join(map(qualified, row["columns"] or ())) or None,
        "condition": row["condition"],
    }
    return Fact("published table", (row["publication"], *table), attributes, table)


def _objects(row: Mapping[str, Any]) -> Iterator[Object]:
    from fluxc.model.publication import EVERYTHING, Publication, PublishedTable  # most databases have none

    tables = (
        PublishedTable(
            path=(namespace, name),
            columns=tuple(sorted(columns or ())),
            where=expression_text(condition) if condition is not None else None,
        )
        for namespace, name, columns, condition in row["tables"] or ()
    )
    yield Publication(
        name=row["publication"],
        doc=row["comment"],
        everything=row["everything"],
        tables=tuple(sorted(tables, key=lambda table: table.path)),
        namespaces=tuple(sorted(row["namespaces"] or ())),
        publish=tuple(event for event in EVERYTHING if row[event]),
        via_root=row["via_root"],
        stored=row["stored"],
    )


PUBLICATION = Kind(_PARTS + _WHOLE, _fact, _objects, before_15=_OLD_PARTS + _WHOLE)
PUBLISHED_TABLE = Kind(_PARTS + _EACH, _table_fact, before_15=_OLD_PARTS + _EACH)

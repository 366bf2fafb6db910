"""Namespaces, which PostgreSQL calls schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from fluxc.inspect.catalogue import Fact
from fluxc.inspect.scope import Kind
from fluxc.inspect.unsaid import Unsaid
from fluxc.model.literal import quoted
from fluxc.model.namespace import Namespace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxc.model.state import Object

_QUERY = """
select namespace.namespace, comment.description as comment
from namespace
left join pg_description as comment
  on comment.classoid = 'pg_namespace'::regclass and comment.objoid = namespace.oid
where not exists (
  select from pg_depend
  where classid = 'pg_namespace'::regclass and objid = namespace.oid and deptype = 'e'
)
order by namespace.namespace collate "C"
"""

# Every database is born with these, so a schema does not say them.
_PUBLIC: Final = "public"
_PUBLIC_COMMENT: Final = "standard public schema"


def _fact(row: Mapping[str, Any]) -> Fact:
    return Fact("namespace", (row["namespace"],), {"comment": row["comment"]})


def _objects(row: Mapping[str, Any]) -> Iterator[Object | Unsaid]:
    item = Namespace(name=row["namespace"], doc=row["comment"])
    if item.name != _PUBLIC:
        yield item
    elif item.doc != _PUBLIC_COMMENT:
        comment = quoted(item.doc) if item.doc is not None else "null"
        undo = f"comment on schema {_PUBLIC} is {quoted(_PUBLIC_COMMENT)};"
        yield Unsaid(item.key, f"comment on schema {_PUBLIC} is {comment};", "comment", undo)


NAMESPACE = Kind(_QUERY, _fact, _objects)
